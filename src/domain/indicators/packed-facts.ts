import type { AssociationEvent } from '#domain/event'
import type { HoursGiven } from '#domain/hours'
import type { EventId, PersonId, RoleKindId, TerritoryId } from '#domain/id'
import type { PartialDate } from '#domain/period'
import type { Gender } from '#domain/person'
import type { RoleKind } from '#domain/role'
import { noDay, noRoles, staffDaysOf, staffKindsOf, type FactColumns, type PersonFacts, type RoleDays, type SheetColumns } from './fact-columns.ts'

/** Rises whenever what is packed changes, or what `buildFactColumns` makes of the same records: what an older version of the application packed is not read. */
export const packedFormat = 1

/**
 * The people and attendance of fact columns as few long arrays, which are written and read back in no time: 50,000 people and 500,000 attendances are 9 MB. Events, hours and
 * kinds of roles, few and small, are not in it.
 */
export interface PackedFacts {
  readonly ids: readonly PersonId[]
  /** Removed 1, deceased 2, not to be contacted 4. */
  readonly flags: Uint8Array
  /** `noDay` when unknown. */
  readonly joinedFirst: Int32Array
  readonly joinedLast: Int32Array
  readonly birthDate: PackedWords
  readonly gender: PackedWords
  readonly territoryId: PackedWords
  readonly communeCode: PackedWords
  readonly qpvCode: PackedWords
  /** Roles of each person; the roles themselves follow one another in the next five. */
  readonly roleCounts: Uint16Array
  readonly roleKind: PackedWords
  readonly startEarliest: Int32Array
  readonly startLatest: Int32Array
  readonly endEarliest: Int32Array
  readonly endLatest: Int32Array
  readonly eventIds: readonly EventId[]
  /** Rows of each sheet; the rows themselves follow one another in the last three. */
  readonly sheetLengths: Int32Array
  readonly sheetPeople: Int32Array
  readonly sheetStatus: Uint8Array
  readonly sheetHours: Float64Array
}

/** Texts that come again and again, each kept once: `words[codes[i] - 1]`, and 0 for none. */
export interface PackedWords {
  readonly words: readonly string[]
  readonly codes: Uint32Array
}

/** What is not packed. */
export interface SmallRecords {
  readonly roleKinds: Iterable<RoleKind>
  readonly events: ReadonlyMap<string, AssociationEvent>
  readonly hours: ReadonlyMap<string, HoursGiven>
}

export const packFacts = ({ people, sheets }: FactColumns): PackedFacts => {
  const roles = people.flatMap((person) => person.roles)
  const sheetList = [...sheets.values()]
  const rows = sheetList.reduce((sum, sheet) => sum + sheet.people.length, 0)
  const [sheetPeople, sheetStatus, sheetHours] = [new Int32Array(rows), new Uint8Array(rows), new Float64Array(rows)]
  let at = 0
  for (const sheet of sheetList) {
    sheetPeople.set(sheet.people, at)
    sheetStatus.set(sheet.status, at)
    sheetHours.set(sheet.hours, at)
    at += sheet.people.length
  }
  return {
    ids: people.map(({ id }) => id),
    flags: Uint8Array.from(people, (person) => (person.isRemoved ? 1 : 0) | (person.isDeceased ? 2 : 0) | (person.doNotContact ? 4 : 0)),
    joinedFirst: Int32Array.from(people, ({ joined }) => joined?.first ?? noDay),
    joinedLast: Int32Array.from(people, ({ joined }) => joined?.last ?? noDay),
    birthDate: packWords(people.map(({ birthDate }) => birthDate)),
    gender: packWords(people.map(({ gender }) => gender)),
    territoryId: packWords(people.map(({ territoryId }) => territoryId)),
    communeCode: packWords(people.map(({ communeCode }) => communeCode)),
    qpvCode: packWords(people.map(({ qpvCode }) => qpvCode)),
    roleCounts: Uint16Array.from(people, (person) => person.roles.length),
    roleKind: packWords(roles.map(({ kind }) => kind)),
    startEarliest: Int32Array.from(roles, ({ startEarliest }) => startEarliest),
    startLatest: Int32Array.from(roles, ({ startLatest }) => startLatest),
    endEarliest: Int32Array.from(roles, ({ endEarliest }) => endEarliest),
    endLatest: Int32Array.from(roles, ({ endLatest }) => endLatest),
    eventIds: sheetList.map(({ eventId }) => eventId),
    sheetLengths: Int32Array.from(sheetList, (sheet) => sheet.people.length),
    sheetPeople,
    sheetStatus,
    sheetHours,
  }
}

