import { attendanceStatuses, type Attendance, type AttendanceSheet } from '#domain/attendance'
import type { PersonId } from '#domain/id'
import { emptyPerson, type Person } from '#domain/person'
import type { RecordByTable, TableName } from '#domain/tables'

/**
 * An attendance sheet as IndexedDB keeps it: three texts instead of one small object a person, which are read back ten times faster
 * (500,000 attendances: 0.3 s against 3 s).
 */
interface StoredSheet {
  readonly id: string
  /** Ids of 36 characters, one after the other. */
  readonly people: string
  /** One digit a person: the position of her status in `attendanceStatuses`. */
  readonly statuses: string
  /** Hours a person, blanks between them, nothing where they were not noted. */
  readonly hours: string
}

/** A record as it is written in its table. */
export const recordToStored = <Name extends TableName>(table: Name, record: RecordByTable[Name]): object =>
  table === 'attendance' ? sheetToStored(record as AttendanceSheet) : table === 'people' ? personToStored(record as Person) : record

/** A record as it was read from its table. */
export const storedToRecord = <Name extends TableName>(table: Name, stored: object): RecordByTable[Name] =>
  (table === 'attendance' && isStoredSheet(stored)
    ? storedToSheet(stored)
    : table === 'people'
      ? { ...nobody, ...stored }
      : stored) as RecordByTable[Name]

/** Somebody about whom nothing is known. Her empty lists and maps are shared by all who are read. */
const nobody = emptyPerson('' as PersonId)
const fieldsOfNobody = Object.entries(nobody) as readonly (readonly [keyof Person, unknown])[]

/** What is known of somebody: half of the fields of most people say nothing, and are neither written nor read back. */
const personToStored = (person: Person): object => {
  const stored: Record<string, unknown> = {}
  for (const [field, nothing] of fieldsOfNobody) if (!isSameNothing(person[field], nothing)) stored[field] = person[field]
  for (const field in person) if (!(field in nobody)) stored[field] = (person as unknown as Record<string, unknown>)[field]
  return stored
}

const isSameNothing = (value: unknown, nothing: unknown): boolean => {
  if (value === nothing) return true
  if (typeof nothing !== 'object' || nothing === null || typeof value !== 'object' || value === null) return false
  return Array.isArray(value) === Array.isArray(nothing) && isEmpty(value)
}
const isEmpty = (value: object): boolean => {
  for (const _ in value) return false
  return true
}

const idLength = 36

const sheetToStored = (sheet: AttendanceSheet): StoredSheet | AttendanceSheet => {
  const ids = Object.keys(sheet.entries) as PersonId[]
  // An id of another length can't be cut out again: such a sheet is kept as it is.
  if (ids.some((id) => id.length !== idLength)) return sheet
  let statuses = ''
  const hours: string[] = []
  for (const id of ids) {
    const entry = sheet.entries[id]
    statuses += attendanceStatuses.indexOf(entry?.status ?? 'invited')
    hours.push(entry === undefined || entry.hours === null ? '' : String(entry.hours))
  }
  return { id: sheet.id, people: ids.join(''), statuses, hours: hours.join(' ') }
}

const isStoredSheet = (stored: object): stored is StoredSheet => 'people' in stored

const storedToSheet = ({ id, people, statuses, hours }: StoredSheet): AttendanceSheet => {
  const entries: Record<PersonId, Attendance> = {}
  const hoursByPerson = hours.split(' ')
  for (let index = 0; index < statuses.length; index += 1) {
    const person = people.slice(index * idLength, (index + 1) * idLength) as PersonId
    entries[person] = sharedAttendance(statuses.charAt(index), hoursByPerson[index] ?? '')
  }
  return { id: id as AttendanceSheet['id'], entries }
}

// Records are never mutated, so half a million attendances need only a few dozen objects.
const shared = new Map<string, Attendance>()
const sharedAttendance = (status: string, hours: string): Attendance => {
  const key = `${status} ${hours}`
  const known = shared.get(key)
  if (known !== undefined) return known
  const attendance: Attendance = { status: attendanceStatuses[Number(status)] ?? 'invited', hours: hours === '' ? null : Number(hours) }
  shared.set(key, attendance)
  return attendance
}
