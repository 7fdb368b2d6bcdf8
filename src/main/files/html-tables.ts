import type { RawCell } from '#domain/importing/sheet'
import { decodeHtml } from './html-entities.ts'
import { newCellBudget, SheetRows, type CellBudget, type ReadSheet } from './sheet-rows.ts'

/**
 * The tables of an HTML page as sheets of texts: what many web applications call « export Excel ». Tables inside cells count as text.
 * Nothing is run, loaded or guessed: « 01234 » stays text. Merged cells have their value in the first one.
 */
export const readHtmlTables = (html: string): readonly ReadSheet[] => {
  const budget = newCellBudget()
  const tables: Table[] = []
  let depth = 0
  let table: Table | null = null
  for (const { tag, from, to, text } of pieces(html)) {
    if (tag === 'table' && ++depth === 1) tables.push((table = newTable(budget)))
    else if (tag === '/table' && depth > 0 && --depth === 0 && table !== null) {
      closeCell(table)
      table = null
    } else if (table !== null && depth === 1 && (tag === 'tr' || tag === '/tr')) {
      closeCell(table)
      if (tag === 'tr') openRow(table)
    } else if (table !== null && depth === 1 && (tag === 'td' || tag === 'th')) openCell(table, html.slice(from, to))
    else if (table !== null && depth === 1 && (tag === '/td' || tag === '/th')) closeCell(table)
    else if (table?.cell && tag === 'br') table.cell.text += '\u0000'
    else if (table?.cell && blocks.has(tag)) table.cell.text += '\u0001'
    else if (table?.cell) table.cell.text += text
  }
  if (table !== null) closeCell(table)
  return tables.map(({ rows }, index) => rows.finish(tables.length === 1 ? '' : `Tableau ${index + 1}`, false))
}

interface Table {
  readonly rows: SheetRows
  /** Rows that the cell of a column above still covers. */
  readonly covered: number[]
  row: number
  column: number
  cell: { readonly row: number; readonly column: number; text: string } | null
}
const newTable = (budget: CellBudget): Table => ({ rows: new SheetRows(budget), covered: [], row: -1, column: 0, cell: null })

const openRow = (table: Table): void => {
  table.row++
  table.column = 0
  for (let column = 0; column < table.covered.length; column++) table.covered[column] = Math.max(0, (table.covered[column] ?? 0) - 1)
}

const openCell = (table: Table, tag: string): void => {
  closeCell(table)
  if (table.row < 0) openRow(table)
  while ((table.covered[table.column] ?? 0) > 0) table.column++
  table.cell = { row: table.row, column: table.column, text: '' }
  const [columns, rows] = [span(tag, 'colspan', 1000), span(tag, 'rowspan', 65_534)]
  for (let column = table.column; rows > 1 && column < table.column + columns; column++) table.covered[column] = rows
  table.column += columns
}

const closeCell = (table: Table): void => {
  if (table.cell === null) return
  table.rows.put(table.cell.row, table.cell.column, cellText(table.cell.text))
  table.cell = null
}

const span = (tag: string, name: string, most: number): number => {
  const digits = new RegExp(`\\s${name}\\s*=\\s*["']?\\s*(\\d{1,6})`, 'i').exec(tag)?.[1]
  return Math.min(most, Math.max(1, Number(digits ?? 1)))
}

/** Blanks of the source mean nothing, `<br>` is a line end, blocks begin a line; a no-break space alone is how empty cells are written. */
const cellText = (raw: string): RawCell => {
  const text = decodeHtml(raw.replace(/[ \t\r\n\f]+/g, ' '))
    .replace(/ ?\u0001[\u0001 ]*/g, '\u0001')
    .replace(/^[\u0001 ]+|[\u0001 ]+$/g, '')
    .replace(/ ?[\u0000\u0001] ?/g, '\n')
  return /^[\s\u00a0]*$/.test(text) ? null : text
}

const blocks: ReadonlySet<string> = new Set(['p', '/p', 'div', '/div', 'li', '/li', 'tr', '/tr', 'table', '/table'])

interface Piece {
  /** Lower case, with `/` for an end tag; '' for text. */
  readonly tag: string
  readonly from: number
  readonly to: number
  readonly text: string
}

/** Tags and the texts between them; comments, scripts and styles are passed over. */
function* pieces(html: string): Generator<Piece> {
  let at = 0
  while (at < html.length) {
    const open = html.indexOf('<', at)
    if (open < 0) return
    if (open > at) yield { tag: '', from: at, to: open, text: html.slice(at, open) }
    if (html.startsWith('<!--', open)) {
      at = after(html, '-->', open + 4)
      continue
    }
    const name = /^\/?[a-zA-Z][\w:-]*/.exec(html.slice(open + 1, open + 60))?.[0].toLowerCase()
    if (name === undefined) {
      const isMarkup = html.charAt(open + 1) === '!' || html.charAt(open + 1) === '?'
      if (!isMarkup) yield { tag: '', from: open, to: open + 1, text: '<' }
      at = isMarkup ? after(html, '>', open) : open + 1
      continue
    }
    const end = tagEnd(html, open)
    yield { tag: name, from: open, to: end, text: '' }
    at = name === 'script' || name === 'style' ? after(html, `</${name}`, end) : end
  }
}

const after = (html: string, mark: string, from: number): number => {
  const found = html.indexOf(mark, from)
  return found < 0 ? html.length : found + mark.length
}

/** Just after the `>` of a tag; one inside a quoted attribute does not count, unless the quote is never closed nearby. */
const tagEnd = (html: string, open: number): number => {
  let quote = ''
  for (let at = open; at < html.length && at < open + 5000; at++) {
    const sign = html.charAt(at)
    if (quote !== '') quote = sign === quote ? '' : quote
    else if (sign === '>') return at + 1
    else if ((sign === '"' || sign === "'") && html.charAt(at - 1) === '=') quote = sign
  }
  return after(html, '>', open)
}
