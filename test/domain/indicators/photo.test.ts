import { describe, expect, test } from 'vitest'
import { photoAt } from '#domain/indicators/photo'
import { day, namesBehind, worldFacts, type SmallWorld } from '#support/small-world'

const world: SmallWorld = {
  people: {
    Inès: { roles: ['volunteer 2020-09-01..2023-06-30', 'board 2022-01-01..'] },
    Paul: { roles: ['volunteer 2022..'] },
    Zoé: { roles: ['volunteer ..'] },
    Eve: { roles: ['volunteer ..2021-12-31'], joined: '2021-06-01' },
    Luc: { roles: ['mentor 2019-01-01..'], deceased: true },
    Théo: { roles: ['volunteer 2019-01-01..'], deletedAt: '2026-01-01T00:00:00Z' },
    Mona: { roles: ['volunteer 2018-01-01..2020-12-31', 'volunteer 2023-03-01..'] },
  },
}
const read = (on: string) => {
  const facts = worldFacts(world, '2024-06-01')
  const photo = photoAt(facts, day(on))
  return Object.fromEntries(
    [photo.total, ...photo.rows].map((row) => [
      row.role ?? 'tous',
      [row.certain, row.incomplete, row.unknownStart].map((figure) => namesBehind(facts, figure).join(' ')),
    ]),
  )
}

describe('photo à une date', () => {
  test('qui avait quel rôle, le certain à part de l’incertain', () => {
    expect(read('2022-06-15')).toEqual({
      tous: ['Inès', 'Luc Paul', 'Zoé'],
      volunteer: ['Inès', 'Paul', 'Zoé'],
      board: ['Inès', '', ''],
      mentor: ['', 'Luc', ''],
    })
  })

  test('le premier et le dernier jour d’un rôle en font partie', () => {
    expect(read('2023-06-30')['volunteer']?.[0]).toBe('Inès Mona Paul')
    expect(read('2023-07-01')['volunteer']?.[0]).toBe('Mona Paul')
    expect(read('2020-08-31')['volunteer']?.[0]).toBe('Mona')
  })

  test('un début inconnu ne remonte pas avant l’arrivée dans l’association', () => {
    expect(read('2021-05-31')['volunteer']?.[2]).toBe('Zoé')
    expect(read('2021-06-01')['volunteer']?.[2]).toBe('Eve Zoé')
    expect(read('2022-01-01')['volunteer']?.[2]).toBe('Zoé')
  })

  test('les défunts ne sont plus sur la photo d’aujourd’hui', () => {
    expect(read('2024-06-01')['mentor']).toBeUndefined()
  })
})
