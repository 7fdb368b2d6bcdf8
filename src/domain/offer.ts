import type { OfferId, OrganisationId, PersonId, ProgrammeId, TerritoryId } from '#domain/id'
import type { PartialDate } from '#domain/period'

export const offerCategories = ['internship', 'job', 'equipment', 'housing', 'skill', 'time', 'other'] as const
export type OfferCategory = (typeof offerCategories)[number]
export type OfferState = 'open' | 'matched' | 'done' | 'withdrawn'

/** What somebody gives or looks for: internship, job, equipment, housing, a skill, time. */
export interface Offer {
  readonly id: OfferId
  readonly side: 'offer' | 'need'
  readonly category: OfferCategory
  readonly title: string
  readonly personId: PersonId | null
  readonly organisationId: OrganisationId | null
  readonly territoryId: TerritoryId | null
  /** Can be done from afar. */
  readonly isRemote: boolean
  readonly skills: readonly string[]
  readonly openedOn: PartialDate
  readonly until: PartialDate | null
  readonly state: OfferState
  /** The need that an offer answers, and the other way round. */
  readonly matchedWithId: OfferId | null
  readonly matchedOn: PartialDate | null
  readonly programmeId: ProgrammeId | null
  /** Euros that the association spent on it; null: not noted. */
  readonly cost: number | null
  readonly note: string
  readonly deletedAt: string | null
}

/** A named solidarity programme, with what it may spend. */
export interface Programme {
  readonly id: ProgrammeId
  readonly name: string
  readonly purpose: string
  readonly start: PartialDate | null
  readonly end: PartialDate | null
  /** Euros for one match; null: no cap. */
  readonly capPerMatch: number | null
  /** Euros in all; null: no cap. */
  readonly budget: number | null
  readonly deletedAt: string | null
}
