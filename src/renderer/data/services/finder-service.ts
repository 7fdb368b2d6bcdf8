import type { EventId, OrganisationId, PersonId, TagId, TerritoryId, CommunityId } from '#domain/id'
import type { IsoDate, PartialDate } from '#domain/period'
import { fullName } from '#domain/person'
import { searchable } from '#domain/searchable'
import type { RecordByTable } from '#domain/tables'
import type { PeopleService } from '#data/services/people-service'
import type { Store } from '#data/store'

/** A place of the window that is about one record. */
export type FoundPlace =
  | { readonly kind: 'person'; readonly id: PersonId }
  | { readonly kind: 'organisation'; readonly id: OrganisationId }
  | { readonly kind: 'event'; readonly id: EventId }
  | { readonly kind: 'community'; readonly id: CommunityId }
  | { readonly kind: 'territory'; readonly id: TerritoryId }
  | { readonly kind: 'tag'; readonly id: TagId }

/** One line of an answer. */
export interface Found {
  readonly place: FoundPlace
  readonly title: string
  /** A city, a kind, the words around what was looked for in a note. */
  readonly detail: string
  readonly on: PartialDate | null
}
export const foundGroups = ['people', 'events', 'organisations', 'communities', 'territories', 'tags', 'notes'] as const
export type FoundGroup = (typeof foundGroups)[number]
export type FoundByGroup = Readonly<Record<FoundGroup, readonly Found[]>>

/** Ctrl+K: everything that bears a name or holds a word, without accents or capitals. */
export interface FinderService {
  /** At most `limit` a group; those whose name begins so first, then the latest. Nothing typed: nothing found. */
  readonly find: (text: string, today: IsoDate, limit: number) => Promise<FoundByGroup>
  /** The names of places that were seen, in their order; those that are gone are left out. */
  readonly named: (places: readonly FoundPlace[]) => Promise<readonly Found[]>
}

export const createFinderService = (store: Store, people: Pick<PeopleService, 'list'>): FinderService => {
  const { mirror } = store
  const sources = {
    events: named(store, 'events', ({ id, name, date, place }) => ({ place: { kind: 'event', id }, title: name, detail: place, on: date })),
    organisations: named(store, 'organisations', ({ id, name, kind, address }) => ({
      place: { kind: 'organisation', id },
      title: name,
      detail: [kind, address?.city ?? ''].filter((part) => part !== '').join(' · '),
      on: null,
    })),
    communities: named(store, 'communities', ({ id, name, purpose }) => ({
      place: { kind: 'community', id },
      title: name,
      detail: purpose,
      on: null,
    })),
    territories: named(store, 'territories', ({ id, name }) => ({ place: { kind: 'territory', id }, title: name, detail: '', on: null })),
    tags: named(store, 'tags', ({ id, name, archived }) => (archived ? null : { place: { kind: 'tag', id }, title: name, detail: '', on: null })),
  }
  const notes = mirror.derive(['contacts', 'people'], () => notesOf(store))

  return {
    find: async (text, today, limit) => {
      const words = searchable(text)
        .split(' ')
        .filter((word) => word !== '')
      if (words.length === 0) return nothing
      const { rows } = await people.list({ search: text, filter: [], sort: null, removed: false, today }, 0, limit)
      const of = async (source: () => Promise<readonly Sought[]>): Promise<readonly Found[]> => best(await source(), words, limit)
      return {
        people: rows.map((row): Found => ({
          place: { kind: 'person', id: row.id },
          title: fullName(row),
          detail: [row.city, row.email].filter((part) => part !== '').join(' · '),
          on: null,
        })),
        events: await of(sources.events),
        organisations: await of(sources.organisations),
        communities: await of(sources.communities),
        territories: await of(sources.territories),
        tags: await of(sources.tags),
        notes: (await of(notes)).map((found) => ({ ...found, detail: around(found.detail, words) })),
      }
    },
    named: async (places) => {
      const everything = (await Promise.all(Object.values(sources).map((source) => source()))).flat()
      const byPlace = new Map(everything.map(({ found }) => [keyOf(found.place), found]))
      const persons = await mirror.some(
        'people',
        places.flatMap(({ kind, id }) => (kind === 'person' ? [id] : [])),
      )
      return places.flatMap((place): readonly Found[] => {
        if (place.kind !== 'person') return [byPlace.get(keyOf(place))].filter((found) => found !== undefined)
        const person = persons.get(place.id)
        if (person === undefined || person.deletedAt !== null) return []
        return [{ place, title: fullName(person), detail: person.addresses[0]?.city ?? '', on: null }]
      })
    },
  }
}

/** Something that may be found, with the text that is looked in. */
interface Sought {
  readonly found: Found
  readonly text: string
}

/** What a table holds, made searchable once while it does not change. */
const named = <Name extends 'events' | 'organisations' | 'communities' | 'territories' | 'tags'>(
  { mirror }: Store,
  table: Name,
  toFound: (record: RecordByTable[Name]) => Found | null,
): (() => Promise<readonly Sought[]>) =>
  mirror.derive([table], () =>
    [...mirror.loaded(table).values()].flatMap((record): readonly Sought[] => {
      if ('deletedAt' in record && record.deletedAt !== null) return []
      const found = toFound(record as RecordByTable[Name])
      return found === null ? [] : [{ found, text: searchable(`${found.title} ${found.detail}`) }]
    }),
  )
/** What was written of people, in their notes and after talks with them. */
const notesOf = ({ mirror }: Store): readonly Sought[] => {
  const people = mirror.loaded('people')
  const sought: Sought[] = []
  for (const person of people.values()) {
    if (person.note === '' || person.deletedAt !== null) continue
    const found: Found = { place: { kind: 'person', id: person.id }, title: fullName(person), detail: person.note, on: null }
    sought.push({ found, text: searchable(person.note) })
  }
  for (const { personId, title, note, on, deletedAt } of mirror.loaded('contacts').values()) {
    const person = personId === null ? undefined : people.get(personId)
    const detail = [title, note.replaceAll(/@\[([^\]]*)\]\([^)]*\)/g, '$1')].filter((part) => part !== '').join(' : ')
    if (person === undefined || person.deletedAt !== null || deletedAt !== null || detail === '') continue
    sought.push({ found: { place: { kind: 'person', id: person.id }, title: fullName(person), detail, on }, text: searchable(detail) })
  }
  return sought
}

const best = (sought: readonly Sought[], words: readonly string[], limit: number): readonly Found[] => {
  const [first = ''] = words
  return sought
    .filter(({ text }) => words.every((word) => text.includes(word)))
    .map((one) => ({ ...one, rank: one.text.startsWith(first) ? 0 : one.text.includes(` ${first}`) ? 1 : 2 }))
    .sort((left, right) => left.rank - right.rank || compare(right.found.on ?? '', left.found.on ?? '') || compare(left.text, right.text))
    .slice(0, limit)
    .map(({ found }) => found)
}

/** The part of a long note where the first word stands. Folding changes no length but that of ligatures: near enough for an excerpt. */
const around = (note: string, words: readonly string[]): string => {
  const at = searchable(note).indexOf(words[0] ?? '')
  const from = Math.max(0, at - 30)
  const plain = note.replaceAll(/\s+/g, ' ')
  return `${from > 0 ? '…' : ''}${plain.slice(from, from + 110)}${plain.length > from + 110 ? '…' : ''}`
}

const keyOf = ({ kind, id }: FoundPlace): string => `${kind} ${id}`
const compare = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0)
const nothing: FoundByGroup = { people: [], events: [], organisations: [], communities: [], territories: [], tags: [], notes: [] }
