import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { AttendanceSheet, AttendanceStatus } from '#domain/attendance'
import type { AssociationEvent } from '#domain/event'
import type { HoursGiven } from '#domain/hours'
import type { EventId, TerritoryId } from '#domain/id'
import { activeMonths } from '#domain/indicators/active-people'
import { cohortTable } from '#domain/indicators/cohorts'
import { buildFactColumns, updateFactColumns } from '#domain/indicators/fact-columns'
import { packFacts, unpackFacts } from '#domain/indicators/packed-facts'
import { gatherFacts, windowEndingOn, type Facts } from '#domain/indicators/facts'
import { yearStates, type Figure } from '#domain/indicators/figure'
import { peopleInvolvedIn } from '#domain/indicators/involved-people'
import { peopleBehind } from '#domain/indicators/people-behind'
import { peopleByGroup } from '#domain/indicators/people-groups'
import { periodTotals } from '#domain/indicators/period-totals'
import { photoAt } from '#domain/indicators/photo'
import { firstYearTable, periodStates, yearStatesTable } from '#domain/indicators/year-states'
import { dayNumberToDate, firstDay, lastDay } from '#domain/period'
import type { Person } from '#domain/person'
import { defaultSettings } from '#domain/settings'
import { day, partialDate, worldRecords, type SmallWorld, type WorldPerson } from '#support/small-world'

const asOf = day('2024-06-15')
const names = ['Inès', 'Paul', 'Zoé', 'Luc', 'Mona', 'Eve'] as const
const days = fc.integer({ min: 16_800, max: 20_100 }).map((number) => dayNumberToDate(number) as string)
/** Days, months and years between 2016 and 2025, some of them after `asOf`. */
const dates = fc.tuple(days, fc.constantFrom(10, 10, 10, 7, 4)).map(([date, length]) => date.slice(0, length))
const optional = <Value>(values: fc.Arbitrary<Value>) => fc.option(values, { nil: undefined })
const statuses = fc.constantFrom<AttendanceStatus>('invited', 'registered', 'present', 'present', 'online', 'excused', 'absent', 'walk-in')
const roles = fc
  .tuple(fc.constantFrom('volunteer', 'member', 'employee'), fc.option(dates), fc.option(dates))
  .map(([kind, start, end]) => `${kind} ${start ?? ''}..${end !== null && start !== null && end < start ? '' : (end ?? '')}`)
const person: fc.Arbitrary<WorldPerson> = fc
  .record({
    roles: fc.array(roles, { maxLength: 2 }),
    joined: optional(dates),
    birth: optional(dates),
    deceased: fc.boolean(),
    deletedAt: fc.constantFrom(null, null, null, '2024-01-01T00:00:00Z'),
  })
  .map(({ joined, birth, ...rest }) => ({ ...rest, ...(joined === undefined ? {} : { joined }), ...(birth === undefined ? {} : { birth }) }))
const worlds: fc.Arbitrary<SmallWorld> = fc.record({
  people: fc
    .tuple(person, person, person, person, person, person)
    .map((people) => Object.fromEntries(people.map((about, index) => [names[index] ?? '', about]))),
  events: fc.array(
    fc.record({
      date: fc.option(dates, { freq: 12 }),
      others: fc.dictionary(fc.constantFrom(...names), statuses),
      removed: fc.constantFrom(false, false, false, true),
    }),
    { maxLength: 14 },
  ),
  hours: fc.array(fc.record({ who: fc.constantFrom(...names), date: fc.option(dates, { freq: 12 }), hours: fc.constantFrom(0.5, 2, 7.25) }), {
    maxLength: 6,
  }),
})
const settings = fc
  .tuple(
    fc.constantFrom('civil' as const, 'school' as const, 'association' as const),
    fc.integer({ min: 1, max: 12 }),
    fc.constantFrom(1, 3, 12, 18),
    fc.boolean(),
  )
  .map(([yearKind, yearStartMonth, activeMonths, role]) => ({
    ...defaultSettings,
    yearKind,
    yearStartMonth,
    activeMonths,
    activeRule: { attendance: true, hours: true, role },
  }))

