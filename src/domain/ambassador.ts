import type { Autonomy } from '#domain/community'
import type { AmbassadorshipId, CommunityId, EventId, PersonId } from '#domain/id'
import type { PartialDate } from '#domain/period'

/** identified → contacted → accepted → active → handing over → former. */
export const ambassadorStages = ['identified', 'contacted', 'accepted', 'active', 'handing-over', 'former'] as const
export type AmbassadorStage = (typeof ambassadorStages)[number]

/** The way of one person towards being an ambassador, and out of it. Stages are dated: the last entered is today's. */
export interface Ambassadorship {
  readonly id: AmbassadorshipId
  readonly personId: PersonId
  readonly communityId: CommunityId | null
  /** When each stage was entered; a stage skipped has no entry. */
  readonly stages: Readonly<Partial<Record<AmbassadorStage, PartialDate>>>
  readonly stage: AmbassadorStage
  readonly whyChosen: string
  readonly whatsInIt: string
  /** Where the idea came from: acquaintance, network, customer, database… */
  readonly source: string
  readonly approachedById: PersonId | null
  readonly firstGatheringId: EventId | null
  readonly autonomy: Autonomy | null
  readonly successorId: PersonId | null
  readonly note: string
  readonly deletedAt: string | null
}
