import { useSyncExternalStore } from 'react'
import { z } from 'zod'
import type { SavedViewId } from '#domain/id'
import type { PeopleFilter } from '#domain/people-filter'
import type { PeopleColumn, PeopleSort } from '#data/people-sort'
import { whenForgotten } from '#ui/use-kept-state'

/** How the list of people is looked at. Kept while the window lives, so that coming back from a page finds it as it was. */
export interface PeopleListState {
  readonly search: string
  readonly filter: PeopleFilter
  readonly sort: PeopleSort | null
  readonly columns: readonly PeopleColumn[]
  readonly removed: boolean
  readonly view: SavedViewId | null
}

export const defaultColumns: readonly PeopleColumn[] = ['name', 'roles', 'commune', 'email', 'phone', 'last']

const start: PeopleListState = { search: '', filter: [], sort: null, columns: defaultColumns, removed: false, view: null }

let state = start
let scroll = 0
const listeners = new Set<() => void>()

export const changeListState = (change: Partial<PeopleListState>): void => {
  state = { ...state, ...change }
  scroll = 0
  for (const listener of listeners) listener()
}

/** The state now, for who asks outside a render. */
export const keptListState = (): PeopleListState => state

/** How far the list was scrolled when it was left, in pixels. */
export const keptScroll = (): number => scroll
export const keepScroll = (pixels: number): void => {
  scroll = pixels
}

/** As when the window opened: tests begin with it. */
export const resetListState = (): void => changeListState(start)
whenForgotten(resetListState)

export const useListState = (): PeopleListState => useSyncExternalStore(subscribe, () => state)

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** What a saved view keeps: everything but the search. */
export const stateToView = ({ filter, sort, columns, removed }: PeopleListState): string => JSON.stringify({ filter, sort, columns, removed })

/** The state that a saved view gives; null when it can't be read (a view of a later version). */
export const viewToState = (text: string): Omit<PeopleListState, 'search' | 'view'> | null => {
  const read = viewShape.safeParse(parseJson(text))
  return read.success ? read.data : null
}

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

// Conditions come from our own lists and are only ever compared: their kind is checked, `people-match` ignores nothing else.
const viewShape = z.object({
  filter: z.array(
    z.custom<PeopleFilter[number]>(
      (condition) => typeof condition === 'object' && condition !== null && 'kind' in condition && knownKinds.has(String(condition.kind)),
    ),
  ),
  sort: z.object({ column: z.custom<PeopleColumn>((column) => typeof column === 'string'), descending: z.boolean() }).nullable(),
  columns: z.array(z.custom<PeopleColumn>((column) => typeof column === 'string')).min(1),
  removed: z.boolean(),
})

const knownKinds: ReadonlySet<string> = new Set<PeopleFilter[number]['kind']>([
  'role',
  'took-part',
  'tag',
  'commune',
  'territory',
  'age',
  'gender',
  'contactable',
  'known',
  'do-not-contact',
  'deceased',
  'organisation',
  'import',
  'tied-to',
  'isolated',
  'ties-at-least',
  'custom',
  'attended',
  'silent',
  'skill',
  'consent',
  'lost-contact',
  'to-confirm',
  'open-task',
  'people',
])
