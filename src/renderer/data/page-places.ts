import type { TableName } from '#domain/tables'
import type { PagePlace } from '#data/record-pages'

/** Which page each record lies in, as the database has them now: kept by the mirror, moved by each change once it is stored. */
export interface PagePlaces {
  /** null for a record with a row of its own. */
  readonly placeOf: (table: TableName, id: string) => PagePlace | null
  readonly move: (moves: PageMoves) => void
  readonly forget: () => void
}

/** What a change does to the pages of a table. */
export interface PageMoves {
  readonly table: TableName
  readonly gone: readonly PagePlace[]
  readonly come: readonly PagePlace[]
}

export const createPagePlaces = (): PagePlaces => {
  const tables = new Map<TableName, Map<string, PagePlace>>()
  return {
    placeOf: (table, id) => tables.get(table)?.get(id) ?? null,
    move: ({ table, gone, come }) => {
      const places = tables.get(table) ?? new Map<string, PagePlace>()
      tables.set(table, places)
      for (const { ids } of gone) for (const id of ids) places.delete(id)
      for (const place of come) for (const id of place.ids) places.set(id, place)
    },
    forget: () => tables.clear(),
  }
}
