import { exportWords } from '#domain/exporting/words'
import type { RoleKindId } from '#domain/id'
import type { OrganisationDraft, PersonDraft, RowDraft } from '#domain/importing/draft'
import type { ConsentKey } from '#domain/person'
import type { BuiltInRoleKindId } from '#domain/role'

/** A row as it would be kept, by field; several values of one field are a list. Fields of which the file says nothing are left out. */
export type PreviewRow = Readonly<Record<string, PreviewValue>>
type PreviewValue = string | number | boolean | readonly (string | number | boolean)[]

export const previewRow = (draft: RowDraft): PreviewRow => {
  const { person, organisation, attendances, hours } = draft
  const events = attendances.map(({ event }) => event)
  const listed = draft.event === null ? events : [draft.event]
  return compact({
    ...(person === null ? {} : personFields(person)),
    ...(organisation === null ? {} : organisationFields(organisation)),
    eventName: listed.map(({ name }) => name),
    eventDate: listed.map(({ date }) => date),
    eventKind: listed.map(({ kind }) => kind),
    eventPlace: listed.map(({ place }) => place),
    attendance: attendances.map(({ status }) => status),
    hours: [...attendances.map((attendance) => attendance.hours), ...hours.map((given) => given.hours)],
    hoursDate: hours.map(({ date }) => date),
    hoursTask: hours.map(({ task }) => task),
  })
}

const personFields = (person: PersonDraft): Fields => ({
  maillageId: [person.maillageId],
  lastName: [person.lastName],
  firstName: [person.firstName],
  birthDate: [person.birthDate],
  gender: [person.gender],
  email: person.emails.map(({ address }) => address),
  phone: person.phones.map(({ number }) => number),
  street: person.addresses.map(({ street }) => street),
  postalCode: person.addresses.map(({ postalCode }) => postalCode),
  city: person.addresses.map(({ city }) => city),
  communeCode: person.addresses.map(({ communeCode }) => communeCode),
  qpvCode: person.addresses.map(({ qpvCode }) => qpvCode),
  country: person.addresses.map(({ country }) => country),
  organisation: person.affiliations.map(({ organisation }) => organisation.name),
  organisationTitle: person.affiliations.map(({ title }) => title),
  role: person.roles.map(({ kind }) => (kind.name === '' ? wordOf(kind.id) : kind.name)),
  roleStart: person.roles.map(({ start }) => start),
  roleEnd: person.roles.map(({ end }) => end),
  joinedOn: [person.joinedOn],
  tag: person.tags.map(({ name }) => name),
  note: [person.note],
  consentEmail: consent(person, 'email'),
  consentPhone: consent(person, 'phone'),
  consentSms: consent(person, 'sms'),
  consentPost: consent(person, 'post'),
  doNotContact: person.doNotContact ? [true] : [],
  deceased: person.deceased ? [true] : [],
  memberNumber: [person.memberNumber],
  externalId: Object.values(person.externalIds),
  territory: [person.territory?.name ?? null],
  payerLastName: [person.payer?.lastName ?? null],
  payerFirstName: [person.payer?.firstName ?? null],
  payerEmail: [person.payer?.email ?? null],
  ...Object.fromEntries(person.custom.map(({ name, value }) => [`custom:${name}`, [value]])),
})

/** A role that the file does not name (a column a year, a list of members), under the word of our own exports. */
const wordOf = (id: RoleKindId | null): string => exportWords.fr.role[id as string as BuiltInRoleKindId] ?? ''

const organisationFields = (organisation: OrganisationDraft): Fields => ({
  organisation: [organisation.name],
  organisationKind: [organisation.kind],
  organisationNumber: [organisation.registrationNumber],
  organisationEmail: organisation.emails.map(({ address }) => address),
  organisationPhone: organisation.phones.map(({ number }) => number),
  organisationWebsite: [organisation.website],
  street: [organisation.address?.street ?? null],
  postalCode: [organisation.address?.postalCode ?? null],
  city: [organisation.address?.city ?? null],
  note: [organisation.note],
})

const consent = (person: PersonDraft, channel: string): readonly boolean[] =>
  Object.entries(person.consents).flatMap(([key, { given }]) => ((key as ConsentKey).startsWith(`${channel}:`) ? [given] : []))

type Fields = Readonly<Record<string, readonly (string | number | boolean | null)[]>>

const compact = (fields: Fields): PreviewRow =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([field, all]) => {
      const values = all.filter((value): value is string | number | boolean => value !== null && value !== '')
      const [first] = values
      return first === undefined ? [] : [[field, values.length === 1 ? first : values] as const]
    }),
  )
