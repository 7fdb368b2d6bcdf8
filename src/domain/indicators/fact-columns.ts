import type { AttendanceSheet, AttendanceStatus } from '#domain/attendance'
import { attendanceStatuses } from '#domain/attendance'
import type { AssociationEvent } from '#domain/event'
import type { HoursGiven } from '#domain/hours'
import type { EventId, PersonId, RoleKindId, TerritoryId } from '#domain/id'
import { dayNumberOf, firstDay, lastDay, type PartialDate } from '#domain/period'
import type { Gender, Person } from '#domain/person'
import type { RoleKind } from '#domain/role'

/** No day: unknown, or (as the end of a role) still held. Outside every real day number. */
export const noDay = -2_147_483_648
export const everDay = 2_147_483_647

/** Records that columns are built from; iterables, so that a mirror can give its maps without copying them. */
export interface FactRecords {
  readonly people: Iterable<Person>
  readonly roleKinds: Iterable<RoleKind>
  readonly events: Iterable<AssociationEvent>
  readonly sheets: Iterable<AttendanceSheet>
  readonly hours: Iterable<HoursGiven>
}

/** A role in days. Each end has two readings, since « 2021 » is any day of 2021; `startLatest` is `everDay` when the start is unknown. */
export interface RoleDays {
  readonly kind: RoleKindId
  readonly isStaff: boolean
  readonly startEarliest: number
  readonly startLatest: number
  readonly endEarliest: number
  readonly endLatest: number
}

/** What indicators know of one person; not counted at all once removed. */
export interface PersonFacts {
  readonly id: PersonId
  readonly isRemoved: boolean
  readonly isDeceased: boolean
  readonly doNotContact: boolean
  readonly roles: readonly RoleDays[]
  /** Days during which she may have been staff: facts of these days are work, not commitment. */
  readonly staff: readonly { readonly from: number; readonly to: number }[]
  /** The joining date in days; null when unknown. */
  readonly joined: DayRange | null
  readonly birthDate: PartialDate | null
  readonly gender: Gender | null
  readonly territoryId: TerritoryId | null
  /** Of the first address that has one. */
  readonly communeCode: string | null
  readonly qpvCode: string | null
}
/** All the days that a partial date can mean; equal ends for a full date. */
export interface DayRange {
  readonly first: number
  readonly last: number
}

/** One attendance sheet as columns; people by their index. `hours` is NaN when not noted. */
export interface SheetColumns {
  readonly eventId: EventId
  readonly people: Int32Array
  readonly status: Uint8Array
  readonly hours: Float64Array
}

/** The records of the association as the indicators read them: built once, then kept up to date by `updateFactColumns`. */
export interface FactColumns {
  /** By person index; an index is given once and never given again. */
  readonly people: readonly PersonFacts[]
  readonly indexById: ReadonlyMap<PersonId, number>
  readonly events: ReadonlyMap<EventId, AssociationEvent>
  readonly sheets: ReadonlyMap<EventId, SheetColumns>
  readonly hours: ReadonlyMap<string, HoursGiven>
  readonly roleKinds: readonly RoleKind[]
  /** Rises with every update: what was computed from older columns is stale. */
  readonly version: number
}

/** Records that changed; for a removed one, its id with null. A change of role kinds asks for all people again: build anew. */
export interface FactUpdates {
  readonly people?: Iterable<Person>
  readonly events?: Iterable<readonly [EventId, AssociationEvent | null]>
  readonly sheets?: Iterable<readonly [EventId, AttendanceSheet | null]>
  readonly hours?: Iterable<readonly [string, HoursGiven | null]>
}

export const buildFactColumns = (records: FactRecords): FactColumns => {
  const roleKinds = [...records.roleKinds].toSorted((left, right) => left.order - right.order)
  const staffKinds = staffKindsOf(roleKinds)
  const people: PersonFacts[] = []
  const indexById = new Map<PersonId, number>()
  for (const person of records.people) {
    indexById.set(person.id, people.length)
    people.push(personToFacts(person, staffKinds))
  }
  const events = new Map<EventId, AssociationEvent>()
  for (const event of records.events) events.set(event.id, event)
  const sheets = new Map<EventId, SheetColumns>()
  for (const sheet of records.sheets) sheets.set(sheet.id, sheetToColumns(sheet, indexById))
  const hours = new Map<string, HoursGiven>()
  for (const given of records.hours) hours.set(given.id, given)
  return { people, indexById, events, sheets, hours, roleKinds, version: 1 }
}

