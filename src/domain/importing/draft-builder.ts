import type { AttendanceStatus } from '#domain/attendance'
import type {
  CustomDraft,
  CellNote,
  CellProblem,
  NamedRef,
  NoteKind,
  ProblemKind,
  RoleDraft,
  TerritoryRef,
  AttendanceDraft,
} from '#domain/importing/draft'
import { noMoreContacts, type MoreContacts } from '#domain/exporting/more-contacts-text'
import type { LabelledContact } from '#domain/exporting/contact-labels-text'
import type { PersonId, RoleKindId, TagId } from '#domain/id'
import type { RawCell } from '#domain/importing/sheet'
import type { SeveralPeople } from '#domain/importing/several-people'
import type { PartialDate } from '#domain/period'
import type { Consent, ConsentKey, ContactLabel, Email, Gender, Phone } from '#domain/person'

/** One address while its columns are read. */
export interface AddressParts {
  street: string
  streetColumn: number
  postalCode: string
  postalColumn: number
  city: string
  cityColumn: number
  communeCode: string
  communeColumn: number
  qpvCode: string
  country: string
}

/** A row while its cells are read, column after column; `finish-draft` makes the draft of it. The only mutable thing of the import. */
export interface DraftBuilder {
  readonly row: number
  readonly problems: CellProblem[]
  /** null: nobody asks how cells were understood. */
  readonly notes: CellNote[] | null
  maillageId: PersonId | null
  lastName: string
  firstName: string
  wholeName: { readonly lastName: string; readonly firstName: string; readonly column: number; readonly text: string } | null
  /** A name that is not the name of one person. */
  severalPeople: { readonly kind: SeveralPeople; readonly column: number; readonly text: string } | null
  birthDate: PartialDate | null
  birthYear: PartialDate | null
  gender: Gender | null
  emails: Email[]
  phones: Phone[]
  unreadPhones: { readonly text: string; readonly shown: string; readonly column: number; readonly label: ContactLabel }[]
  addresses: (AddressParts | undefined)[]
  roleKinds: NamedRef<RoleKindId>[]
  roleStart: PartialDate | null
  roleEnd: PartialDate | null
  roleEndCell: { readonly column: number; readonly text: string } | null
  roles: RoleDraft[]
  years: { readonly role: RoleKindId; readonly year: number; readonly span: 'civil' | 'school' }[]
  tags: NamedRef<TagId>[]
  custom: CustomDraft[]
  consents: Record<ConsentKey, Consent>
  /** Of a file of ours: the proofs of the consents that its columns say. */
  consentDetails: Readonly<Record<ConsentKey, Consent>>
  optInOn: PartialDate | null
  /** By the number in the header: « Organisation 2 » goes with « Fonction 2 ». */
  organisations: { readonly name: string; readonly number: number }[]
  organisationTitles: Map<number, string>
  organisationStarts: Map<number, PartialDate | null>
  organisationEnds: Map<number, PartialDate | null>
  contactLabels: readonly LabelledContact[]
  moreContacts: MoreContacts
  territory: TerritoryRef | null
  territoryText: string
  territoryColumn: number
  doNotContact: boolean
  deceased: boolean
  joinedOn: PartialDate | null
  memberNumber: string
  externalId: string
  payerLastName: string
  payerFirstName: string
  payerEmails: readonly string[]
  note: string
  cancelled: boolean
  eventName: string
  eventDate: PartialDate | null
  eventKind: string
  eventPlace: string
  attendance: { readonly status: AttendanceStatus; readonly hours: number | null } | 'nothing' | 'unread' | null
  attendances: AttendanceDraft[]
  hours: number | null
  hoursDate: PartialDate | null
  hoursTask: string
  organisationKind: string
  organisationNumber: string
  organisationEmails: Email[]
  organisationPhones: Phone[]
  organisationWebsite: string
}

/** Reads one filled cell into the row. */
export type CellReader = (cell: Exclude<RawCell, null>, builder: DraftBuilder) => void

export const newBuilder = (row: number, isNoting: boolean): DraftBuilder => ({
  row,
  problems: [],
  notes: isNoting ? [] : null,
  maillageId: null,
  lastName: '',
  firstName: '',
  wholeName: null,
  severalPeople: null,
  birthDate: null,
  birthYear: null,
  gender: null,
  emails: [],
  phones: [],
  unreadPhones: [],
  addresses: [],
  roleKinds: [],
  roleStart: null,
  roleEnd: null,
  roleEndCell: null,
  roles: [],
  years: [],
  tags: [],
  custom: [],
  consents: {},
  consentDetails: {},
  optInOn: null,
  organisations: [],
  organisationTitles: new Map(),
  organisationStarts: new Map(),
  organisationEnds: new Map(),
  contactLabels: [],
  moreContacts: noMoreContacts,
  territory: null,
  territoryText: '',
  territoryColumn: 0,
  doNotContact: false,
  deceased: false,
  joinedOn: null,
  memberNumber: '',
  externalId: '',
  payerLastName: '',
  payerFirstName: '',
  payerEmails: [],
  note: '',
  cancelled: false,
  eventName: '',
  eventDate: null,
  eventKind: '',
  eventPlace: '',
  attendance: null,
  attendances: [],
  hours: null,
  hoursDate: null,
  hoursTask: '',
  organisationKind: '',
  organisationNumber: '',
  organisationEmails: [],
  organisationPhones: [],
  organisationWebsite: '',
})

export const addProblem = (
  builder: DraftBuilder,
  column: number | null,
  kind: ProblemKind,
  value: string,
  severity: CellProblem['severity'],
): void => {
  builder.problems.push({ row: builder.row, column, kind, value, severity })
}

export const addNote = (builder: DraftBuilder, column: number, kind: NoteKind, from: string, to: string): void => {
  builder.notes?.push({ row: builder.row, column, kind, from, to })
}

/** The address of a group of columns (« Rue 2 », « Ville 2 »), begun when its first cell is read. */
export const addressOf = (builder: DraftBuilder, group: number): AddressParts =>
  (builder.addresses[group] ??= {
    street: '',
    streetColumn: -1,
    postalCode: '',
    postalColumn: -1,
    city: '',
    cityColumn: -1,
    communeCode: '',
    communeColumn: -1,
    qpvCode: '',
    country: '',
  })
