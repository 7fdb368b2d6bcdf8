import type { CommunityId, EventId, HandoverId, OrganisationId, PersonId, ResponsibilityId, TerritoryId } from '#domain/id'
import type { IsoDate, PartialDate } from '#domain/period'

/** Something that somebody holds for the association: the keys, the bank, a territory, an event, a partner. Holders are dated. */
export interface Responsibility {
  readonly id: ResponsibilityId
  readonly title: string
  readonly holders: Readonly<Record<PersonId, { readonly start: PartialDate | null; readonly end: PartialDate | null }>>
  readonly successorId: PersonId | null
  readonly territoryId: TerritoryId | null
  readonly communityId: CommunityId | null
  readonly organisationId: OrganisationId | null
  readonly eventId: EventId | null
  /** What the next one must know: where things are, who to call, passwords' place (never the passwords). */
  readonly howTo: string
  readonly deletedAt: string | null
}

/** A key volunteer leaves: what is handed over, step by step. */
export interface Handover {
  readonly id: HandoverId
  readonly personId: PersonId
  readonly leavingOn: PartialDate | null
  readonly startedOn: IsoDate
  readonly closedOn: IsoDate | null
  readonly steps: Readonly<Record<string, HandoverStep>>
  readonly note: string
  readonly deletedAt: string | null
}
export interface HandoverStep {
  readonly id: string
  /** null: a built-in step, of which the interface has the words. */
  readonly name: string | null
  readonly doneOn: IsoDate | null
  /** To whom it goes. */
  readonly toId: PersonId | null
  readonly note: string
  readonly order: number
}
