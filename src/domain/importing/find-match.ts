import { areSurelyTwo, comparePeople, haveCloseNames, toCandidate, type Comparison } from '#domain/importing/compare-people'
import { nearNameKeys, isRecord, shorterNameKeys, type MatchIndex } from '#domain/importing/match-index'
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
  const compared: Compared[] = []
  const compareOne = (found: MatchRecord, onlyClose: boolean): void => {
    // Whoever bears the very same name was compared already, by name.
    if (onlyClose && found.nameKey === draft.nameKey) return
    const record = standFor(found)
    if (record === null || record === draft || (onlyClose && !haveCloseNames(draft, record)) || compared.some((one) => one.record === record)) return
    compared.push({ record, comparison: comparePeople(draft, record) })
  }
  const compare = (found: MatchRecord | readonly MatchRecord[] | undefined, onlyClose: boolean): void => {
    if (found === undefined) return
    if (isRecord(found)) compareOne(found, onlyClose)
    // A key shared by hundreds of people (half of « Marie Martin ») proves nothing and would cost a second a thousand rows.
    else if (!onlyClose || found.length <= crowd) for (const record of found) compareOne(record, onlyClose)
  }
  for (const index of indexes) {
    for (const key of draft.externalKeys) compare(index.byExternal.get(key), false)
    if (draft.memberNumber !== '') compare(index.byMemberNumber.get(draft.memberNumber), false)
    for (const key of draft.emails) compare(index.byEmail.get(key), false)
    for (const key of draft.phones) compare(index.byPhone.get(key), false)
    if (draft.nameKey !== '') compare(index.byName.get(draft.nameKey), false)
  }
  const found = decide(compared)
  if (found.kind !== 'none' || !hasWholeName(draft)) return found
  const keys = nearNameKeys(draft)
  const shorter = shorterNameKeys(draft)
  for (const index of indexes) {
    for (const key of keys) compare(index.byCloseName.find(key, crowd), true)
    for (const key of shorter) compare(index.byName.get(key), true)
  }
  return decide(compared)
}

interface Compared {
  readonly record: MatchRecord
  readonly comparison: Comparison
}

const itself: Stand = (record) => record

/** All that was compared with one person (a person of the file may stand on several rows), put together. */
interface Standing {
  readonly record: MatchRecord
  readonly comparison: Comparison
  readonly doubtful: boolean
  readonly impossible: boolean
}

const standings = (compared: readonly Compared[]): readonly Standing[] => {
  const byIdentity = new Map<string | number | null, Standing>()
  for (const { record, comparison } of compared) {
    const identity = record.personId ?? record.row
    const before = byIdentity.get(identity)
    const better = before === undefined || rank(comparison) > rank(before.comparison)
    byIdentity.set(identity, {
      record: better ? record : before.record,
      comparison: better ? comparison : before.comparison,
      doubtful: before?.doubtful === true || comparison.outcome === 'maybe',
      impossible: before?.impossible === true || areSurelyTwo(comparison),
    })
  }
  return [...byIdentity.values()].filter((standing) => !standing.impossible && standing.comparison.outcome !== 'no')
}

const rank = (comparison: Comparison): number => (comparison.outcome === 'sure' ? 200 : comparison.outcome === 'maybe' ? 100 : 0) + comparison.score

const decide = (compared: readonly Compared[]): Match => {
  const [only] = compared
  if (only === undefined) return none
  if (compared.length === 1 && only.comparison.outcome === 'sure') return { kind: 'sure', record: only.record, reasons: only.comparison.reasons }
  const found = [...standings(compared)].sort((left, right) => rank(right.comparison) - rank(left.comparison))
  const [best, second] = found
  if (best === undefined) return none
  if (best.comparison.outcome === 'sure') {
    const strong = best.comparison.score >= strongScore
    // A name alone is no proof as soon as somebody else could be meant.
    const clear =
      second === undefined || (strong && (second.comparison.outcome !== 'sure' || best.comparison.score - second.comparison.score >= clearMargin))
    if (clear && (strong || !best.doubtful)) return { kind: 'sure', record: best.record, reasons: best.comparison.reasons }
  }
  return {
    kind: 'ask',
    candidates: found
      .slice(0, shownCandidates)
      .map(({ record, comparison }) =>
        toCandidate(record, comparison, found.length > 1 ? ['several-candidates'] : comparison.outcome === 'sure' ? ['name-only'] : []),
      ),
  }
}

const none: Match = { kind: 'none' }
const shownCandidates = 8
const crowd = 400
const clearMargin = 10
const strongScore = 88
