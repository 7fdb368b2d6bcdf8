import { cameToEvent } from '#domain/attendance'
import { diffRecord } from '#domain/change'
import { findPairs, keyOfPair, type LikelyPair } from '#domain/duplicates/find-pairs'
import { mergeEdits } from '#domain/duplicates/merge-edits'
import type { MergeChoices } from '#domain/duplicates/merge-people'
import type { PersonId } from '#domain/id'
import { comparePeople } from '#domain/importing/compare-people'
import { personToMatchRecord } from '#domain/importing/match-record'
import { fullName, rolesOf, type Person } from '#domain/person'
import { referencesOf, speakingTables } from '#domain/references'
import { failed, ok, type Result } from '#domain/result'
import type { ChangeRow } from '#data/database'
import { inTurns } from '#data/in-turns'
import type { Store } from '#data/store'
import type { WriteProblem } from '#data/write'

/** One side of a pair, as a line of the list shows it. */
export interface PairSide {
  readonly id: PersonId
  readonly name: string
  readonly email: string
  readonly phone: string
  readonly city: string
}
export interface PairRow extends LikelyPair {
  readonly left: PairSide
  readonly right: PairSide
}
export interface PairList {
  /** The likeliest ones, at most `shownPairs`. */
  readonly rows: readonly PairRow[]
  /** All that were found. */
  readonly count: number
}
/** One of two records side by side, with how much the association knows of her beside the record. */
export interface PairPerson {
  readonly person: Person
  /** Events she came to. */
  readonly came: number
  /** Everything else that speaks of her: hours, talks, ties, memberships… */
  readonly mentions: number
  readonly photo: string | null
}
export interface PairDetails {
  readonly left: PairPerson
  readonly right: PairPerson
  /** The one about whom more is known: it stays unless the user says otherwise. */
  readonly suggestedId: PersonId
  readonly comparison: Pick<LikelyPair, 'score' | 'isSure' | 'reasons' | 'doubts'>
}
export interface MergeRequest {
  readonly keptId: PersonId
  readonly otherId: PersonId
  readonly choices: MergeChoices
  /** The values left aside, in words, for the note. */
  readonly formerNote: string
}
/** One of the two records is no longer there, or in the bin. */
export interface PairGone {
  readonly kind: 'pair-gone'
}

/** Doublons: found by the rules of the imports, merged with nothing lost, or parted for good. */
export interface DuplicatesService {
  /** `onStep` hears how many people were looked at; nothing is looked at again while nobody changed. */
  readonly find: (onStep: (done: number) => void) => Promise<PairList>
  readonly pair: (leftId: PersonId, rightId: PersonId) => Promise<PairDetails | null>
  readonly merge: (request: MergeRequest) => Promise<Result<ChangeRow | null, WriteProblem | PairGone>>
  /** « Ce ne sont pas les mêmes »: these two are never proposed again. */
  readonly part: (leftId: PersonId, rightId: PersonId) => Promise<Result<ChangeRow | null, WriteProblem>>
}

/** As many as somebody goes through in a day. */
const shownPairs = 2_000