/** New columns where only what changed was read again; the given ones stay as they were. */
export const updateFactColumns = (columns: FactColumns, updates: FactUpdates): FactColumns => {
  const staffKinds = staffKindsOf(columns.roleKinds)
  const changedPeople = [...(updates.people ?? [])]
  const people = changedPeople.length === 0 ? columns.people : [...columns.people]
  const indexById = changedPeople.some(({ id }) => !columns.indexById.has(id)) ? new Map(columns.indexById) : columns.indexById
  for (const person of changedPeople) setPerson(people as PersonFacts[], indexById as Map<PersonId, number>, personToFacts(person, staffKinds))
  return {
    ...columns,
    people,
    indexById,
    events: updatedMap(columns.events, updates.events, (event) => event),
    sheets: updatedMap(columns.sheets, updates.sheets, (sheet) => sheetToColumns(sheet, indexById)),
    hours: updatedMap(columns.hours, updates.hours, (given) => given),
    version: columns.version + 1,
  }
}

export const statusCode = (status: AttendanceStatus): number => attendanceStatuses.indexOf(status)

/** The days a date can mean, or null for no date. */
export const dayRangeOf = (date: PartialDate | null): DayRange | null => {
  if (date === null) return null
  const first = dayNumberOf(firstDay(date))
  return { first, last: date.length === 10 ? first : dayNumberOf(lastDay(date)) }
}

const setPerson = (people: PersonFacts[], indexById: Map<PersonId, number>, facts: PersonFacts): void => {
  const index = indexById.get(facts.id) ?? people.length
  indexById.set(facts.id, index)
  people[index] = facts
}

const updatedMap = <Key, From, To>(
  map: ReadonlyMap<Key, To>,
  updates: Iterable<readonly [Key, From | null]> | undefined,
  convert: (value: From) => To,
): ReadonlyMap<Key, To> => {
  const changed = [...(updates ?? [])]
  if (changed.length === 0) return map
  const updated = new Map(map)
  for (const [key, value] of changed) {
    if (value === null) updated.delete(key)
    else updated.set(key, convert(value))
  }
  return updated
}

/** The kinds of roles that are work, not commitment. */
export const staffKindsOf = (roleKinds: readonly RoleKind[]): ReadonlySet<RoleKindId> =>
  new Set(roleKinds.filter(({ isStaff }) => isStaff).map(({ id }) => id))

export const noRoles: readonly RoleDays[] = []
const neverStaff: PersonFacts['staff'] = []

const personToFacts = (person: Person, staffKinds: ReadonlySet<RoleKindId>): PersonFacts => {
  const periods = Object.values(person.roles)
  const roles =
    periods.length === 0
      ? noRoles
      : periods.map((role): RoleDays => {
          const start = dayRangeOf(role.start)
          const end = dayRangeOf(role.end)
          return {
            kind: role.kind,
            isStaff: staffKinds.has(role.kind),
            startEarliest: start?.first ?? noDay,
            startLatest: start?.last ?? everDay,
            endEarliest: end?.first ?? everDay,
            endLatest: end?.last ?? everDay,
          }
        })
  return {
    id: person.id,
    isRemoved: person.deletedAt !== null,
    isDeceased: person.deceased,
    doNotContact: person.doNotContact,
    roles,
    staff: staffDaysOf(roles),
    joined: dayRangeOf(person.joinedOn),
    birthDate: person.birthDate,
    gender: person.gender,
    territoryId: person.territoryId,
    communeCode: person.addresses.find(({ communeCode }) => communeCode !== null)?.communeCode ?? null,
    qpvCode: person.addresses.find(({ qpvCode }) => qpvCode !== null)?.qpvCode ?? null,
  }
}

/** The days of staff roles. */
export const staffDaysOf = (roles: readonly RoleDays[]): PersonFacts['staff'] => {
  const staff = roles.filter(({ isStaff }) => isStaff).map(({ startEarliest, endLatest }) => ({ from: startEarliest, to: endLatest }))
  return staff.length === 0 ? neverStaff : staff
}

const codeByStatus: ReadonlyMap<string, number> = new Map(attendanceStatuses.map((status, code) => [status, code]))

/** Entries of people who are not in the base (a damaged import) are left out: nobody could open their list. */
const sheetToColumns = (sheet: AttendanceSheet, indexById: ReadonlyMap<PersonId, number>): SheetColumns => {
  const ids = Object.keys(sheet.entries) as PersonId[]
  const people = new Int32Array(ids.length)
  const status = new Uint8Array(ids.length)
  const hours = new Float64Array(ids.length)
  let count = 0
  for (const id of ids) {
    const index = indexById.get(id)
    const entry = sheet.entries[id]
    if (index === undefined || entry === undefined) continue
    people[count] = index
    status[count] = codeByStatus.get(entry.status) ?? 0
    hours[count] = entry.hours ?? Number.NaN
    count += 1
  }
  if (count === ids.length) return { eventId: sheet.id, people, status, hours }
  return { eventId: sheet.id, people: people.slice(0, count), status: status.slice(0, count), hours: hours.slice(0, count) }
}
