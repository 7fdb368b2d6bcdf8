import type { TieKind } from '#domain/tie'

/** An event where more people came makes no tie: sharing a hall with two hundred others is not knowing them. */
export const largestMeeting = 60
/** What is left of a tie after each whole month without anything between the two (orbit model: −10 % a month idle). */
export const keptPerMonth = 0.9
/** A tie lives when something happened between the two in so many months, or when a declared tie has no end. */
export const livingMonths = 24
/** From this strength on a tie is called strong: three small meetings of seven in a few months, or somebody one was introduced to this year. */
export const strongTie = 0.5
/** Below this many people a share says nothing: it is not shown. */
export const fewestToCompare = 10

/** What a declared tie is worth. Family and guardians are shown, but are no ties of the community; nor is a pair that was set aside. */
export const strengthByKind: Readonly<Record<TieKind, number>> = {
  acquaintance: 1,
  introduction: 1,
  'co-optation': 2,
  mentoring: 3,
  family: 0,
  guardian: 0,
  'set-aside': 0,
}

/**
 * What one shared event brings to the tie between two of those who came: 1 / (n − 1), n being how many came, so that whoever came gives out one in all.
 * (M. E. J. Newman, « Scientific collaboration networks II », 2001.) 0 for nobody to meet and for events that are too large.
 */
export const strengthOfMeeting = (came: number): number => (came < 2 || came > largestMeeting ? 0 : 1 / (came - 1))

/** What is left of a strength after so many days without anything new; the same on the day itself. */
export const fadedStrength = (strength: number, idleDays: number): number =>
  strength * keptPerMonth ** Math.floor(Math.max(0, idleDays) / daysOfMonth)

const daysOfMonth = 365.25 / 12
