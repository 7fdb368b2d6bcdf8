import { dateOrderOf } from '#domain/importing/date-order'
import { profileColumns, roleSeparators, type ColumnProfile } from '#domain/importing/column-profile'
import { guessTarget } from '#domain/importing/guess-target'
import type { KnownLists } from '#domain/importing/knowledge'
import type { SheetLayout } from '#domain/importing/layout'
import type { ColumnMapping, ColumnTarget, ImportField, ImportMapping, ImportSource, ImportSubject } from '#domain/importing/mapping'
import { foldWords } from '#domain/fold-text'
import { recogniseSource } from '#domain/importing/recognise-source'
import type { RawRow } from '#domain/importing/sheet'
import { guessNameOrder } from '#domain/importing/split-name'
import { fieldOfHeader, headerWords } from '#domain/importing/header-words'
import { roleOfWord } from '#domain/importing/role-words'
import type { BuiltInRoleKindId } from '#domain/role'
import type { RoleKindId } from '#domain/id'

/** What each column means, from the program that made the file, then from its headers, then from its values. Everything here is a guess that the user sees and can correct. */
export const guessMapping = (layout: SheetLayout, rows: readonly RawRow[], known: KnownLists): ImportMapping => {
  const source = recogniseSource(layout.headers)
  const profiles = profileColumns(layout, rows, known.roleKinds)
  const first = layout.headers.map((header, index) => guessTarget({ header, profile: profiles[index] ?? emptyProfile, source, known }))
  const together = settleTogether(layout.headers, first, profiles, source)
  const role = impliedRole(layout.headers, together, source)
  const targets = role === null && !hasRoles(together) ? together.map((target, index) => withoutRole(target, layout.headers[index] ?? '')) : together
  const subject = subjectOf(targets)
  // Events and organisations have no tags, roles or fields of the association's own; neither has a table that names nobody.
  const hasPeople = subject !== 'events' && subject !== 'organisations' && identifiesPeople(targets)
  const monthFirst = source === 'outlook' && !layout.headers.some((header) => isFrench.test(header))
  const columns = layout.headers.map((header, index): ColumnMapping => {
    const guessed = targets[index] ?? null
    const target = guessed?.kind === 'field' || hasPeople ? guessed : null
    return {
      index,
      header,
      target,
      dateOrder: isDateTarget(target)
        ? dateOrderOf(columnCells(layout, rows, index), monthFirst ? 'expected' : isEnglishDate.test(lastPart(header)) ? 'likely' : 'unlikely')
        : null,
      nameOrder:
        target?.kind === 'field' && target.field === 'fullName' ? (guessNameOrder(profiles[index]?.texts ?? []) ?? orderFromHeader(header)) : null,
    }
  })
  return {
    source,
    subject,
    columns,
    givenRole: role === null ? null : { kind: role, start: null, end: null },
    roleLasts: source === 'helloasso-memberships' || source === 'helloasso-memberships-2021' ? 'one-year' : 'open',
    givenEvent: null,
    twoDigitYearPivot: defaultPivot,
  }
}

/** True for columns whose cells are read as dates. */
export const isDateTarget = (target: ColumnTarget | null): boolean =>
  target !== null && (target.kind === 'field' ? dateFields.has(target.field) : target.kind === 'custom' && target.type === 'date')

/** How dates of one column are written, when the user gives it a meaning of date by hand. */
export const dateOrderOfColumn = (layout: SheetLayout, rows: readonly RawRow[], index: number): ColumnMapping['dateOrder'] =>
  dateOrderOf(columnCells(layout, rows, index), 'unlikely')

