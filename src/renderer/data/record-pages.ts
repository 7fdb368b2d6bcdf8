import Dexie, { type Transaction } from 'dexie'
import type { TableName } from '#domain/tables'
import type { AppDatabase } from '#data/database'

/**
 * Many records of one table side by side in one row of the database. An import writes its people so: 50,000 rows of their own take 6.5 s to write and 1.1 s to read,
 * a thousand pages 0.4 s and 0.6 s. A record is in a page or has a row of its own in its table, never both.
 */
export interface RecordPage {
  readonly table: TableName
  /** The id of the first record. With `count` it is part of the key: rows are counted without reading a page. */
  readonly first: string
  readonly count: number
  /** UTF-8 JSON of the records, as their table would keep them. */
  readonly bytes: Uint8Array
}
export type PageKey = readonly [table: TableName, first: string, count: number]

/** The records of a page, in order. */
export interface PagePlace {
  readonly ids: readonly string[]
}

/** Characters of JSON in a page: it stays under 64 KB, above which Chromium moves a value to a file of its own, and is rewritten in no time when one of its records changes. */
const pageLength = 48_000

interface StoredRecord {
  readonly id: string
}

/** A record that goes into a page: the JSON of what its table would keep. */
export interface PagedText {
  readonly id: string
  readonly text: string
}

/** Cuts records into pages, each made when it is asked for. */
export function* pagesOf(table: TableName, records: Iterable<PagedText>): Generator<RecordPage & PagePlace> {
  const encoder = new TextEncoder()
  let texts: string[] = []
  let ids: string[] = []
  let length = 0
  const close = (): RecordPage & PagePlace => ({
    table,
    first: ids[0] ?? '',
    count: ids.length,
    ids,
    bytes: encoder.encode(`[${texts.join(',')}]`),
  })
  for (const { id, text } of records) {
    if (texts.length > 0 && length + text.length > pageLength) {
      yield close()
      texts = []
      ids = []
      length = 0
    }
    texts.push(text)
    ids.push(id)
    length += text.length
  }
  if (texts.length > 0) yield close()
}

export const pageKey = (table: TableName, { ids }: PagePlace): PageKey => [table, ids[0] ?? '', ids.length]

/** @throws when the bytes are not those of a page. */
export const recordsOfPage = ({ bytes }: RecordPage): readonly StoredRecord[] =>
  JSON.parse(new TextDecoder().decode(bytes)) as readonly StoredRecord[]

/** The pages of a table, some at a time. */
export async function* readPages(database: Pick<AppDatabase, 'recordPages'>, table: TableName): AsyncGenerator<readonly RecordPage[]> {
  for (let after: PageKey | readonly [TableName, unknown] = [table, Dexie.minKey]; ;) {
    const pages: readonly RecordPage[] = await database.recordPages
      .where(':id')
      .between(after, [table, [[]]], false, false)
      .limit(pagesAtOnce)
      .toArray()
    if (pages.length > 0) yield pages
    const last = pages.at(-1)
    if (last === undefined || pages.length < pagesAtOnce) return
    after = [table, last.first, last.count]
  }
}
const pagesAtOnce = 200

/** A few records as their table would keep them; null when one of them is in a page that only reading them all would find. */
export const findRows = async (database: AppDatabase, table: TableName, ids: readonly string[]): Promise<readonly object[] | null> => {
  const rows = await database.table<object, string>(table).bulkGet([...ids])
  const found: object[] = []
  for (const [index, id] of ids.entries()) {
    // Ids sort by the moment they were made, and so do most pages: the likeliest one is looked into, and no other.
    const page = rows[index] === undefined ? await pageBefore(database, table, id) : undefined
    const row = rows[index] ?? (page === undefined ? undefined : recordsOfPage(page).find((record) => record.id === id))
    if (row === undefined) return null
    found.push(row)
  }
  return found
}

const pageBefore = (database: AppDatabase, table: TableName, id: string): Promise<RecordPage | undefined> =>
  database.recordPages
    .where(':id')
    .between([table, Dexie.minKey], [table, id, [[]]], false, false)
    .last()

/** Records that are in pages, by table. */
export const countPaged = async (database: AppDatabase): Promise<ReadonlyMap<TableName, number>> => {
  const counts = new Map<TableName, number>()
  const keys = (await database.recordPages.toCollection().primaryKeys()) as readonly PageKey[]
  for (const [table, , count] of keys) counts.set(table, (counts.get(table) ?? 0) + count)
  return counts
}

/** All rows of a table as it would keep them, those in pages included. */
export const readRows = async (database: AppDatabase, table: TableName): Promise<readonly object[]> => {
  const rows: object[] = await database.table<object, string>(table).toArray()
  for await (const pages of readPages(database, table)) for (const page of pages) for (const record of recordsOfPage(page)) rows.push(record)
  return rows
}

/** The same as they are at this moment, those in pages unpacked only when their turn comes. */
export const lyingRows = async (database: AppDatabase, table: TableName): Promise<Iterable<object>> => {
  const rows: readonly object[] = await database.table<object, string>(table).toArray()
  const pages: RecordPage[] = []
  for await (const some of readPages(database, table)) pages.push(...some)
  return unpacked(rows, pages)
}
function* unpacked(rows: readonly object[], pages: readonly RecordPage[]): Generator<object> {
  yield* rows
  for (const page of pages) yield* recordsOfPage(page)
}

/** Gives every record a row of its own again: the steps of a schema work on rows, and know nothing of pages. */
export const unfoldPages = async (transaction: Transaction): Promise<void> => {
  const pages = transaction.table<RecordPage, PageKey>('recordPages')
  for (const key of await pages.toCollection().primaryKeys()) {
    const page = await pages.get(key)
    if (page !== undefined) await transaction.table<object, string>(page.table).bulkAdd([...recordsOfPage(page)])
  }
  await pages.clear()
}
