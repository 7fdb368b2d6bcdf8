import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { buildFunderReport, reportGroupings, type FunderReport } from '#domain/report/funder-report'
import { maskSmall } from '#domain/report/crossing'
import type { FunderReportOptions } from '#domain/report/report-options'
import { territoryId } from '#support/builders'
import { day, namesBehind, namesOf, worldFacts, type SmallWorld } from '#support/small-world'

const year = { start: day('2024-01-01'), end: day('2024-12-31') }
const plain: FunderReportOptions = { maskBelow: null, hourlyRate: null }
const world: SmallWorld = {
  people: {
    Inès: { birth: '2010-05-02', gender: 'female', territoryId: territoryId(1), roles: ['mentee 2023-09-01..'] },
    Paul: { birth: '1998-01-01', gender: 'male', roles: ['volunteer 2020-01-01..'] },
    Zoé: { gender: 'female' },
    Salomé: { birth: '1990-01-01', roles: ['employee 2022-01-01..'] },
    Luc: { deceased: true, roles: ['volunteer 2020-01-01..'] },
    Mona: { roles: ['member 2023..'] },
  },
  events: [
    { date: '2023-05-15', came: ['Paul', 'Zoé', 'Luc'], name: 'Fête' },
    { date: '2024-01-15', came: ['Inès', 'Paul'], hours: { Paul: 2.5 }, others: { Zoé: 'registered' }, name: 'Atelier' },
    { date: '2024-06-20', came: ['Salomé', 'Paul'], hours: { Salomé: 7 }, name: 'Sortie' },
    { date: null, came: ['Zoé'] },
  ],
  hours: [
    { who: 'Paul', date: '2024-03-02', hours: 3, task: 'accueil' },
    { who: 'Zoé', date: '2024-04-02', hours: 1, task: 'accueil ' },
    { who: 'Paul', date: '2024-05-02', hours: 0.25 },
    { who: 'Zoé', date: null, hours: 2 },
  ],
}
const build = (options = plain): { readonly facts: ReturnType<typeof worldFacts>; readonly report: FunderReport } => {
  const facts = worldFacts(world, '2025-02-01')
  return { facts, report: buildFunderReport(facts, year, options) }
}

