import type { Page } from '@playwright/test'
import { tableNames, type RecordByTable, type TableName } from '#domain/tables'
import { recordToStored } from '#data/stored-record'

/** Records by table. */
export type Seed = { readonly [Name in TableName]?: readonly RecordByTable[Name][] }

const chunkSize = 1000

/**
 * Writes records straight into the database of a running application, counts included, as if they had always been there: for tests and measurements that need
 * a large association at once. The application must be closed and launched again to see them.
 */
export const seedProfile = async (page: Page, seed: Seed): Promise<void> => {
  for (const table of tableNames) {
    const records = seed[table] ?? []
    for (let from = 0; from < records.length; from += chunkSize) {
      const stored = records.slice(from, from + chunkSize).map((record) => recordToStored(table, record))
      await page.evaluate(putRecords, { table, json: JSON.stringify(stored) })
    }
  }
}

// Runs in the page.
const putRecords = async ({ table, json }: { readonly table: string; readonly json: string }): Promise<void> => {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('maillage')
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => reject(request.error ?? new Error('not opened')))
  })
  const records: unknown[] = JSON.parse(json)
  await new Promise<void>((resolve, reject) => {
    const transaction = database.transaction([table, 'meta'], 'readwrite', { durability: 'relaxed' })
    transaction.addEventListener('complete', () => resolve())
    transaction.addEventListener('error', () => reject(transaction.error ?? new Error('not written')))
    const store = transaction.objectStore(table)
    for (const record of records) store.put(record)
    const meta = transaction.objectStore('meta')
    const state = meta.get('state')
    state.addEventListener('success', () => {
      const count = store.count()
      count.addEventListener('success', () => {
        meta.put({ ...state.result, counts: { ...state.result.counts, [table]: count.result } })
      })
    })
  })
  database.close()
}
