import type { Page } from '@playwright/test'
import Papa from 'papaparse'
import { read, utils, write } from 'xlsx'
import { columns, type FileRow } from './generate-files.ts'

/** What the libraries and the browser need for the same work and nothing else, measured in the same run: a ratio holds on a noisy machine. All in milliseconds. */

export const floorOfReadingXlsx = (bytes: Uint8Array): number => timed(() => read(bytes, { dense: true }))
export const floorOfReadingCsv = (text: string): number => timed(() => Papa.parse<string[]>(text, { delimiter: ';' }))

/** SheetJS making and writing a workbook of the same cells. */
export const floorOfWritingXlsx = (rows: readonly (readonly unknown[])[]): number =>
  timed(() => {
    const book = utils.book_new()
    utils.book_append_sheet(book, utils.aoa_to_sheet(rows as unknown[][], { dense: true }), 'Personnes')
    write(book, { type: 'array', bookType: 'xlsx', compression: true })
  })

/** Raw IndexedDB puts of the same rows, as plain objects, in one transaction: no index, no library. */
export const floorOfStoring = async (page: Page, rows: readonly FileRow[]): Promise<number> => {
  const size = 5000
  for (let from = 0; from < rows.length; from += size) {
    await page.evaluate(
      keepRows,
      JSON.stringify(
        rows
          .slice(from, from + size)
          .map((row, index) => ({ id: `id-${from + index}`, ...Object.fromEntries(columns.map((column, at) => [column, row[at]])) })),
      ),
    )
  }
  return page.evaluate(putRows)
}

/** One `getAll` of the attendance sheets: no cursor. */
export const floorOfReadingAttendance = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open('maillage')
      request.addEventListener('success', () => resolve(request.result))
    })
    const start = performance.now()
    await new Promise<void>((resolve) => {
      database
        .transaction('attendance')
        .objectStore('attendance')
        .getAll()
        .addEventListener('success', () => resolve())
    })
    const spent = performance.now() - start
    database.close()
    return spent
  })

/** An empty frame: from one animation frame to the next painted one. */
export const floorOfAFrame = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve))
    const spent: number[] = []
    let before = await frame()
    for (let count = 0; count < 60; count += 1) {
      const now = await frame()
      spent.push(now - before)
      before = now
    }
    return spent.toSorted((left, right) => left - right)[30] ?? 0
  })

const timed = (work: () => unknown): number => {
  const start = performance.now()
  work()
  return performance.now() - start
}

declare global {
  interface Window {
    keptRows?: { readonly id: string }[]
  }
}

// These two run in the page.
const keepRows = (json: string): void => {
  window.keptRows = [...(window.keptRows ?? []), ...JSON.parse(json)]
}
const putRows = async (): Promise<number> => {
  const rows = window.keptRows ?? []
  delete window.keptRows
  const database = await new Promise<IDBDatabase>((resolve) => {
    const request = indexedDB.open('floor', 1)
    request.addEventListener('upgradeneeded', () => request.result.createObjectStore('rows', { keyPath: 'id' }))
    request.addEventListener('success', () => resolve(request.result))
  })
  const start = performance.now()
  await new Promise<void>((resolve) => {
    const transaction = database.transaction('rows', 'readwrite')
    for (const row of rows) transaction.objectStore('rows').put(row)
    transaction.addEventListener('complete', () => resolve())
  })
  const spent = performance.now() - start
  database.close()
  indexedDB.deleteDatabase('floor')
  return spent
}
