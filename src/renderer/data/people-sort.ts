import type { CustomFieldId, OrganisationId, RoleKindId, TagId, TerritoryId } from '#domain/id'
import type { PartialDate } from '#domain/period'
import type { Person } from '#domain/person'
import { searchable } from '#domain/searchable'
import type { LastActivity } from '#data/people-activity'

/** The columns a list of people can show and be sorted by. */
export const peopleColumns = [
  'name',
  'roles',
  'commune',
  'email',
  'phone',
  'last',
  'age',
  'birthDate',
  'gender',
  'tags',
  'memberNumber',
  'joinedOn',
  'territory',
  'organisation',
  'postalCode',
] as const
export type PeopleColumn = (typeof peopleColumns)[number] | `custom:${CustomFieldId}`

export interface PeopleSort {
  readonly column: PeopleColumn
  readonly descending: boolean
}

/** What sorting must know besides the person. */
export interface SortFacts {
  readonly currentRoles: (person: Person) => readonly RoleKindId[]
  readonly roleOrder: ReadonlyMap<RoleKindId, number>
  readonly tagNames: ReadonlyMap<TagId, string>
  readonly territoryOf: (person: Person) => TerritoryId | null
  readonly territoryNames: ReadonlyMap<TerritoryId, string>
  readonly organisationNames: ReadonlyMap<OrganisationId, string>
  readonly lastActivity: (person: Person) => LastActivity | null
}

/**
 * The same positions in the order of a column. Positions must come in the order of names: that is the order among equals. Blank values come last, both ways.
 */
export const sortPositions = (people: readonly Person[], positions: Uint32Array, sort: PeopleSort, facts: SortFacts): Uint32Array => {
  if (sort.column === 'name') return sort.descending ? positions.toReversed() : positions
  const keyOf = columnToKey(sort.column, facts)
  const known: number[] = []
  const blank: number[] = []
  const keys: SortKey[] = Array.from({ length: people.length })
  for (const position of positions) {
    const person = people[position]
    const key = person === undefined ? null : keyOf(person)
    if (key === null || key === '') blank.push(position)
    else {
      keys[position] = key
      known.push(position)
    }
  }
  const direction = sort.descending ? -1 : 1
  known.sort((left, right) => direction * compareKeys(keys[left] ?? null, keys[right] ?? null) || left - right)
  return Uint32Array.from([...known, ...blank])
}

type SortKey = string | number | null

const columnToKey = (column: PeopleColumn, facts: SortFacts): ((person: Person) => SortKey) => {
  switch (column) {
    case 'name':
      return () => null
    case 'roles':
      return (person) => {
        const orders = facts.currentRoles(person).map((kind) => facts.roleOrder.get(kind) ?? 999)
        return orders.length === 0 ? null : Math.min(...orders)
      }
    case 'commune':
      return (person) => searchable(person.addresses[0]?.city ?? '')
    case 'postalCode':
      return (person) => person.addresses[0]?.postalCode ?? null
    case 'email':
      return (person) => person.emails[0]?.address.toLowerCase() ?? null
    case 'phone':
      return (person) => person.phones[0]?.number ?? null
    case 'last':
      return (person) => facts.lastActivity(person)?.on ?? null
    case 'age':
      // Youngest first: the later the birth, the smaller the key.
      return (person) => (person.birthDate === null ? null : -dateToNumber(person.birthDate))
    case 'birthDate':
      return (person) => person.birthDate
    case 'gender':
      return (person) => person.gender
    case 'tags':
      return (person) =>
        Object.keys(person.tags)
          .map((id) => searchable(facts.tagNames.get(id as TagId) ?? ''))
          .sort()
          .join(' ')
    case 'memberNumber':
      return (person) => numberedText(person.memberNumber)
    case 'joinedOn':
      return (person) => person.joinedOn
    case 'territory':
      return (person) => {
        const territory = facts.territoryOf(person)
        return territory === null ? null : searchable(facts.territoryNames.get(territory) ?? '')
      }
    case 'organisation':
      return (person) => searchable(person.affiliations.map(({ organisationId }) => facts.organisationNames.get(organisationId) ?? '').join(' '))
    default: {
      const field = column.slice('custom:'.length) as CustomFieldId
      return (person) => {
        const value = person.custom[field] ?? null
        if (typeof value === 'boolean') return value ? 0 : 1
        return typeof value === 'string' ? numberedText(value) : value
      }
    }
  }
}

/** Text in which numbers are ordered by value: « A-2 » before « A-10 ». */
const numberedText = (text: string): string => searchable(text).replace(/\d+/g, (digits) => digits.padStart(12, '0'))

const dateToNumber = (date: PartialDate): number => Number(date.replaceAll('-', '').padEnd(8, '0'))

const compareKeys = (left: SortKey, right: SortKey): number => {
  if (left === null || right === null) return 0
  if (typeof left === 'number' && typeof right === 'number') return left - right
  const [leftText, rightText] = [String(left), String(right)]
  return leftText < rightText ? -1 : leftText > rightText ? 1 : 0
}
