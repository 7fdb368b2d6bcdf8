import { addYears, dayNumberOf, dayNumberToDate } from '#domain/period'
import { yearBounds, yearsBetween, type AssociationYear } from '#domain/year'
import { everDay } from './fact-columns.ts'
import { staffFact } from './fact-index.ts'
import { countsIn, roleFactsOf, wantedKinds, type Facts } from './facts.ts'

/** Years further back are only « known before »: a mistyped « 0205 » must not make eighteen centuries of columns. */
export const mostYears = 40

/** Who was active in which year, by the rule of the settings. */
export interface ActiveYears {
  readonly years: readonly AssociationYear[]
  /** 1 where person `i` was active in year `y`, at `i * years.length + y`. */
  readonly cells: Uint8Array
  /** By person, the position of her first active year; -1 when never, or when an older or undatable activity may come before it. */
  readonly firstYear: Int32Array
  /** Activity exists before the first of `years`, or before anything that has a date. */
  readonly isCut: boolean
}

/** Computed once for the same facts. */
export const activeYearsOf = (facts: Facts): ActiveYears => {
  const known = cache.get(facts)
  if (known !== undefined) return known
  const made = computeActiveYears(facts)
  cache.set(facts, made)
  return made
}

export const isActiveInYear = ({ years, cells }: ActiveYears, person: number, year: number): boolean =>
  year >= 0 && cells[person * years.length + year] === 1

const cache = new WeakMap<Facts, ActiveYears>()

const computeActiveYears = (facts: Facts): ActiveYears => {
  const {
    columns,
    index: { offsets, from, to, kind },
    settings,
  } = facts
  const wanted = wantedKinds(facts)
  const earliest = earliestActivity(facts)
  const today = dayNumberOf(facts.asOf)
  const floor = dayNumberOf(addYears(facts.asOf, 1 - mostYears))
  const years = yearsBetween(settings, dayNumberToDate(Math.min(Math.max(earliest, floor), today)), facts.asOf)
  const bounds = yearBounds(years)
  const cells = new Uint8Array(columns.people.length * years.length)
  const firstYear = new Int32Array(columns.people.length).fill(-1)

  for (const [person, { isRemoved }] of columns.people.entries()) {
    if (isRemoved) continue
    const row = person * years.length
    let oldest = everDay
    const mark = (earliestYear: number, latestYear: number): void => {
      for (let year = Math.max(0, earliestYear); year <= Math.min(latestYear, years.length - 1); year += 1) cells[row + year] = 1
    }
    const end = offsets[person + 1] ?? 0
    let lastDay = everDay
    for (let at = offsets[person] ?? 0; at < end; at += 1) {
      const bits = kind[at] ?? 0
      if ((bits & wanted) === 0 || (bits & staffFact) !== 0) continue
      const latest = from[at] ?? 0
      const earliestDay = to[at] ?? 0
      if (earliestDay < oldest) oldest = earliestDay
      // The same day again (an event and hours) marks nothing new.
      if (latest === lastDay && earliestDay === latest) continue
      lastDay = latest
      const year = positionOf(bounds, latest)
      mark(year, earliestDay === latest ? year : positionOf(bounds, earliestDay))
    }
    if (settings.activeRule.role) {
      for (const role of roleFactsOf(facts, person)) {
        oldest = Math.min(oldest, role.from, role.to)
        const latestYear = positionOf(bounds, Math.min(role.to, today))
        for (let year = Math.max(0, positionOf(bounds, role.from)); year <= Math.min(latestYear, years.length - 1); year += 1) {
          if (countsIn(role, { start: bounds[year] ?? 0, end: (bounds[year + 1] ?? 0) - 1 })) cells[row + year] = 1
        }
      }
    }
    const position = cells.subarray(row, row + years.length).indexOf(1)
    if (position >= 0 && oldest >= (bounds[position] ?? 0)) firstYear[person] = position
  }
  return { years, cells, firstYear, isCut: earliest < dayNumberOf(years[0]?.start ?? facts.asOf) }
}

/** Position of the year that holds a day; -1 before the first, `years.length` after the last. */
const positionOf = (bounds: Int32Array, day: number): number => {
  let low = 0
  let high = bounds.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((bounds[middle] ?? everDay) <= day) low = middle + 1
    else high = middle
  }
  return low - 1
}

/** The earliest day (as a number) of any activity that the rule counts, by its earliest reading; `everDay` when there is none. */
export const earliestActivity = (facts: Facts): number => {
  const {
    index: { to, kind },
    columns,
  } = facts
  const wanted = wantedKinds(facts)
  let earliest = everDay
  for (let at = 0; at < to.length; at += 1) {
    const bits = kind[at] ?? 0
    if ((bits & wanted) !== 0 && (bits & staffFact) === 0) earliest = Math.min(earliest, to[at] ?? everDay)
  }
  if (facts.settings.activeRule.role) {
    for (const person of columns.people.keys()) for (const role of roleFactsOf(facts, person)) earliest = Math.min(earliest, role.from, role.to)
  }
  return earliest
}
