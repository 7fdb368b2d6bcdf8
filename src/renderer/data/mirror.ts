import type { RecordByTable, TableName } from '#domain/tables'
import type { AppDatabase } from '#data/database'
import { createPagePlaces, type PagePlaces } from '#data/page-places'
import { findRows, readPages, recordsOfPage } from '#data/record-pages'
import { storedToRecord } from '#data/stored-record'

/**
 * The records in memory, by table and id: loaded once, when first asked for, and kept up to date by every change.
 * Services read it, nobody but the store writes it; records are never mutated, a change puts a new object in the map.
 */
export interface Mirror {
  /** One table, loaded if it was not yet. The map is live: read it at once, do not keep it across an await. */
  readonly read: <Name extends TableName>(table: Name) => Promise<RecordMap<Name>>
  /** A few records, without loading their table for them where that can be done. */
  readonly some: <Name extends TableName>(table: Name, ids: readonly string[]) => Promise<RecordMap<Name>>
  /** A table that was loaded before, by `read` or `load`. @throws when it was not. */
  readonly loaded: <Name extends TableName>(table: Name) => RecordMap<Name>
  readonly load: (...tables: readonly TableName[]) => Promise<void>
  /** The tables that are in memory, whatever became of the database. */
  readonly inMemory: () => readonly TableName[]
  /** Grows by one with every change of the table: what was computed from a version stays true while it does not move. */
  readonly version: (table: TableName) => number
  /** A value computed from some tables, computed again only after one of them changed. */
  readonly derive: <Value>(tables: readonly TableName[], compute: () => Value) => () => Promise<Value>
  /** The store's alone. */
  readonly put: <Name extends TableName>(table: Name, key: string, record: RecordByTable[Name] | null) => void
  readonly pages: PagePlaces
  readonly touched: (tables: Iterable<TableName>) => void
  /** Forgets everything, after a restore wrote the tables anew. */
  readonly forget: () => void
}
export type RecordMap<Name extends TableName> = ReadonlyMap<string, RecordByTable[Name]>

const pageSize = 5_000

export const createMirror = (database: AppDatabase): Mirror => {
  const tables: { [Name in TableName]?: Map<string, RecordByTable[Name]> } = {}
  const loading = new Map<TableName, Promise<unknown>>()
  const versions = new Map<TableName, number>()
  const places = createPagePlaces()

  const loadTable = async <Name extends TableName>(name: Name): Promise<Map<string, RecordByTable[Name]>> => {
    const map = new Map<string, RecordByTable[Name]>()
    const table = database.records(name)
    const keep = (page: readonly RecordByTable[Name][]): void => {
      for (const stored of page) map.set(stored.id, storedToRecord(name, stored))
    }
    const first = await table.orderBy(':id').limit(pageSize).toArray()
    keep(first)
    const last = first.at(-1)
    if (last !== undefined && first.length === pageSize) {
      // The next pages are on their way while one is unpacked: the database is another process, and waiting for each would take twice as long.
      const rest = await table.where(':id').above(last.id).primaryKeys()
      const ask = (from: number) => {
        if (from >= rest.length) return null
        const page = table
          .where(':id')
          .between(rest[from], rest[Math.min(from + pageSize, rest.length) - 1], true, true)
          .toArray()
        // Once one is refused, the others must not count as unhandled.
        page.catch(() => undefined)
        return page
      }
      const asked = [ask(0), ask(pageSize)]
      for (let from = 0; from < rest.length; from += pageSize) {
        asked.push(ask(from + 2 * pageSize))
        keep((await asked.shift()) ?? [])
      }
    }
    for await (const pages of readPages(database, name)) {
      const come = pages.map((page) => {
        const records = recordsOfPage(page)
        for (const stored of records) map.set(stored.id, storedToRecord(name, stored))
        return { ids: records.map(({ id }) => id) }
      })
      places.move({ table: name, gone: [], come })
    }
    setTable(tables, name, map)
    return map
  }

  const read = async <Name extends TableName>(name: Name): Promise<RecordMap<Name>> => {
    const known = tables[name]
    if (known !== undefined) return known
    const pending = loading.get(name) ?? loadTable(name).finally(() => loading.delete(name))
    loading.set(name, pending)
    await pending
    return loaded(name)
  }

  const some = async <Name extends TableName>(name: Name, ids: readonly string[]): Promise<RecordMap<Name>> => {
    if (tables[name] !== undefined || loading.has(name)) return read(name)
    const rows = await findRows(database, name, ids)
    if (rows === null) return read(name)
    const records = rows.map((row) => storedToRecord(name, row))
    return new Map(records.map((record) => [record.id, record]))
  }

  const loaded = <Name extends TableName>(name: Name): RecordMap<Name> => {
    const known = tables[name]
    if (known === undefined) throw new Error(`The table ${name} was not loaded`)
    return known
  }

  const load = async (...names: readonly TableName[]): Promise<void> => {
    await Promise.all(names.map((name) => read(name)))
  }

  const version = (name: TableName): number => versions.get(name) ?? 0

  return {
    read,
    some,
    loaded,
    load,
    inMemory: () => Object.keys(tables) as TableName[],
    version,
    derive: (names, compute) => {
      let kept: { readonly at: string; readonly value: ReturnType<typeof compute> } | null = null
      return async () => {
        await load(...names)
        const at = names.map(version).join()
        if (kept?.at !== at) kept = { at, value: compute() }
        return kept.value
      }
    },
    put: (name, key, record) => {
      if (record === null) tables[name]?.delete(key)
      else tables[name]?.set(key, record)
    },
    pages: places,
    touched: (names) => {
      for (const name of names) versions.set(name, version(name) + 1)
    },
    forget: () => {
      for (const name of Object.keys(tables) as TableName[]) delete tables[name]
      places.forget()
      for (const name of versions.keys()) versions.set(name, version(name) + 1)
    },
  }
}

// The compiler cannot see that `tables[name]` and `map` speak of the same name without this detour.
const setTable = <Name extends TableName>(
  tables: { [Key in TableName]?: Map<string, RecordByTable[Key]> },
  name: Name,
  map: Map<string, RecordByTable[Name]>,
): void => {
  const target: { [Key in Name]?: Map<string, RecordByTable[Name]> } = tables as { [Key in Name]?: Map<string, RecordByTable[Name]> }
  target[name] = map
}
