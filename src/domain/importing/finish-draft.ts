import { findCommune, communeByCode } from '#domain/commune'
import { foldWords } from '#domain/fold-text'
import { addNote, addProblem, type DraftBuilder } from '#domain/importing/draft-builder'
import type { DraftContext } from '#domain/importing/draft-context'
import type {
  AttendanceDraft,
  EventDraft,
  HoursDraft,
  OrganisationDraft,
  PersonDraft,
  RoleDraft,
  RowDraft,
  TerritoryRef,
} from '#domain/importing/draft'
import { parseExternalIds, usualLabel } from '#domain/exporting/contact-labels-text'
import { joinYears } from '#domain/importing/join-years'
import type { ImportMapping } from '#domain/importing/mapping'
import { isInitialsOnly } from '#domain/importing/several-people'
import { addContacts, settleUnreadPhones } from '#domain/importing/read-contact-cells'
import { addDays, addYears, isCertainlyBefore, isIsoDate, type PartialDate } from '#domain/period'
import type { Address, ConsentKey, ContactLabel, Email, Phone } from '#domain/person'

export interface DraftFinisher {
  readonly mapping: ImportMapping
  readonly context: DraftContext
  readonly addressLabels: readonly ContactLabel[]
  readonly makeAddress: (parts: NonNullable<DraftBuilder['addresses'][number]>, label: ContactLabel, builder: DraftBuilder) => Address | null
}

/** Makes the draft of a row once all its cells are read: what needs several cells (names, addresses, roles and their dates, payer) is settled here. */
export const finishDraft = (builder: DraftBuilder, finisher: DraftFinisher): RowDraft => {
  const { mapping } = finisher
  settleName(builder)
  settlePayer(builder, mapping)
  const columnAddresses = builder.addresses.flatMap((parts, group) => {
    const address = parts === undefined ? null : finisher.makeAddress(parts, finisher.addressLabels[group] ?? 'home', builder)
    return address === null ? [] : [address]
  })
  const { moreContacts } = builder
  const addresses = moreContacts.addresses.length === 0 ? columnAddresses : [...columnAddresses, ...moreContacts.addresses.map(atHome)]
  if (builder.unreadPhones.length > 0) addContacts(builder.phones, settleUnreadPhones(builder, addresses[0]?.country ?? ''))
  addContacts(
    builder.emails,
    moreContacts.emails.map((address): Email => ({ address, label: usualLabel(null) })),
  )
  addContacts(
    builder.phones,
    moreContacts.phones.map((number): Phone => ({ number, label: usualLabel({ number, label: 'home' }) })),
  )
  const event = eventOf(builder)
  if (mapping.subject === 'events') {
    if (event === null) addProblem(builder, null, 'missing-event', '', 'rejects')
    return { ...emptyDraft(builder), event, rejected: event === null }
  }
  const organisation = mapping.subject === 'organisations' || !isSomebody(builder) ? organisationOf(builder, addresses) : null
  if (mapping.subject === 'organisations' || (organisation !== null && !isSomebody(builder))) {
    if (organisation === null) addProblem(builder, null, 'missing-name', '', 'rejects')
    return { ...emptyDraft(builder), organisation, rejected: organisation === null }
  }
  if (!isSomebody(builder)) {
    addProblem(builder, null, 'missing-name', '', 'rejects')
    return { ...emptyDraft(builder), rejected: true }
  }
  if (isNobodyInParticular(builder)) return { ...emptyDraft(builder), rejected: true }
  if (builder.lastName === '' && builder.firstName === '' && builder.emails.length === 0 && builder.maillageId === null)
    addProblem(builder, null, 'missing-name', '', 'warns')
  const attendances = attendancesOf(builder, event, mapping)
  return { ...emptyDraft(builder), person: personOf(builder, addresses, finisher), attendances, hours: hoursOf(builder, event) }
}

