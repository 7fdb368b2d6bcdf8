import { comparePeople, toCandidate, type Comparison } from '#domain/importing/compare-people'
import { halfNameKeys, recordsAt, type MatchIndex } from '#domain/importing/match-index'
import { hasWholeName, type MatchRecord } from '#domain/importing/match-record'
import type { Candidate, MatchReason } from '#domain/importing/verdict'

/** Who a draft is: somebody for sure, somebody to be asked about, or nobody known. */
export type Match =
  | { readonly kind: 'sure'; readonly record: MatchRecord; readonly reasons: readonly MatchReason[] }
  | { readonly kind: 'ask'; readonly candidates: readonly Candidate[] }
  | { readonly kind: 'none' }

/** Looks a draft up in an index. Two equally good answers are a question, never a choice. */
export const findMatch = (draft: MatchRecord, maillageId: string | null, index: MatchIndex): Match => {
  if (maillageId !== null) {
    const own = index.byId.get(maillageId)
    if (own !== undefined) return { kind: 'sure', record: own, reasons: ['maillage-id'] }
  }
  const compared = new Map<MatchRecord, Comparison>()
  const compare = (records: readonly MatchRecord[]): void => {
    for (const record of records) if (record !== draft && !compared.has(record)) compared.set(record, comparePeople(draft, record))
  }
  for (const key of draft.externalKeys) compare(recordsAt(index.byExternal, key))
  if (draft.memberNumber !== '') compare(recordsAt(index.byMemberNumber, draft.memberNumber))
  for (const key of draft.emails) compare(recordsAt(index.byEmail, key))
  for (const key of draft.phones) compare(recordsAt(index.byPhone, key))
  if (draft.nameKey !== '') compare(recordsAt(index.byName, draft.nameKey))
  const found = decide(compared)
  if (found.kind !== 'none' || !hasWholeName(draft)) return found
  for (const key of halfNameKeys(draft)) {
    const records = recordsAt(index.byHalfName, key)
    // A half shared by hundreds of people (« Marie Mar… ») proves nothing and would cost a second a thousand rows.
    if (records.length <= crowd) compare(records)
  }
  return decide(compared)
}

const decide = (compared: ReadonlyMap<MatchRecord, Comparison>): Match => {
  let best: { readonly record: MatchRecord; readonly comparison: Comparison } | null = null
  let second = 0
  let maybes = false
  for (const [record, comparison] of compared) {
    if (comparison.outcome === 'maybe') maybes = true
    if (comparison.outcome !== 'sure') continue
    if (best === null || comparison.score > best.comparison.score) {
      second = best?.comparison.score ?? 0
      best = { record, comparison }
    } else second = Math.max(second, comparison.score)
  }
  if (best !== null) {
    // A name alone, or nearly, is no proof as soon as two people bear it.
    const clear = second === 0 || best.comparison.score - second >= clearMargin
    const strong = best.comparison.score >= strongScore || !maybes
    if (clear && strong) return { kind: 'sure', record: best.record, reasons: best.comparison.reasons }
  }
  const candidates = [...compared]
    .filter(([, comparison]) => comparison.outcome !== 'no')
    .sort((left, right) => right[1].score - left[1].score)
    .slice(0, 8)
  if (candidates.length === 0) return none
  const several = candidates.length > 1
  return { kind: 'ask', candidates: candidates.map(([record, comparison]) => toCandidate(record, comparison, several ? ['several-candidates'] : comparison.outcome === 'sure' ? ['name-only'] : [])) }
}

const none: Match = { kind: 'none' }
const crowd = 400
const clearMargin = 10
const strongScore = 88
