import * as XLSX from 'xlsx'
import * as codepages from 'xlsx/dist/cpexcel.full.mjs'
import type { FileProblem } from '#domain/importing/sheet'
import { failed, ok, type Result } from '#domain/result'
import { fileProblem, thrownDetail } from './read-problem.ts'

// Old xls files are written in the code page of their computer.
XLSX.set_cptable(codepages)

/** A cell of SheetJS as far as it is trusted: `t` and `z` may lie, `v` may be anything. */
export interface SheetJsCell {
  readonly t?: unknown
  readonly v?: unknown
  readonly w?: unknown
  readonly z?: unknown
}
export interface SheetJsSheet {
  readonly name: string
  readonly hidden: boolean
  /** Dense rows, sparse at will. */
  readonly rows: readonly (readonly (SheetJsCell | undefined)[] | undefined)[]
}
export interface SheetJsBook {
  readonly sheets: readonly SheetJsSheet[]
  readonly date1904: boolean
}

/** Reads a workbook with SheetJS: no formulas, no styles, no HTML, nothing fetched; declared ranges are not looked at. `cellDates`: the file types its dates itself; `cellText`: it shows its numbers itself. */
export const readWithSheetJs = (
  data: Uint8Array | string,
  options: { readonly cellDates: boolean; readonly cellText: boolean },
): Result<SheetJsBook, FileProblem> => {
  try {
    const book = XLSX.read(data, {
      type: typeof data === 'string' ? 'string' : 'array',
      dense: true,
      cellDates: options.cellDates,
      cellNF: true,
      cellText: options.cellText,
      cellFormula: false,
      cellHTML: false,
      cellStyles: false,
      bookVBA: false,
      bookDeps: false,
    })
    const sheets = book.SheetNames.map((name, index): SheetJsSheet => {
      const rows: unknown = book.Sheets[name]?.['!data']
      return { name, hidden: (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0, rows: Array.isArray(rows) ? rows : [] }
    })
    return ok({ sheets, date1904: book.Workbook?.WBProps?.date1904 === true })
  } catch (thrown) {
    const detail = thrownDetail(thrown)
    return failed(fileProblem(/password|encrypt/i.test(detail) ? 'encrypted' : 'corrupt', `sheetjs: ${detail}`))
  }
}
