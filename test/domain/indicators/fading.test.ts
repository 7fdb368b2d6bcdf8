import { describe, expect, test } from 'vitest'
import { fadingPeople } from '#domain/indicators/fading'
import { addDays } from '#domain/period'
import { day, worldFacts, type SmallWorld, type WorldPerson } from '#support/small-world'

/** Every so many days from the start, so many times. */
const rhythm = (start: string, every: number, times: number): readonly string[] =>
  Array.from({ length: times }, (_, index) => addDays(day(start), every * index))
const worldOf = (signs: Readonly<Record<string, readonly string[]>>, about: Readonly<Record<string, WorldPerson>> = {}): SmallWorld => ({
  people: Object.fromEntries(Object.keys(signs).map((name) => [name, about[name] ?? {}])),
  events: Object.entries(signs).flatMap(([name, dates]) => dates.map((date) => ({ date, came: [name] }))),
})
const weekly = rhythm('2024-01-04', 7, 10)
const everyQuarter = rhythm('2022-03-01', 90, 9)
const others = rhythm('2024-01-01', 5, 60)

describe('ceux qui s’éloignent', () => {
  test('le silence se compare au rythme de chacun', () => {
    const facts = worldFacts(worldOf({ Inès: weekly, Paul: everyQuarter, Autres: others }), '2024-05-01')
    const { people } = fadingPeople(facts, day('2024-05-01'))
    expect(people).toEqual([{ personId: 'Inès', lastSeen: '2024-03-07', silence: 55, rhythm: 7, times: 55 / 7 }])
  })

  test('Paul, qui vient tous les trois mois, n’inquiète qu’après neuf mois', () => {
    const names = (on: string) =>
      fadingPeople(worldFacts(worldOf({ Paul: everyQuarter, Autres: others }), on), day(on)).people.map(({ personId }) => personId)
    expect(names('2024-10-26')).toEqual([])
    expect(names('2024-11-15')).toEqual(['Paul'])
  })

  test('au-delà de la fenêtre d’activité, on n’est plus en train de s’éloigner : on est parti', () => {
    const on = '2025-03-07'
    const facts = worldFacts(worldOf({ Inès: weekly, Autres: [...others, on] }), on)
    expect(fadingPeople(facts, day(on)).people).toEqual([])
    expect(
      fadingPeople(worldFacts(worldOf({ Inès: weekly, Autres: others }), '2025-03-06'), day('2025-03-06')).people.map(({ personId }) => personId),
    ).toContain('Inès')
  })

  test('ni les défunts, ni qui ne veut plus être contacté, ni les salariés, ni les gens supprimés', () => {
    const about: Readonly<Record<string, WorldPerson>> = {
      Luc: { deceased: true },
      Eve: { doNotContact: true },
      Salomé: { roles: ['employee 2024-04-01..'] },
      Théo: { deletedAt: '2026-01-01T00:00:00Z' },
      Inès: {},
    }
    const facts = worldFacts(worldOf({ Luc: weekly, Eve: weekly, Salomé: weekly, Théo: weekly, Inès: weekly, Autres: others }, about), '2024-05-01')
    expect(fadingPeople(facts, day('2024-05-01')).people.map(({ personId }) => personId)).toEqual(['Inès'])
  })

  test('personne n’est silencieux quand l’association dort', () => {
    const facts = worldFacts(worldOf({ Inès: weekly, Paul: rhythm('2024-01-05', 7, 10) }), '2024-05-01')
    expect(fadingPeople(facts, day('2024-05-01')).people).toEqual([])
  })

  test('trois venues ne font pas un rythme, deux signes le même jour n’en font qu’un', () => {
    const few = rhythm('2024-01-04', 7, 3)
    const facts = worldFacts(worldOf({ Inès: [...few, ...few], Autres: others }), '2024-05-01')
    expect(fadingPeople(facts, day('2024-05-01')).people).toEqual([])
  })
})
