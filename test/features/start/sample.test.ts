import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { tempFolder } from '#support/temp-folder'
import { inventPeople } from '../../../scripts/sample/association.ts'
import { inventAttendances, sampleEvents } from '../../../scripts/sample/events.ts'

const root = join(import.meta.dirname, '../../..')
const committed = join(root, 'resources/sample')

describe('l’association d’exemple', () => {
  it('est écrite à l’octet près par son programme, sous tous les fuseaux', async () => {
    const folder = await tempFolder()
    execFileSync(process.execPath, ['scripts/build-sample.ts', folder], { cwd: root, env: { ...process.env, TZ: 'Pacific/Auckland' } })
    expect(readdirSync(folder).toSorted()).toEqual(readdirSync(committed).toSorted())
    const different = readdirSync(committed).filter((name) => !readFileSync(join(folder, name)).equals(readFileSync(join(committed, name))))
    expect(different).toEqual([])
  })

  it('ne contient que des personnes inventées : adresses réservées, numéros fictifs, noms tous différents', () => {
    const people = inventPeople()
    expect(people.filter(({ email }) => email !== '' && !/@example\.(?:org|com|net)$/u.test(email))).toEqual([])
    expect(people.filter(({ phone }) => phone !== '' && !/^(?:060000|035301)\d{4}$/u.test(phone))).toEqual([])
    expect(new Set(people.map(({ firstName, lastName }) => `${firstName} ${lastName}`)).size).toBe(people.length)
  })

  it('a de quoi montrer la fidélité : des gens qui restent, partent et reviennent, quarante événements sur six ans', () => {
    const people = inventPeople()
    const gap = people.filter(({ years }) => years.some((year, index) => index > 0 && year - (years[index - 1] ?? year) > 1))
    expect(people.length).toBeGreaterThan(170)
    expect(gap.length).toBeGreaterThan(5)
    expect(people.filter(({ years }) => years.length > 3).length).toBeGreaterThan(20)
    expect(sampleEvents).toHaveLength(40)
    expect(new Set(sampleEvents.map(({ date }) => date.slice(0, 4))).size).toBe(6)
    expect(inventAttendances(people).every(({ event, person }) => person.years.includes(Number(event.date.slice(0, 4))))).toBe(true)
  })
})