/** What only shows when all columns are known: a lone « Nom » that holds whole names, one « Date » beside an event… */
const settleTogether = (
  headers: readonly string[],
  guesses: readonly (ColumnTarget | null)[],
  profiles: readonly ColumnProfile[],
  source: ImportSource | null,
): readonly (ColumnTarget | null)[] => {
  const fields = new Set(guesses.flatMap((target) => (target?.kind === 'field' ? [target.field] : [])))
  const hasNames = fields.has('lastName') || fields.has('firstName')
  const people = hasNames || fields.has('fullName') || fields.has('email') || fields.has('maillageId') || fields.has('memberNumber')
  const hours = fields.has('hours')
  const takenOnce = new Set<ImportField>()
  const nameless = hasNames ? namelessLastName(headers, guesses, profiles) : null
  const others = otherPeople(headers, guesses)
  return guesses.map((target, index) => {
    const header = headers[index] ?? ''
    const profile = profiles[index] ?? emptyProfile
    const words = headerWords(lastPart(header))
    if (index === nameless) return { kind: 'field', field: 'lastName' }
    if (target?.kind === 'field' && others.some((other) => ` ${foldWords(header)} `.includes(` ${other} `)))
      return profile.filled === 0 ? null : { kind: 'custom', id: null, name: header, type: 'text' }
    if (target === null || target.kind === 'field' || target.kind === 'custom') {
      if ((words === 'date' || words === 'dates') && source === null && profile.dates > 0.5) {
        const field = fields.has('eventName') ? 'eventDate' : hours ? 'hoursDate' : null
        if (field !== null) return { kind: 'field', field }
      }
    }
    if (target?.kind !== 'field') return target
    const { field } = target
    if (field === 'lastName' && !fields.has('firstName') && !fields.has('fullName')) {
      if (people && profile.fullNames >= 0.5) return { kind: 'field', field: 'fullName' }
      // « Nom » of a list of events or of organisations.
      if (!people || (!fields.has('email') && fields.has('eventDate') && profile.fullNames < 0.3)) {
        if (fields.has('eventDate') || fields.has('eventKind')) return fields.has('eventName') ? target : { kind: 'field', field: 'eventName' }
      }
      if ((fields.has('organisationNumber') || fields.has('organisationKind')) && !fields.has('organisation') && profile.fullNames < 0.5)
        return { kind: 'field', field: 'organisation' }
    }
    if (isNameOfOrganisation(header, field, profile) && fields.has('organisationNumber') && !fields.has('organisation'))
      return { kind: 'field', field: 'organisation' }
    if (field === 'fullName' && hasNames && source === null && fields.has('lastName') && fields.has('firstName'))
      return profile.filled === 0 ? null : { kind: 'custom', id: null, name: header, type: 'text' }
    if (!people && fields.has('eventName') && !fields.has('eventDate') && isRoleStart(target)) return { kind: 'field', field: 'eventDate' }
    if (field === 'role' && (fields.has('organisation') || fields.has('organisationNumber')) && isTitleElsewhere(header, profile))
      return { kind: 'field', field: 'organisationTitle' }
    if (field === 'eventDate' && !fields.has('eventName') && words === 'jour') return null
    if (field === 'joinedOn' && takenOnce.has('joinedOn')) return { kind: 'custom', id: null, name: header, type: 'date' }
    if (onceOnly.has(field)) {
      if (takenOnce.has(field)) return profile.filled === 0 ? null : { kind: 'custom', id: null, name: header, type: 'text' }
    }
    takenOnce.add(field)
    return target
  })
}

/** The column of last names that stands, without a header, beside a column of first names; null when there is none. */
const namelessLastName = (
  headers: readonly string[],
  guesses: readonly (ColumnTarget | null)[],
  profiles: readonly ColumnProfile[],
): number | null => {
  const at = guesses.findIndex((target) => target?.kind === 'field' && target.field === 'firstName')
  if (!isNameless.test(headers[at] ?? '') || guesses.some((target) => target?.kind === 'field' && target.field === 'lastName')) return null
  const isName = (index: number): boolean => {
    const profile = profiles[index]
    return guesses[index] === null && profile !== undefined && profile.filled > 0 && profile.texts.every((text) => lettersOnly.test(text))
  }
  return isName(at - 1) ? at - 1 : isName(at + 1) ? at + 1 : null
}

/** « Mentor | Mail mentor | Mentoré | Mail mentoré »: a row is about the first of them; what is said of the others is not hers. Folded headers. */
const otherPeople = (headers: readonly string[], guesses: readonly (ColumnTarget | null)[]): readonly string[] =>
  guesses
    .flatMap((target, index) => (target?.kind === 'field' && target.field === 'fullName' ? [foldWords(headers[index] ?? '')] : []))
    .slice(1)
    .filter((words) => roleOfWord(words, []) !== null)

/** « Fonction » beside an organisation: what somebody is there, unless it speaks of volunteers and members. */
const isTitleElsewhere = (header: string, profile: ColumnProfile): boolean =>
  fieldOfHeader(lastPart(header)) === 'organisationTitle' &&
  !profile.texts.some((text) => text.split(roleSeparators).some((part) => ownRoles.has(roleOfWord(part, []) ?? '')))

/** « Association / Nom », « Structure / Nom », or a lone « Name », beside the number of an organisation. */
const isNameOfOrganisation = (header: string, field: ImportField, profile: ColumnProfile): boolean =>
  (field === 'lastName' && organisationGroup.test(header)) || (field === 'fullName' && headerWords(header) === 'name' && profile.fullNames < 0.5)

/** The dates of a role that nothing names: since when somebody is known, and a date to keep. */
const withoutRole = (target: ColumnTarget | null, header: string): ColumnTarget | null => {
  if (isRoleStart(target)) return { kind: 'field', field: 'joinedOn' }
  return isRoleEnd(target) ? { kind: 'custom', id: null, name: header, type: 'date' } : target
}