/** The columns that were packed. The small records must be those of the same moment. */
export const unpackFacts = (packed: PackedFacts, small: SmallRecords): FactColumns => {
  const roleKinds = [...small.roleKinds].toSorted((left, right) => left.order - right.order)
  const people = unpackPeople(packed, staffKindsOf(roleKinds))
  const indexById = new Map<PersonId, number>()
  for (const [index, id] of packed.ids.entries()) indexById.set(id, index)
  return {
    people,
    indexById,
    events: new Map(small.events) as Map<EventId, AssociationEvent>,
    sheets: unpackSheets(packed),
    hours: new Map(small.hours),
    roleKinds,
    version: 1,
  }
}

const unpackPeople = (packed: PackedFacts, staffKinds: ReadonlySet<RoleKindId>): readonly PersonFacts[] => {
  let nextRole = 0
  return packed.ids.map((id, index): PersonFacts => {
    const count = packed.roleCounts[index] ?? 0
    const roles = count === 0 ? noRoles : Array.from({ length: count }, (_, role) => unpackRole(packed, nextRole + role, staffKinds))
    nextRole += count
    const flags = packed.flags[index] ?? 0
    const first = packed.joinedFirst[index] ?? noDay
    return {
      id,
      isRemoved: (flags & 1) !== 0,
      isDeceased: (flags & 2) !== 0,
      doNotContact: (flags & 4) !== 0,
      roles,
      staff: staffDaysOf(roles),
      joined: first === noDay ? null : { first, last: packed.joinedLast[index] ?? first },
      birthDate: wordAt(packed.birthDate, index) as PartialDate | null,
      gender: wordAt(packed.gender, index) as Gender | null,
      territoryId: wordAt(packed.territoryId, index) as TerritoryId | null,
      communeCode: wordAt(packed.communeCode, index),
      qpvCode: wordAt(packed.qpvCode, index),
    }
  })
}

const unpackRole = (packed: PackedFacts, at: number, staffKinds: ReadonlySet<RoleKindId>): RoleDays => {
  const kind = (wordAt(packed.roleKind, at) ?? '') as RoleKindId
  return {
    kind,
    isStaff: staffKinds.has(kind),
    startEarliest: packed.startEarliest[at] ?? noDay,
    startLatest: packed.startLatest[at] ?? noDay,
    endEarliest: packed.endEarliest[at] ?? noDay,
    endLatest: packed.endLatest[at] ?? noDay,
  }
}

const unpackSheets = ({ eventIds, sheetLengths, sheetPeople, sheetStatus, sheetHours }: PackedFacts): ReadonlyMap<EventId, SheetColumns> => {
  const sheets = new Map<EventId, SheetColumns>()
  let from = 0
  for (const [index, eventId] of eventIds.entries()) {
    const to = from + (sheetLengths[index] ?? 0)
    sheets.set(eventId, {
      eventId,
      people: sheetPeople.subarray(from, to),
      status: sheetStatus.subarray(from, to),
      hours: sheetHours.subarray(from, to),
    })
    from = to
  }
  return sheets
}

const packWords = (values: readonly (string | null)[]): PackedWords => {
  const codeByWord = new Map<string, number>()
  const codes = new Uint32Array(values.length)
  for (const [index, value] of values.entries()) {
    if (value === null) continue
    const code = codeByWord.get(value) ?? codeByWord.size + 1
    codeByWord.set(value, code)
    codes[index] = code
  }
  return { words: [...codeByWord.keys()], codes }
}

const wordAt = ({ words, codes }: PackedWords, index: number): string | null => words[(codes[index] ?? 0) - 1] ?? null
