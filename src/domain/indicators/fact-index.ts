import { attendanceStatuses, cameToEvent } from '#domain/attendance'
import { dayRangeOf, everDay, type DayRange, type FactColumns, type PersonFacts } from './fact-columns.ts'

/** What a fact is, as bits, since a rule of activity picks some of them. */
export const attendanceFact = 1
export const hoursFact = 2
/** It happened while the person was (or may have been) staff: known, but no commitment. */
export const staffFact = 4

/**
 * Every dated sign of everybody, person by person: those of person `i` are at `offsets[i]` to `offsets[i + 1]`, in order of first day.
 * A fact is certainly in a period that starts on day `s` and ends on day `e` when `from <= e` and `to >= s`; for a full date, `from` and `to` are that
 * day. For « 2024 », `from` is 31 December and `to` 1 January, so that it is in the year 2024 and in none of its months.
 */
export interface FactIndex {
  readonly offsets: Int32Array
  readonly from: Int32Array
  readonly to: Int32Array
  readonly kind: Uint8Array
  /** By person, the day by which she was known for certain: earliest activity, joining date or role; `everDay` when never. */
  readonly knownSince: Int32Array
  /** Days on which anybody gave a sign, each once, in order. */
  readonly signDays: Int32Array
}

/** Facts after `asOf` (people registered for what is to come, a wrong date) are left out. 500,000 attendances take some tens of milliseconds. */
export const indexFacts = (columns: FactColumns, asOf: number): FactIndex => {
  const batches = batchesOf(columns, asOf)
  const offsets = offsetsOf(columns, batches)
  const length = offsets[columns.people.length] ?? 0
  const from = new Int32Array(length)
  const to = new Int32Array(length)
  const kind = new Uint8Array(length)
  const knownSince = Int32Array.from(columns.people, knownByRecord)
  const next = offsets.slice()
  const signDays: number[] = []
  for (const { range, people, status, bit } of batches) {
    const latest = Math.min(range.last, asOf)
    for (let row = 0; row < people.length; row += 1) {
      if (status !== null && cameByCode[status[row] ?? 0] === 0) continue
      const person = people[row] ?? 0
      const facts = columns.people[person]
      if (facts === undefined || facts.isRemoved) continue
      const at = next[person] ?? 0
      next[person] = at + 1
      from[at] = latest
      to[at] = range.first
      kind[at] = isStaffDuring(facts, range) ? bit | staffFact : bit
      if (latest < (knownSince[person] ?? everDay)) knownSince[person] = latest
    }
    if (range.first === range.last && signDays.at(-1) !== range.first) signDays.push(range.first)
  }
  return { offsets, from, to, kind, knownSince, signDays: Int32Array.from(signDays) }
}

const cameByCode = Uint8Array.from(attendanceStatuses, (status) => (cameToEvent(status) ? 1 : 0))

interface Batch {
  readonly range: DayRange
  readonly people: Int32Array
  /** null: every row counts. */
  readonly status: Uint8Array | null
  readonly bit: number
}

/** Sheets and hours as batches in order of their first day, which makes the facts of each person come in order. */
const batchesOf = (columns: FactColumns, asOf: number): readonly Batch[] => {
  const batches: Batch[] = []
  for (const sheet of columns.sheets.values()) {
    const event = columns.events.get(sheet.eventId)
    const range = event === undefined || event.deletedAt !== null ? null : dayRangeOf(event.date)
    if (range !== null && range.first <= asOf) batches.push({ range, people: sheet.people, status: sheet.status, bit: attendanceFact })
  }
  for (const given of columns.hours.values()) {
    const range = given.deletedAt === null ? dayRangeOf(given.date) : null
    const person = columns.indexById.get(given.personId)
    if (range !== null && range.first <= asOf && person !== undefined)
      batches.push({ range, people: Int32Array.of(person), status: null, bit: hoursFact })
  }
  return batches.sort((left, right) => left.range.first - right.range.first)
}

const offsetsOf = (columns: FactColumns, batches: readonly Batch[]): Int32Array => {
  const offsets = new Int32Array(columns.people.length + 1)
  for (const { people, status } of batches) {
    for (let row = 0; row < people.length; row += 1) {
      if (status !== null && cameByCode[status[row] ?? 0] === 0) continue
      const person = people[row] ?? 0
      if (columns.people[person]?.isRemoved === false) offsets[person + 1] = (offsets[person + 1] ?? 0) + 1
    }
  }
  for (let person = 0; person < columns.people.length; person += 1) offsets[person + 1] = (offsets[person + 1] ?? 0) + (offsets[person] ?? 0)
  return offsets
}

const knownByRecord = (facts: PersonFacts): number => {
  let known = facts.joined?.last ?? everDay
  for (const role of facts.roles) known = Math.min(known, role.startLatest === everDay ? role.endLatest : role.startLatest)
  return known
}

const isStaffDuring = (facts: PersonFacts, range: DayRange): boolean => facts.staff.some(({ from, to }) => from <= range.last && to >= range.first)
