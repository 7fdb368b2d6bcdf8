import type { SavedViewId } from '#domain/id'

/** A list the user wants to find again: filters, columns and order of Personnes, under a name. `state` belongs to the list that made it. */
export interface SavedView {
  readonly id: SavedViewId
  readonly name: string
  readonly list: 'people' | 'events'
  readonly state: string
  readonly order: number
}
