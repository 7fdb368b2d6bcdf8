import { hasWholeName, nameKeyOf, personToMatchRecord, wordsKey, type MatchRecord } from '#domain/importing/match-record'
import { atOnce, stepSize, type InSteps } from '#domain/in-steps'
import type { Person } from '#domain/person'

/**
 * People under the keys by which one may find them again, so that matching 50,000 rows with 50,000 people looks at a handful of candidates a row.
 * Close names are found under what a slip leaves of them.
 */
export interface MatchIndex {
  readonly byId: ReadonlyMap<string, MatchRecord>
  readonly byExternal: KeyMap
  readonly byMemberNumber: KeyMap
  readonly byEmail: KeyMap
  readonly byPhone: KeyMap
  readonly byName: KeyMap
  /** Under numbers, not texts: two keys that meet by chance only cost a comparison. */
  readonly byCloseName: ReadonlyMap<number, MatchRecord | readonly MatchRecord[]>
  /** False where `byCloseName` has nothing for sure: nearly all keys of nearly all rows, told without a look into a large map. */
  readonly mayHaveCloseName: (key: number) => boolean
}
type KeyMap = ReadonlyMap<string, MatchRecord | readonly MatchRecord[]>

/** An index that rows are added to while a file is read: the same person on two rows is found at once. */
export interface GrowingIndex extends MatchIndex {
  readonly add: (record: MatchRecord) => void
}

/** Removed people are left out: they are found again by nothing but their own id. */
export const buildMatchIndex = (people: Iterable<Person>): MatchIndex => atOnce(indexInSteps(people))

/** The same, in steps. */
export function* indexInSteps(people: Iterable<Person>): InSteps<MatchIndex> {
  const index = createIndex()
  let done = 0
  for (const person of people) {
    if (person.deletedAt === null) index.add(personToMatchRecord(person))
    done += 1
    if (done % stepSize === 0) yield done
  }
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
    close: newMap<number>(),
  }
  const bits = new Uint8Array((bitMask + 1) / 8)
  return {
    byId,
    byExternal: maps.external,
    byMemberNumber: maps.member,
    byEmail: maps.email,
    byPhone: maps.phone,
    byName: maps.name,
    byCloseName: maps.close,
    mayHaveCloseName: (key) => ((bits[(key & bitMask) >>> 3] ?? 0) & (1 << (key & 7))) !== 0,
    add: (record) => {
      if (record.personId !== null) byId.set(record.personId, record)
      for (const key of record.externalKeys) put(maps.external, key, record)
      if (record.memberNumber !== '') put(maps.member, record.memberNumber, record)
      for (const key of record.emails) put(maps.email, key, record)
      for (const key of record.phones) put(maps.phone, key, record)
      if (record.nameKey !== '') put(maps.name, record.nameKey, record)
      if (hasWholeName(record))
        for (const key of closeNameKeys(record)) {
          bits[(key & bitMask) >>> 3] = (bits[(key & bitMask) >>> 3] ?? 0) | (1 << (key & 7))
          put(maps.close, key, record)
        }
    },
  }
}

/** The records under a key; none when the key is unknown. */
export const recordsAt = <Key>(map: ReadonlyMap<Key, MatchRecord | readonly MatchRecord[]>, key: Key): readonly MatchRecord[] => {
  const found = map.get(key)
  return found === undefined ? [] : isRecord(found) ? [found] : found
}

/** Keys of a record whose names may hold one typo, whole names included, and those under which a part of a double name is found. */
const closeNameKeys = (record: MatchRecord): readonly number[] => {
  const keys = slipKeys(record)
  addWordKeys(keys, record)
  for (const part of partsOf(record.lastName)) keys.push(partKey(part, record.firstName))
  return keys
}

/** The keys under which records one typo away stand. */
export const nearNameKeys = (record: MatchRecord): readonly number[] => {
  const keys = slipKeys(record)
  addWordKeys(keys, record)
  keys.push(partKey(record.lastName, record.firstName))
  return keys
}

/** The names that a last name of several words contains: somebody known as « Durand » who has become « Durand-Petit » is found under these. */
export const shorterNameKeys = ({ lastName, firstName }: MatchRecord): readonly string[] =>
  partsOf(lastName).map((part) => nameKeyOf(part, firstName))

/** « durand » and « petit » of « durand petit », « la tour » and « tour » of « de la tour ». */
const partsOf = (name: string): readonly string[] => {
  if (!name.includes(' ')) return none
  const words = name.split(' ')
  return words.slice(1).flatMap((_, at) => [words.slice(0, at + 1).join(' '), words.slice(at + 1).join(' ')])
}

const addWordKeys = (keys: number[], record: MatchRecord): void => {
  const words = wordsKey(record)
  if (words !== '') keys.push(hash(0x6666, words, -1))
}

const partKey = (lastName: string, firstName: string): number => hash(hash(0x5555, firstName, -1), lastName, -1)

/**
 * One name whole, with the other one whole or less one of its letters. Two names one slip apart have such a key in common: without the letter that is more or other,
 * or without one of two that are swapped, they are equal. Nearly nobody else shares it: keys made of halves brought a hundred people to compare a row.
 */
const slipKeys = ({ lastName, firstName }: MatchRecord): number[] => {
  const keys: number[] = []
  addSlips(keys, hash(0x1111, firstName, -1), lastName)
  addSlips(keys, hash(0x2222, lastName, -1), firstName)
  return keys
}

const addSlips = (keys: number[], seed: number, name: string): void => {
  keys.push(hash(seed, name, -1))
  // In shorter names a slip is another name.
  if (name.length < 3) return
  for (let left = 0; left < name.length; left++)
    if (left === 0 || name.charCodeAt(left) !== name.charCodeAt(left - 1)) keys.push(hash(seed, name, left))
}

/** FNV-1a over a text less the letter at one position (-1: over the whole text); 30 bits, which are kept without an object around them. */
const hash = (seed: number, text: string, without: number): number => {
  let value = seed ^ 0x811c9dc5
  for (let index = 0; index < text.length; index++) if (index !== without) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193)
  return (value ^ (value >>> 15)) & 0x3fff_ffff
}

/** A megabyte of bits: one in ten is set once 50,000 people are there. */
const bitMask = 0x7f_ffff

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
