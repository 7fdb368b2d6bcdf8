import type { Ritual, RitualOutcome } from '#domain/community'
import { addDays, addYears, type IsoDate } from '#domain/period'
import { datesOfRule } from './rhythm.ts'

/** The dates of a ritual around a day. */
export interface RitualDates {
  /** Past and without any news, oldest first: never hidden, however many. */
  readonly late: readonly IsoDate[]
  /** That day and after, nearest first. */
  readonly next: readonly IsoDate[]
  /** Past dates that took place, by the note of somebody or an event of that day; latest first. */
  readonly held: readonly IsoDate[]
  readonly missed: readonly IsoDate[]
}

/**
 * A date that went by took place when somebody noted so, or when an event of that day brought members together (`metOn`); it did not when noted so; else it is late.
 * `most`: how many dates to come.
 */
export const datesOfRitual = (
  ritual: Pick<Ritual, 'rule' | 'start' | 'outcomes'>,
  today: IsoDate,
  metOn: ReadonlySet<string>,
  most = 3,
): RitualDates => {
  const past = datesOfRule(ritual.rule, ritual.start, { from: ritual.start, to: addDays(today, -1), most: Number.POSITIVE_INFINITY })
  const outcomeOf = (date: IsoDate): RitualOutcome | 'late' => ritual.outcomes[date] ?? (metOn.has(date) ? 'held' : 'late')
  const which = (wanted: RitualOutcome | 'late'): readonly IsoDate[] => past.filter((date) => outcomeOf(date) === wanted)
  return {
    late: which('late'),
    next: datesOfRule(ritual.rule, ritual.start, { from: today, to: addYears(today, yearsAhead), most }),
    held: which('held').toReversed(),
    missed: which('missed').toReversed(),
  }
}

/** 29 February comes back within eight years. */
const yearsAhead = 8
