import type { AttendanceStatus } from '#domain/attendance'
import type { CustomFieldId, EventId, RoleKindId, TagId } from '#domain/id'
import type { CustomFieldKind } from '#domain/custom-field'
import type { PartialDate } from '#domain/period'

/** The programs whose exports are recognised by their headers; `maillage` is our own. */
export const importSources = [
  'helloasso-memberships',
  'helloasso-memberships-2021',
  'helloasso-ticketing',
  'helloasso-form',
  'assoconnect',
  'galette',
  'paheko',
  'google-contacts',
  'google-contacts-2024',
  'outlook',
  'mailchimp',
  'brevo',
  'maillage',
] as const
export type ImportSource = (typeof importSources)[number]

/** What a column can mean. Several columns may have the same field (two phones, two e-mails, street in two parts). */
export const importFields = [
  'lastName',
  'firstName',
  'fullName',
  'email',
  'phone',
  'contactLabels',
  'moreContacts',
  'birthDate',
  'birthYear',
  'gender',
  'street',
  'postalCode',
  'city',
  'communeCode',
  'qpvCode',
  'country',
  'organisation',
  'organisationTitle',
  'organisationStart',
  'organisationEnd',
  'role',
  'roleStart',
  'roleEnd',
  'joinedOn',
  'tag',
  'note',
  'consentEmail',
  'consentPhone',
  'consentSms',
  'consentPost',
  'consentDetails',
  'optInOn',
  'unsubscribedOn',
  'refusesEmail',
  'refusesSms',
  'doNotContact',
  'deceased',
  'memberNumber',
  'externalId',
  'territory',
  'payerLastName',
  'payerFirstName',
  'payerEmail',
  'eventName',
  'eventDate',
  'eventKind',
  'eventPlace',
  'attendance',
  'hours',
  'hoursDate',
  'hoursTask',
  'organisationKind',
  'organisationNumber',
  'organisationEmail',
  'organisationPhone',
  'organisationWebsite',
  'orderStatus',
  'maillageId',
] as const
export type ImportField = (typeof importFields)[number]

/** What one row of the sheet is about. */
export type ImportSubject = 'people' | 'events' | 'organisations' | 'hours'

/** What is done with one column. `null` in `ImportMapping.columns`: left out, on purpose and shown. */
export type ColumnTarget =
  | { readonly kind: 'field'; readonly field: ImportField }
  /** An existing custom field, or (id null) one to be created under this name. */
  | { readonly kind: 'custom'; readonly id: CustomFieldId | null; readonly name: string; readonly type: CustomFieldKind }
  /** A column of crosses: whoever has one gets the tag. */
  | { readonly kind: 'tag'; readonly id: TagId | null; readonly name: string }
  /** A column of crosses, or of dates, that is itself a role (« Bénévole », « Mentor »): whoever has one holds the role. `id` null: a kind to be created. */
  | { readonly kind: 'role'; readonly id: RoleKindId | null; readonly name: string }
  /** A column a year (« 2021 | 2022 »): whoever has a cross held the role that year. `span` school: « 2021-2022 », September 2021 to August 2022. */
  | { readonly kind: 'role-year'; readonly role: RoleKindId; readonly year: number; readonly span: 'civil' | 'school' }
  /** A column an event (attendance grid): X, oui, 1, présent, hours… */
  | { readonly kind: 'event'; readonly id: EventId | null; readonly name: string; readonly date: PartialDate | null }

/** How the dates of one column are written, decided for the whole column and shown; `ambiguous` asks the user. */
export type DateOrder = 'dmy' | 'mdy' | 'ymd' | 'ambiguous'

/** Which comes first in a column that holds whole names without capitals to tell. */
export type NameOrder = 'last-first' | 'first-last'

export interface ColumnMapping {
  /** Position in the sheet, 0-based. */
  readonly index: number
  /** « Groupe / Nom » when the header has two rows; a repeated name gets « (2) ». */
  readonly header: string
  readonly target: ColumnTarget | null
  readonly dateOrder: DateOrder | null
  /** Only for `fullName`; decided for the column and shown. */
  readonly nameOrder: NameOrder | null
}

/** How a sheet is read: by guess, by template or as the user corrected it. */
export interface ImportMapping {
  readonly source: ImportSource | null
  readonly subject: ImportSubject
  readonly columns: readonly ColumnMapping[]
  /** Role given to everybody in the file, if the user says so (« ce sont des adhérents »), with its dates. */
  readonly givenRole: { readonly kind: RoleKindId; readonly start: PartialDate | null; readonly end: PartialDate | null } | null
  /** How long a role lasts that has a start and no end in the file: until said otherwise, or one year (a membership bought on that day). */
  readonly roleLasts: 'open' | 'one-year'
  /** The event that the whole file is about (a ticketing export names none), and what being in it means. */
  readonly givenEvent: {
    readonly id: EventId | null
    readonly name: string
    readonly date: PartialDate | null
    readonly status: AttendanceStatus
  } | null
  /** Two-digit years: « 30 » and below are 20xx, above are 19xx; shown beside the columns that need it. */
  readonly twoDigitYearPivot: number
}
