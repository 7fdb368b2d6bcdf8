import { dayNumberToDate } from '#domain/period'
import { yearHolding } from '#domain/year'
import { activeYearsOf, isActiveInYear, type ActiveYears } from './active-years.ts'
import { everDay, noDay, type DayRange, type PersonFacts } from './fact-columns.ts'
import { peopleWhere, type Facts } from './facts.ts'
import type { CohortBasis, CohortTable, CohortTableCell, CohortTableRow } from './figure.ts'

/**
 * Of those who began in a year, the share active 0, 1, 2… years later. `activity` begins with the first activity by the rule of the settings; `joining`
 * with the joining date or else the first role, whether active or not. Somebody whose beginning can't be placed in one year is in no cohort: `undated`.
 * Cohorts of nobody are left out, and so are cohorts older than the first recorded activity.
 */
export const cohortTable = (facts: Facts, basis: CohortBasis): CohortTable => {
  const active = activeYearsOf(facts)
  const span = active.years.length
  const sizes = new Int32Array(span)
  const counts = new Int32Array(span * span)
  let undated = 0
  for (const [person, { isRemoved }] of facts.columns.people.entries()) {
    if (isRemoved) continue
    const start = cohortOf(facts, active, basis, person)
    if (start === null) undated += 1
    if (start === null || start < 0) continue
    sizes[start] = (sizes[start] ?? 0) + 1
    for (let year = start; year < span; year += 1) {
      if (isActiveInYear(active, person, year)) counts[start * span + year] = (counts[start * span + year] ?? 0) + 1
    }
  }
  const rows = active.years.flatMap((year, start): CohortTableRow[] => {
    const size = sizes[start] ?? 0
    if (size === 0) return []
    const cells = active.years.map((_, offset): CohortTableCell | null => {
      const later = active.years[start + offset]
      if (later === undefined) return null
      const count = counts[start * span + start + offset] ?? 0
      return { count, share: count / size, isOver: later.end < facts.asOf, ref: { kind: 'cohort', basis, year: year.key, offset } }
    })
    return [{ year, size, ref: { kind: 'cohort', basis, year: year.key, offset: null }, cells }]
  })
  return { rows, undated, rule: { kind: 'cohorts', active: facts.settings.activeRule, years: facts.settings, basis } }
}

/** The people of a cohort, or those of it active `offset` years later. */
export const peopleInCohort = (facts: Facts, basis: CohortBasis, key: number, offset: number | null): readonly number[] => {
  const active = activeYearsOf(facts)
  const position = active.years.findIndex((year) => year.key === key)
  if (position < 0) return []
  return peopleWhere(facts, (_, person) =>
    cohortOf(facts, active, basis, person) === position && (offset === null || isActiveInYear(active, person, position + offset)))
}

/** Position of the year in which a person began; -1 when she belongs to no cohort of the table, null when it can't be known. */
const cohortOf = (facts: Facts, active: ActiveYears, basis: CohortBasis, person: number): number | null => {
  if (basis === 'activity') {
    const first = active.firstYear[person] ?? -1
    if (first >= 0) return first
    return active.years.some((_, year) => isActiveInYear(active, person, year)) ? null : -1
  }
  const found = facts.columns.people[person]
  const start = found === undefined ? null : joiningOf(found)
  if (start === null) return null
  const key = yearHolding(facts.settings, dayNumberToDate(start.first)).key
  if (key !== yearHolding(facts.settings, dayNumberToDate(start.last)).key) return null
  return active.years.findIndex((year) => year.key === key)
}

/** The joining date, or else the earliest role whose start is known; staff roles are left out. */
const joiningOf = (person: PersonFacts): DayRange | null => {
  let found = person.joined
  if (found !== null) return found
  for (const role of person.roles) {
    if (role.isStaff || role.startEarliest === noDay || role.startLatest === everDay) continue
    if (found === null || role.startEarliest < found.first) found = { first: role.startEarliest, last: role.startLatest }
  }
  return found
}