describe('rapport pour le financeur', () => {
  test('les personnes de la période, les salariés à part', () => {
    const { facts, report } = build()
    expect(namesBehind(facts, report.people.involved)).toEqual(['Inès', 'Mona', 'Paul', 'Zoé'])
    expect(namesBehind(facts, report.people.active)).toEqual(['Inès', 'Paul', 'Zoé'])
    expect(namesBehind(facts, report.people.staff)).toEqual(['Salomé'])
    expect(namesBehind(facts, report.people.activeBefore)).toEqual(['Luc', 'Paul', 'Zoé'])
    const gender = report.people.groups.find(({ by }) => by === 'gender')?.rows ?? []
    expect(gender.map((row) => [row.key, namesBehind(facts, row).join(' ')])).toEqual([
      ['female', 'Inès Zoé'],
      ['male', 'Paul'],
      ['other', ''],
      [null, 'Mona'],
    ])
    expect(report.people.groups.map(({ by }) => by)).toEqual([...reportGroupings])
  })

  test('qui devient salarié dans l’année y est encore par son rôle de bénévole ; « par rôle » ne dit pas d’autre nombre de salariés', () => {
    const facts = worldFacts(
      { people: { Anna: { roles: ['volunteer 2023..2024-03', 'employee 2024-04..'] }, Théo: { roles: ['employee 2024..'] } } },
      '2025-02-01',
    )
    const { people } = buildFunderReport(facts, year, plain)
    expect(namesBehind(facts, people.staff)).toEqual(['Anna', 'Théo'])
    const rows = people.groups.find(({ by }) => by === 'role')?.rows ?? []
    expect(rows.map((row) => [row.key, namesBehind(facts, row).join(' ')])).toEqual([
      ['volunteer', 'Anna'],
      [null, ''],
    ])
  })

  test('les événements, un par ligne, et leurs totaux à côté de ceux d’avant', () => {
    const { report } = build()
    expect(report.events.lines.map(({ name, date, registered, came, hours }) => [name, date, registered, came, hours])).toEqual([
      ['Atelier', '2024-01-15', 3, 2, 2.5],
      ['Sortie', '2024-06-20', 2, 2, 7],
    ])
    expect(report.events.totals).toMatchObject({ events: 2, presences: 4 })
    expect(report.events.totalsBefore).toMatchObject({ events: 1, presences: 3 })
    expect(report.previous).toEqual({ start: '2023-01-01', end: '2023-12-31' })
  })

  test('les heures données, sans celles des salariés, par tâche, et ce qu’elles valent au taux choisi', () => {
    const { facts, report } = build({ maskBelow: null, hourlyRate: { euros: 15.5, source: 'SMIC chargé' } })
    expect(report.hours).toMatchObject({ total: 6.75, atEvents: 2.5, outside: 4.25, value: 104.63 })
    expect(report.hours.byTask).toEqual([
      { task: 'accueil', hours: 4, people: 2 },
      { task: '', hours: 0.25, people: 1 },
    ])
    expect(namesBehind(facts, report.hours.givers)).toEqual(['Paul', 'Zoé'])
    expect(build().report.hours.value).toBeNull()
  })

  test('la fidélité d’une période à l’autre, chaque état avec sa liste', () => {
    const { facts, report } = build()
    const { states, retention, retentionBase } = report.retention
    expect(Object.fromEntries(Object.entries(states).map(([state, figure]) => [state, namesBehind(facts, figure).join(' ')]))).toEqual({
      newcomers: '',
      kept: 'Paul Zoé',
      returned: 'Inès',
      lapsed: '',
      died: 'Luc',
    })
    expect([retention, retentionBase]).toEqual([1, 2])
    expect(report.retention.years.map(({ year: { key } }) => key)).toEqual([2023, 2024])
  })

  test('la période d’avant a les mêmes chiffres, sauf quand rien n’est noté plus tôt', () => {
    const { report: first } = build()
    // The first record is of May 2023: who was kept from 2022 to 2023 is unknown, not zero.
    expect(first.retention.before).toBeNull()
    const facts = worldFacts({ ...world, events: [...(world.events ?? []), { date: '2022-03-01', came: ['Paul', 'Mona'] }] }, '2025-02-01')
    const { retention, people, hours } = buildFunderReport(facts, year, { maskBelow: null, hourlyRate: { euros: 10, source: 'AG' } })
    const before = retention.before
    if (before === null) throw new Error('la période d’avant manque')
    expect(Object.entries(before.states).map(([state, figure]) => [state, namesBehind(facts, figure).join(' ')])).toEqual([
      ['newcomers', 'Zoé'],
      ['kept', 'Paul'],
      ['returned', 'Luc'],
      ['lapsed', 'Mona'],
      ['died', ''],
    ])
    expect([before.retention, before.retentionBase]).toEqual([0.5, 2])
    expect(namesBehind(facts, people.staffBefore)).toEqual(['Salomé'])
    expect([hours.value, hours.valueBefore]).toEqual([67.5, 0])
  })

  test('la méthode dit ce qui s’applique, et seulement cela', () => {
    const keys = (options: FunderReportOptions, period = year) =>
      buildFunderReport(worldFacts(world, '2025-02-01'), period, options).notes.map(({ kind }) => kind)
    expect(keys(plain)).toEqual([
      'people',
      'active-attendance',
      'active-hours',
      'once',
      'staff',
      'removed',
      'ages',
      'roles',
      'partial-dates',
      'undated-events',
      'undated-hours',
      'hours-not-noted',
      'states',
      'retention',
    ])
    expect(keys({ maskBelow: 5, hourlyRate: { euros: 12, source: 'AG' } }, { start: day('2025-01-01'), end: day('2025-03-31') }).slice(-4)).toEqual([
      'running',
      'short-period',
      'masking',
      'valuation',
    ])
  })
})

describe('croisements', () => {
  test('âge et genre croisés font les mêmes totaux que séparés, et chaque case sa liste', () => {
    const { facts, report } = build()
    const crossing = report.people.crossings[0]
    expect(crossing?.rows).toBe('age')
    for (const [row, cells] of (crossing?.cells ?? []).entries()) {
      const total = report.people.groups.find(({ by }) => by === 'age')?.rows[row]?.count
      expect(cells.reduce((sum, { count }) => sum + (count ?? 0), 0)).toBe(total)
      for (const { count, ref } of cells) expect(namesOf(facts, ref)).toHaveLength(count ?? -1)
    }
  })

  test('les petits nombres sont masqués sur demande', () => {
    const cells = build({ maskBelow: 5, hourlyRate: null }).report.people.crossings[0]?.cells.flat() ?? []
    expect(cells.filter(({ count }) => count !== null && count > 0)).toEqual([])
    expect(cells.some(({ count }) => count === null)).toBe(true)
  })

  test('un total ne trahit jamais une case masquée seule', () => {
    const table = fc
      .integer({ min: 2, max: 5 })
      .chain((width) => fc.array(fc.array(fc.nat(30), { minLength: width, maxLength: width }), { minLength: 2, maxLength: 5 }))
    fc.assert(
      fc.property(table, fc.integer({ min: 2, max: 8 }), (counts, threshold) => {
        const hidden = maskSmall(counts, threshold)
        const lines = [...hidden, ...(hidden[0] ?? []).map((_, column) => hidden.map((row) => row[column] ?? false))]
        for (const line of lines) expect(line.filter(Boolean).length).not.toBe(1)
        for (const [y, row] of counts.entries())
          for (const [x, count] of row.entries()) if (count > 0 && count < threshold) expect(hidden[y]?.[x]).toBe(true)
      }),
    )
    expect(
      maskSmall(
        [
          [10, 12],
          [20, 7],
        ],
        5,
      ).flat(),
    ).toEqual([false, false, false, false])
    expect(
      maskSmall(
        [
          [3, 12],
          [20, 7],
        ],
        5,
      ).flat(),
    ).toEqual([true, true, true, true])
  })
})
