import {
  addYears,
  dayNumberOf,
  dayNumberToDate,
  firstDay,
  lastDay,
  monthsOf,
  partsOf,
  type IsoDate,
  type PartialDate,
  type Period,
} from '#domain/period'
import { everDay } from './fact-columns.ts'
import { staffFact } from './fact-index.ts'
import { activeIn, countsIn, daysOf, roleFactsOf, wantedKinds, windowEndingOn, type Facts } from './facts.ts'
import type { ActiveMonths, Figure } from './figure.ts'

/**
 * How many people were active at the end of each month: took part in the `activeMonths` months that end there, each person once. The running month is
 * taken as of today, and months to come are left out. Deceased people count in months that ended (they were there), never in the running one.
 */
export const activeMonths = (facts: Facts, period: Period): ActiveMonths => {
  const months = monthsOf(period).filter((month) => firstDay(month) <= facts.asOf)
  const counts = countByMonth(facts, months)
  return {
    months: months.map((month, position) => {
      const isRunning = lastDay(month) >= facts.asOf
      const figure = isRunning
        ? activeAt(facts, facts.asOf)
        : { count: counts[position] ?? 0, ref: { kind: 'active-at' as const, on: lastDay(month) } }
      return { month, ...figure }
    }),
    rule: { kind: 'active', active: facts.settings.activeRule, months: facts.settings.activeMonths },
  }
}

/** People active on a day, by the rolling rule of the settings. */
export const activeAt = (facts: Facts, on: IsoDate): Figure => ({ count: peopleActiveAt(facts, on).length, ref: { kind: 'active-at', on } })

/** Active today, and on the same day a year ago by the same rule. */
export const activeNowAndAYearAgo = (facts: Facts): { readonly now: Figure; readonly yearAgo: Figure } => ({
  now: activeAt(facts, facts.asOf),
  yearAgo: activeAt(facts, addYears(facts.asOf, -1)),
})

/** The people behind `activeAt`. Deceased people are left out of the present only: the date of their death is not kept. */
export const peopleActiveAt = (facts: Facts, on: IsoDate): readonly number[] => {
  const people = activeIn(facts, windowEndingOn(on, facts.settings.activeMonths))
  return on < facts.asOf ? people : people.filter((person) => facts.columns.people[person]?.isDeceased === false)
}

/** One pass over the facts, whatever the number of months: each fact marks the months whose window holds it, and a stamp counts a person once. */
const countByMonth = (facts: Facts, months: readonly PartialDate[]): Int32Array => {
  const counts = new Int32Array(months.length)
  const first = months[0]
  if (first === undefined) return counts
  const origin = monthNumber(dayNumberOf(firstDay(first)))
  const stamps = new Int32Array(months.length).fill(-1)
  const window = facts.settings.activeMonths - 1
  const { offsets, from, to, kind } = facts.index
  const wanted = wantedKinds(facts)
  const monthOfDay = makeMonthOfDay()
  const windows = months.map((month) => daysOf(windowEndingOn(lastDay(month), facts.settings.activeMonths)))
  for (const [person, { isRemoved }] of facts.columns.people.entries()) {
    if (isRemoved) continue
    const mark = (low: number, high: number): void => {
      for (let month = Math.max(0, low); month <= Math.min(high, months.length - 1); month += 1) {
        if (stamps[month] === person) continue
        stamps[month] = person
        counts[month] = (counts[month] ?? 0) + 1
      }
    }
    const end = offsets[person + 1] ?? 0
    for (let at = offsets[person] ?? 0; at < end; at += 1) {
      const bits = kind[at] ?? 0
      if ((bits & wanted) === 0 || (bits & staffFact) !== 0) continue
      mark(monthOfDay(from[at] ?? 0) - origin, monthOfDay(to[at] ?? 0) - origin + window)
    }
    if (facts.settings.activeRule.role) {
      for (const role of roleFactsOf(facts, person)) {
        const low = monthOfDay(role.from) - origin
        const high = monthOfDay(role.to) - origin + window
        if (role.staff.length === 0) mark(low, high)
        else for (const [month, days] of windows.entries()) if (countsIn(role, days)) mark(month, month)
      }
    }
  }
  return counts
}

/** Months since year 0 of a day number. */
const monthNumber = (day: number): number => {
  const { year, month } = partsOf(dayNumberToDate(day))
  return year * 12 + (month ?? 1) - 1
}

/** `monthNumber` that remembers: facts share a few thousand days. */
const makeMonthOfDay = (): ((day: number) => number) => {
  const known = new Map<number, number>()
  return (day) => {
    const found = known.get(day)
    if (found !== undefined) return found
    const month = day >= everDay ? Number.MAX_SAFE_INTEGER : monthNumber(day)
    known.set(day, month)
    return month
  }
}
