import type { CampaignId, CommunityId, ContactId, EventId, OrganisationId, PersonId } from '#domain/id'
import type { PartialDate } from '#domain/period'
import type { Consent } from '#domain/person'

/**
 * What passed between the association and somebody. The first five are talks; then attentions and services received; then what the person gave.
 * An introduction is a `Tie`: the journal of a person shows both.
 */
export const contactKinds = [
  'call',
  'message',
  'visit',
  'meeting',
  'other',
  'thanks',
  'kit',
  'training',
  'testimony',
  'contribution',
  'speaking',
] as const
export type ContactKind = (typeof contactKinds)[number]
/** Kinds in which the association asks for somebody's time: those that tire. */
export const talkKinds: readonly ContactKind[] = ['call', 'message', 'visit', 'meeting']
/** Kinds by which the association takes care of somebody. */
export const attentionKinds: readonly ContactKind[] = ['thanks', 'kit', 'training', 'visit', 'meeting']

/** How a call ended: reached, message left, will be called back, not now, asks to be left alone. */
export const contactOutcomes = ['reached', 'left-message', 'call-back', 'not-now', 'stop'] as const
export type ContactOutcome = (typeof contactOutcomes)[number]

/** One line of the contact journal, about a person or an organisation (the other is null). */
export interface Contact {
  readonly id: ContactId
  readonly personId: PersonId | null
  readonly organisationId: OrganisationId | null
  readonly on: PartialDate
  readonly kind: ContactKind
  readonly outcome: ContactOutcome | null
  /** Who did it for the association, when known. */
  readonly byId: PersonId | null
  /** The kit, the training, the article, the talk: '' for a plain call. */
  readonly title: string
  /** Mentions are written `@[Camille Durand](id)`. */
  readonly note: string
  /** Of a testimony: may it be shown, and where it was. */
  readonly consent: Consent | null
  readonly usedIn: string
  readonly eventId: EventId | null
  readonly communityId: CommunityId | null
  readonly campaignId: CampaignId | null
  readonly deletedAt: string | null
}

export const emptyContact = (id: ContactId, on: PartialDate): Contact => ({
  id,
  personId: null,
  organisationId: null,
  on,
  kind: 'call',
  outcome: null,
  byId: null,
  title: '',
  note: '',
  consent: null,
  usedIn: '',
  eventId: null,
  communityId: null,
  campaignId: null,
  deletedAt: null,
})
