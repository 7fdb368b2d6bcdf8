import type { OutputCell, OutputColumn, OutputSheet } from '#bridge/writing'
import { guardWorkbookText } from '#domain/exporting/formula-guard'
import { columnWidths, linesIn } from './column-widths.ts'
import { makeDeflatedPart, storedPart, textPart } from './deflated-part.ts'
import {
  odsColumnStyle,
  odsContentEnd,
  odsContentOpening,
  odsManifest,
  odsMimeType,
  odsSettings,
  odsStyle,
  odsStyles,
  odsTextCell,
  type OdsSheetPlace,
} from './ods-out-parts.ts'
import { localDate, outputValue, type OutputLanguage } from './output-value.ts'
import { sheetNames } from './sheet-names.ts'
import type { TableWriter } from './table-writer.ts'
import { mostRows, TooLargeError } from './too-large.ts'
import { odsAttribute } from './ods-out-text.ts'
import { cutText } from './xlsx-out-text.ts'
import { zipParts } from './zip-out.ts'

/** OpenDocument spreadsheets as SheetJS cannot write them: frozen bold header, filter, widths, real dates and numbers, codes as text, nothing ever a formula. */
export const makeOdsWriter = (sheets: readonly OutputSheet[], language: OutputLanguage): TableWriter => {
  const names = sheetNames(sheets.map(({ name }) => name))
  const tables = sheets.map((sheet, index) => makeTable(sheet, names[index] ?? `${index + 1}`, language))
  const hasChanges = sheets.some(({ columns }) => columns.some(({ kind }) => kind === 'change'))
  return {
    addRows: (sheet, rows) => tables[sheet]?.addRows(rows),
    finish: async () => {
      const places = tables.map((table) => table.end())
      const content = makeDeflatedPart('content.xml')
      content.add(odsContentOpening([...new Set(tables.flatMap((table) => table.widths()))], hasChanges))
      for (const table of tables) for (const text of table.texts) content.add(text)
      content.add(odsContentEnd(places))
      return zipParts([
        storedPart('mimetype', odsMimeType),
        textPart('META-INF/manifest.xml', odsManifest),
        textPart('styles.xml', odsStyles),
        textPart('settings.xml', odsSettings(places)),
        content,
      ])
    },
  }
}

/** One sheet, as XML: styles of all sheets stand before the first, so that nothing can be written before the last row has come. */
interface Table {
  readonly texts: readonly string[]
  readonly widths: () => readonly number[]
  readonly addRows: (rows: readonly (readonly OutputCell[])[]) => void
  readonly end: () => OdsSheetPlace
}

const makeTable = ({ notes, columns }: OutputSheet, name: string, language: OutputLanguage): Table => {
  const headerRow = notes.length === 0 ? 1 : notes.length + 2
  const texts: string[] = []
  let widths: readonly number[] = []
  let row = headerRow
  /** Waits for the first rows, which widths are fitted to. */
  const open = (first: readonly (readonly OutputCell[])[]): void => {
    widths = columnWidths(columns, first)
    texts.push(
      `<table:table table:name="${odsAttribute(name)}" table:style-name="sheet">${widths.map((width) => `<table:table-column table:style-name="${odsColumnStyle(width)}"/>`).join('')}`,
      ...(widths.length === 0 ? ['<table:table-column/>'] : []),
      ...notes.map((note, line) => `<table:table-row>${odsTextCell(line === 0 ? odsStyle.title : odsStyle.note, cutText(note))}</table:table-row>`),
      ...(notes.length === 0 ? [] : ['<table:table-row><table:table-cell/></table:table-row>']),
      '<table:table-header-rows><table:table-row table:style-name="head-row">',
      ...(columns.length === 0 ? ['<table:table-cell/>'] : columns.map(({ header }) => odsTextCell(odsStyle.header, guardWorkbookText(header)))),
      '</table:table-row></table:table-header-rows>',
    )
  }
  return {
    texts,
    widths: () => widths,
    addRows: (rows) => {
      if (texts.length === 0) open(rows)
      row += rows.length
      if (row > mostRows) throw new TooLargeError(`${row} rows`)
      texts.push(rows.map((cells) => rowXml(cells, columns, language)).join(''))
    },
    end: () => {
      if (texts.length === 0) open([])
      texts.push('</table:table>')
      return { name, headerRow, columns: columns.length, rows: row }
    },
  }
}

const rowXml = (cells: readonly OutputCell[], columns: OutputSheet['columns'], language: OutputLanguage): string => {
  let xml = '<table:table-row>'
  let empty = 0
  for (let column = 0; column < columns.length; column += 1) {
    const cell = cellXml(cells[column] ?? null, columns[column] ?? unnamed, language)
    if (cell === '') {
      empty += 1
      continue
    }
    xml += emptyCells(empty) + cell
    empty = 0
  }
  return `${xml}${xml === '<table:table-row>' ? emptyCells(Math.max(1, empty)) : ''}</table:table-row>`
}

const emptyCells = (count: number): string =>
  count === 0 ? '' : count === 1 ? '<table:table-cell/>' : `<table:table-cell table:number-columns-repeated="${count}"/>`

const unnamed: OutputColumn = { header: '', kind: 'text', width: null }

const cellXml = (cell: OutputCell, { kind, width }: OutputColumn, language: OutputLanguage): string => {
  const value = outputValue(cell, kind, language)
  switch (value.kind) {
    case 'empty':
      return ''
    case 'text':
      return odsTextCell(linesIn(value.text, width) > 1 ? odsStyle.lines : odsStyle.text, cutText(guardWorkbookText(value.text)))
    case 'number': {
      const isPercent = kind === 'percent'
      const isWhole = kind === 'integer' || Number.isInteger(value.number)
      const style = isPercent
        ? odsStyle.percent
        : kind === 'change'
          ? isWhole
            ? odsStyle.wholeChange
            : odsStyle.change
          : isWhole
            ? odsStyle.integer
            : odsStyle.number
      return `<table:table-cell table:style-name="${style}" office:value-type="${isPercent ? 'percentage' : 'float'}" office:value="${value.number}"><text:p>${value.number}</text:p></table:table-cell>`
    }
    case 'date':
      return `<table:table-cell table:style-name="${odsStyle.date}" office:value-type="date" office:date-value="${value.iso}"><text:p>${localDate(value.iso, language)}</text:p></table:table-cell>`
  }
}
