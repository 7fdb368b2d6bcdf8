import type { IsoDate } from '#domain/period'
import type { FilterFacts } from '#domain/people-match'
import { filterToPredicate } from '#domain/people-match'
import type { PeopleFilter } from '#domain/people-filter'
import { findPeople, queryToWords, type Found, type SearchText } from '#data/people-search'
import type { PeopleSnapshot } from '#data/people-snapshot'
import { sortPositions, type PeopleSort, type SortFacts } from '#data/people-sort'

/** Which people a list shows and in what order. `sort` null: by name, the best matches of a search first. */
export interface PeopleQuery {
  readonly search: string
  readonly filter: PeopleFilter
  readonly sort: PeopleSort | null
  /** The people who were removed instead of those who are there. */
  readonly removed: boolean
  /** The day of the one who asks: data threads know no clock. */
  readonly today: IsoDate
}

/** Answers queries over snapshots; remembers the last ones, so that each keystroke only reads what the one before it found. */
export const createPeopleFinder = (): ((
  snapshot: PeopleSnapshot,
  query: PeopleQuery,
  facts: FilterFacts & SortFacts,
  factsVersion: string,
) => Found) => {
  let base: Base | null = null
  let last: LastSearch | null = null

  return (snapshot, query, facts, factsVersion) => {
    const key = JSON.stringify([query.filter, query.sort, query.today, factsVersion])
    if (base === null || base.snapshot !== snapshot || base.key !== key) {
      base = { snapshot, key, positions: baseOf(snapshot, query, facts) }
      last = null
    }
    const words = queryToWords(query.search)
    if (words.length === 0) return { positions: base.positions, fuzzy: false }
    const texts = snapshot.texts()
    if (last === null || last.search !== query.search) {
      // What holds « durand cam » is among what held « durand ca ».
      const within =
        last !== null && !last.found.fuzzy && last.found.positions.length > 0 && isNarrower(words, last.words) ? last.found.positions : base.positions
      let found = findPeople(texts, words, within)
      if (found.positions.length === 0 && within !== base.positions) found = findPeople(texts, words, base.positions)
      if (found.fuzzy && within !== base.positions) found = findPeople(texts, words, base.positions)
      last = {
        search: query.search,
        words,
        found,
        ranked: query.sort === null ? { ...found, positions: rankByName(texts, words, found.positions) } : found,
      }
    }
    return last.ranked
  }
}

interface Base {
  readonly snapshot: PeopleSnapshot
  readonly key: string
  readonly positions: Uint32Array
}
interface LastSearch {
  readonly search: string
  readonly words: readonly string[]
  /** In the order of the base. */
  readonly found: Found
  readonly ranked: Found
}

const baseOf = (snapshot: PeopleSnapshot, query: PeopleQuery, facts: FilterFacts & SortFacts): Uint32Array => {
  const keeps = filterToPredicate(query.filter, facts)
  const kept = query.filter.length === 0 ? snapshot.everybody : snapshot.everybody.filter((position) => isKept(snapshot, position, keeps))
  return query.sort === null ? kept : sortPositions(snapshot.people, kept, query.sort, facts)
}

const isKept = (snapshot: PeopleSnapshot, position: number, keeps: ReturnType<typeof filterToPredicate>): boolean => {
  const person = snapshot.people[position]
  return person !== undefined && keeps(person)
}

const isNarrower = (words: readonly string[], before: readonly string[]): boolean => before.every((old) => words.some((word) => word.includes(old)))

/** People whose last name begins with the first word, then those with any name that begins with it, then the others; each group keeps its order. */
const rankByName = (texts: readonly SearchText[], words: readonly string[], positions: Uint32Array): Uint32Array => {
  const [word = ''] = words
  const wordInside = ` ${word}`
  const groups = new Uint8Array(positions.length)
  const sizes = [0, 0, 0]
  for (let index = 0; index < positions.length; index += 1) {
    const names = texts[positions[index] ?? 0]?.names ?? ''
    const group = names.startsWith(word) ? 0 : names.includes(wordInside) ? 1 : 2
    groups[index] = group
    sizes[group] = (sizes[group] ?? 0) + 1
  }
  // Arrays of tens of thousands of numbers, made and joined at each letter, would take half of the time of an answer.
  const ranked = new Uint32Array(positions.length)
  const next = [0, sizes[0] ?? 0, (sizes[0] ?? 0) + (sizes[1] ?? 0)]
  for (let index = 0; index < positions.length; index += 1) {
    const group = groups[index] ?? 2
    const at = next[group] ?? 0
    next[group] = at + 1
    ranked[at] = positions[index] ?? 0
  }
  return ranked
}
