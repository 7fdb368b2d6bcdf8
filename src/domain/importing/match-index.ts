import { hasWholeName, nameKeyOf, personToMatchRecord, wordsKey, type MatchRecord } from '#domain/importing/match-record'
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
  /** Under numbers, not texts: two keys that meet by chance only cost a comparison. */
  readonly byHalfName: ReadonlyMap<number, MatchRecord | readonly MatchRecord[]>
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
  const maps = {
    external: newMap<string>(),
    member: newMap<string>(),
    email: newMap<string>(),
    phone: newMap<string>(),
    name: newMap<string>(),
    half: newMap<number>(),
  }
  return {
    byId,
    byExternal: maps.external,
    byMemberNumber: maps.member,
    byEmail: maps.email,
    byPhone: maps.phone,
    byName: maps.name,
    byHalfName: maps.half,
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
export const recordsAt = <Key>(map: ReadonlyMap<Key, MatchRecord | readonly MatchRecord[]>, key: Key): readonly MatchRecord[] => {
  const found = map.get(key)
  return found === undefined ? [] : isRecord(found) ? [found] : found
}

/**
 * Keys of a record whose names may hold one typo: one whole name with half of the other. A slip spoils the first half of a name or its second half, never both.
 */
export const halfNameKeys = (record: MatchRecord): readonly number[] => [
  ...keysOf(record, [halfLength(record.lastName.length)], [halfLength(record.firstName.length)]),
  ...wordKeys(record),
  ...partsOf(record.lastName).map((part) => partKey(part, record.firstName)),
]

/** The keys under which records one typo away stand: those may be a letter shorter or longer. */
export const nearNameKeys = (record: MatchRecord): readonly number[] => [
  ...keysOf(record, nearLengths(record.lastName.length), nearLengths(record.firstName.length)),
  ...wordKeys(record),
  partKey(record.lastName, record.firstName),
]

/** The names that a last name of several words contains: somebody known as « Durand » who has become « Durand-Petit » is found under these. */
export const shorterNameKeys = ({ lastName, firstName }: MatchRecord): readonly string[] =>
  partsOf(lastName).map((part) => nameKeyOf(part, firstName))

/** « durand » and « petit » of « durand petit », « la tour » and « tour » of « de la tour ». */
const partsOf = (name: string): readonly string[] => {
  if (!name.includes(' ')) return none
  const words = name.split(' ')
  return words.slice(1).flatMap((_, at) => [words.slice(0, at + 1).join(' '), words.slice(at + 1).join(' ')])
}

const wordKeys = (record: MatchRecord): readonly number[] => {
  const words = wordsKey(record)
  return words === '' ? none : [hash(0x6666, words, 0, words.length)]
}

const partKey = (lastName: string, firstName: string): number => hash(hash(0x5555, firstName, 0, firstName.length), lastName, 0, lastName.length)

const keysOf = ({ lastName, firstName }: MatchRecord, lastLengths: readonly number[], firstLengths: readonly number[]): readonly number[] => {
  const lastHash = hash(17, lastName, 0, lastName.length)
  const firstHash = hash(31, firstName, 0, firstName.length)
  const keys: number[] = []
  for (const length of lastLengths)
    keys.push(
      hash(firstHash ^ (0x1111 + length), lastName, 0, length),
      hash(firstHash ^ (0x2222 + length), lastName, lastName.length - length, lastName.length),
    )
  for (const length of firstLengths)
    keys.push(
      hash(lastHash ^ (0x3333 + length), firstName, 0, length),
      hash(lastHash ^ (0x4444 + length), firstName, firstName.length - length, firstName.length),
    )
  return keys
}

/** What is sure to stay whole, at one end or the other, of a name of that length where two letters at most moved. */
const halfLength = (length: number): number => Math.min(6, Math.max(1, (length - 1) >> 1))

const nearLengths = (length: number): readonly number[] => {
  const [shorter, same, longer] = [halfLength(length - 1), halfLength(length), halfLength(length + 1)]
  return shorter === same ? (longer === same ? [same] : [same, longer]) : [shorter, same]
}

/** FNV-1a over a piece of a text. */
const hash = (seed: number, text: string, from: number, to: number): number => {
  let value = seed ^ 0x811c9dc5
  for (let index = from; index < to; index++) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193)
  return value >>> 0
}

const newMap = <Key>(): Map<Key, MatchRecord | MatchRecord[]> => new Map()

const put = <Key>(map: Map<Key, MatchRecord | MatchRecord[]>, key: Key, record: MatchRecord): void => {
  const there = map.get(key)
  if (there === undefined) map.set(key, record)
  else if (isRecord(there)) {
    if (there !== record) map.set(key, [there, record])
  } else if (there.at(-1) !== record) there.push(record)
}

/** One record rather than several under one key. */
export const isRecord = (found: MatchRecord | readonly MatchRecord[]): found is MatchRecord => !Array.isArray(found)

const none: readonly never[] = []
