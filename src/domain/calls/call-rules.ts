import type { PersonId, TaskId } from '#domain/id'
import type { IsoDate, PartialDate } from '#domain/period'

/** Every threshold of « À qui parler aujourd'hui », in days unless said otherwise; the page says them in words. */
export const callRules = {
  /** A promise comes up so long before its day. */
  promiseAhead: 7,
  /** « Va rappeler »: after so many days without a call, we call. */
  callBackAfter: 7,
  /**
   * Silence against one's own rhythm (Orbit's « presence »): at least `fewestDays` days of participation in the last `years` years; silent after the larger of
   * `leastDays` and `times` times the median gap, and no longer than `longestDays`: beyond, it is not silence but a departure.
   */
  silence: { fewestDays: 3, years: 3, leastDays: 60, times: 2, longestDays: 730 },
  /** An active ambassador has had no attention for so long. */
  ambassadorCare: 90,
  /** One participation only, between so many days ago. */
  newcomer: { from: 14, to: 90 },
  /** The last pair of a mentor ended at most so many days ago. */
  mentorFree: 90,
  /** Years here that one marks: the first, the fifth, then every fifth; so many days before and after. */
  anniversary: { first: 1, every: 5, around: 7 },
  /** Details not confirmed for so many months are « à confirmer » (metrics: contact freshness). */
  staleMonths: 24,
  /** After « pas maintenant » nobody asks for so long; promises, and call-backs asked for since, excepted. */
  restAfterNotNow: 90,
  /** Talked to in the last `days` days, or `most` talks and asks within `within` days, is enough; promises and call-backs excepted. */
  fatigue: { days: 30, most: 4, within: 365 },
} as const

/** Why somebody is on the list; what the sentence on screen needs. Kinds stand in order of strength. */
export type CallReason =
  | { readonly kind: 'promise'; readonly taskId: TaskId; readonly title: string; readonly dueOn: IsoDate }
  | { readonly kind: 'call-back'; readonly on: PartialDate }
  | { readonly kind: 'due'; readonly taskId: TaskId; readonly title: string; readonly dueOn: IsoDate }
  /** null: no attention was ever noted. */
  | { readonly kind: 'ambassador'; readonly lastAttention: PartialDate | null }
  | { readonly kind: 'newcomer'; readonly on: IsoDate }
  | { readonly kind: 'mentor-free'; readonly since: IsoDate }
  | { readonly kind: 'anniversary'; readonly years: number; readonly on: IsoDate }
  /** `rhythm`: the usual gap in days. */
  | { readonly kind: 'silence'; readonly lastSeen: IsoDate; readonly silence: number; readonly rhythm: number }
  | { readonly kind: 'former-mentee'; readonly since: IsoDate }
export type CallReasonKind = CallReason['kind']

export const callReasonKinds = [
  'promise',
  'call-back',
  'due',
  'ambassador',
  'newcomer',
  'mentor-free',
  'anniversary',
  'silence',
  'former-mentee',
] as const satisfies readonly CallReasonKind[]

/** Reasons that somebody gave, as against those that a rule found: they always come first. */
export const isGivenReason = (kind: CallReasonKind): boolean => kind === 'promise' || kind === 'call-back' || kind === 'due'

/** A reason, and whom it is about: the person called, or the minor whose guardian is called. */
export type ReasonAbout = CallReason & { readonly aboutId: PersonId }
