import type { FileProblem, RawCell } from '#domain/importing/sheet'
import { ok, type Result } from '#domain/result'
import { clock, codeCell, errorText, numberCell, serialToIso, type DateSystem } from './raw-cell.ts'
import { formatKind } from './number-format.ts'
import { newCellBudget, SheetRows, type ReadSheet } from './sheet-rows.ts'
import { readWithSheetJs, type SheetJsCell } from './sheetjs.ts'
import type { OnReadProgress } from './read-progress.ts'

/**
 * `excel`: xlsx, xlsm, xlsb, xls, XML 2003; `open-document`: ods, fods, where the file shows its numbers itself.
 * `typed-dates`: an xlsx with cells of type « date » (ISO text), which SheetJS only tells from numbers as JavaScript dates.
 */
export type WorkbookDialect = 'excel' | 'open-document' | 'typed-dates'

/** Every sheet of a workbook through SheetJS: walks the cells that are there, whatever ranges the file declares. */
export const readWorkbook = (
  data: Uint8Array | string,
  dialect: WorkbookDialect,
  onProgress: OnReadProgress,
): Result<readonly ReadSheet[], FileProblem> => {
  onProgress(data.length, null)
  const book = readWithSheetJs(data, { cellDates: dialect !== 'excel', cellText: dialect === 'open-document' })
  if (!book.ok) return book
  const system: DateSystem = book.value.date1904 ? 1904 : 1900
  const budget = newCellBudget()
  const total = book.value.sheets.reduce((sum, sheet) => sum + sheet.rows.length, 0)
  let [before, told] = [0, 0]
  return ok(
    book.value.sheets.map((sheet) => {
      const rows = new SheetRows(budget)
      // forEach skips the holes of sparse arrays: a lone cell at XFD1048576 costs nothing.
      sheet.rows.forEach((cells, row) => {
        cells?.forEach((cell, column) => cell && rows.put(row, column, toRawCell(cell, dialect, system)))
        if (before + row - told > toldEvery) onProgress((told = before + row), total)
      })
      onProgress((told = before += sheet.rows.length), total)
      return rows.finish(sheet.name, sheet.hidden)
    }),
  )
}

const toldEvery = 5000

const toRawCell = (cell: SheetJsCell, dialect: WorkbookDialect, system: DateSystem): RawCell => {
  const { t: type, v: value } = cell
  const format = typeof cell.z === 'string' ? cell.z : 'General'
  if (type === 'e') return { error: typeof value === 'number' ? (errorText[value] ?? '#N/A') : typeof cell.w === 'string' ? cell.w : '#N/A' }
  if (value instanceof Date) return dateCell(value, format)
  if (typeof value === 'boolean') return value
  if (typeof value === 'string') return value
  if (typeof value !== 'number') return null
  if (dialect !== 'open-document') return numberCell(value, format, system)
  const kind = formatKind(format)
  if (kind === 'time' && value >= 0) return { number: value, text: clock(value) }
  return codeCell(value, typeof cell.w === 'string' ? cell.w : null)
}

/** SheetJS keeps local dates in the universal fields of a JavaScript date; day 0 stands for a time alone. */
const dateCell = (date: Date, format: string): RawCell => {
  const days = Math.round(date.getTime() / 1000) / 86_400 + 25_569
  if (Number.isNaN(days)) return null
  // SheetJS turns a duration into a date by adding the day that 1900 had too much.
  const duration = days < 61 ? days - 1 : days
  if (formatKind(format) === 'time' && duration >= 0 && duration < 60) return { number: duration, text: clock(duration) }
  const iso = new Date(Math.round(date.getTime() / 1000) * 1000).toISOString()
  return /^\d{4}-/.test(iso) ? { date: iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : iso.slice(0, 19) } : (serialToIso(days, 1900) ?? days)
}
