import type { TagId } from '#domain/id'
import type { Person } from '#domain/person'
import { searchable } from '#domain/searchable'
import { personToSearchText, type SearchText } from '#data/people-search'

/** Everybody in the order of names, with what searching needs: positions in `people` are what queries speak of. */
export interface PeopleSnapshot {
  readonly people: readonly Person[]
  /** 0, 1, 2…: everybody. */
  readonly everybody: Uint32Array
  /** Made when first asked for. */
  readonly texts: () => readonly SearchText[]
}

/** Builds snapshots one after the other, working again only on the records that changed: records are never mutated, so the same object says the same. */
export const createSnapshots = (): ((people: Iterable<Person>, tagNames: ReadonlyMap<TagId, string>) => PeopleSnapshot) => {
  const nameKeys = new WeakMap<Person, string>()
  let texts = new WeakMap<Person, SearchText>()
  let namesOfTexts: ReadonlyMap<TagId, string> = new Map()

  const nameKeyOf = (person: Person): string => {
    const known = nameKeys.get(person)
    if (known !== undefined) return known
    const key = personToNameKey(person)
    nameKeys.set(person, key)
    return key
  }
  const textOf = (person: Person): SearchText => {
    const known = texts.get(person)
    if (known !== undefined) return known
    const text = personToSearchText(person, namesOfTexts)
    texts.set(person, text)
    return text
  }

  return (people, tagNames) => {
    const list = [...people]
    const keys = list.map(nameKeyOf)
    const ordered = [...list.keys()].sort((left, right) => compareText(keys[left] ?? '', keys[right] ?? '')).map((index) => list[index] as Person)
    let made: readonly SearchText[] | null = null
    return {
      people: ordered,
      everybody: Uint32Array.from(ordered.keys()),
      texts: () => {
        if (!sameNames(namesOfTexts, tagNames)) texts = new WeakMap()
        namesOfTexts = tagNames
        made ??= ordered.map(textOf)
        return made
      },
    }
  }
}

/** How names are ordered: last name, then first, without accents or hyphens; whoever has no name comes last. */
export const personToNameKey = (person: Pick<Person, 'firstName' | 'lastName'>): string => {
  const key = `${searchable(person.lastName)}\u0001${searchable(person.firstName)}`
  return key === '\u0001' ? '\uffff' : key
}

const compareText = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0)

const sameNames = (left: ReadonlyMap<TagId, string>, right: ReadonlyMap<TagId, string>): boolean =>
  left === right || (left.size === right.size && [...left].every(([id, name]) => right.get(id) === name))
