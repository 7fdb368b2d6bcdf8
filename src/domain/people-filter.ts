import type { CustomFieldKind } from '#domain/custom-field'
import type { CommunityId, CustomFieldId, ImportId, OrganisationId, PersonId, RoleKindId, TagId, TerritoryId } from '#domain/id'
import type { IsoDate, PartialDate } from '#domain/period'
import type { Channel, Gender } from '#domain/person'

/** When a role was held: relative moments stay true in a saved view that is opened next year. */
export type RoleMoment =
  | { readonly kind: 'today' }
  | { readonly kind: 'on'; readonly date: IsoDate }
  /** Held once and no longer held today. */
  | { readonly kind: 'formerly' }
  | { readonly kind: 'ever' }
  | { readonly kind: 'started-since'; readonly date: IsoDate }
  | { readonly kind: 'ended-since'; readonly date: IsoDate }

/** Since when somebody took part: a day, or so many months before today. */
export type Since = { readonly kind: 'date'; readonly date: IsoDate } | { readonly kind: 'months'; readonly months: number }

/** What is asked of a custom field. `contains` for texts and choices (no accents, no case), the others for numbers and dates. */
export type CustomTest =
  | { readonly kind: 'known' }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'contains'; readonly text: string }
  | { readonly kind: 'one-of'; readonly choices: readonly string[] }
  | { readonly kind: 'is'; readonly value: boolean }
  | { readonly kind: 'number-between'; readonly from: number | null; readonly to: number | null }
  | { readonly kind: 'date-between'; readonly from: PartialDate | null; readonly to: PartialDate | null }

/** What somebody answered for a channel and a use. */
export const consentAnswers = ['given', 'refused', 'never-asked'] as const
export type ConsentAnswer = (typeof consentAnswers)[number]

/** What may be known or « non renseigné ». */
export const knowables = ['email', 'phone', 'address', 'commune', 'birth-date', 'gender', 'role', 'territory', 'consent'] as const
export type Knowable = (typeof knowables)[number]

/** One part of the sentence « Personnes qui… »; all parts must hold (and), the choices inside a part are alternatives (or). */
export type PeopleCondition =
  /** `not`: holds none of the roles at that moment. No kinds at all means « any role ». */
  | { readonly kind: 'role'; readonly roles: readonly RoleKindId[]; readonly moment: RoleMoment; readonly not: boolean }
  | { readonly kind: 'took-part'; readonly since: Since; readonly not: boolean }
  | { readonly kind: 'tag'; readonly tags: readonly TagId[]; readonly not: boolean }
  /** Lives in a commune written so (no accents, no case), or whose postal code begins so. */
  | { readonly kind: 'commune'; readonly text: string; readonly not: boolean }
  | { readonly kind: 'territory'; readonly territories: readonly TerritoryId[]; readonly not: boolean }
  /** Bounds included; null is open. Somebody whose age is not certain is in when one reading fits. */
  | { readonly kind: 'age'; readonly from: number | null; readonly to: number | null }
  | { readonly kind: 'gender'; readonly genders: readonly Gender[] }
  /** May be reached by this channel: has the contact, did not refuse, is neither deceased nor « ne pas contacter ». */
  | { readonly kind: 'contactable'; readonly channel: Channel; readonly not: boolean }
  | { readonly kind: 'known'; readonly what: Knowable; readonly not: boolean }
  | { readonly kind: 'do-not-contact'; readonly not: boolean }
  | { readonly kind: 'deceased'; readonly not: boolean }
  | { readonly kind: 'organisation'; readonly organisations: readonly OrganisationId[]; readonly not: boolean }
  /** Member of one of these communities, or of one inside them, that day. */
  | {
      readonly kind: 'community'
      readonly communities: readonly CommunityId[]
      readonly moment: Extract<RoleMoment, { kind: 'today' | 'on' }>
      readonly not: boolean
    }
  | { readonly kind: 'import'; readonly importId: ImportId }
  /** Has a living tie with somebody; null: not chosen yet, and keeps everybody. */
  | { readonly kind: 'tied-to'; readonly personId: PersonId | null; readonly name: string; readonly not: boolean }
  /** A member without any living tie to another member, by the figures of the mesh. */
  | { readonly kind: 'isolated'; readonly not: boolean }
  /** So many living ties to members at least. */
  | { readonly kind: 'ties-at-least'; readonly count: number }
  | { readonly kind: 'custom'; readonly field: CustomFieldId; readonly test: CustomTest }
  /** Came at least `times` to events of these kinds (none: of any kind) between two days, both included; null is open. */
  | {
      readonly kind: 'attended'
      readonly kinds: readonly string[]
      readonly from: IsoDate | null
      readonly to: IsoDate | null
      readonly times: number
      readonly not: boolean
    }
  /** Took part once, and no more for so many months: who was never seen is not silent. */
  | { readonly kind: 'silent'; readonly months: number }
  /** Knows how to do something, or works in a sector, written so (no accents, no case). */
  | { readonly kind: 'skill'; readonly text: string; readonly not: boolean }
  /** Said yes, said no, or was never asked; `use` '' is any use of the channel. */
  | { readonly kind: 'consent'; readonly channel: Channel; readonly use: string; readonly answer: ConsentAnswer }
  | { readonly kind: 'lost-contact'; readonly not: boolean }
  /** Nobody made sure of her details for so many months, or ever. */
  | { readonly kind: 'to-confirm'; readonly months: number; readonly not: boolean }
  /** Something is to be done about her, or (`promises`) was promised to her. */
  | { readonly kind: 'open-task'; readonly promises: boolean; readonly not: boolean }
  /** A list that a figure opened: « les 12 personnes de ce chiffre ». */
  | { readonly kind: 'people'; readonly ids: readonly PersonId[]; readonly title: string }

export type PeopleConditionKind = PeopleCondition['kind']
export type PeopleFilter = readonly PeopleCondition[]

/** The tests that make sense for a kind of custom field, in the order they are proposed. */
export const customTestsByKind: Readonly<Record<CustomFieldKind, readonly CustomTest['kind'][]>> = {
  text: ['contains', 'known', 'unknown'],
  number: ['number-between', 'known', 'unknown'],
  date: ['date-between', 'known', 'unknown'],
  choice: ['one-of', 'known', 'unknown'],
  boolean: ['is', 'known', 'unknown'],
}
