import type { TableName } from '#domain/tables'
import { bulkFrom } from '#data/change-part'
import type { AppDatabase } from '#data/database'
import type { Mirror } from '#data/mirror'
import type { PageMoves } from '#data/page-places'
import { pageKey, pagesOf, type PagePlace } from '#data/record-pages'
import { recordToStored } from '#data/stored-record'
import type { RecordStep } from '#data/write'

/** Chunks of 2,000 puts in one transaction were measured fastest. */
const chunkSize = 2_000

/**
 * Writes the steps of one table, inside a transaction: each record in its own row or, for those that an import creates, many to a page. A page of which a record
 * changes is written anew. Answers what moved, to be told to the mirror once the transaction is through.
 */
export const writeRecords = async (
  database: AppDatabase,
  mirror: Pick<Mirror, 'loaded' | 'pages'>,
  table: TableName,
  steps: readonly RecordStep[],
): Promise<PageMoves> => {
  const created: object[] = []
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
    else (step.before === null ? created : changed).push(recordToStored(table, step.after))
  }
  const kept = [...touched].flatMap(({ ids }) => ids.flatMap((id) => storedAfter(mirror, table, id, stepByKey.get(id))))
  // Sheets of attendance are long already.
  const isPaged = created.length >= bulkFrom && table !== 'attendance'
  const come = [...pagesOf(table, kept), ...(isPaged ? pagesOf(table, created) : [])]
  const gone = [...touched]

  const rows = database.table<object, string>(table)
  if (!isPaged) for (let from = 0; from < created.length; from += chunkSize) await rows.bulkAdd(created.slice(from, from + chunkSize))
  for (let from = 0; from < changed.length; from += chunkSize) await rows.bulkPut(changed.slice(from, from + chunkSize))
  if (removed.length > 0) await rows.bulkDelete(removed)
  if (gone.length > 0) await database.recordPages.bulkDelete(gone.map((place) => pageKey(table, place)))
  const pages = come.map(({ first, count, bytes }) => ({ table, first, count, bytes }))
  if (pages.length > 0) await database.recordPages.bulkAdd(pages)
  return { table, gone, come: come.map(({ ids }) => ({ ids })) }
}

/** A record of a page as it will be; nothing when it goes. */
const storedAfter = (mirror: Pick<Mirror, 'loaded'>, table: TableName, id: string, step: RecordStep | undefined): readonly object[] => {
  const record = step === undefined ? mirror.loaded(table).get(id) : step.after
  return record === null || record === undefined ? [] : [recordToStored(table, record)]
}
