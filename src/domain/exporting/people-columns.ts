import type { CustomField } from '#domain/custom-field'
import type { CustomFieldId, OrganisationId, PersonId, RoleKindId, TagId, TerritoryId } from '#domain/id'
import type { PartialDate } from '#domain/period'
import type { Address, Channel, CustomValue, Person } from '#domain/person'
import type { BuiltInRoleKindId, RoleKind } from '#domain/role'
import { consentsToText, hasConsentDetails } from '#domain/exporting/consents-text'
import { contactLabelsToText, externalIdsToText } from '#domain/exporting/contact-labels-text'
import { contactsBeyond, moreContactsToText } from '#domain/exporting/more-contacts-text'
import { rolePeriodsToText } from '#domain/exporting/role-periods-text'
import { exportWords, type ExportLanguage, type HeaderKey } from '#domain/exporting/words'

/** What a cell of an export holds; dates are ISO texts, whole or partial. */
export type ExportCell = string | number | boolean | null
export interface ExportColumn<Item> {
  /** Stays the same whatever the language: what a user's choice of columns remembers. Numbered ones (`email 2`) share the choice of the first. */
  readonly key: string
  readonly header: string
  readonly kind: 'text' | 'integer' | 'number' | 'date' | 'boolean'
  readonly value: (item: Item) => ExportCell
}

/** Names of what people's records mention by id; '' for what is gone. */
export interface ExportNames {
  readonly territory: (id: TerritoryId) => string
  /** The territory of somebody: chosen, or the one that bears the code of her place. */
  readonly territoryOf: (person: Person) => TerritoryId | null
  readonly organisation: (id: OrganisationId) => string
  readonly tag: (id: TagId) => string
  readonly roleKinds: ReadonlyMap<RoleKindId, RoleKind>
}

/** Columns that can be chosen or left out together, in their order. `doNotContact` and `maillageId` are always there. */
export const peopleColumnKeys = [
  'maillageId',
  'lastName',
  'firstName',
  'roles',
  'email',
  'phone',
  'address',
  'birthDate',
  'gender',
  'joinedOn',
  'memberNumber',
  'organisation',
  'territory',
  'tags',
  'consents',
  'doNotContact',
  'deceased',
  'payer',
  'note',
  'custom',
] as const
export type PeopleColumnKey = (typeof peopleColumnKeys)[number]
/** A column asked for by name: one field of the association, or when somebody was last seen, which no import reads back. */
export type ChosenColumn = PeopleColumnKey | `custom:${CustomFieldId}` | 'lastActivity'
const alwaysThere: ReadonlySet<string> = new Set<PeopleColumnKey>(['maillageId', 'doNotContact'])

export interface PeopleColumnOptions {
  readonly language: ExportLanguage
  readonly names: ExportNames
  readonly customFields: readonly CustomField[]
  /** Those chosen; null: all. */
  readonly chosen: readonly ChosenColumn[] | null
  /** When somebody last took part; asked only if `lastActivity` is chosen. */
  readonly lastActivity?: (id: PersonId) => PartialDate | null
  /** Custom fields marked sensitive are left out unless somebody asked for them by name. */
  readonly withSensitive: boolean
}

/** More columns of e-mails, phones or addresses than this help nobody: what somebody has beyond them shares one column. */
const mostRepeated = 5

/**
 * The columns of an export of people, as wide as the people in it need (« E-mail », « E-mail 2 »…). Our own import reads each of them back: « Identifiant Maillage »
 * finds the very person again. « Ne pas contacter » is always there, so that no list travels without it.
 */
