import * as XLSX from 'xlsx'
import type { ColumnKind, OutputCell, OutputSheet } from '#bridge/writing'
import { columnWidths } from './column-widths.ts'
import { outputValue, type OutputLanguage } from './output-value.ts'
import { sheetNames } from './sheet-names.ts'
import type { TableWriter } from './table-writer.ts'
import { mostRows, TooLargeError } from './too-large.ts'

type SheetJsRow = (XLSX.CellObject | undefined)[]

/** An OpenDocument spreadsheet, by SheetJS: real dates and numbers, codes as text, nothing ever a formula. */
export const makeOdsWriter = (sheets: readonly OutputSheet[], language: OutputLanguage): TableWriter => {
  const names = sheetNames(sheets.map(({ name }) => name))
  const rowsBySheet = sheets.map(({ notes, columns }): SheetJsRow[] => [
    ...notes.map((note): SheetJsRow => [textCell(note)]),
    ...(notes.length > 0 ? [[]] : []),
    columns.map(({ header }) => textCell(header)),
  ])
  const widthsBySheet = sheets.map(({ columns }) => columnWidths(columns, []))
  const isFitted = sheets.map(() => false)
  return {
    addRows: (sheet, rows) => {
      const columns = sheets[sheet]?.columns ?? []
      const target = rowsBySheet[sheet]
      if (isFitted[sheet] === false) {
        isFitted[sheet] = true
        widthsBySheet[sheet] = columnWidths(columns, rows)
      }
      for (const row of rows) target?.push(columns.map(({ kind }, index) => odsCell(row[index] ?? null, kind, language)))
    },
    finish: async () => {
      const book = XLSX.utils.book_new()
      for (const [index, rows] of rowsBySheet.entries()) {
        if (rows.length > mostRows) throw new TooLargeError(`${rows.length} rows`)
        const width = Math.max(1, sheets[index]?.columns.length ?? 1)
        const sheet: XLSX.WorkSheet = {
          '!ref': XLSX.utils.encode_range({ s: { r: 0, c: 0 }, e: { r: rows.length - 1, c: width - 1 } }),
          '!cols': (widthsBySheet[index] ?? []).map((wch) => ({ wch })),
        }
        // SheetJS keeps dense rows under this key, which its types do not name.
        Object.assign(sheet, { '!data': rows })
        XLSX.utils.book_append_sheet(book, sheet, names[index] ?? `${index + 1}`)
      }
      const bytes: unknown = XLSX.write(book, { type: 'buffer', bookType: 'ods', compression: true })
      if (!(bytes instanceof Uint8Array)) throw new Error('SheetJS wrote no bytes')
      return bytes
    },
  }
}

const textCell = (text: string): XLSX.CellObject => ({ t: 's', v: text })

const odsCell = (cell: OutputCell, kind: ColumnKind, language: OutputLanguage): XLSX.CellObject | undefined => {
  const value = outputValue(cell, kind, language)
  switch (value.kind) {
    case 'empty':
      return undefined
    case 'text':
      return textCell(value.text)
    case 'number':
      return kind === 'percent'
        ? { t: 'n', v: value.number, z: '0.0%' }
        : kind === 'change'
          ? { t: 'n', v: value.number, z: '+#,##0.##;-#,##0.##;0' }
          : { t: 'n', v: value.number }
    case 'date':
      return { t: 'd', v: new Date(`${value.iso}T00:00:00Z`), z: 'dd/mm/yyyy' }
  }
}
