import type { ComboboxItem, ComboboxItemGroup } from '@mantine/core'
import type { CustomField } from '#domain/custom-field'
import type { ColumnMapping, ColumnTarget, ImportField, ImportSubject } from '#domain/importing/mapping'
import type { RoleKind } from '#domain/role'

/** The fields a person may choose for a column, by subject, in groups that read like a form. */
type FieldGroup = 'identity' | 'contact' | 'address' | 'association' | 'consent' | 'payer' | 'event' | 'hours' | 'organisation' | 'other'
type GroupedFields = readonly (readonly [FieldGroup, readonly ImportField[]])[]

const personGroups: GroupedFields = [
  ['identity', ['lastName', 'firstName', 'fullName', 'birthDate', 'birthYear', 'gender']],
  ['contact', ['email', 'phone']],
  ['address', ['street', 'postalCode', 'city', 'country', 'communeCode', 'qpvCode', 'territory']],
  [
    'association',
    [
      'role',
      'roleStart',
      'roleEnd',
      'joinedOn',
      'memberNumber',
      'tag',
      'note',
      'organisation',
      'organisationTitle',
      'organisationStart',
      'organisationEnd',
    ],
  ],
  [
    'consent',
    [
      'consentEmail',
      'consentPhone',
      'consentSms',
      'consentPost',
      'refusesEmail',
      'refusesSms',
      'optInOn',
      'unsubscribedOn',
      'doNotContact',
      'deceased',
    ],
  ],
]
const groupsBySubject: Readonly<Record<ImportSubject, GroupedFields>> = {
  people: [
    ...personGroups,
    ['payer', ['payerLastName', 'payerFirstName', 'payerEmail']],
    ['event', ['eventName', 'eventDate', 'eventKind', 'eventPlace', 'attendance']],
    ['hours', ['hours', 'hoursDate', 'hoursTask']],
    ['other', ['externalId', 'orderStatus', 'maillageId']],
  ],
  hours: [
    ...personGroups.slice(0, 2),
    ['hours', ['hours', 'hoursDate', 'hoursTask']],
    ['association', ['memberNumber', 'note']],
    ['other', ['externalId', 'maillageId']],
  ],
  events: [
    ['event', ['eventName', 'eventDate', 'eventKind', 'eventPlace', 'territory', 'note']],
    ['address', ['postalCode', 'city', 'communeCode']],
    ['other', ['externalId', 'maillageId']],
  ],
  organisations: [
    [
      'organisation',
      ['organisation', 'organisationKind', 'organisationNumber', 'organisationEmail', 'organisationPhone', 'organisationWebsite', 'note'],
    ],
    ['address', ['street', 'postalCode', 'city', 'country', 'communeCode', 'qpvCode', 'territory']],
    ['other', ['externalId', 'maillageId']],
  ],
}

/** The value of a select for what a column becomes. */
export const targetToValue = (target: ColumnTarget | null): string => {
  if (target === null) return 'none'
  if (target.kind === 'field') return `field:${target.field}`
  if (target.kind === 'custom') return `custom:${target.id ?? 'new'}`
  return target.kind
}

export interface OptionWords {
  readonly group: (group: FieldGroup | 'custom') => string
  readonly field: (field: ImportField) => string
  readonly leftOut: string
  readonly newCustom: string
  readonly tag: string
  readonly role: string
  readonly roleYear: string
  readonly event: string
}

/** Everything a column can become, grouped; only people can have tags, roles, crosses and custom fields. */
export const targetOptions = (
  subject: ImportSubject,
  customFields: readonly CustomField[],
  words: OptionWords,
): readonly ComboboxItemGroup<ComboboxItem>[] => {
  const fields = groupsBySubject[subject].map(([group, names]) => ({
    group: words.group(group),
    items: names.map((name) => ({ value: `field:${name}`, label: words.field(name) })),
  }))
  const custom = [
    ...customFields.filter(({ archived }) => !archived).map(({ id, name }) => ({ value: `custom:${id}`, label: name })),
    { value: 'custom:new', label: words.newCustom },
  ]
  const crosses = [
    { value: 'tag', label: words.tag },
    { value: 'role', label: words.role },
    { value: 'role-year', label: words.roleYear },
    { value: 'event', label: words.event },
  ]
  const leftOut = [{ group: '', items: [{ value: 'none', label: words.leftOut }] }]
  if (subject !== 'people') return [...leftOut, ...fields]
  return [...leftOut, ...fields, { group: words.group('custom'), items: custom }, { group: words.group('other'), items: crosses }]
}

/** What the column becomes once such a value is chosen; details start from its header. */
export const valueToTarget = (
  value: string,
  column: ColumnMapping,
  customFields: readonly CustomField[],
  roleKinds: readonly RoleKind[],
): ColumnTarget | null => {
  const separator = value.indexOf(':')
  const [kind, detail] = separator < 0 ? [value, ''] : [value.slice(0, separator), value.slice(separator + 1)]
  const name = column.header
  switch (kind) {
    case 'field':
      return { kind: 'field', field: detail as ImportField }
    case 'custom': {
      const known = customFields.find(({ id }) => id === detail)
      return known === undefined
        ? { kind: 'custom', id: null, name, type: 'text' }
        : { kind: 'custom', id: known.id, name: known.name, type: known.kind }
    }
    case 'tag':
      return { kind: 'tag', id: null, name }
    case 'role': {
      const first = roleKinds.find(({ archived }) => !archived)
      return first === undefined ? { kind: 'role', id: null, name } : { kind: 'role', id: first.id, name: first.name ?? '' }
    }
    case 'role-year': {
      const role = roleKinds.find(({ id }) => id === 'member') ?? roleKinds[0]
      return role === undefined
        ? null
        : { kind: 'role-year', role: role.id, year: yearIn(name), span: /\d{4}\s*[-/]\s*\d{2,4}/u.test(name) ? 'school' : 'civil' }
    }
    case 'event':
      return { kind: 'event', id: null, name, date: null }
    default:
      return null
  }
}

/** The year a header names; 2000 when it names none, to be corrected on the spot. */
const yearIn = (header: string): number => Number(/\b(?:19|20)\d{2}\b/u.exec(header)?.[0] ?? 2000)
