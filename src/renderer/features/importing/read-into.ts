import type { ReadingApi } from '#bridge/reading'
import type { ImportingService } from '#data/importing-contract'
import type { ImportId } from '#domain/id'
import type { FileInfo, FileProblemKind } from '#domain/importing/sheet'
import { failed, ok, type Result } from '#domain/result'

/** A file whose chosen sheet is wholly in the data thread. */
export interface ReadFile {
  readonly importId: ImportId
  readonly info: FileInfo
  readonly sheet: number
}

/** What the relay needs of main and of the data thread. */
export interface ReadingPorts {
  readonly desktop: Pick<ReadingApi, 'openFile' | 'readRows'>
  readonly importing: Pick<ImportingService, 'begin' | 'takeRows' | 'proposeSheet'>
}
export interface ReadingWatch {
  /** Rows of the chosen sheet that have arrived. */
  readonly onRows: (done: number, total: number) => void
  readonly isCancelled: () => boolean
}

/** Rows that are enough to tell which sheet holds the data. */
const sampleRows = 200
/** Small enough that one page never blocks, large enough that the calls don't count. */
const pageRows = 2_000

/**
 * Opens a file and carries its rows from main to the data thread; the window itself never looks into them.
 * The next page is asked for when the data thread has the one before the last: at most two are on the way.
 */
export const readInto = async (ports: ReadingPorts, fileId: string, watch: ReadingWatch): Promise<Result<ReadFile, FileProblemKind>> => {
  const info = await ports.desktop.openFile({ fileId })
  if (watch.isCancelled()) return failed('cancelled')
  if (!info.ok) return failed(info.error.kind)
  const importId = await ports.importing.begin(info.value)
  const filled = info.value.sheets.flatMap(({ rows }, sheet) => (rows > 0 ? [{ sheet, rows }] : []))
  for (const { sheet, rows } of filled) {
    await carryRows(ports, { fileId, importId, sheet, from: 0, to: Math.min(rows, sampleRows) }, watch)
    if (watch.isCancelled()) return failed('cancelled')
  }
  const chosen = filled.length === 1 ? (filled[0]?.sheet ?? null) : await ports.importing.proposeSheet(importId)
  if (chosen === null) return failed('empty')
  await carryRest(ports, { fileId, importId, info: info.value, sheet: chosen }, watch)
  return watch.isCancelled() ? failed('cancelled') : ok({ importId, info: info.value, sheet: chosen })
}

/** The rows of a sheet after its sample; also used when the user chooses another sheet. */
export const carryRest = async (
  ports: ReadingPorts,
  { fileId, importId, info, sheet }: { readonly fileId: string; readonly importId: ImportId; readonly info: FileInfo; readonly sheet: number },
  watch: ReadingWatch,
): Promise<void> => {
  const rows = info.sheets[sheet]?.rows ?? 0
  await carryRows(ports, { fileId, importId, sheet, from: Math.min(rows, sampleRows), to: rows }, watch)
}

interface RowSpan {
  readonly fileId: string
  readonly importId: ImportId
  readonly sheet: number
  readonly from: number
  readonly to: number
}

const carryRows = async (
  { desktop, importing }: ReadingPorts,
  { fileId, importId, sheet, from, to }: RowSpan,
  watch: ReadingWatch,
): Promise<void> => {
  const ask = (start: number): Promise<Uint8Array> | null =>
    start < to ? desktop.readRows({ fileId, sheet, from: start, count: Math.min(pageRows, to - start) }) : null
  let next = ask(from)
  for (let start = from; next !== null; start += pageRows) {
    const bytes = await next
    if (watch.isCancelled()) return
    next = ask(start + pageRows)
    // A refused page must not count as unhandled while the data thread still takes the one before.
    next?.catch(() => undefined)
    await importing.takeRows({ id: importId, sheet, from: start, bytes })
    watch.onRows(Math.min(start + pageRows, to), to)
  }
}