const emptyDraft = (builder: DraftBuilder): RowDraft => ({
  row: builder.row,
  person: null,
  event: null,
  organisation: null,
  attendances: [],
  hours: [],
  problems: builder.problems,
  notes: builder.notes ?? none,
  rejected: false,
})

const isSomebody = (builder: DraftBuilder): boolean =>
  builder.lastName !== '' ||
  builder.firstName !== '' ||
  builder.emails.length > 0 ||
  builder.phones.length > 0 ||
  builder.memberNumber !== '' ||
  builder.maillageId !== null

/**
 * True, and told, when the name is that of two people or of nobody who could be found again: made one person, they would be counted and written to as one.
 * Whom our own export names by her number is somebody, whatever her name.
 */
const isNobodyInParticular = (builder: DraftBuilder): boolean => {
  if (builder.maillageId !== null) return false
  const several = builder.severalPeople
  if (several !== null) {
    addProblem(builder, several.column, 'several-people', several.text, several.kind === 'two' ? 'rejects' : 'warns')
    return several.kind === 'two'
  }
  const isKnownOtherwise = builder.emails.length > 0 || builder.phones.length > 0 || builder.memberNumber !== '' || builder.externalId !== ''
  if (isKnownOtherwise || builder.birthDate !== null || !isInitialsOnly(builder.lastName, builder.firstName)) return false
  addProblem(builder, null, 'initials-only', `${builder.firstName} ${builder.lastName}`.trim(), 'rejects')
  return true
}

/** The whole name only serves when its parts are not both given apart; beside one of them, it says the other. */
const settleName = (builder: DraftBuilder): void => {
  const whole = builder.wholeName
  if (whole === null || (builder.lastName !== '' && builder.firstName !== '')) return
  if (builder.lastName !== '' || builder.firstName !== '') {
    const given = new Set(foldWords(`${builder.lastName} ${builder.firstName}`).split(' '))
    const rest = whole.text
      .split(' ')
      .filter(
        (word) =>
          !foldWords(word)
            .split(' ')
            .every((part) => given.has(part)),
      )
      .join(' ')
    if (builder.lastName === '') builder.lastName = rest
    else builder.firstName = rest
    return
  }
  builder.lastName = whole.lastName
  builder.firstName = whole.firstName
  addNote(builder, whole.column, 'name-split', whole.text, `${whole.lastName} | ${whole.firstName}`)
}

/** The payer is somebody else unless she has the same name; her address is then never given to the person. */
const settlePayer = (builder: DraftBuilder, mapping: ImportMapping): void => {
  const payer = foldWords(`${builder.payerLastName} ${builder.payerFirstName}`)
  const samePerson = payer !== '' && sameWords(payer, foldWords(`${builder.lastName} ${builder.firstName}`))
  if (samePerson) {
    addContacts(
      builder.emails,
      builder.payerEmails.map((address) => ({ address, label: 'home' })),
    )
    builder.payerLastName = ''
    builder.payerFirstName = ''
    builder.payerEmails = []
  } else if (payer !== '' && mapping.source === 'helloasso-memberships-2021' && builder.emails.length > 0) {
    // This export has one column « Email », filled in by whoever paid.
    const column = mapping.columns.find((one) => one.target?.kind === 'field' && one.target.field === 'email')?.index ?? 0
    builder.payerEmails = builder.emails.map((email) => email.address)
    addNote(builder, column, 'payer-email', builder.payerEmails.join(' ; '), '')
    builder.emails = []
  }
}

const sameWords = (left: string, right: string): boolean => left === right || left.split(' ').sort().join(' ') === right.split(' ').sort().join(' ')

const eventOf = (builder: DraftBuilder): EventDraft | null =>
  builder.eventName === '' ? null : { id: null, name: builder.eventName, date: builder.eventDate, kind: builder.eventKind, place: builder.eventPlace }

