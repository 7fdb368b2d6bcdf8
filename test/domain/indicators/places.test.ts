import { describe, expect, test } from 'vitest'
import type { PersonId } from '#domain/id'
import { gatherFacts, type Facts } from '#domain/indicators/facts'
import { peopleBehind } from '#domain/indicators/people-behind'
import { peopleByGroup } from '#domain/indicators/people-groups'
import { mostCommunes, placesOf } from '#domain/indicators/places'
import { emptyPerson, type Person } from '#domain/person'
import { indexTerritories, type Territory } from '#domain/territory'
import { defaultSettings } from '#domain/settings'
import { buildFactColumns } from '#domain/indicators/fact-columns'
import { makeAddress, makeEvent, makeSheet, makeTerritory, territoryId, eventId } from '#support/builders'
import { day } from '#support/small-world'

const period = { start: day('2024-01-01'), end: day('2024-12-31') }
const base = { kind: 'involved-in', period } as const
const livesIn = (name: string, address: Parameters<typeof makeAddress>[0], some: Partial<Person> = {}): Person => ({
  ...emptyPerson(name as PersonId),
  firstName: name,
  addresses: [makeAddress(address)],
  ...some,
})
const factsOf = (people: readonly Person[], territories: readonly Territory[]): Facts =>
  gatherFacts(
    buildFactColumns({
      people,
      roleKinds: [],
      events: [makeEvent()],
      sheets: [makeSheet(eventId(1), Object.fromEntries(people.map(({ id }) => [id, { status: 'present', hours: null }])))],
      hours: [],
    }),
    defaultSettings,
    day('2025-02-01'),
    placesOf(people, indexTerritories(territories)),
  )
/** Each group with the names behind it: a count that its list does not bear out is a failure. */
const groups = (facts: Facts): readonly (readonly [string | null, string])[] => {
  const everybody = facts.columns.people.map((_, index) => index)
  return peopleByGroup(facts, everybody, base, period, 'territory').map(({ key, count, ref }) => {
    const behind = peopleBehind(facts, ref).toSorted()
    expect(behind).toHaveLength(count)
    return [key, behind.join(' ')]
  })
}

const people = [
  livesIn('Aïcha', { communeCode: '35238', city: 'Rennes' }),
  livesIn('Bruno', { communeCode: '35238' }, { territoryId: territoryId(2) }),
  livesIn('Chloé', { communeCode: '35288' }),
  livesIn('David', { postalCode: '44000' }),
  livesIn('Éva', { city: 'quelque part' }),
]

describe('la répartition par territoire', () => {
  test('suit le territoire de la fiche, sinon l’adresse ; hors des territoires, le département', () => {
    const facts = factsOf(people, [makeTerritory(), makeTerritory({ id: territoryId(2), name: 'Antenne', codes: [] })])
    expect(groups(facts)).toEqual([
      [territoryId(1), 'Aïcha'],
      [territoryId(2), 'Bruno'],
      ['department:35', 'Chloé'],
      ['department:44', 'David'],
      [null, 'Éva'],
    ])
  })
  test('sans aucun territoire, se fait par commune, ou par département quand on n’en sait pas plus', () => {
    expect(groups(factsOf(people, []))).toEqual([
      ['commune:35238', 'Aïcha Bruno'],
      ['commune:35288', 'Chloé'],
      ['department:44', 'David'],
      [null, 'Éva'],
    ])
  })
  test('passe aux départements quand les communes seraient trop nombreuses pour un tableau', () => {
    const many = Array.from({ length: mostCommunes + 1 }, (_, number) => livesIn(`P${number}`, { communeCode: String(59_000 + number) }))
    expect(groups(factsOf(many, [])).map(([key]) => key)).toEqual(['department:59', null])
    expect(groups(factsOf(many.slice(1), []))).toHaveLength(mostCommunes + 1)
  })
})
