import { dayNumberOf, dayNumberToDate, type IsoDate } from '#domain/period'
import { staffFact } from './fact-index.ts'
import { daysOf, windowEndingOn, type Facts } from './facts.ts'
import type { FadingPeople, FadingPerson } from './figure.ts'

/** A silence is long from three times the usual gap on, and never under six weeks: two missed evenings in August mean nothing. */
const times = 3
const fewestDays = 42
/** Fewer days with a sign make no rhythm. */
const fewestSigns = 4
/** Others gave signs on at least so many days since: nobody is silent while the association sleeps. */
const fewestDaysOfOthers = 2

/**
 * People still active by the rule whose silence is long for their own rhythm (Orbit's « presence »: frequency and recency against the person's baseline):
 * somebody to call. Signs are full-dated attendances and hours, whatever the rule counts. Deceased people, those who asked not to be contacted and
 * present staff are left out; so is who has been silent for `activeMonths`: she is no longer fading but gone.
 */
export const fadingPeople = (facts: Facts, on: IsoDate): FadingPeople => {
  const today = dayNumberOf(on)
  const window = daysOf(windowEndingOn(on, facts.settings.activeMonths))
  const people: FadingPerson[] = []
  for (const [index, person] of facts.columns.people.entries()) {
    if (person.isRemoved || person.isDeceased || person.doNotContact) continue
    if (person.staff.some(({ from, to }) => from <= today && to >= today)) continue
    const days = signDaysOf(facts, index, today)
    const last = days.at(-1)
    if (last === undefined || last < window.start || days.length < fewestSigns) continue
    const rhythm = medianGap(days)
    const silence = today - last
    if (silence < Math.max(fewestDays, times * rhythm) || daysOfOthersSince(facts.index.signDays, last, today) < fewestDaysOfOthers) continue
    people.push({ personId: person.id, lastSeen: dayNumberToDate(last), silence, rhythm, times: silence / rhythm })
  }
  return {
    people: people.toSorted((left, right) => right.times - left.times || left.personId.localeCompare(right.personId)),
    rule: { kind: 'fading', times, fewestDays, fewestSigns, longestMonths: facts.settings.activeMonths },
  }
}

/** Different days with a sign, in order, up to a day. */
const signDaysOf = (facts: Facts, person: number, until: number): readonly number[] => {
  const { offsets, from, to, kind } = facts.index
  const days: number[] = []
  for (let at = offsets[person] ?? 0; at < (offsets[person + 1] ?? 0); at += 1) {
    const day = from[at] ?? 0
    if (day === to[at] && day <= until && ((kind[at] ?? 0) & staffFact) === 0 && days.at(-1) !== day) days.push(day)
  }
  return days
}

/** The median rather than the mean: one long break long ago must not hide a new one. At least 1, since the days differ. */
const medianGap = (days: readonly number[]): number => {
  const gaps = days
    .slice(1)
    .map((day, position) => day - (days[position] ?? day))
    .toSorted((left, right) => left - right)
  const middle = gaps.length >>> 1
  const upper = gaps[middle] ?? 1
  return gaps.length % 2 === 1 ? upper : (upper + (gaps[middle - 1] ?? upper)) / 2
}

/** The person's own last day is `after`, so that every later day with a sign is another's. */
const daysOfOthersSince = (signDays: Int32Array, after: number, until: number): number => {
  let count = 0
  for (let position = signDays.length - 1; position >= 0; position -= 1) {
    const day = signDays[position] ?? 0
    if (day <= after) break
    if (day <= until) count += 1
  }
  return count
}