export const peopleColumns = (
  people: readonly Person[],
  { language, names, customFields, chosen, withSensitive, lastActivity = () => null }: PeopleColumnOptions,
): readonly ExportColumn<Person>[] => {
  const { header, gender, role } = exportWords[language]
  const text = (key: HeaderKey, value: (person: Person) => string | null): ExportColumn<Person> => ({ key, header: header[key], kind: 'text', value })
  const date = (key: HeaderKey, value: (person: Person) => PartialDate | null): ExportColumn<Person> => ({
    key,
    header: header[key],
    kind: 'date',
    value,
  })
  const repeated = (key: string, count: number, make: (at: number) => readonly ExportColumn<Person>[]): readonly ExportColumn<Person>[] =>
    Array.from({ length: Math.max(1, Math.min(count, mostRepeated)) }, (_, at) =>
      make(at).map((column) => ({ ...column, key, header: at === 0 ? column.header : `${column.header} ${at + 1}` })),
    ).flat()
  const widest = (count: (person: Person) => number): number => people.reduce((most, person) => Math.max(most, count(person)), 0)
  const addressText = (key: HeaderKey, at: number, value: (address: Address) => string | null): ExportColumn<Person> =>
    text(key, ({ addresses }) => (addresses[at] === undefined ? null : value(addresses[at])))
  const consent = (key: HeaderKey, channel: Channel): ExportColumn<Person> => ({
    key: 'consents',
    header: header[key],
    kind: 'boolean',
    value: ({ consents }) => consents[`${channel}:news`]?.given ?? null,
  })
  const roleName = (id: RoleKindId): string => names.roleKinds.get(id)?.name ?? role[id as string as BuiltInRoleKindId] ?? ''

  const asked = chosen === null ? null : new Set<string>(chosen)
  const isDated = people.some(({ affiliations }) => affiliations.some(({ start, end }) => start !== null || end !== null))
  /** Only of what was asked for: a list of e-mails gives no address away. */
  const beyond = (person: Person): string => {
    const more = contactsBeyond(person, mostRepeated, names.organisation)
    const isAsked = (key: PeopleColumnKey): boolean => asked?.has(key) !== false
    return moreContactsToText({
      emails: isAsked('email') ? more.emails : [],
      phones: isAsked('phone') ? more.phones : [],
      addresses: isAsked('address') ? more.addresses : [],
      affiliations: isAsked('organisation') ? more.affiliations : [],
    })
  }

  const all: readonly ExportColumn<Person>[] = [
    text('maillageId', ({ id }) => id),
    text('lastName', ({ lastName }) => lastName),
    text('firstName', ({ firstName }) => firstName),
    text('roles', ({ roles }) => rolePeriodsToText(Object.values(roles).map(({ kind, start, end }) => ({ name: roleName(kind), start, end })))),
    ...repeated(
      'email',
      widest(({ emails }) => emails.length),
      (at) => [text('email', ({ emails }) => emails[at]?.address ?? null)],
    ),
    ...repeated(
      'phone',
      widest(({ phones }) => phones.length),
      (at) => [text('phone', ({ phones }) => phones[at]?.number ?? null)],
    ),
    ...repeated(
      'address',
      widest(({ addresses }) => addresses.length),
      (at) => [
        addressText('street', at, ({ street }) => street),
        addressText('postalCode', at, ({ postalCode }) => postalCode),
        addressText('city', at, ({ city }) => city),
        addressText('communeCode', at, ({ communeCode }) => communeCode),
        addressText('qpvCode', at, ({ qpvCode }) => qpvCode),
        addressText('country', at, ({ country }) => country),
      ],
    ),
    ...(people.some((person) => contactLabelsToText(person) !== '') ? [{ ...text('contactLabels', contactLabelsToText), key: 'email' }] : []),
    date('birthDate', ({ birthDate }) => birthDate),
    text('gender', (person) => (person.gender === null ? null : gender[person.gender])),
    date('joinedOn', ({ joinedOn }) => joinedOn),
    text('memberNumber', ({ memberNumber }) => memberNumber),
    ...(widest(({ externalIds }) => Object.keys(externalIds).length) === 0
      ? []
      : [{ ...text('externalId', ({ externalIds }) => externalIdsToText(externalIds)), key: 'memberNumber' }]),
    ...repeated(
      'organisation',
      widest(({ affiliations }) => affiliations.length),
      (at) => [
        text('organisation', ({ affiliations }) => (affiliations[at] === undefined ? null : names.organisation(affiliations[at].organisationId))),
        text('organisationTitle', ({ affiliations }) => affiliations[at]?.title ?? null),
        ...(isDated
          ? [
              date('organisationStart', ({ affiliations }) => affiliations[at]?.start ?? null),
              date('organisationEnd', ({ affiliations }) => affiliations[at]?.end ?? null),
            ]
          : []),
      ],
    ),
    ...(people.some((person) => beyond(person) !== '') ? [text('moreContacts', beyond)] : []),
    text('territory', (person) => {
      const territory = names.territoryOf(person)
      return territory === null ? null : names.territory(territory)
    }),
    text('tags', ({ tags }) =>
      (Object.keys(tags) as TagId[])
        .map(names.tag)
        .filter((name) => name !== '')
        .toSorted()
        .join(' | '),
    ),
    consent('consentEmail', 'email'),
    consent('consentPhone', 'phone'),
    consent('consentSms', 'sms'),
    consent('consentPost', 'post'),
    ...(people.some(hasConsentDetails) ? [{ ...text('consentDetails', consentsToText), key: 'consents' }] : []),
    { key: 'doNotContact', header: header.doNotContact, kind: 'boolean', value: ({ doNotContact }) => doNotContact },
    { key: 'deceased', header: header.deceased, kind: 'boolean', value: ({ deceased }) => deceased },
    { ...text('payerLastName', ({ payer }) => payer?.lastName ?? null), key: 'payer' },
    { ...text('payerFirstName', ({ payer }) => payer?.firstName ?? null), key: 'payer' },
    { ...text('payerEmail', ({ payer }) => payer?.email ?? null), key: 'payer' },
    text('note', ({ note }) => note),
  ]
  const custom = customFields.filter(
    ({ id, archived, sensitive }) =>
      asked?.has(`custom:${id}`) === true || (asked?.has('custom') !== false && !archived && (!sensitive || withSensitive)),
  )
  return [
    ...(asked === null ? all : all.filter(({ key }) => alwaysThere.has(key) || key === 'moreContacts' || asked.has(key))),
    ...(asked?.has('lastActivity') === true
      ? [{ key: 'lastActivity', header: lastActivityHeader[language], kind: 'date' as const, value: ({ id }: Person) => lastActivity(id) }]
      : []),
    ...custom.map(customColumn),
  ]
}

const lastActivityHeader: Readonly<Record<ExportLanguage, string>> = { fr: 'Dernière participation', en: 'Last seen' }

const customColumn = ({ id, name, kind }: CustomField): ExportColumn<Person> => ({
  key: 'custom',
  header: name,
  kind: kind === 'choice' ? 'text' : kind,
  value: ({ custom }): CustomValue => custom[id] ?? null,
})
