import { hasWholeName, personToMatchRecord, type MatchRecord } from '#domain/importing/match-record'
import type { Person } from '#domain/person'

/**
 * People under the keys by which one may find them again, so that matching 50,000 rows with 50,000 people looks at a handful of candidates a row.
 * Close names are found under a half of them: one typo spoils the beginning or the end of a name, never both.
 */
export interface MatchIndex {
  readonly byId: ReadonlyMap<string, MatchRecord>
  readonly byExternal: KeyMap
  readonly byMemberNumber: KeyMap
  readonly byEmail: KeyMap
  readonly byPhone: KeyMap
  readonly byName: KeyMap
  readonly byHalfName: KeyMap
}
type KeyMap = ReadonlyMap<string, MatchRecord | readonly MatchRecord[]>

/** An index that rows are added to while a file is read: the same person on two rows is found at once. */
export interface GrowingIndex extends MatchIndex {
  readonly add: (record: MatchRecord) => void
}

/** Removed people are left out: they are found again by nothing but their own id. */
export const buildMatchIndex = (people: Iterable<Person>): MatchIndex => {
  const index = createIndex()
  for (const person of people) if (person.deletedAt === null) index.add(personToMatchRecord(person))
  return index
}

export const createIndex = (): GrowingIndex => {
  const byId = new Map<string, MatchRecord>()
  const maps = { external: newMap(), member: newMap(), email: newMap(), phone: newMap(), name: newMap(), half: newMap() }
  return {
    byId, byExternal: maps.external, byMemberNumber: maps.member, byEmail: maps.email, byPhone: maps.phone, byName: maps.name, byHalfName: maps.half,
    add: (record) => {
      if (record.personId !== null) byId.set(record.personId, record)
      for (const key of record.externalKeys) put(maps.external, key, record)
      if (record.memberNumber !== '') put(maps.member, record.memberNumber, record)
      for (const key of record.emails) put(maps.email, key, record)
      for (const key of record.phones) put(maps.phone, key, record)
      if (record.nameKey !== '') put(maps.name, record.nameKey, record)
      if (hasWholeName(record)) for (const key of halfNameKeys(record)) put(maps.half, key, record)
    },
  }
}

/** The records under a key; none when the key is unknown. */
export const recordsAt = (map: KeyMap, key: string): readonly MatchRecord[] => {
  const found = map.get(key)
  return found === undefined ? noRecords : 'lastName' in found ? [found] : found
}

/** Keys that two names differing by one typo share: one whole name with half of the other. */
export const halfNameKeys = (record: MatchRecord): readonly string[] => {
  const { lastName, firstName } = record
  const [lastStart, lastEnd] = halves(lastName)
  const [firstStart, firstEnd] = halves(firstName)
  return [`${firstName}|${lastStart}<`, `${firstName}|>${lastEnd}`, `${lastName}/${firstStart}<`, `${lastName}/>${firstEnd}`]
}

const halves = (name: string): readonly [string, string] => {
  const length = Math.min(4, Math.max(1, (name.length - 1) >> 1))
  return [name.slice(0, length), name.slice(-length)]
}

const newMap = (): Map<string, MatchRecord | MatchRecord[]> => new Map()

const put = (map: Map<string, MatchRecord | MatchRecord[]>, key: string, record: MatchRecord): void => {
  const there = map.get(key)
  if (there === undefined) map.set(key, record)
  else if ('lastName' in there) {
    if (there !== record) map.set(key, [there, record])
  } else if (there.at(-1) !== record) there.push(record)
}

const noRecords: readonly MatchRecord[] = []
