import type { AttendanceStatus } from '#domain/attendance'
import type { CustomFieldKind } from '#domain/custom-field'
import type { CustomFieldId, EventId, OrganisationId, PersonId, RoleKindId, TagId, TerritoryId } from '#domain/id'
import type { PartialDate } from '#domain/period'
import type { Address, Consent, ConsentKey, CustomValue, Email, Gender, Payer, Phone } from '#domain/person'
import type { TerritoryType } from '#domain/territory'

/** What can be wrong with a cell. */
export const problemKinds = [
  'missing-name',
  'missing-event',
  'several-people',
  'initials-only',
  'damaged-text',
  'bad-email',
  'bad-phone',
  'bad-contacts',
  'bad-consents',
  'bad-date',
  'bad-number',
  'bad-year',
  'bad-postal-code',
  'bad-gender',
  'bad-yes-no',
  'bad-choice',
  'bad-attendance',
  'unknown-commune',
  'unknown-qpv',
  'spreadsheet-error',
  'repeated-member-number',
  'conflicting-value',
  'end-before-start',
] as const
export type ProblemKind = (typeof problemKinds)[number]

/** A cell that could not be taken as it is. `leaves-out`: that cell only; `rejects`: the whole row; `warns`: the cell is kept, and told. */
export interface CellProblem {
  /** 0-based row of the sheet. */
  readonly row: number
  /** 0-based column, or null when the whole row is meant. */
  readonly column: number | null
  readonly kind: ProblemKind
  /** The cell as typed. */
  readonly value: string
  readonly severity: 'rejects' | 'leaves-out' | 'warns'
}

/** How a cell was understood, when what is kept differs from what is typed in more than blanks. */
export type NoteKind =
  | 'date-read'
  | 'two-digit-year'
  | 'excel-serial'
  | 'time-dropped'
  | 'phone-read'
  | 'zero-restored'
  | 'unwrapped'
  | 'name-split'
  | 'several-values'
  | 'commune-found'
  | 'country-read'
  | 'yes-no-read'
  | 'number-read'
  | 'empty-date'
  | 'email-cleaned'
  | 'gender-read'
  | 'role-read'
  | 'attendance-read'
  | 'years-joined'
  | 'not-subscribed'
  | 'payer-email'
  | 'cancelled-order'
  | 'code-read'
export interface CellNote {
  readonly row: number
  readonly column: number
  readonly kind: NoteKind
  /** As typed. */
  readonly from: string
  /** As kept: dates ISO, phones E.164. */
  readonly to: string
}

/** Something named in the file: known already (`id`), or to be created under that name. */
export interface NamedRef<Id extends string> {
  readonly id: Id | null
  readonly name: string
}
export interface RoleDraft {
  readonly kind: NamedRef<RoleKindId>
  readonly start: PartialDate | null
  readonly end: PartialDate | null
  /** Made of year columns: joins with the years before and after. */
  readonly byYear: boolean
}
export interface CustomDraft extends NamedRef<CustomFieldId> {
  readonly type: CustomFieldKind
  readonly value: CustomValue
}
export interface AffiliationDraft {
  readonly organisation: NamedRef<OrganisationId>
  readonly title: string
  readonly start: PartialDate | null
  readonly end: PartialDate | null
}
export interface TerritoryRef extends NamedRef<TerritoryId> {
  readonly type: TerritoryType
  readonly codes: readonly string[]
}

/** What a row says of a person; '' , null and [] are « the file does not say ». */
export interface PersonDraft {
  readonly maillageId: PersonId | null
  readonly lastName: string
  readonly firstName: string
  readonly birthDate: PartialDate | null
  readonly gender: Gender | null
  readonly emails: readonly Email[]
  readonly phones: readonly Phone[]
  readonly addresses: readonly Address[]
  readonly roles: readonly RoleDraft[]
  readonly tags: readonly NamedRef<TagId>[]
  readonly custom: readonly CustomDraft[]
  readonly consents: Readonly<Record<ConsentKey, Consent>>
  readonly affiliations: readonly AffiliationDraft[]
  readonly territory: TerritoryRef | null
  readonly doNotContact: boolean
  readonly deceased: boolean
  readonly joinedOn: PartialDate | null
  readonly memberNumber: string
  readonly externalIds: Readonly<Record<string, string>>
  readonly payer: Payer | null
  readonly note: string
}

export interface EventDraft extends NamedRef<EventId> {
  readonly date: PartialDate | null
  readonly kind: string
  readonly place: string
}
export interface AttendanceDraft {
  readonly event: EventDraft
  readonly status: AttendanceStatus
  readonly hours: number | null
}
export interface HoursDraft {
  readonly date: PartialDate | null
  readonly hours: number
  readonly task: string
}
export interface OrganisationDraft extends NamedRef<OrganisationId> {
  readonly kind: string
  readonly registrationNumber: string
  readonly emails: readonly Email[]
  readonly phones: readonly Phone[]
  readonly address: Address | null
  readonly website: string
  readonly note: string
}

/** One data row, understood. A bad cell leaves out that cell only; the row is rejected only when nothing says whom or what it is about. */
export interface RowDraft {
  /** 0-based row of the sheet. */
  readonly row: number
  readonly person: PersonDraft | null
  /** Only when the file is a list of events. */
  readonly event: EventDraft | null
  /** Only when the file is a list of organisations. */
  readonly organisation: OrganisationDraft | null
  readonly attendances: readonly AttendanceDraft[]
  readonly hours: readonly HoursDraft[]
  readonly problems: readonly CellProblem[]
  readonly notes: readonly CellNote[]
  readonly rejected: boolean
}
