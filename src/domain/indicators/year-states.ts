import { dayNumberOf, type Period } from '#domain/period'
import { activeYearsOf, isActiveInYear, type ActiveYears } from './active-years.ts'
import { everDay } from './fact-columns.ts'
import { daysOf, isActiveIn, peopleWhere, type Facts } from './facts.ts'
import { type Figure, type FirstYearRow, type FirstYearTable, type YearState, type YearStatesRow, type YearStatesTable } from './figure.ts'

/** New, kept, returned and lapsed people of every year since the first one with activity (at most forty), oldest first. See `YearState` for the rules. */
export const yearStatesTable = (facts: Facts): YearStatesTable => {
  const active = activeYearsOf(facts)
  const rows = active.years.map((year, position): YearStatesRow => {
    const counts = { newcomers: 0, kept: 0, returned: 0, lapsed: 0, died: 0 }
    const start = dayNumberOf(year.start)
    // Removed people have no active year, so that they have no state either.
    for (let person = 0; person < facts.columns.people.length; person += 1) {
      const state = stateInYear(facts, active, person, position, start)
      if (state !== null) counts[state] += 1
    }
    const figure = (state: YearState): Figure => ({ count: counts[state], ref: { kind: 'year-state', year: year.key, state } })
    return {
      year,
      active: { count: counts.newcomers + counts.kept + counts.returned, ref: { kind: 'year-state', year: year.key, state: 'active' } },
      states: { newcomers: figure('newcomers'), kept: figure('kept'), returned: figure('returned'), lapsed: figure('lapsed'), died: figure('died') },
      ...retentionOf(counts),
      isOver: year.end < facts.asOf,
      isFirstRecorded: position === 0 && !active.isCut,
    }
  })
  return { rows, rule: { kind: 'year-states', active: facts.settings.activeRule, years: facts.settings } }
}

/** Newcomers of each year, and who of them was active the year after. The running year is left out: its newcomers have had no time to renew. */
export const firstYearTable = (facts: Facts): FirstYearTable => {
  const active = activeYearsOf(facts)
  const rows = active.years.slice(0, -1).map((year, position): FirstYearRow => {
    let newcomers = 0
    let renewed = 0
    let died = 0
    const start = dayNumberOf(year.start)
    for (const [person, { isDeceased }] of facts.columns.people.entries()) {
      if (stateInYear(facts, active, person, position, start) !== 'newcomers') continue
      newcomers += 1
      if (isActiveInYear(active, person, position + 1)) renewed += 1
      else if (isDeceased) died += 1
    }
    const base = newcomers - died
    return {
      year,
      newcomers: { count: newcomers, ref: { kind: 'first-year', year: year.key, renewed: false } },
      renewed: { count: renewed, ref: { kind: 'first-year', year: year.key, renewed: true } },
      base,
      rate: base === 0 ? null : renewed / base,
      isOver: (active.years[position + 1]?.end ?? facts.asOf) < facts.asOf,
    }
  })
  return { rows, rule: { kind: 'first-year', active: facts.settings.activeRule, years: facts.settings } }
}

/** The same states between any two periods (a project, a funder's exercise); the people of each state, by index. */
export const periodStates = (facts: Facts, previous: Period, current: Period): Readonly<Record<YearState, readonly number[]>> => {
  const before = daysOf(previous)
  const now = daysOf(current)
  const found: Record<YearState, number[]> = { newcomers: [], kept: [], returned: [], lapsed: [], died: [] }
  for (const [person, { isRemoved }] of facts.columns.people.entries()) {
    if (isRemoved) continue
    const state = stateOf(facts, person, isActiveIn(facts, person, before), isActiveIn(facts, person, now), now.start)
    if (state !== null) found[state].push(person)
  }
  return found
}

/** Retention is kept / (who was there and did not die): returners are no part of it. */
export const retentionOf = (
  counts: Pick<Readonly<Record<YearState, number>>, 'kept' | 'lapsed'>,
): Pick<YearStatesRow, 'retention' | 'retentionBase'> => {
  const base = counts.kept + counts.lapsed
  return { retention: base === 0 ? null : counts.kept / base, retentionBase: base }
}

/** The people behind one cell of the table. */
export const peopleInYearState = (facts: Facts, key: number, state: YearState | 'active'): readonly number[] => {
  const active = activeYearsOf(facts)
  const position = active.years.findIndex((year) => year.key === key)
  const year = active.years[position]
  if (year === undefined) return []
  const start = dayNumberOf(year.start)
  return peopleWhere(facts, (_, person) =>
    state === 'active' ? isActiveInYear(active, person, position) : stateInYear(facts, active, person, position, start) === state,
  )
}

export const peopleOfFirstYear = (facts: Facts, key: number, renewed: boolean): readonly number[] => {
  const active = activeYearsOf(facts)
  const position = active.years.findIndex((year) => year.key === key)
  return peopleInYearState(facts, key, 'newcomers').filter((person) => !renewed || isActiveInYear(active, person, position + 1))
}

const stateInYear = (facts: Facts, active: ActiveYears, person: number, position: number, start: number): YearState | null =>
  stateOf(facts, person, isActiveInYear(active, person, position - 1), isActiveInYear(active, person, position), start)

const stateOf = (facts: Facts, person: number, wasActive: boolean, isActive: boolean, start: number): YearState | null => {
  if (wasActive && isActive) return 'kept'
  if (wasActive) return facts.columns.people[person]?.isDeceased === true ? 'died' : 'lapsed'
  if (!isActive) return null
  return (facts.index.knownSince[person] ?? everDay) < start ? 'returned' : 'newcomers'
}
