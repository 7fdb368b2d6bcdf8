import { createCloseNames, type CloseNames } from '#domain/importing/close-names'
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
  readonly byCloseName: Pick<CloseNames, 'find'>
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
  const maps = { external: newMap(), member: newMap(), email: newMap(), phone: newMap(), name: newMap() }
  const close = createCloseNames()
  return {
    byId,
    byExternal: maps.external,
    byMemberNumber: maps.member,
    byEmail: maps.email,
    byPhone: maps.phone,
    byName: maps.name,
    byCloseName: close,
    add: (record) => {
      if (record.personId !== null) byId.set(record.personId, record)
      for (const key of record.externalKeys) put(maps.external, key, record)
      if (record.memberNumber !== '') put(maps.member, record.memberNumber, record)
      for (const key of record.emails) put(maps.email, key, record)
      for (const key of record.phones) put(maps.phone, key, record)
      if (record.nameKey !== '') put(maps.name, record.nameKey, record)
      if (hasWholeName(record)) close.add(closeNameKeys(record), record)
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
  const keys = typoKeys(record)
  const parts = partsOf(record.lastName)
  return parts.length === 0 ? keys : [...keys, ...parts.map((part) => partKey(part, record.firstName))]
}

/** The keys under which records one typo away stand. */
export const nearNameKeys = (record: MatchRecord): readonly number[] => [...typoKeys(record), partKey(record.lastName, record.firstName)]

/** The names that a last name of several words contains: somebody known as « Durand » who has become « Durand-Petit » is found under these. */
export const shorterNameKeys = ({ lastName, firstName }: MatchRecord): readonly string[] =>
  partsOf(lastName).map((part) => nameKeyOf(part, firstName))

/** « durand » and « petit » of « durand petit », « la tour » and « tour » of « de la tour ». */
const partsOf = (name: string): readonly string[] => {
  if (!name.includes(' ')) return none
  const words = name.split(' ')
  return words.slice(1).flatMap((_, at) => [words.slice(0, at + 1).join(' '), words.slice(at + 1).join(' ')])
}

const partKey = (lastName: string, firstName: string): number => mix(hash(hash(0x5555, firstName), lastName))

/** A row is looked up and then added: its keys are the same. */
let latest: { readonly record: MatchRecord; readonly keys: readonly number[] } | null = null

/**
 * One name whole, with the other one whole or less one of its letters. Two names one slip apart have such a key in common: without the letter that is more or other,
 * or without one of two that are swapped, they are equal. Nearly nobody else shares it: keys made of halves brought a hundred people to compare a row.
 */
const typoKeys = (record: MatchRecord): readonly number[] => {
  if (latest?.record === record) return latest.keys
  const { lastName, firstName } = record
  const keys: number[] = []
  addSlips(keys, hash(0x1111, firstName), lastName)
  addSlips(keys, hash(0x2222, lastName), firstName)
  const words = wordsKey(record)
  if (words !== '') keys.push(mix(hash(0x6666, words)))
  latest = { record, keys }
  return keys
}

const addSlips = (keys: number[], seed: number, name: string): void => {
  keys.push(mix(hash(seed, name)))
  // In shorter names a slip is another name.
  if (name.length < 3) return
  // From the last letter to the first: `after` is what follows the one left out, `power` what it takes to make room for that.
  let [after, power] = [0, 1]
  const upTo = [seed]
  for (let index = 0; index < name.length; index++) upTo.push((Math.imul(upTo[index] ?? 0, factor) + name.charCodeAt(index)) | 0)
  for (let left = name.length - 1; left >= 0; left--) {
    const letter = name.charCodeAt(left)
    if (left === 0 || letter !== name.charCodeAt(left - 1)) keys.push(mix((Math.imul(upTo[left] ?? 0, power) + after) | 0))
    after = (after + Math.imul(letter, power)) | 0
    power = Math.imul(power, factor)
  }
}

/** A polynomial over the letters of a text: what it is without one of them follows from what stands before and after. */
const hash = (seed: number, text: string): number => {
  let value = seed
  for (let index = 0; index < text.length; index++) value = (Math.imul(value, factor) + text.charCodeAt(index)) | 0
  return value
}
const factor = 0x01000193

/** 30 bits, well spread: they are kept without an object around them. */
const mix = (value: number): number => {
  const spread = Math.imul(value ^ (value >>> 16), 0x45d9f3b)
  return (spread ^ (spread >>> 15)) & 0x3fff_ffff
}

const newMap = (): Map<string, MatchRecord | MatchRecord[]> => new Map()

const put = (map: Map<string, MatchRecord | MatchRecord[]>, key: string, record: MatchRecord): void => {
  const there = map.get(key)
  if (there === undefined) map.set(key, record)
  else if (isRecord(there)) {
    if (there !== record) map.set(key, [there, record])
  } else if (there.at(-1) !== record) there.push(record)
}

/** One record rather than several under one key. */
export const isRecord = (found: MatchRecord | readonly MatchRecord[]): found is MatchRecord => !Array.isArray(found)

const none: readonly never[] = []