/** The role that everybody in the file has, when its dates say of what: memberships of HelloAsso, « Date d’adhésion », « Bénévole depuis ». */
const impliedRole = (headers: readonly string[], targets: readonly (ColumnTarget | null)[], source: ImportSource | null): RoleKindId | null => {
  if (source === 'helloasso-memberships' || source === 'helloasso-memberships-2021') return 'member' as string as RoleKindId
  if (hasRoles(targets)) return null
  const dated = headers.filter((_, index) => isRoleStart(targets[index] ?? null) || isRoleEnd(targets[index] ?? null)).join(' ')
  if (/adh[ée]|cotis|membre|member/i.test(dated) || source === 'galette') return dated === '' ? null : ('member' as string as RoleKindId)
  return /b[ée]n[ée]vol|volunteer/i.test(dated) ? ('volunteer' as string as RoleKindId) : null
}

const hasRoles = (targets: readonly (ColumnTarget | null)[]): boolean =>
  targets.some((target) => target?.kind === 'role' || target?.kind === 'role-year' || (target?.kind === 'field' && target.field === 'role'))
const isRoleStart = (target: ColumnTarget | null): boolean => target?.kind === 'field' && target.field === 'roleStart'
const isRoleEnd = (target: ColumnTarget | null): boolean => target?.kind === 'field' && target.field === 'roleEnd'

const subjectOf = (targets: readonly (ColumnTarget | null)[]): ImportSubject => {
  const fields = new Set(targets.flatMap((target) => (target?.kind === 'field' ? [target.field] : [])))
  const person = ['lastName', 'firstName', 'fullName', 'email', 'maillageId', 'memberNumber', 'birthDate', 'phone'] as const
  if (!person.some((field) => fields.has(field)) || (!namesSomebody(fields) && fields.has('eventName') && fields.has('eventDate'))) {
    if (fields.has('eventName')) return 'events'
    if (fields.has('organisation') || fields.has('organisationNumber')) return 'organisations'
  }
  if (!namesSomebody(fields) && fields.has('organisation')) return 'organisations'
  return fields.has('hours') && !fields.has('eventName') && !targets.some((target) => target?.kind === 'event') ? 'hours' : 'people'
}

const identifiesPeople = (targets: readonly (ColumnTarget | null)[]): boolean =>
  targets.some((target) => target?.kind === 'field' && identities.has(target.field))

const namesSomebody = (fields: ReadonlySet<ImportField>): boolean =>
  fields.has('lastName') || fields.has('firstName') || fields.has('fullName') || fields.has('maillageId') || fields.has('memberNumber')

const orderFromHeader = (header: string): ColumnMapping['nameOrder'] =>
  /^\s*pr[ée]nom|^first|^name$|^full ?name|^contact|^participant/i.test(lastPart(header)) ? 'first-last' : 'last-first'

const columnCells = function* (layout: SheetLayout, rows: readonly RawRow[], index: number): Generator<RawRow[number] | undefined> {
  for (const position of layout.dataRows) yield (rows[position] ?? [])[index]
}

export const lastPart = (header: string): string => header.split(' / ').at(-1) ?? header

/** A header of Outlook in French: dates are then written as in France. */
const isFrench = /[éèê]|^nom$/i
const isEnglishDate = /birth|\bdob\b|\bdate of\b|\bjoined\b|\bsince\b|\b(?:start|end) date\b/i
const organisationGroup = /^(?:association|structure|organisme|organisation|b[ée]n[ée]ficiaire|partenaire|[ée]tablissement|entreprise)s? \/ /i
const isNameless = /^Colonne [A-Z]+$/
const lettersOnly = /^\p{L}[\p{L}\s'’-]*$/u
const ownRoles: ReadonlySet<string> = new Set<BuiltInRoleKindId>(['volunteer', 'mentor', 'mentee', 'alumni', 'ambassador', 'member', 'donor'])
const identities: ReadonlySet<ImportField> = new Set([
  'lastName',
  'firstName',
  'fullName',
  'email',
  'phone',
  'memberNumber',
  'externalId',
  'maillageId',
])
const defaultPivot = 30
const dateFields: ReadonlySet<ImportField> = new Set([
  'birthDate',
  'roleStart',
  'roleEnd',
  'joinedOn',
  'eventDate',
  'hoursDate',
  'organisationStart',
  'organisationEnd',
  'optInOn',
  'unsubscribedOn',
])
const onceOnly: ReadonlySet<ImportField> = new Set([
  'lastName',
  'firstName',
  'birthDate',
  'gender',
  'memberNumber',
  'externalId',
  'roleStart',
  'roleEnd',
  'eventName',
  'eventDate',
  'hours',
  'maillageId',
])
const emptyProfile: ColumnProfile = {
  filled: 0,
  fillShare: 0,
  texts: [],
  distinct: 0,
  emails: 0,
  phones: 0,
  dates: 0,
  years: 0,
  numbers: 0,
  marks: 0,
  yesNo: 0,
  attendance: 0,
  held: 0,
  fullNames: 0,
  firstNames: 0,
  roleWords: 0,
  qpvCodes: 0,
}
