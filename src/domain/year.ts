import { dayNumberOf, daysInMonth, isoDateOf, partsOf, type IsoDate, type Period } from '#domain/period'
import type { Settings } from '#domain/settings'

/** How years are counted; part of the settings. */
export type YearRule = Pick<Settings, 'yearKind' | 'yearStartMonth'>

/** One year of the association. `key` is the calendar year in which it starts: with `endYear` it makes the label (« 2025 », « 2025-2026 »). */
export interface AssociationYear extends Period {
  readonly key: number
  /** Calendar year of its last day; same as `key` for a civil year. */
  readonly endYear: number
}

/** The month (1–12) in which years start: 1 for civil, 9 for school, the user's for the association's own. */
export const startMonthOf = (rule: YearRule): number => (rule.yearKind === 'civil' ? 1 : rule.yearKind === 'school' ? 9 : rule.yearStartMonth)

/** The year that starts in the calendar year `key`. */
export const yearOfKey = (rule: YearRule, key: number): AssociationYear => {
  const startMonth = startMonthOf(rule)
  const endYear = startMonth === 1 ? key : key + 1
  const endMonth = startMonth === 1 ? 12 : startMonth - 1
  const start = isoDateOf(key, startMonth, 1)
  const end = isoDateOf(endYear, endMonth, daysInMonth(endYear, endMonth))
  if (start === null || end === null) throw new RangeError(`No year ${key} starting in month ${startMonth}`)
  return { key, start, end, endYear }
}

/** The year that holds a day. */
export const yearHolding = (rule: YearRule, date: IsoDate): AssociationYear => {
  const { year, month } = partsOf(date)
  return yearOfKey(rule, (month ?? 1) >= startMonthOf(rule) ? year : year - 1)
}

/** All the years from the one that holds `first` to the one that holds `last`, in order. */
export const yearsBetween = (rule: YearRule, first: IsoDate, last: IsoDate): readonly AssociationYear[] => {
  const from = yearHolding(rule, first).key
  const to = yearHolding(rule, last).key
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => yearOfKey(rule, from + index))
}

/** First days of years as day numbers, with one more after the last: the year of a day is found by binary search. Years must follow each other. */
export const yearBounds = (years: readonly AssociationYear[]): Int32Array => {
  const last = years.at(-1)
  return Int32Array.from([...years.map((year) => dayNumberOf(year.start)), ...(last === undefined ? [] : [dayNumberOf(last.end) + 1])])
}
