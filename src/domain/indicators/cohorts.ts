import { dayNumberToDate } from '#domain/period'
import { yearHolding, yearOfKey } from '#domain/year'
import { activeYearsOf, isActiveInYear, mostYears, type ActiveYears } from './active-years.ts'
import { everDay, noDay, type DayRange, type PersonFacts } from './fact-columns.ts'
import { peopleWhere, type Facts } from './facts.ts'
import type { CohortBasis, CohortTable, CohortTableCell, CohortTableRow } from './figure.ts'

/**
 * Of those who began in a year, the share active 0, 1, 2… years later. `activity` begins with the first activity by the rule of the settings; `joining`
 * with the joining date or else the first role, whether active or not. Somebody whose beginning can't be placed in one year is in no cohort: `undated`.
 * Cohorts of nobody are left out; those of the last forty years are there, also the ones that joined before any activity was recorded.
 */
export const cohortTable = (facts: Facts, basis: CohortBasis): CohortTable => {
  const active = activeYearsOf(facts)
  const firstKey = active.years[0]?.key ?? 0
  const lastKey = active.years.at(-1)?.key ?? firstKey
  const cohorts = new Map<number, { size: number; readonly activeByYear: Int32Array }>()
  const cohortOf = cohortsBy(facts, active, basis)
  let undated = 0
  for (const [person, { isRemoved }] of facts.columns.people.entries()) {
    if (isRemoved) continue
    const key = cohortOf(person)
    if (key === null) undated += 1
    if (key === null || key === 'none') continue
    const cohort = cohorts.get(key) ?? { size: 0, activeByYear: new Int32Array(active.years.length) }
    cohorts.set(key, cohort)
    cohort.size += 1
    for (let year = Math.max(0, key - firstKey); year < active.years.length; year += 1) {
      if (isActiveInYear(active, person, year)) cohort.activeByYear[year] = (cohort.activeByYear[year] ?? 0) + 1
    }
  }
  const rows = [...cohorts.keys()]
    .toSorted((left, right) => left - right)
    .map((key): CohortTableRow => {
      const { size, activeByYear } = cohorts.get(key) ?? { size: 0, activeByYear: new Int32Array() }
      const cells = Array.from({ length: lastKey - key + 1 }, (_, offset): CohortTableCell | null => {
        const count = activeByYear[key + offset - firstKey]
        if (count === undefined) return null
        return {
          count,
          share: count / size,
          isOver: yearOfKey(facts.settings, key + offset).end < facts.asOf,
          ref: { kind: 'cohort', basis, year: key, offset },
        }
      })
      return { year: yearOfKey(facts.settings, key), size, ref: { kind: 'cohort', basis, year: key, offset: null }, cells }
    })
  return { rows, undated, rule: { kind: 'cohorts', active: facts.settings.activeRule, years: facts.settings, basis } }
}

/** The people of a cohort, or those of it active `offset` years later. */
export const peopleInCohort = (facts: Facts, basis: CohortBasis, key: number, offset: number | null): readonly number[] => {
  const active = activeYearsOf(facts)
  const position = key - (active.years[0]?.key ?? 0)
  const cohortOf = cohortsBy(facts, active, basis)
  return peopleWhere(facts, (_, person) => cohortOf(person) === key && (offset === null || isActiveInYear(active, person, position + offset)))
}

/** Finds the key of the year in which a person began; `none` when she did not begin in the time of the table, null when it can't be known. */
const cohortsBy = (facts: Facts, active: ActiveYears, basis: CohortBasis): ((person: number) => number | 'none' | null) => {
  if (basis === 'activity') {
    return (person) => {
      const first = active.years[active.firstYear[person] ?? -1]
      if (first !== undefined) return first.key
      return active.years.some((_, year) => isActiveInYear(active, person, year)) ? null : 'none'
    }
  }
  const keyByDay = new Map<number, number>()
  const keyOf = (day: number): number => {
    const key = keyByDay.get(day) ?? yearHolding(facts.settings, dayNumberToDate(day)).key
    keyByDay.set(day, key)
    return key
  }
  const lastKey = active.years.at(-1)?.key ?? 0
  return (person) => {
    const found = facts.columns.people[person]
    const start = found === undefined ? null : joiningOf(found)
    if (start === null || keyOf(start.first) !== keyOf(start.last)) return null
    const key = keyOf(start.first)
    return key > lastKey || key <= lastKey - mostYears ? 'none' : key
  }
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
