import type { DraftContext } from '#domain/importing/draft-context'
import type { PersonDraft, ProblemKind, RowDraft } from '#domain/importing/draft'
import { draftRows } from '#domain/importing/draft-rows'
import { findLayout } from '#domain/importing/find-layout'
import { guessMapping } from '#domain/importing/guess-mapping'
import { judgeDrafts } from '#domain/importing/judge-drafts'
import { createIndex } from '#domain/importing/match-index'
import type { ColumnTarget, ImportField, ImportMapping, ImportSource } from '#domain/importing/mapping'
import type { RawRow } from '#domain/importing/sheet'
import { noDecisions } from '#domain/importing/verdict'

/** What the importer sees in a sheet, told to people: rows are 1-based, columns are named by their header. */
export interface SheetInspection {
  readonly source: ImportSource | null
  /** null when the sheet has no header. */
  readonly headerRow: number | null
  readonly columns: readonly { readonly header: string; readonly field: ImportField | null }[]
  /** `ready`: rows without any problem; `problems`: the others. */
  readonly counts: { readonly rows: number; readonly ready: number; readonly problems: number }
  /** At most 50. `column` is null when the whole row is meant. */
  readonly problems: readonly { readonly row: number; readonly column: string | null; readonly kind: ProblemKind; readonly value: string }[]
  /** The first 20 rows that would be kept, as they would be kept: dates ISO, phones E.164; several values are parted by « ; ». */
  readonly preview: readonly Readonly<Record<string, string | number | boolean>>[]
}

/** Runs the whole import on a sheet, without an association to compare with: for support and for tests. */
export const inspectSheet = (rows: readonly RawRow[], context: DraftContext): SheetInspection => {
  const layout = findLayout(rows)
  const mapping = guessMapping(layout, rows, context.known)
  const drafts = draftRows(mapping, layout, rows, context)
  const judged = judgeDrafts(drafts, { ...context.known, people: new Map(), attendance: new Map(), hours: [] }, createIndex(), noDecisions)
  const problems = judged.flatMap((item) => item.draft.problems).sort((left, right) => left.row - right.row || (left.column ?? -1) - (right.column ?? -1))
  const bad = new Set(problems.map((problem) => problem.row)).size
  return {
    source: mapping.source,
    headerRow: layout.headerRow === null ? null : layout.headerRow + 1,
    columns: mapping.columns.map(({ header, target }) => ({ header, field: fieldOfTarget(target) })),
    counts: { rows: layout.dataRows.length, ready: layout.dataRows.length - bad, problems: bad },
    problems: problems.slice(0, shownProblems).map(({ row, column, kind, value }) => ({ row: row + 1, column: column === null ? null : (layout.headers[column] ?? null), kind, value })),
    preview: drafts.filter((draft) => !draft.rejected).slice(0, shownRows).map((draft) => preview(draft, mapping)),
  }
}

/** Grids of years and of events are told by what they say of a person; columns of the association's own have no field. */
const fieldOfTarget = (target: ColumnTarget | null): ImportField | null => {
  switch (target?.kind) {
    case 'field':
      return target.field
    case 'tag':
      return 'tag'
    case 'role':
    case 'role-year':
      return 'role'
    case 'event':
      return 'attendance'
    default:
      return null
  }
}

type Values = Record<string, string | number | boolean>

const preview = (draft: RowDraft, mapping: ImportMapping): Values => {
  const values: Values = {}
  const put = (field: ImportField, value: string | number | boolean | null | undefined): void => {
    if (value !== '' && value !== null && value !== undefined) values[field] = value
  }
  if (draft.person !== null) putPerson(draft.person, mapping, values, put)
  if (draft.event !== null) {
    put('eventName', draft.event.name)
    put('eventDate', draft.event.date)
    put('eventKind', draft.event.kind)
    put('eventPlace', draft.event.place)
  }
  if (draft.organisation !== null) {
    const { name, kind, registrationNumber, emails, phones, website, address } = draft.organisation
    put('organisation', name)
    put('organisationKind', kind)
    put('organisationNumber', registrationNumber)
    put('organisationEmail', list(emails.map((email) => email.address)))
    put('organisationPhone', list(phones.map((phone) => phone.number)))
    put('organisationWebsite', website)
    put('postalCode', address?.postalCode)
    put('city', address?.city)
  }
  const [first] = draft.attendances
  if (draft.attendances.length > 0) {
    put('eventName', list(draft.attendances.map((attendance) => attendance.event.name)))
    put('eventDate', list(draft.attendances.map((attendance) => attendance.event.date ?? '')))
    put('attendance', list(draft.attendances.map((attendance) => attendance.status)))
    put('hours', first?.hours)
  }
  const [given] = draft.hours
  put('hours', given?.hours)
  put('hoursDate', given?.date)
  put('hoursTask', given?.task)
  return values
}

const putPerson = (person: PersonDraft, mapping: ImportMapping, values: Values, put: (field: ImportField, value: string | number | boolean | null | undefined) => void): void => {
  const [address] = person.addresses
  put('maillageId', person.maillageId)
  put('lastName', person.lastName)
  put('firstName', person.firstName)
  put('email', list(person.emails.map((email) => email.address)))
  put('phone', list(person.phones.map((phone) => phone.number)))
  const yearOnly = person.birthDate?.length === 4 && mapping.columns.some(({ target }) => target?.kind === 'field' && target.field === 'birthYear')
  put(yearOnly ? 'birthYear' : 'birthDate', person.birthDate)
  put('gender', person.gender)
  put('street', address?.street)
  put('postalCode', address?.postalCode)
  put('city', address?.city)
  put('communeCode', address?.communeCode)
  put('qpvCode', address?.qpvCode)
  put('country', address?.country)
  put('organisation', list(person.affiliations.map((affiliation) => affiliation.organisation.name)))
  put('organisationTitle', person.affiliations[0]?.title)
  put('role', list(person.roles.map((role) => role.kind.id ?? role.kind.name)))
  put('roleStart', list(person.roles.map((role) => role.start ?? '')))
  put('roleEnd', list(person.roles.map((role) => role.end ?? '')))
  put('joinedOn', person.joinedOn)
  put('tag', list(person.tags.map((tag) => tag.name)))
  put('note', person.note)
  put('consentEmail', person.consents['email:news']?.given)
  put('consentPhone', person.consents['phone:news']?.given)
  put('consentSms', person.consents['sms:news']?.given)
  put('consentPost', person.consents['post:news']?.given)
  put('doNotContact', person.doNotContact || null)
  put('deceased', person.deceased || null)
  put('memberNumber', person.memberNumber)
  put('externalId', list(Object.values(person.externalIds)))
  put('territory', person.territory?.name)
  put('payerLastName', person.payer?.lastName)
  put('payerFirstName', person.payer?.firstName)
  put('payerEmail', person.payer?.email)
  for (const field of person.custom) if (field.value !== null && values[field.name] === undefined) values[field.name] = field.value
}

/** Several values as one text; nothing when all are empty. */
const list = (values: readonly string[]): string => (values.every((value) => value === '') ? '' : values.join(' ; '))

const shownProblems = 50
const shownRows = 20