export const createDuplicatesService = (store: Store): DuplicatesService => {
  const { mirror } = store
  let kept: { readonly version: number; readonly pairs: readonly LikelyPair[] } | null = null
  let searching: { readonly version: number; readonly pairs: Promise<readonly LikelyPair[] | null> } | null = null

  const allPairs = async (onStep: (done: number) => void): Promise<readonly LikelyPair[]> => {
    for (;;) {
      const people = await mirror.read('people')
      const version = mirror.version('people')
      if (kept?.version === version) return kept.pairs
      // The map is live, and the search lets other calls pass: it goes through those of now.
      if (searching?.version !== version)
        searching = { version, pairs: inTurns(findPairs([...people.values()]), onStep, () => mirror.version('people') !== version) }
      const pairs = await searching.pairs
      if (pairs !== null) kept = { version, pairs }
    }
  }
  /** After a pair was dealt with, the others stay true: the next search is for who changes more. */
  const forget = (isDealtWith: (pair: LikelyPair) => boolean, before: number): void => {
    if (kept?.version === before) kept = { version: mirror.version('people'), pairs: kept.pairs.filter((pair) => !isDealtWith(pair)) }
  }

  return {
    find: async (onStep) => {
      const pairs = await allPairs(onStep)
      const people = mirror.loaded('people')
      const rows = pairs.slice(0, shownPairs).flatMap((pair): readonly PairRow[] => {
        const [left, right] = [people.get(pair.leftId), people.get(pair.rightId)]
        return left === undefined || right === undefined ? [] : [{ ...pair, left: sideOf(left), right: sideOf(right) }]
      })
      return { rows, count: pairs.length }
    },
    pair: async (leftId, rightId) => {
      await mirror.load('people', ...speakingTables)
      const [left, right] = [detailsOf(store, leftId), detailsOf(store, rightId)]
      if (left === null || right === null || leftId === rightId) return null
      const { outcome, score, reasons, doubts } = comparePeople(personToMatchRecord(right.person), personToMatchRecord(left.person))
      return {
        left,
        right,
        suggestedId: weight(right) > weight(left) ? rightId : leftId,
        comparison: { score, isSure: outcome === 'sure', reasons, doubts },
      }
    },
    merge: async ({ keptId, otherId, choices, formerNote }) => {
      await mirror.load('people', ...speakingTables)
      const people = mirror.loaded('people')
      const [person, other] = [people.get(keptId), people.get(otherId)]
      if (person === undefined || other === undefined || person.deletedAt !== null || other.deletedAt !== null) return failed({ kind: 'pair-gone' })
      const edits = mergeEdits(mirror.loaded, { kept: person, other, choices, formerNote, now: store.session.now() })
      const before = mirror.version('people')
      const written = await store.write({ cause: { kind: 'merge' }, edits })
      if (written.ok) forget(({ leftId, rightId }) => leftId === otherId || rightId === otherId, before)
      return written
    },
    part: async (leftId, rightId) => {
      const people = await mirror.read('people')
      // Always on the same one of the two, so that it is said once.
      const [bearerId, namedId] = leftId < rightId ? [leftId, rightId] : [rightId, leftId]
      const bearer = people.get(bearerId)
      if (bearer === undefined || bearer.notSameAs?.some(({ personId }) => personId === namedId) === true) return ok(null)
      const edit = diffRecord('people', bearer, { ...bearer, notSameAs: [...(bearer.notSameAs ?? []), { personId: namedId }] })
      const before = mirror.version('people')
      const written = await store.write({ cause: { kind: 'form' }, edits: edit === null ? [] : [edit] })
      if (written.ok) forget((pair) => keyOfPair(pair) === keyOfPair({ leftId, rightId }), before)
      return written
    },
  }
}

const sideOf = (person: Person): PairSide => ({
  id: person.id,
  name: fullName(person),
  email: person.emails[0]?.address ?? '',
  phone: person.phones[0]?.number ?? '',
  city: person.addresses[0]?.city ?? '',
})

const detailsOf = ({ mirror }: Store, id: PersonId): PairPerson | null => {
  const person = mirror.loaded('people').get(id)
  if (person === undefined || person.deletedAt !== null) return null
  let came = 0
  for (const { entries } of mirror.loaded('attendance').values()) {
    const entry = entries[id]
    if (entry !== undefined && cameToEvent(entry.status)) came += 1
  }
  let mentions = 0
  for (const table of speakingTables) {
    if (table === 'attendance' || table === 'people' || table === 'photos') continue
    for (const record of mirror.loaded(table).values()) if (referencesOf(table, record).includes(`people/${id}`)) mentions += 1
  }
  return { person, came, mentions, photo: mirror.loaded('photos').get(id)?.dataUrl ?? null }
}

/** How much is known of somebody; of two equals, the older record stays. */
const weight = ({ person, came, mentions }: PairPerson): number =>
  came * 3 +
  mentions * 3 +
  rolesOf(person).length * 3 +
  person.emails.length +
  person.phones.length +
  person.addresses.length +
  [person.firstName, person.lastName, person.birthDate, person.gender, person.memberNumber, person.note].filter(
    (value) => value !== null && value !== '',
  ).length
