import { comparePeople, haveCloseNames, toCandidate, type Comparison } from '#domain/importing/compare-people'
import { halfNameKeys, recordsAt, type MatchIndex } from '#domain/importing/match-index'
import { hasWholeName, type MatchRecord } from '#domain/importing/match-record'
import type { Candidate, MatchReason } from '#domain/importing/verdict'

/** Who a draft is: somebody for sure, somebody to be asked about, or nobody known. */
export type Match =
  | { readonly kind: 'sure'; readonly record: MatchRecord; readonly reasons: readonly MatchReason[] }
  | { readonly kind: 'ask'; readonly candidates: readonly Candidate[] }
  | { readonly kind: 'none' }

/** Who stands for a record that was found: itself, somebody as she will be after the import, or nobody (null). */
export type Stand = (record: MatchRecord) => MatchRecord | null

/** Looks a draft up in indexes. Two equally good answers are a question, never a choice. */
export const findMatch = (draft: MatchRecord, indexes: readonly MatchIndex[], standFor: Stand = itself): Match => {
  const compared = new Map<MatchRecord, Comparison>()
  const compare = (records: readonly MatchRecord[], onlyClose: boolean): void => {
    for (const found of records) {
      const record = standFor(found)
      if (record === null || record === draft || compared.has(record) || (onlyClose && !haveCloseNames(draft, record))) continue
      compared.set(record, comparePeople(draft, record))
    }
  }
  for (const index of indexes) {
    for (const key of draft.externalKeys) compare(recordsAt(index.byExternal, key), false)
    if (draft.memberNumber !== '') compare(recordsAt(index.byMemberNumber, draft.memberNumber), false)
    for (const key of draft.emails) compare(recordsAt(index.byEmail, key), false)
    for (const key of draft.phones) compare(recordsAt(index.byPhone, key), false)
    if (draft.nameKey !== '') compare(recordsAt(index.byName, draft.nameKey), false)
  }
  const found = decide(compared)
  if (found.kind !== 'none' || !hasWholeName(draft)) return found
  for (const index of indexes) {
    for (const key of halfNameKeys(draft)) {
      const records = recordsAt(index.byHalfName, key)
      // A half shared by hundreds of people (« Marie Mar… ») proves nothing and would cost a second a thousand rows.
      if (records.length <= crowd) compare(records, true)
    }
  }
  return decide(compared)
}

const itself: Stand = (record) => record

/** All that was compared with one person (a person of the file may stand on several rows), put together. */
interface Standing {
  readonly record: MatchRecord
  readonly comparison: Comparison
  readonly doubtful: boolean
  readonly impossible: boolean
}

const standings = (compared: ReadonlyMap<MatchRecord, Comparison>): readonly Standing[] => {
  const byIdentity = new Map<string | number | null, Standing>()
  for (const [record, comparison] of compared) {
    const identity = record.personId ?? record.row
    const before = byIdentity.get(identity)
    const better = before === undefined || rank(comparison) > rank(before.comparison)
    byIdentity.set(identity, {
      record: better ? record : before.record,
      comparison: better ? comparison : before.comparison,
      doubtful: before?.doubtful === true || comparison.outcome === 'maybe',
      impossible: before?.impossible === true || (comparison.outcome === 'no' && comparison.doubts.includes('other-birth-date')),
    })
  }
  return [...byIdentity.values()].filter((standing) => !standing.impossible && standing.comparison.outcome !== 'no')
}

const rank = (comparison: Comparison): number => (comparison.outcome === 'sure' ? 200 : comparison.outcome === 'maybe' ? 100 : 0) + comparison.score

const decide = (compared: ReadonlyMap<MatchRecord, Comparison>): Match => {
  if (compared.size === 0) return none
  const found = [...standings(compared)].sort((left, right) => rank(right.comparison) - rank(left.comparison))
  const [best, second] = found
  if (best === undefined) return none
  if (best.comparison.outcome === 'sure') {
    const strong = best.comparison.score >= strongScore
    // A name alone is no proof as soon as somebody else could be meant.
    const clear = second === undefined || (strong && (second.comparison.outcome !== 'sure' || best.comparison.score - second.comparison.score >= clearMargin))
    if (clear && (strong || !best.doubtful)) return { kind: 'sure', record: best.record, reasons: best.comparison.reasons }
  }
  return {
    kind: 'ask',
    candidates: found
      .slice(0, shownCandidates)
      .map(({ record, comparison }) => toCandidate(record, comparison, found.length > 1 ? ['several-candidates'] : comparison.outcome === 'sure' ? ['name-only'] : [])),
  }
}

const none: Match = { kind: 'none' }
const shownCandidates = 8
const crowd = 400
const clearMargin = 10
const strongScore = 88
