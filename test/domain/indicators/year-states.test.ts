import { describe, expect, test } from 'vitest'
import { firstYearTable, yearStatesTable } from '#domain/indicators/year-states'
import type { Facts } from '#domain/indicators/facts'
import { yearStates } from '#domain/indicators/figure'
import { namesBehind, worldFacts, type SmallWorld } from '#support/small-world'

const world: SmallWorld = {
  people: { Inès: {}, Paul: {}, Zoé: {}, Luc: { deceased: true }, Mona: { joined: '2019' }, Eve: {}, Théo: { deletedAt: '2026-01-01T00:00:00Z' } },
  events: [
    { date: '2021-05-10', came: ['Inès', 'Paul', 'Luc', 'Théo'] },
    { date: '2022-06-10', came: ['Inès', 'Zoé', 'Théo'] },
    { date: '2022-07-10', came: ['Inès'] },
    { date: '2023-03-10', came: ['Inès', 'Paul', 'Mona'] },
    { date: '2023', came: ['Eve'] },
  ],
}
const readYears = (facts: Facts): unknown =>
  Object.fromEntries(
    yearStatesTable(facts).rows.map((row) => [
      row.year.key,
      Object.fromEntries([
        ['active', namesBehind(facts, row.active).join(' ')],
        ...yearStates.map((state) => [state, namesBehind(facts, row.states[state]).join(' ')]),
      ]),
    ]),
  )

describe('nouveaux, restés, revenus, partis', () => {
  test('qui revient n’est jamais nouveau, qui est mort n’est pas parti', () => {
    expect(readYears(worldFacts(world, '2024-02-01'))).toEqual({
      2021: { active: 'Inès Luc Paul', newcomers: 'Inès Luc Paul', kept: '', returned: '', lapsed: '', died: '' },
      2022: { active: 'Inès Zoé', newcomers: 'Zoé', kept: 'Inès', returned: '', lapsed: 'Paul', died: 'Luc' },
      2023: { active: 'Eve Inès Mona Paul', newcomers: 'Eve', kept: 'Inès', returned: 'Mona Paul', lapsed: 'Zoé', died: '' },
      2024: { active: '', newcomers: '', kept: '', returned: '', lapsed: 'Eve Inès Mona Paul', died: '' },
    })
  })

  test('le taux dit sa base : ceux de l’an passé, sans les morts', () => {
    const rows = yearStatesTable(worldFacts(world, '2024-02-01')).rows
    expect(
      rows.map(({ year, retention, retentionBase, isOver, isFirstRecorded }) => [year.key, retention, retentionBase, isOver, isFirstRecorded]),
    ).toEqual([
      [2021, null, 0, true, true],
      [2022, 1 / 2, 2, true, false],
      [2023, 1 / 2, 2, true, false],
      [2024, 0, 4, false, false],
    ])
  })

  test('en année scolaire, une date « 2023 » n’entre dans aucune année mais empêche d’être nouvelle ensuite', () => {
    const facts = worldFacts(
      {
        people: { Eve: {} },
        events: [
          { date: '2023', came: ['Eve'] },
          { date: '2024-10-01', came: ['Eve'] },
        ],
      },
      '2024-12-01',
      { yearKind: 'school' },
    )
    expect(readYears(facts)).toMatchObject({ 2022: { active: '' }, 2023: { active: '' }, 2024: { active: 'Eve', returned: 'Eve', newcomers: '' } })
  })

  test('l’année de l’association commence au mois choisi', () => {
    const facts = worldFacts(
      {
        people: { Inès: {} },
        events: [
          { date: '2023-06-30', came: ['Inès'] },
          { date: '2023-07-01', came: ['Inès'] },
        ],
      },
      '2024-01-01',
      {
        yearKind: 'association',
        yearStartMonth: 7,
      },
    )
    expect(readYears(facts)).toMatchObject({ 2022: { newcomers: 'Inès' }, 2023: { kept: 'Inès' } })
  })

  test('une date fausse (an 205) ne fait pas dix-huit siècles de colonnes', () => {
    const facts = worldFacts(
      {
        people: { Inès: {}, Eve: {} },
        events: [
          { date: '0205-03-01', came: ['Inès'] },
          { date: '2024-03-01', came: ['Inès', 'Eve'] },
        ],
      },
      '2024-06-01',
    )
    const rows = yearStatesTable(facts).rows
    expect(rows).toHaveLength(40)
    expect(rows[0]?.isFirstRecorded).toBe(false)
    expect(namesBehind(facts, rows.at(-1)?.states.returned ?? { count: -1, ref: { kind: 'fading', on: facts.asOf } })).toEqual(['Inès'])
    expect(rows.at(-1)?.states.newcomers.count).toBe(1)
  })

  test('sans rien de daté, il n’y a que l’année en cours, vide', () => {
    expect(readYears(worldFacts({ people: { Inès: {} } }, '2024-06-01'))).toEqual({
      2024: { active: '', newcomers: '', kept: '', returned: '', lapsed: '', died: '' },
    })
  })
})

test('la première année est comptée à part : les nouveaux qui reviennent l’année suivante', () => {
  const facts = worldFacts(world, '2024-02-01')
  const rows = firstYearTable(facts).rows
  expect(
    rows.map((row) => [
      row.year.key,
      namesBehind(facts, row.newcomers).join(' '),
      namesBehind(facts, row.renewed).join(' '),
      row.rate,
      row.base,
      row.isOver,
    ]),
  ).toEqual([
    [2021, 'Inès Luc Paul', 'Inès', 1 / 2, 2, true],
    [2022, 'Zoé', '', 0, 1, true],
    [2023, 'Eve', '', 0, 1, false],
  ])
})
