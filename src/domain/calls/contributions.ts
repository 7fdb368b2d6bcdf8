import type { Contact, ContactKind } from '#domain/contact'
import type { PersonId } from '#domain/id'
import { addDays, addYears, daysBetween, isCertainlyWithin, type IsoDate, type Period } from '#domain/period'

/** What members give to be read or heard: they make the register. */
export const registerKinds = ['testimony', 'contribution', 'speaking'] as const satisfies readonly ContactKind[]
export type RegisterKind = (typeof registerKinds)[number]
export const isRegisterKind = (kind: ContactKind): kind is RegisterKind => (registerKinds as readonly ContactKind[]).includes(kind)

export interface ContributionCount {
  readonly period: Period
  readonly count: number
  readonly people: number
}
/** Contributions before and after a day, over periods of one length: the time since that day, at most a year. */
export interface ContributionRate {
  readonly before: ContributionCount
  readonly after: ContributionCount
}

/** null when the day is not past: there is no « after » to compare. Dates known in part count only where all their readings fall. */
export const contributionRate = (contacts: Iterable<Contact>, turn: IsoDate, today: IsoDate): ContributionRate | null => {
  if (turn > today) return null
  const end = addDays(addYears(turn, 1), -1) < today ? addDays(addYears(turn, 1), -1) : today
  const after: Period = { start: turn, end }
  const before: Period = { start: addDays(turn, -daysBetween(turn, end) - 1), end: addDays(turn, -1) }
  const given = [...contacts].filter(({ kind, deletedAt }) => deletedAt === null && isRegisterKind(kind))
  const count = (period: Period): ContributionCount => {
    const within = given.filter(({ on }) => isCertainlyWithin(on, period))
    return { period, count: within.length, people: new Set(within.map(({ personId }) => personId).filter((id): id is PersonId => id !== null)).size }
  }
  return { before: count(before), after: count(after) }
}
