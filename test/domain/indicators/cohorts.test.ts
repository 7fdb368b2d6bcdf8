import { expect, test } from 'vitest'
import { cohortTable } from '#domain/indicators/cohorts'
import type { CohortBasis } from '#domain/indicators/figure'
import { namesBehind, namesOf, worldFacts, type SmallWorld } from '#support/small-world'

const world: SmallWorld = {
  people: {
    Inès: { joined: '2020-03' },
    Paul: { roles: ['member 2021-02-01..'] },
    Zoé: { joined: '2021' },
    Luc: { roles: ['employee 2020-01-01..2020-06-30'] },
    Eve: {},
    Yann: { deletedAt: '2026-01-01T00:00:00Z' },
  },
  events: [
    { date: '2021-05-10', came: ['Inès', 'Paul', 'Yann'] },
    { date: '2022-06-10', came: ['Inès', 'Zoé'] },
    { date: '2023-03-10', came: ['Inès', 'Paul', 'Eve'] },
  ],
}
const read = (basis: CohortBasis, asOf = '2023-12-01') => {
  const facts = worldFacts(world, asOf)
  const table = cohortTable(facts, basis)
  return {
    undated: table.undated,
    rows: Object.fromEntries(
      table.rows.map((row) => [
        row.year.key,
        [namesOf(facts, row.ref).join(' '), ...row.cells.map((cell) => (cell === null ? null : namesBehind(facts, cell).join(' ')))],
      ]),
    ),
  }
}

test('par première activité : qui est encore là un an, deux ans après', () => {
  expect(read('activity')).toEqual({
    undated: 0,
    rows: { 2021: ['Inès Paul', 'Inès Paul', 'Inès', 'Inès Paul'], 2022: ['Zoé', 'Zoé', ''], 2023: ['Eve', 'Eve'] },
  })
})

test('par arrivée : la date d’adhésion, sinon le premier rôle qui n’est pas salarié ; sans rien, hors de toute cohorte', () => {
  expect(read('joining')).toEqual({ undated: 2, rows: { 2020: ['Inès', null, 'Inès', 'Inès', 'Inès'], 2021: ['Paul Zoé', 'Paul', 'Zoé', 'Paul'] } })
})

test('la part est celle de la cohorte, et l’année en cours se dit provisoire', () => {
  const row = cohortTable(worldFacts(world, '2023-12-01'), 'activity').rows[0]
  expect(row?.size).toBe(2)
  expect(row?.cells.map((cell) => (cell === null ? null : [cell.share, cell.isOver]))).toEqual([
    [1, true],
    [1 / 2, true],
    [1, false],
  ])
})

test('une activité ancienne sans date précise interdit de choisir une cohorte', () => {
  const facts = worldFacts(
    {
      people: { Eve: {} },
      events: [
        { date: '2022', came: ['Eve'] },
        { date: '2023-10-01', came: ['Eve'] },
      ],
    },
    '2024-01-01',
    { yearKind: 'school' },
  )
  expect(cohortTable(facts, 'activity')).toMatchObject({ rows: [], undated: 1 })
})
