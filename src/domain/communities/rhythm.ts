import ICAL from 'ical.js'
import { dayNumberOf, isoDateOf, partsOf, type IsoDate } from '#domain/period'

/** Days of the week from Monday, as RFC 5545 writes them. */
export const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const
export type Weekday = (typeof weekdays)[number]
/** First to fourth, or the last one. */
export const ranks = [1, 2, 3, 4, -1] as const
export type Rank = (typeof ranks)[number]

/** A rhythm that can be said in plain words; `every` counts weeks, months or (once a year) nothing. */
export type Rhythm =
  /** « chaque semaine, le mardi », « toutes les 2 semaines, le mardi ». */
  | { readonly kind: 'weekly'; readonly every: number; readonly weekday: Weekday }
  /** « chaque mois, le 2e mardi ». */
  | { readonly kind: 'monthly-weekday'; readonly every: number; readonly rank: Rank; readonly weekday: Weekday }
  /** « tous les 3 mois, le 15 »; day -1 is the last one. */
  | { readonly kind: 'monthly-day'; readonly every: number; readonly day: number }
  /** « chaque année, le 12 mars ». */
  | { readonly kind: 'yearly'; readonly month: number; readonly day: number }

/** The rule of a rhythm (RFC 5545, RECUR). */
export const rhythmToRule = (rhythm: Rhythm): string => {
  switch (rhythm.kind) {
    case 'weekly':
      return `FREQ=WEEKLY${interval(rhythm.every)};BYDAY=${rhythm.weekday}`
    case 'monthly-weekday':
      return `FREQ=MONTHLY${interval(rhythm.every)};BYDAY=${rhythm.rank}${rhythm.weekday}`
    case 'monthly-day':
      return `FREQ=MONTHLY${interval(rhythm.every)};BYMONTHDAY=${rhythm.day}`
    case 'yearly':
      return `FREQ=YEARLY;BYMONTH=${rhythm.month};BYMONTHDAY=${rhythm.day}`
  }
}

/** The rhythm that a rule writes; null when it says something that `Rhythm` has no words for. */
export const ruleToRhythm = (rule: string): Rhythm | null => {
  const parts = new Map(rule.split(';').map((part) => part.split('=', 2) as [string, string | undefined]))
  const every = Number(parts.get('INTERVAL') ?? '1')
  const byDay = /^(-?\d)?([A-Z]{2})$/u.exec(parts.get('BYDAY') ?? '')
  const weekday = weekdays.find((known) => known === byDay?.[2])
  const rank = ranks.find((known) => String(known) === byDay?.[1])
  const day = Number(parts.get('BYMONTHDAY') ?? '0')
  const month = Number(parts.get('BYMONTH') ?? '0')
  const candidates: readonly (Rhythm | null)[] = [
    weekday === undefined ? null : { kind: 'weekly', every, weekday },
    weekday === undefined || rank === undefined ? null : { kind: 'monthly-weekday', every, rank, weekday },
    day === 0 ? null : { kind: 'monthly-day', every, day },
    day === 0 || month === 0 ? null : { kind: 'yearly', month, day },
  ]
  // What would be written back otherwise is more than these words can say.
  return candidates.find((rhythm) => rhythm !== null && rhythmToRule(rhythm) === rule) ?? null
}

/**
 * The dates of a rule from its first day on, those in `from`…`to` (both included), in order; at most `most`. A rule that nobody can read has none.
 * Occurrences are ical.js's; a first day that the rule itself does not name is no date.
 */
export const datesOfRule = (rule: string, start: IsoDate, { from, to, most }: DateRange): readonly IsoDate[] => {
  const iterator = iteratorOf(rule, start)
  if (iterator === null) return []
  const dates: IsoDate[] = []
  for (let steps = 0; steps < mostSteps && dates.length < most; steps += 1) {
    const next: ICAL.Time | null = iterator.next()
    if (next === null) break
    const date = isoDateOf(next.year, next.month, next.day)
    if (date === null || date > to) break
    if (date >= from && date >= start) dates.push(date)
  }
  return dates
}
export interface DateRange {
  readonly from: IsoDate
  readonly to: IsoDate
  readonly most: number
}

/** A rhythm on that very day of the month and of the week: what a form proposes for « the same again ». */
export const rhythmOfDay = (day: IsoDate): Rhythm => {
  const weekOfMonth = Math.ceil((partsOf(day).day ?? 1) / 7)
  const rank = ranks.find((known) => known === weekOfMonth) ?? -1
  return { kind: 'monthly-weekday', every: 1, rank, weekday: weekdayOf(day) }
}

/** Day 0 of the day numbers, 1 January 1970, was a Thursday. */
export const weekdayOf = (day: IsoDate): Weekday => weekdays[(((dayNumberOf(day) + 3) % 7) + 7) % 7] ?? 'MO'

const iteratorOf = (rule: string, start: IsoDate): ICAL.RecurIterator | null => {
  try {
    return ICAL.Recur.fromString(rule).iterator(ICAL.Time.fromDateString(start))
  } catch {
    // ical.js throws on what is no rule: a value here, since a file may have brought it.
    return null
  }
}

/** A daily rule over a human life; beyond it a ritual is no ritual. */
const mostSteps = 40_000

const interval = (every: number): string => (every === 1 ? '' : `;INTERVAL=${every}`)
