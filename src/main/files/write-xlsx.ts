import type { ColumnKind, OutputCell, OutputColumn, OutputSheet } from '#bridge/writing'
import { guardWorkbookText } from '#domain/exporting/formula-guard'
import { columnWidths, linesIn } from './column-widths.ts'
import { makeDeflatedPart, textPart, type DeflatedPart } from './deflated-part.ts'
import { outputValue, type OutputLanguage } from './output-value.ts'
import { sheetNames } from './sheet-names.ts'
import type { TableWriter } from './table-writer.ts'
import { mostRows, TooLargeError } from './too-large.ts'
import {
  columnLetters,
  contentTypesXml,
  packageRelationsXml,
  sharedStringsEnd,
  sharedStringsOpening,
  sheetEnd,
  sheetOpening,
  stylesXml,
  workbookRelationsXml,
  workbookXml,
  xlsxStyle,
  type SheetPlace,
} from './xlsx-out-parts.ts'
import { cutText, xmlText } from './xlsx-out-text.ts'
import { zipParts } from './zip-out.ts'

/**
 * Excel workbooks as SheetJS cannot write them (frozen bold header, filter, styles of columns), and faster. Rows are compressed as they come, so that
 * only the texts, each once, stay in memory. Texts are never formulas: they are shared strings.
 */
export const makeXlsxWriter = (sheets: readonly OutputSheet[], language: OutputLanguage): TableWriter => {
  const texts = new Map<string, number>()
  const writers = sheets.map((sheet, index) => makeSheetWriter(sheet, index, texts, language))
  return {
    addRows: (sheet, rows) => writers[sheet]?.addRows(rows),
    finish: async () => {
      const names = sheetNames(sheets.map(({ name }) => name))
      const ended = writers.map((writer) => writer.end())
      const places = ended.map(({ place }, index): SheetPlace => ({ ...place, name: names[index] ?? `${index + 1}` }))
      const parts = [
        textPart('[Content_Types].xml', contentTypesXml(sheets.length)),
        textPart('_rels/.rels', packageRelationsXml),
        textPart('xl/workbook.xml', workbookXml(places)),
        textPart('xl/_rels/workbook.xml.rels', workbookRelationsXml(sheets.length)),
        textPart('xl/styles.xml', stylesXml),
        ...ended.map(({ part }) => part),
        sharedStringsPart(texts),
      ]
      return zipParts(parts)
    },
  }
}

interface SheetWriter {
  readonly addRows: (rows: readonly (readonly OutputCell[])[]) => void
  readonly end: () => { readonly part: DeflatedPart; readonly place: Omit<SheetPlace, 'name'> }
}

const makeSheetWriter = ({ notes, columns }: OutputSheet, index: number, texts: Map<string, number>, language: OutputLanguage): SheetWriter => {
  const part = makeDeflatedPart(`xl/worksheets/sheet${index + 1}.xml`)
  const letters = columns.map((_, column) => columnLetters(column))
  const headerRow = notes.length === 0 ? 1 : notes.length + 2
  let row = headerRow
  let isOpen = false

  const textCell = (reference: string, text: string, style: number): string =>
    `<c r="${reference}" s="${style}" t="s"><v>${textIndex(texts, text)}</v></c>`
  const cellXml = (cell: OutputCell, { kind, width }: OutputColumn, reference: string): string => {
    const value = outputValue(cell, kind, language)
    switch (value.kind) {
      case 'empty':
        return ''
      case 'text':
        return textCell(reference, guardWorkbookText(value.text), linesIn(value.text, width) > 1 ? xlsxStyle.lines : xlsxStyle.text)
      case 'number':
        return `<c r="${reference}" s="${numberStyle(kind, value.number)}"><v>${value.number}</v></c>`
      case 'date':
        return `<c r="${reference}" s="${xlsxStyle.date}"><v>${value.serial}</v></c>`
    }
  }
  /** Waits for the first rows, which widths are fitted to. */
  const open = (first: readonly (readonly OutputCell[])[]): void => {
    isOpen = true
    part.add(sheetOpening(headerRow, columnWidths(columns, first), index === 0))
    for (const [line, note] of notes.entries())
      part.add(`<row r="${line + 1}">${textCell(`A${line + 1}`, note, line === 0 ? xlsxStyle.title : xlsxStyle.note)}</row>`)
    part.add(
      `<row r="${headerRow}" ht="20" customHeight="1">${columns.map(({ header }, column) => textCell(`${letters[column]}${headerRow}`, guardWorkbookText(header), xlsxStyle.header)).join('')}</row>`,
    )
  }
  return {
    addRows: (rows) => {
      if (!isOpen) open(rows)
      if (row + rows.length > mostRows) throw new TooLargeError(`${row + rows.length} rows`)
      let xml = ''
      for (const cells of rows) {
        row += 1
        const lines = mostLines(cells, columns)
        xml += lines === 1 ? `<row r="${row}">` : `<row r="${row}" ht="${lines * 15}" customHeight="1">`
        for (let column = 0; column < columns.length; column += 1) {
          const cell = cells[column]
          if (cell !== null && cell !== undefined && cell !== '') xml += cellXml(cell, columns[column] ?? unnamed, `${letters[column]}${row}`)
        }
        xml += '</row>'
      }
      part.add(xml)
    },
    end: () => {
      if (!isOpen) open([])
      const filter = columns.length === 0 ? null : `A${headerRow}:${letters.at(-1)}${row}`
      part.add(sheetEnd(filter))
      return { part, place: { headerRow, filter } }
    },
  }
}

const unnamed: OutputColumn = { header: '', kind: 'text', width: null }

/** How many lines the highest cell has; Excel fits the height of a row when somebody types in it, and Calc not even then. */
const mostLines = (cells: readonly OutputCell[], columns: readonly OutputColumn[]): number => {
  let most = 1
  for (const [column, cell] of cells.entries()) {
    if (typeof cell !== 'string') continue
    const { width = null } = columns[column] ?? {}
    if ((width !== null && cell.length > width) || cell.includes('\n')) most = Math.max(most, Math.min(6, linesIn(cell, width)))
  }
  return most
}

/** A whole number has no « ,0 », whatever its column. */
const numberStyle = (kind: ColumnKind, number: number): number => {
  if (kind === 'percent') return xlsxStyle.percent
  if (kind === 'change') return Number.isInteger(number) ? xlsxStyle.wholeChange : xlsxStyle.change
  return kind === 'integer' || Number.isInteger(number) ? xlsxStyle.integer : xlsxStyle.number
}

const textIndex = (texts: Map<string, number>, text: string): number => {
  const known = texts.get(text)
  if (known !== undefined) return known
  texts.set(text, texts.size)
  return texts.size - 1
}

const sharedStringsPart = (texts: ReadonlyMap<string, number>): DeflatedPart => {
  const part = textPart('xl/sharedStrings.xml', sharedStringsOpening(texts.size))
  let xml = ''
  for (const text of texts.keys()) {
    xml += `<si><t xml:space="preserve">${xmlText(cutText(text))}</t></si>`
    if (xml.length > 500_000) {
      part.add(xml)
      xml = ''
    }
  }
  part.add(xml + sharedStringsEnd)
  return part
}