const forAll = (check: (facts: Facts, world: SmallWorld) => void): void =>
  fc.assert(
    fc.property(worlds, settings, (world, chosen) => check(gatherFacts(buildFactColumns(worldRecords(world)), chosen, asOf), world)),
    { numRuns: 150 },
  )
const isItsList = (facts: Facts, figure: Figure): void => {
  const people = peopleBehind(facts, figure.ref)
  expect(people).toHaveLength(figure.count)
  expect(new Set(people).size).toBe(figure.count)
}

test('nouveaux + restés + revenus = actifs ; restés + partis + morts = actifs de l’année d’avant', () => {
  forAll((facts) => {
    const rows = yearStatesTable(facts).rows
    for (const [index, { active, states, retention, retentionBase }] of rows.entries()) {
      expect(states.newcomers.count + states.kept.count + states.returned.count).toBe(active.count)
      expect(states.kept.count + states.lapsed.count + states.died.count).toBe(rows[index - 1]?.active.count ?? 0)
      expect(retention).toBe(retentionBase === 0 ? null : states.kept.count / retentionBase)
      if (retention !== null) expect(retention >= 0 && retention <= 1).toBe(true)
      for (const figure of [active, ...yearStates.map((state) => states[state])]) isItsList(facts, figure)
    }
    // Nobody is new twice.
    const newcomers = rows.flatMap(({ states }) => peopleBehind(facts, states.newcomers.ref))
    expect(new Set(newcomers).size).toBe(newcomers.length)
  })
})

test('les états entre deux années sont ceux du tableau des années', () => {
  forAll((facts) => {
    const rows = yearStatesTable(facts).rows
    for (const [index, { year, states }] of rows.entries()) {
      const before = rows[index - 1]
      if (before === undefined) continue
      const between = periodStates(facts, before.year, year)
      expect(yearStates.map((state) => between[state].length)).toEqual(yearStates.map((state) => states[state].count))
    }
  })
})

test('les cohortes : chacun dans une seule, leurs cases ne dépassent pas leur taille, leurs colonnes font les actifs', () => {
  forAll((facts) => {
    for (const basis of ['activity', 'joining'] as const) {
      const { rows } = cohortTable(facts, basis)
      const members = rows.flatMap(({ ref }) => peopleBehind(facts, ref))
      expect(new Set(members).size).toBe(members.length)
      expect(members).toHaveLength(rows.reduce((sum, { size }) => sum + size, 0))
      for (const { size, cells } of rows) {
        for (const cell of cells) {
          if (cell === null) continue
          expect(cell.count <= size).toBe(true)
          isItsList(facts, cell)
        }
      }
    }
    const { rows, undated } = cohortTable(facts, 'activity')
    for (const { cells, size } of rows) expect(cells[0]?.count).toBe(size)
    for (const { year, active } of yearStatesTable(facts).rows) {
      const inCohorts = rows.reduce((sum, row) => sum + (row.cells[year.key - row.year.key]?.count ?? 0), 0)
      expect(inCohorts <= active.count && inCohorts >= active.count - undated).toBe(true)
    }
    for (const row of firstYearTable(facts).rows) {
      isItsList(facts, row.newcomers)
      isItsList(facts, row.renewed)
    }
  })
})

test('les actifs d’un mois sont ceux qu’un simple parcours des fiches trouve', () => {
  forAll((facts, world) => {
    if (facts.settings.activeRule.role) return
    const { months } = activeMonths(facts, { start: day('2016-01-01'), end: asOf })
    const staff = new Set(names.filter((name) => world.people[name]?.roles?.some((role) => role.startsWith('employee'))))
    for (const month of months) {
      isItsList(facts, month)
      const on = lastDay(month.month) >= asOf ? asOf : lastDay(month.month)
      const window = windowEndingOn(on, facts.settings.activeMonths)
      // What has begun by today can't have ended after it.
      const isIn = (date: string | null): boolean => {
        if (date === null || firstDay(partialDate(date)) > asOf) return false
        const end = lastDay(partialDate(date))
        return firstDay(partialDate(date)) >= window.start && (end > asOf ? asOf : end) <= window.end
      }
      const expected = names.filter((name) => {
        if (world.people[name]?.deletedAt !== null || (world.people[name]?.deceased === true && on === asOf)) return false
        const came = (world.events ?? []).some(
          ({ date, others, removed }) => removed !== true && isIn(date) && ['present', 'online', 'walk-in'].includes(others?.[name] ?? ''),
        )
        return came || (world.hours ?? []).some(({ who, date }) => who === name && isIn(date))
      })
      const found = peopleBehind(facts, month.ref)
      expect(found.filter((name) => !staff.has(name as (typeof names)[number])).toSorted()).toEqual(
        expected.filter((name) => !staff.has(name)).toSorted(),
      )
    }
  })
})

