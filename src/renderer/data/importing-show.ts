import type { Attendance } from '#domain/attendance'
import type { ExistingRecords } from '#domain/importing/knowledge'
import { readNewRef } from '#domain/importing/new-ref'
import { parsePartialDate, type PartialDate } from '#domain/period'
import { fullName, type Address, type Affiliation, type Consent, type Email, type Payer, type Phone } from '#domain/person'
import type { RolePeriod } from '#domain/role'
import type { ShownChange, ShownValue } from '#data/importing-shown'

/** What is looked up to name the entries of a record. */
export type Names = Pick<ExistingRecords, 'people' | 'roleKinds' | 'tags' | 'customFields' | 'organisations' | 'territories'>

/** A field of a record before and after, its names looked up. */
export const showChange = (change: { readonly path: string; readonly before: unknown; readonly after: unknown }, names: Names): ShownChange => {
  const slash = change.path.indexOf('/')
  const field = slash < 0 ? change.path : change.path.slice(0, slash)
  const key = slash < 0 ? '' : change.path.slice(slash + 1)
  const show = (value: unknown): ShownValue => (value === null || value === undefined ? none : showValue(field, key, value, names))
  return {
    path: change.path,
    field,
    name: nameOfEntry(field, key, change.after ?? change.before, names),
    before: show(change.before),
    after: show(change.after),
  }
}

const nameOfEntry = (field: string, key: string, value: unknown, names: Names): string => {
  switch (field) {
    case 'custom':
      return nameOf(names.customFields, key)
    case 'tags':
      return nameOf(names.tags, key)
    case 'externalIds':
      return key
    case 'consents':
      return key.split(':')[0] ?? key
    case 'entries': {
      const person = names.people.get(key)
      return person === undefined ? '' : fullName(person)
    }
    case 'personId':
      return typeof value === 'string' ? '' : key
    default:
      return ''
  }
}

const showValue = (field: string, key: string, value: unknown, names: Names): ShownValue => {
  switch (field) {
    case 'emails':
      return listOf(value as readonly Email[], ({ address }) => text(address))
    case 'phones':
      return listOf(value as readonly Phone[], ({ number }) => ({ kind: 'phone', number }))
    case 'addresses':
      return listOf(value as readonly Address[], (address) => text(addressLine(address)))
    case 'address':
      return text(addressLine(value as Address))
    case 'affiliations':
      return listOf(value as readonly Affiliation[], ({ organisationId, title }) => {
        const name = nameOf(names.organisations, organisationId)
        return text(title === '' ? name : `${name} (${title})`)
      })
    case 'roles': {
      const { kind, start, end } = value as RolePeriod
      return { kind: 'role', roleKind: kind, name: readNewRef(kind)?.name ?? names.roleKinds.find(({ id }) => id === kind)?.name ?? null, start, end }
    }
    case 'consents':
      return { kind: 'consent', given: (value as Consent).given }
    case 'gender':
      return { kind: 'gender', gender: String(value) }
    case 'birthDate':
    case 'joinedOn':
    case 'date':
    case 'endDate':
      return { kind: 'date', date: value as PartialDate }
    case 'custom': {
      const kind = readNewRef(key)?.type ?? names.customFields.find(({ id }) => id === key)?.kind
      const date = kind === 'date' && typeof value === 'string' ? parsePartialDate(value) : null
      return date === null ? plain(value) : { kind: 'date', date }
    }
    case 'territoryId':
      return text(nameOf(names.territories, String(value)))
    case 'payer': {
      const payer = value as Payer
      return text([fullName(payer), payer.email].filter((part) => part !== '').join(', '))
    }
    case 'entries': {
      const { status, hours } = value as Attendance
      return { kind: 'attendance', status, hours }
    }
    case 'deletedAt':
      return { kind: 'yes-no', yes: true }
    default:
      return plain(value)
  }
}

/** The name of something known, or of something that the import would create. */
const nameOf = (records: readonly { readonly id: string; readonly name: string }[], id: string): string =>
  records.find((record) => record.id === id)?.name ?? readNewRef(id)?.name ?? id

const none: ShownValue = { kind: 'none' }
const text = (value: string): ShownValue => (value === '' ? none : { kind: 'text', text: value })
const listOf = <Item>(items: readonly Item[], show: (item: Item) => ShownValue): ShownValue =>
  items.length === 0 ? none : { kind: 'list', items: items.map(show) }

const plain = (value: unknown): ShownValue => {
  if (typeof value === 'string') return text(value)
  if (typeof value === 'number') return { kind: 'number', number: value }
  if (typeof value === 'boolean') return { kind: 'yes-no', yes: value }
  return text(JSON.stringify(value))
}

const addressLine = ({ street, postalCode, city, country }: Address): string =>
  [street, [postalCode, city].filter((part) => part !== '').join(' '), country].filter((part) => part !== '').join(', ')