const attendancesOf = (builder: DraftBuilder, event: EventDraft | null, mapping: ImportMapping): readonly AttendanceDraft[] => {
  if (builder.cancelled) return []
  const listed: AttendanceDraft[] = [...builder.attendances]
  const given = mapping.givenEvent
  const { attendance } = builder
  const chosen = event ?? (given === null ? null : { id: given.id, name: given.name, date: given.date, kind: '', place: '' })
  if (chosen === null || attendance === 'nothing' || attendance === 'unread') return listed
  const status = attendance?.status ?? (event === null ? (given?.status ?? 'present') : 'present')
  listed.push({ event: chosen, status, hours: builder.hours ?? attendance?.hours ?? null })
  return listed
}

/** Hours beside an event belong to its sheet; alone, they were given outside. */
const hoursOf = (builder: DraftBuilder, event: EventDraft | null): readonly HoursDraft[] =>
  builder.hours === null || builder.hours === 0 || event !== null
    ? []
    : [{ date: builder.hoursDate ?? builder.eventDate, hours: builder.hours, task: builder.hoursTask }]

const personOf = (builder: DraftBuilder, addresses: readonly Address[], finisher: DraftFinisher): PersonDraft => {
  const { mapping } = finisher
  if (builder.optInOn !== null && builder.consents['email:news'] === undefined)
    builder.consents['email:news'] = { given: true, on: builder.optInOn, source: mapping.source ?? 'import' }
  const hasPayer = builder.payerLastName !== '' || builder.payerFirstName !== '' || builder.payerEmails.length > 0
  const roles = rolesOf(builder, mapping)
  return {
    maillageId: builder.maillageId,
    lastName: builder.lastName,
    firstName: builder.firstName,
    birthDate: builder.birthDate ?? builder.birthYear,
    gender: builder.gender,
    emails: relabelled('email', builder.emails, builder),
    phones: relabelled('phone', builder.phones, builder),
    addresses: relabelled('address', addresses, builder),
    roles,
    tags: builder.tags,
    custom: builder.custom,
    consents: consentsOf(builder),
    affiliations: affiliationsOf(builder),
    territory: builder.territoryText === '' ? null : territoryOf(builder, finisher.context),
    doNotContact: builder.doNotContact,
    deceased: builder.deceased,
    // The beginning of a role that this row does not have still tells since when somebody is known.
    joinedOn: builder.joinedOn ?? (roles.length === 0 && !builder.cancelled ? builder.roleStart : null),
    memberNumber: builder.memberNumber,
    externalIds: externalIdsOf(builder.externalId, mapping),
    payer: hasPayer ? { lastName: builder.payerLastName, firstName: builder.payerFirstName, email: builder.payerEmails[0] ?? '' } : null,
    note: builder.note,
  }
}

const affiliationsOf = (builder: DraftBuilder): PersonDraft['affiliations'] => [
  ...builder.organisations.map(({ name, number }) => ({
    organisation: { id: null, name },
    title: builder.organisationTitles.get(number) ?? '',
    start: builder.organisationStarts.get(number) ?? null,
    end: builder.organisationEnds.get(number) ?? null,
  })),
  ...builder.moreContacts.affiliations.map(({ name, title, start, end }) => ({ organisation: { id: null, name }, title, start, end })),
]

const atHome = (address: Omit<Address, 'label'>): Address => ({ ...address, label: usualLabel(null) })

/** Our own export says which contacts are not used as it goes without saying. */
const relabelled = <Contact extends { readonly label: ContactLabel }>(
  kind: 'email' | 'phone' | 'address',
  contacts: readonly Contact[],
  { contactLabels }: DraftBuilder,
): readonly Contact[] => {
  if (contactLabels.length === 0) return contacts
  return contacts.map((contact, at) => {
    const told = contactLabels.find((one) => one.kind === kind && one.at === at)
    return told === undefined ? contact : { ...contact, label: told.label }
  })
}

const externalIdsOf = (text: string, { source }: ImportMapping): PersonDraft['externalIds'] => {
  if (text === '') return {}
  return (source === 'maillage' ? parseExternalIds(text) : null) ?? { [source ?? 'fichier']: text }
}