test('photo, groupes et totaux : chaque chiffre est sa liste, et les groupes font le total', () => {
  forAll((facts) => {
    for (const on of [asOf, day('2019-02-01')]) {
      const { total, rows } = photoAt(facts, on)
      for (const row of [total, ...rows]) for (const figure of [row.certain, row.incomplete, row.unknownStart]) isItsList(facts, figure)
    }
    const period = { start: day('2018-01-01'), end: day('2020-12-31') }
    const people = peopleInvolvedIn(facts, period)
    for (const by of ['age', 'gender', 'territory', 'role'] as const) {
      const rows = peopleByGroup(facts, people, { kind: 'involved-in', period }, period, by)
      for (const row of rows) isItsList(facts, row)
      if (by !== 'role') expect(rows.reduce((sum, { count }) => sum + count, 0)).toBe(people.length)
    }
    const totals = periodTotals(facts, period)
    isItsList(facts, totals.came)
    isItsList(facts, totals.hours.givers)
    expect(totals.presences >= totals.came.count).toBe(true)
  })
})

test('des colonnes mises à jour valent des colonnes construites à neuf', () => {
  fc.assert(
    fc.property(worlds, worlds, settings, (before, after, chosen) => {
      const old = worldRecords(before)
      const next = worldRecords(after)
      const updated = updateFactColumns(buildFactColumns(old), {
        people: next.people,
        events: replaced<EventId, AssociationEvent>(old.events, next.events),
        sheets: replaced<EventId, AttendanceSheet>(old.sheets, next.sheets),
        hours: replaced<string, HoursGiven>(old.hours, next.hours),
      })
      const read = (facts: Facts) => [
        yearStatesTable(facts).rows,
        cohortTable(facts, 'joining'),
        activeMonths(facts, { start: day('2016-01-01'), end: asOf }),
        periodTotals(facts, { start: day('2020-01-01'), end: asOf }),
      ]
      expect(read(gatherFacts(updated, chosen, asOf))).toEqual(read(gatherFacts(buildFactColumns(next), chosen, asOf)))
    }),
    { numRuns: 60 },
  )
})

test('des colonnes gardées puis relues sont les mêmes', () => {
  fc.assert(
    fc.property(worlds, (world) => {
      const records = worldRecords(world)
      const built = buildFactColumns({ ...records, people: records.people.map(withPlace) })
      const kept = structuredClone(packFacts(built))
      expect(unpackFacts(kept, { roleKinds: built.roleKinds, events: built.events, hours: built.hours })).toEqual(built)
    }),
    { numRuns: 100 },
  )
})

/** Every third person has an address of which everything is known, every third one of which only the commune is. */
const withPlace = (person: Person, index: number): Person => ({
  ...person,
  gender: index % 2 === 0 ? 'female' : null,
  territoryId: index % 2 === 0 ? null : ('t1' as TerritoryId),
  addresses:
    index % 3 === 2
      ? []
      : [
          {
            street: '',
            postalCode: '35000',
            city: 'Rennes',
            communeCode: '35238',
            qpvCode: index % 3 === 0 ? 'QN03501M' : null,
            country: '',
            label: 'home',
          },
        ],
})

const replaced = <Key extends string, Value extends { readonly id: string }>(
  old: Iterable<Value>,
  next: Iterable<Value>,
): readonly (readonly [Key, Value | null])[] => [
  ...Array.from(old, ({ id }) => [id as Key, null] as const),
  ...Array.from(next, (value) => [value.id as Key, value] as const),
]
