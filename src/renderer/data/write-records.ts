import type { RecordByTable, TableName } from '#domain/tables'
import { bulkFrom } from '#data/change-part'
import type { AppDatabase } from '#data/database'
import type { Mirror } from '#data/mirror'
import type { PageMoves } from '#data/page-places'
import { pageKey, pagesOf, type PagedText, type PagePlace, type RecordPage } from '#data/record-pages'
import { recordToStored } from '#data/stored-record'
import type { StoredText } from '#data/stored-text'
import type { RecordStep } from '#data/write'

/** Chunks of 2,000 puts in one transaction were measured fastest. */
const chunkSize = 2_000
/** Less than a megabyte. */
const pagesAtOnce = 16
/** Batches of pages on their way to the database while the next is made. */
const addedAhead = 2

/** The tables of which a change creates so many records that they lie in pages. Sheets of attendance are long already. */
export const pagedTables = (steps: readonly RecordStep[]): ReadonlySet<TableName> => {
  const created = new Map<TableName, number>()
  for (const { table, before } of steps) if (before === null) created.set(table, (created.get(table) ?? 0) + 1)
  return new Set([...created].flatMap(([table, count]) => (count >= bulkFrom && table !== 'attendance' ? [table] : [])))
}

/** How the records of one table are written. */
export interface RecordWriting {
  /** Whether those that come lie in pages: see `pagedTables`. */
  readonly isPaged: boolean
  readonly textOf: StoredText
}

/**
 * Writes the steps of one table, inside a transaction: each record in its own row or, for those that an import creates, many to a page. A page of which a record
 * changes is written anew. Answers what moved, to be told to the mirror once the transaction is through.
 */
export const writeRecords = async (
  database: AppDatabase,
  mirror: Pick<Mirror, 'loaded' | 'pages'>,
  table: TableName,
  steps: readonly RecordStep[],
  { isPaged, textOf }: RecordWriting,
): Promise<PageMoves> => {
  const created: object[] = []
  const paged: RecordByTable[TableName][] = []
  const changed: object[] = []
  const removed: string[] = []
  const touched = new Set<PagePlace>()
  const stepByKey = new Map<string, RecordStep>()
  for (const step of steps) {
    const place = step.before === null ? null : mirror.pages.placeOf(table, step.key)
    if (place !== null) {
      touched.add(place)
      stepByKey.set(step.key, step)
    } else if (step.after === null) removed.push(step.key)
    else if (step.before === null && isPaged) paged.push(step.after)
    else (step.before === null ? created : changed).push(recordToStored(table, step.after))
  }
  const kept = [...touched].flatMap(({ ids }) => ids.flatMap((id) => textAfter(mirror, table, id, stepByKey.get(id))))
  const gone = [...touched]

  const rows = database.table<object, string>(table)
  for (let from = 0; from < created.length; from += chunkSize) await rows.bulkAdd(created.slice(from, from + chunkSize))
  for (let from = 0; from < changed.length; from += chunkSize) await rows.bulkPut(changed.slice(from, from + chunkSize))
  if (removed.length > 0) await rows.bulkDelete(removed)
  if (gone.length > 0) await database.recordPages.bulkDelete(gone.map((place) => pageKey(table, place)))
  const come = [...(await addPages(database, table, kept)), ...(await addPages(database, table, textsOf(table, paged, textOf)))]
  return { table, gone, come }
}

function* textsOf(table: TableName, records: readonly RecordByTable[TableName][], textOf: StoredText): Generator<PagedText> {
  for (const record of records) yield { id: record.id, text: textOf(table, record) }
}

/** Makes the next pages while the database swallows the last ones: never all of them at once. */
const addPages = async (database: AppDatabase, table: TableName, records: Iterable<PagedText>): Promise<readonly PagePlace[]> => {
  const places: PagePlace[] = []
  const adding: PromiseLike<unknown>[] = []
  let pages: RecordPage[] = []
  for (const { ids, first, count, bytes } of pagesOf(table, records)) {
    places.push({ ids })
    if (pages.push({ table, first, count, bytes }) < pagesAtOnce) continue
    adding.push(database.recordPages.bulkAdd(pages))
    pages = []
    if (adding.length > addedAhead) await adding.shift()
  }
  if (pages.length > 0) adding.push(database.recordPages.bulkAdd(pages))
  await Promise.all(adding)
  return places
}

/** A record of a page as it will be; nothing when it goes. */
const textAfter = (mirror: Pick<Mirror, 'loaded'>, table: TableName, id: string, step: RecordStep | undefined): readonly PagedText[] => {
  const record = step === undefined ? mirror.loaded(table).get(id) : step.after
  return record === null || record === undefined ? [] : [{ id, text: JSON.stringify(recordToStored(table, record)) }]
}