const rolesOf = (builder: DraftBuilder, mapping: ImportMapping): readonly RoleDraft[] => {
  if (builder.cancelled) return []
  const given = mapping.givenRole
  const kinds = builder.roleKinds.length > 0 || given === null ? builder.roleKinds : [{ id: given.kind, name: '' }]
  const start = builder.roleStart ?? given?.start ?? null
  let end = builder.roleEnd ?? given?.end ?? null
  if (start !== null && end !== null && isCertainlyBefore(end, start)) {
    addProblem(builder, builder.roleEndCell?.column ?? null, 'end-before-start', builder.roleEndCell?.text ?? end, 'leaves-out')
    end = null
  }
  const closed = end ?? (mapping.roleLasts === 'one-year' && start !== null ? oneYearFrom(start) : null)
  // « Bénévole | Mentor | Depuis »: the dates are those of the crosses when no word of the row has them.
  const crossed = builder.roles.map((role) =>
    kinds.length > 0 || role.start !== null || role.end !== null || mapping.source === 'maillage' ? role : { ...role, start, end: closed },
  )
  return [...kinds.map((kind): RoleDraft => ({ kind, start, end: closed, byYear: false })), ...crossed, ...joinYears(builder.years)]
}

/** The last day of a membership of one year: bought on 1 October 2019, it ends on 30 September 2020. */
const oneYearFrom = (start: PartialDate): PartialDate | null =>
  isIsoDate(start) ? (addDays(addYears(start, 1), -1) as string as PartialDate) : start

/** A territory by its own name, by the code of a QPV or of a commune, or by the name of a commune; else a new one under that name. */
const territoryOf = (builder: DraftBuilder, context: DraftContext): TerritoryRef => {
  const text = builder.territoryText
  const code = text.toUpperCase().replace(/\s/g, '')
  const known = context.known.territories.find(
    (one) => one.deletedAt === null && (foldWords(one.name) === foldWords(text) || one.codes.includes(code)),
  )
  if (known !== undefined) return { id: known.id, name: known.name, type: known.type, codes: known.codes }
  const qpv = context.qpv?.byCode.get(code)
  if (qpv !== undefined) return { id: null, name: qpv.name, type: 'qpv', codes: [qpv.code] }
  if (context.communes !== null) {
    const byCode = inseeCode.test(code) ? communeByCode(context.communes, code) : null
    const match = byCode === null ? findCommune(context.communes, text, builder.addresses[0]?.postalCode ?? '') : null
    const commune = byCode ?? (match?.kind === 'found' ? match.commune : null)
    if (commune !== null) return { id: null, name: commune.name, type: 'commune', codes: [commune.code] }
  }
  return { id: null, name: text, type: 'other', codes: [] }
}

const organisationOf = (builder: DraftBuilder, addresses: readonly Address[]): OrganisationDraft | null => {
  const name = builder.organisations[0]?.name ?? ''
  if (name === '') return null
  const emails = [...builder.organisationEmails]
  const phones = [...builder.organisationPhones]
  addContacts(emails, builder.emails)
  addContacts(phones, builder.phones)
  return {
    id: null,
    name,
    kind: builder.organisationKind,
    registrationNumber: builder.organisationNumber,
    emails,
    phones,
    address: addresses[0] ?? null,
    website: builder.organisationWebsite,
    note: builder.note,
  }
}

const inseeCode = /^(?:\d{5}|2[AB]\d{3})$/
const none: readonly never[] = []

/** What a column says wins where somebody changed it since: the proof is then of another answer. */
const consentsOf = ({ consents, consentDetails }: DraftBuilder): PersonDraft['consents'] => {
  const all = { ...consents }
  for (const key of Object.keys(consentDetails) as ConsentKey[]) {
    const detail = consentDetails[key]
    if (detail !== undefined && (all[key] === undefined || all[key].given === detail.given)) all[key] = detail
  }
  return all
}
