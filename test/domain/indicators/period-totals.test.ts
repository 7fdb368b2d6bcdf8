import { describe, expect, test } from 'vitest'
import { peopleByGroup } from '#domain/indicators/people-groups'
import { peopleInvolvedIn } from '#domain/indicators/involved-people'
import { periodTotals } from '#domain/indicators/period-totals'
import type { GroupBy } from '#domain/indicators/figure'
import { territoryId } from '#support/builders'
import { day, namesBehind, worldFacts, type SmallWorld } from '#support/small-world'

const year = { start: day('2024-01-01'), end: day('2024-12-31') }
const march = { start: day('2024-03-01'), end: day('2024-03-31') }
const world: SmallWorld = {
  people: {
    Inès: { birth: '2010-05-02', gender: 'female', territoryId: territoryId(1), roles: ['mentee 2023-09-01..'] },
    Paul: { birth: '1998', gender: 'male', roles: ['volunteer 2020-01-01..2024-02-29', 'mentor 2024-03-01..'] },
    Zoé: { birth: '2008', gender: 'other' },
    Salomé: { roles: ['employee 2022-01-01..'] },
    Théo: { deletedAt: '2026-01-01T00:00:00Z', birth: '2001-01-01' },
    Mona: { roles: ['volunteer 2022..2022'] },
  },
  events: [
    { date: '2024-01-15', came: ['Inès', 'Paul', 'Théo'], hours: { Paul: 2.5, Théo: 9 }, others: { Zoé: 'walk-in', Mona: 'absent' } },
    { date: '2024-03-20', came: ['Salomé', 'Paul'], hours: { Salomé: 7, Paul: 0.5 }, others: { Inès: 'online', Zoé: 'excused', Mona: 'registered' } },
    { date: '2024', came: ['Zoé'] },
    { date: null, came: ['Zoé'] },
    { date: '2023-12-31', came: ['Mona'] },
    { date: '2024-02-02', came: ['Mona'], removed: true },
  ],
  hours: [
    { who: 'Paul', date: '2024-03-02', hours: 3, task: 'accueil' },
    { who: 'Paul', date: '2024-05', hours: 1.25 },
    { who: 'Salomé', date: '2024-03-02', hours: 35 },
    { who: 'Théo', date: '2024-03-02', hours: 4 },
    { who: 'Zoé', date: null, hours: 2 },
  ],
}

describe('événements et heures d’une période', () => {
  test('l’année compte ce qui est daté de l’année, salariés et gens supprimés à part', () => {
    const facts = worldFacts(world, '2025-02-01')
    const totals = periodTotals(facts, year)
    expect(totals).toMatchObject({
      events: 3,
      presences: 7,
      online: 1,
      walkIns: 1,
      absent: 1,
      presencesWithoutHours: 4,
      undated: { events: 1, hours: 1 },
    })
    expect(namesBehind(facts, totals.came)).toEqual(['Inès', 'Paul', 'Salomé', 'Zoé'])
    expect(totals.hours).toMatchObject({ atEvents: 3, outside: 4.25 })
    expect(namesBehind(facts, totals.hours.givers)).toEqual(['Paul'])
  })

  test('le mois laisse de côté ce qui n’est connu qu’à l’année, et le dit', () => {
    const totals = periodTotals(worldFacts(world, '2025-02-01'), march)
    expect(totals).toMatchObject({ events: 1, presences: 3, undated: { events: 2, hours: 1 }, hours: { atEvents: 0.5, outside: 3 } })
  })

  test('ce qui est à venir ne compte pas encore', () => {
    expect(periodTotals(worldFacts(world, '2024-02-01'), year)).toMatchObject({ events: 2, hours: { outside: 0 } })
  })
})

describe('qui sont les gens', () => {
  const read = (by: GroupBy) => {
    const facts = worldFacts(world, '2025-02-01')
    const rows = peopleByGroup(facts, peopleInvolvedIn(facts, year), { kind: 'involved-in', period: year }, year, by)
    return Object.fromEntries(rows.filter(({ count }) => count > 0).map((row) => [row.key ?? 'non renseigné', namesBehind(facts, row).join(' ')]))
  }

  test('par rôle tenu dans la période, une personne peut en avoir plusieurs', () => {
    expect(read('role')).toEqual({ volunteer: 'Paul', mentor: 'Paul', mentee: 'Inès', 'non renseigné': 'Zoé' })
  })

  test('par âge au dernier jour ; une année de naissance à cheval sur deux tranches n’est pas devinée', () => {
    expect(read('age')).toEqual({ '12': 'Inès', '16': 'Zoé', '26': 'Paul' })
    const facts = worldFacts({ people: { Eve: { birth: '2006', roles: ['mentee 2024-01-01..'] } } }, '2024-06-30')
    const june = { start: day('2024-01-01'), end: day('2024-06-30') }
    expect(
      peopleByGroup(facts, [0], { kind: 'involved-in', period: june }, june, 'age')
        .filter(({ count }) => count > 0)
        .map(({ key }) => key),
    ).toEqual([null])
  })

  test('par genre et par territoire, « non renseigné » toujours là', () => {
    expect(read('gender')).toEqual({ female: 'Inès', male: 'Paul', other: 'Zoé' })
    expect(read('territory')).toEqual({ [territoryId(1)]: 'Inès', 'non renseigné': 'Paul Zoé' })
    const facts = worldFacts(world, '2025-02-01')
    expect(peopleByGroup(facts, [0], { kind: 'involved-in', period: year }, year, 'gender').at(-1)).toMatchObject({ key: null, count: 0 })
  })
})
