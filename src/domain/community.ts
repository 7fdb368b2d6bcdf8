import type { CommunityId, OrganisationId, PersonId, TerritoryId } from '#domain/id'
import type { IsoDate, PartialDate } from '#domain/period'

/** A community at large, a local group with somebody in charge, a thematic club inside a network. */
export const communityKinds = ['community', 'local-group', 'club'] as const
export type CommunityKind = (typeof communityKinds)[number]
export const channelKinds = ['newsletter', 'chat-group', 'meetings', 'phone', 'social', 'other'] as const
export type ChannelKind = (typeof channelKinds)[number]

/** How a community keeps in touch. */
export interface CommunityChannel {
  readonly id: string
  readonly kind: ChannelKind
  readonly name: string
  /** A link, a number, a place. */
  readonly where: string
  readonly order: number
}
/** A meeting that comes back; `rule` is an iCalendar RRULE (RFC 5545), `start` its first day. */
export interface Ritual {
  readonly id: string
  readonly name: string
  readonly rule: string
  readonly start: IsoDate
  readonly isOnline: boolean
  readonly place: string
  /** What became of its dates, as far as somebody noted it. */
  readonly outcomes: Readonly<Record<string, RitualOutcome>>
  readonly order: number
}
export type RitualOutcome = 'held' | 'missed'

/** What was done for a community: discussions started, visits on site, partnerships, trainings given, kits sent, projects supported… */
export const entryKinds = ['discussion', 'visit', 'partnership', 'training', 'kit', 'project', 'preparation', 'other'] as const
export type EntryKind = (typeof entryKinds)[number]
/** A line of the journal of a community, with the time and the money it took. */
export interface CommunityEntry {
  readonly id: string
  readonly on: PartialDate
  readonly kind: EntryKind
  readonly what: string
  /** Hours; null: not noted. */
  readonly hours: number | null
  /** Euros; null: not noted. */
  readonly amount: number | null
}
/** A seat in the governance and who holds it. */
export interface Seat {
  readonly id: string
  readonly title: string
  readonly personId: PersonId | null
  readonly start: PartialDate | null
  readonly end: PartialDate | null
}

/** The four stages of launching a community (embarquer, rassembler, relier, outiller et valoriser), each with its steps. */
export const launchStages = ['embark', 'gather', 'connect', 'equip'] as const
export type LaunchStage = (typeof launchStages)[number]
export interface LaunchStep {
  readonly id: string
  readonly stage: LaunchStage
  /** The interface's own words when it is a built-in step (`name` null). */
  readonly name: string | null
  readonly doneOn: PartialDate | null
  readonly order: number
}

/** 0 accompanied in everything … 4 goes on alone. */
export type Autonomy = 0 | 1 | 2 | 3 | 4

export interface Community {
  readonly id: CommunityId
  readonly name: string
  readonly kind: CommunityKind
  readonly parentId: CommunityId | null
  readonly territoryId: TerritoryId | null
  readonly purpose: string
  readonly targetProfile: string
  readonly objectives: string
  readonly charter: string
  readonly scale: 'pilot' | 'scaled' | null
  readonly leaderId: PersonId | null
  readonly autonomy: Autonomy | null
  readonly channels: Readonly<Record<string, CommunityChannel>>
  readonly rituals: Readonly<Record<string, Ritual>>
  readonly log: Readonly<Record<string, CommunityEntry>>
  readonly seats: Readonly<Record<string, Seat>>
  readonly steps: Readonly<Record<string, LaunchStep>>
  readonly note: string
  readonly deletedAt: string | null
}

/** From when to when; null as in `RolePeriod`. */
export interface MembershipPeriod {
  readonly start: PartialDate | null
  readonly end: PartialDate | null
}
/** The latest time of membership, and those before it of who left and came back. */
export interface Membership extends MembershipPeriod {
  readonly earlier?: readonly MembershipPeriod[]
}
/** Who belongs to a community: one record a community, however many people, as for attendance. Same id as its community. */
export interface CommunityMembers {
  readonly id: CommunityId
  readonly people: Readonly<Record<PersonId, Membership>>
  readonly organisations: Readonly<Record<OrganisationId, Membership>>
}

export const emptyCommunity = (id: CommunityId): Community => ({
  id,
  name: '',
  kind: 'community',
  parentId: null,
  territoryId: null,
  purpose: '',
  targetProfile: '',
  objectives: '',
  charter: '',
  scale: null,
  leaderId: null,
  autonomy: null,
  channels: {},
  rituals: {},
  log: {},
  seats: {},
  steps: {},
  note: '',
  deletedAt: null,
})
