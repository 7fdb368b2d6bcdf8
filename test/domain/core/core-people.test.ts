import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { coreFigures, corePeopleOn, coreRule } from '#domain/core/core-people'
import type { PersonId, ResponsibilityId } from '#domain/id'
import type { Responsibility } from '#domain/responsibility'
import { day, partialDate, worldFacts, type SmallWorld } from '#support/small-world'

const responsibility = (title: string, holders: Readonly<Record<string, readonly [start: string, end?: string]>>): Responsibility => ({
  id: title as ResponsibilityId,
  title,
  holders: Object.fromEntries(
    Object.entries(holders).map(([id, [start, end]]) => [id, { start: partialDate(start), end: end === undefined ? null : partialDate(end) }]),
  ) as Responsibility['holders'],
  successorId: null,
  territoryId: null,
  communityId: null,
  organisationId: null,
  eventId: null,
  howTo: '',
  deletedAt: null,
})
const monthly = (months: readonly string[], came: readonly string[]) => months.map((month) => ({ date: `${month}-10`, came }))

const world: SmallWorld = {
  people: {
    Inès: { birth: '1990-01-01', joined: '2020' },
    Paul: { birth: '1957' },
    Rémi: { roles: ['board 2022-01-01..'], joined: '2016-05' },
    Ana: { roles: ['ambassador 2024-01-01..2025-09-30'] },
    Luc: { roles: ['board 2019..'], deceased: true },
    Salomé: { roles: ['employee 2019..', 'board 2019..'] },
    Zoé: {},
  },
  events: [
    ...monthly(['2025-09', '2025-10', '2025-11', '2026-01', '2026-02', '2026-03'], ['Inès', 'Salomé']),
    ...monthly(['2025-10', '2025-11', '2026-01', '2026-02', '2026-03'], ['Paul', 'Paul']),
    { date: '2025-04-10', came: ['Inès'] },
    { date: '2026', came: ['Paul'] },
  ],
}

describe('le noyau dur', () => {
  test('six mois actifs sur douze, le conseil, les ambassadeurs, une responsabilité ; ni les salariés ni les décédés', () => {
    const facts = worldFacts(world, '2026-03-12')
    const core = corePeopleOn(facts, [responsibility('clés', { Zoé: ['2026-01'], Paul: ['2020', '2021'] })], day('2026-03-12'))
    expect(core).toEqual([
      { personId: 'Inès', because: ['active'], activeMonths: 7 },
      { personId: 'Rémi', because: ['board'], activeMonths: 0 },
      { personId: 'Zoé', because: ['responsibility'], activeMonths: 0 },
    ])
  })

  test('une date connue au mois près compte dans son mois, à l’année près dans aucun', () => {
    const months = ['2025-09', '2025-10', '2025-11', '2026-01', '2026-02', '2026-03']
    const facts = worldFacts(
      { people: { Inès: {}, Paul: {} }, events: [...months.map((date) => ({ date, came: ['Inès'] })), { date: '2025', came: ['Paul'] }] },
      '2026-03-12',
    )
    expect(corePeopleOn(facts, [], day('2026-03-12'))).toEqual([{ personId: 'Inès', because: ['active'], activeMonths: 6 }])
  })

  test('qui l’a quitté, qui l’a rejoint, les décès à part, l’âge et l’ancienneté', () => {
    const figures = coreFigures(worldFacts(world, '2026-03-12'), [])
    expect(figures.yearAgo).toEqual(['Rémi', 'Ana', 'Luc'])
    expect(figures.left).toEqual(['Ana'])
    expect(figures.died).toEqual(['Luc'])
    expect(figures.joined).toEqual(['Inès'])
    expect(figures.ages).toEqual([
      { band: { from: 30, to: 44 }, ids: ['Inès'] },
      { band: null, ids: ['Rémi'] },
    ])
    expect(figures.tenures).toEqual([
      { band: { from: 3, to: 5 }, ids: ['Inès'] },
      { band: { from: 6, to: 10 }, ids: ['Rémi'] },
    ])
  })
})

const names = ['A', 'B', 'C', 'D', 'E'] as const
const anyWorld = fc.record({
  people: fc.record(
    Object.fromEntries(
      names.map((name) => [
        name,
        fc.record({ roles: fc.subarray(['board 2020..2025-06-30', 'ambassador 2025-09-01..', 'employee 2025..']), deceased: fc.boolean() }),
      ]),
    ),
  ),
  events: fc.array(
    fc.record({
      date: fc.constantFrom(
        '2024-05-02',
        '2024-09-01',
        '2025-04-01',
        '2025-06-30',
        '2025-07-01',
        '2025-12',
        '2026',
        '2026-01-31',
        '2026-02-28',
        '2026-03-12',
      ),
      came: fc.subarray([...names]),
    }),
    { maxLength: 24 },
  ),
})

describe('propriétés du noyau dur', () => {
  test('chacun y est une fois, pour une raison ; il y a un an + rejoint = aujourd’hui + quitté + décès ; les groupes partagent tout le monde', () => {
    fc.assert(
      fc.property(anyWorld, (any) => {
        const figures = coreFigures(worldFacts(any, '2026-03-12'), [])
        const now = figures.now.map(({ personId }) => personId)
        expect(new Set(now).size).toBe(now.length)
        for (const { because, activeMonths } of figures.now) {
          expect(because.length).toBeGreaterThan(0)
          expect(because.includes('active')).toBe(activeMonths >= coreRule.fewestActive)
          expect(activeMonths).toBeLessThanOrEqual(coreRule.months)
        }
        expect(figures.yearAgo.length + figures.joined.length).toBe(now.length + figures.left.length + figures.died.length)
        for (const groups of [figures.ages, figures.tenures]) expect(groups.flatMap(({ ids }) => ids).toSorted()).toEqual(now.toSorted())
      }),
    )
  })

  test('une responsabilité de plus ne fait sortir personne', () => {
    fc.assert(
      fc.property(anyWorld, fc.constantFrom(...names), (any, name) => {
        const facts = worldFacts(any, '2026-03-12')
        const on = day('2026-03-12')
        const before = corePeopleOn(facts, [], on).map(({ personId }) => personId as string)
        const after = corePeopleOn(facts, [responsibility('clés', { [name]: ['2025'] })], on).map(({ personId }) => personId as string)
        expect(after).toEqual(expect.arrayContaining(before))
        expect(after.filter((id) => !before.includes(id) && id !== name)).toEqual([])
      }),
    )
  })

  test('les personnes sont données dans l’ordre des fiches', () => {
    const facts = worldFacts(world, '2026-03-12')
    const ids = corePeopleOn(facts, [responsibility('a', { Zoé: ['2020'], Inès: ['2020'] })], day('2026-03-12')).map(({ personId }) => personId)
    expect(ids).toEqual(['Inès', 'Rémi', 'Zoé'] as readonly string[] as readonly PersonId[])
  })
})
