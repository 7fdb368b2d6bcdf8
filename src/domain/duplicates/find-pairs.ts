import type { PersonId } from '#domain/id'
import { comparePeople } from '#domain/importing/compare-people'
import { createIndex, nearNameKeys, recordsAt, shorterNameKeys, type GrowingIndex } from '#domain/importing/match-index'
import { hasWholeName, personToMatchRecord, type MatchRecord } from '#domain/importing/match-record'
import type { MatchDoubt, MatchReason } from '#domain/importing/verdict'
import { stepSize, type InSteps } from '#domain/in-steps'
import type { Person } from '#domain/person'

/** Two records that may be one person, and what makes one think so. */
export interface LikelyPair {
  readonly leftId: PersonId
  readonly rightId: PersonId
  /** 0 to 100, as for imports. */
  readonly score: number
  /** An import would have taken the one for the other without asking. */
  readonly isSure: boolean
  readonly reasons: readonly MatchReason[]
  readonly doubts: readonly MatchDoubt[]
}

/**
 * Every two records that the rules of the imports take for one person or would ask about, the likeliest first; those in the bin and those of whom somebody said
 * « ce ne sont pas les mêmes » are left out. Each record is compared only with those under its own keys, so the work grows with the people, not with their square.
 */
export function* findPairs(people: Iterable<Person>): InSteps<readonly LikelyPair[]> {
  const index = createIndex()
  const parted = partedPairs(people)
  const pairs: LikelyPair[] = []
  let done = 0
  for (const person of people) {
    done += 1
    if (done % stepSize === 0) yield done
    if (person.deletedAt !== null) continue
    const record = personToMatchRecord(person)
    for (const pair of pairsWith(record, index)) if (!parted.has(keyOfPair(pair))) pairs.push(pair)
    index.add(record)
  }
  return pairs.sort((left, right) => right.score - left.score || (keyOfPair(left) < keyOfPair(right) ? -1 : 1))
}

/** Says which two records a pair is about, whichever comes first. */
export const keyOfPair = ({ leftId, rightId }: Pick<LikelyPair, 'leftId' | 'rightId'>): string =>
  leftId < rightId ? `${leftId} ${rightId}` : `${rightId} ${leftId}`

/** Pairs that somebody parted. */
const partedPairs = (people: Iterable<Person>): ReadonlySet<string> => {
  const parted = new Set<string>()
  for (const { id, notSameAs } of people) for (const { personId } of notSameAs ?? []) parted.add(keyOfPair({ leftId: id, rightId: personId }))
  return parted
}

const pairsWith = (record: MatchRecord, index: GrowingIndex): readonly LikelyPair[] => {
  const compared = new Set<MatchRecord>()
  const found: LikelyPair[] = []
  const compare = (others: readonly MatchRecord[]): void => {
    // So many people under one key: it proves nothing, and comparing each with each would never end.
    if (others.length > crowd) return
    for (const other of others) {
      if (compared.has(other)) continue
      compared.add(other)
      const { outcome, score, reasons, doubts } = comparePeople(record, other)
      if (outcome !== 'no' && record.personId !== null && other.personId !== null)
        found.push({ leftId: other.personId, rightId: record.personId, score, isSure: outcome === 'sure', reasons, doubts })
    }
  }
  for (const key of record.externalKeys) compare(recordsAt(index.byExternal, key))
  if (record.memberNumber !== '') compare(recordsAt(index.byMemberNumber, record.memberNumber))
  for (const key of record.emails) compare(recordsAt(index.byEmail, key))
  for (const key of record.phones) compare(recordsAt(index.byPhone, key))
  if (record.nameKey !== '') compare(recordsAt(index.byName, record.nameKey))
  if (!hasWholeName(record)) return found
  for (const key of nearNameKeys(record)) compare(index.byCloseName.find(key, crowd))
  for (const key of shorterNameKeys(record)) compare(recordsAt(index.byName, key))
  return found
}

const crowd = 60
