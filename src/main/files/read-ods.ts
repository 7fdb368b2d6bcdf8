import type { RawCell } from '#domain/importing/sheet'
import { clock, codeCell } from './raw-cell.ts'
import { newCellBudget, SheetRows, type CellBudget, type ReadSheet } from './sheet-rows.ts'
import { odsText } from './ods-text.ts'
import { decodeEntities, utf8Slice } from './xml-text.ts'
import { isOdd } from './xlsx-structure.ts'

/**
 * The sheets of an OpenDocument `content.xml` or flat document (OASIS ODF 1.3 part 3 §9), found by scanning for rows and cells: SheetJS needs
 * a gigabyte and eight seconds for 50,000 × 20 cells and does not tell hidden sheets. null at any doubt.
 */
export const readOds = (content: Uint8Array, onProgress: (done: number, total: number) => void): readonly ReadSheet[] | null => {
  const xml = Buffer.from(content.buffer, content.byteOffset, content.byteLength).toString('latin1')
  if (isOdd(xml)) return null
  const hiddenStyles = readHiddenStyles(xml)
  const budget = newCellBudget()
  const sheets: ReadSheet[] = []
  for (let at = 0; ;) {
    const open = nextTag(xml, 'table:table', at)
    if (open < 0) return sheets.length === 0 ? null : sheets
    const tagEnd = xml.indexOf('>', open)
    const close = xml.charAt(tagEnd - 1) === '/' ? tagEnd : xml.indexOf('</table:table>', open)
    if (close < 0 || nextTag(xml.slice(tagEnd, close), 'table:table', 0) >= 0) return null
    const tag = xml.slice(open, tagEnd)
    const name = attribute(tag, ' table:name=')
    if (name === null) return null
    const rows = readRows(xml, tagEnd, close, budget, (done) => onProgress(done, xml.length))
    sheets.push(rows.finish(name, hiddenStyles.has(attribute(tag, ' table:style-name=') ?? '')))
    at = close + 1
  }
}

/** The automatic styles of tables that are not displayed. */
const readHiddenStyles = (xml: string): ReadonlySet<string> => {
  const names = new Set<string>()
  const styles = xml.slice(0, Math.max(0, xml.indexOf('<office:body')))
  for (const [whole] of styles.matchAll(/<style:style\s[^>]*style:family="table"[^>]*>(?:(?!<\/style:style>)[\s\S])*/g)) {
    if (/<style:table-properties[^>]*\stable:display="false"/.test(whole)) names.add(attribute(whole, ' style:name=') ?? '')
  }
  return names
}

const readRows = (xml: string, from: number, to: number, budget: CellBudget, onProgress: (done: number) => void): SheetRows => {
  const rows = new SheetRows(budget)
  let [row, told] = [0, from]
  for (let at = from; ;) {
    const open = nextTag(xml, 'table:table-row', at)
    if (open < 0 || open >= to) return rows
    const tagEnd = xml.indexOf('>', open)
    const repeat = count(xml.slice(open, tagEnd), ' table:number-rows-repeated=')
    const close = xml.charAt(tagEnd - 1) === '/' ? tagEnd : xml.indexOf('</table:table-row>', tagEnd)
    const end = close < 0 || close > to ? to : close
    for (const { column, times, cell } of readCells(xml, tagEnd, end)) {
      for (let line = 0; line < repeat; line++) for (let copy = 0; copy < times; copy++) rows.put(row + line, column + copy, cell)
    }
    row += repeat
    at = end
    if (at - told > 1_000_000) onProgress((told = at))
  }
}

interface OdsCell {
  readonly column: number
  readonly times: number
  readonly cell: RawCell
}

const readCells = (xml: string, from: number, to: number): readonly OdsCell[] => {
  const cells: OdsCell[] = []
  let column = 0
  for (let at = from; ;) {
    const open = nextCell(xml, at, to)
    if (open < 0) return cells
    const tagEnd = xml.indexOf('>', open)
    const isEmpty = xml.charAt(tagEnd - 1) === '/'
    const isCovered = xml.startsWith('covered-', open + 7)
    const tag = xml.slice(open, tagEnd)
    const close = isEmpty ? tagEnd : xml.indexOf(isCovered ? '</table:covered-table-cell>' : '</table:table-cell>', tagEnd)
    const end = close < 0 || close > to ? to : close
    const times = count(tag, ' table:number-columns-repeated=')
    const cell = isCovered ? null : toRawCell(tag, isEmpty ? '' : xml.slice(tagEnd + 1, end))
    if (cell !== null && cell !== '') cells.push({ column, times, cell })
    column += times
    at = end
  }
}

const toRawCell = (tag: string, inner: string): RawCell => {
  const type = attribute(tag, ' office:value-type=')
  if (tag.includes(' calcext:value-type="error"')) return { error: odsText(inner) }
  switch (type ?? '') {
    case 'float':
    case 'percentage':
    case 'currency': {
      const value = Number(attribute(tag, ' office:value='))
      if (!Number.isFinite(value)) return { error: '#NUM!' }
      return type === 'float' ? codeCell(value, odsText(inner)) : value
    }
    case 'boolean':
      return attribute(tag, ' office:boolean-value=') === 'true'
    case 'date':
      return dateCell(attribute(tag, ' office:date-value=') ?? '') ?? odsText(inner)
    case 'time':
      return timeCell(attribute(tag, ' office:time-value=') ?? '') ?? odsText(inner)
    default:
      return attribute(tag, ' office:string-value=') ?? odsText(inner)
  }
}

/** Local ISO date; times are kept with a fraction of a nanosecond, rounded here to the second. */
const dateCell = (value: string): RawCell => {
  const day = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d:\d\d)(\.\d{1,3})?\d*)?$/.exec(value)
  if (day === null) return null
  const instant = Date.parse(`${day[1]}T${day[2] ?? '00:00:00'}${day[3] ?? ''}Z`)
  if (Number.isNaN(instant)) return null
  const iso = new Date(Math.round(instant / 1000) * 1000).toISOString()
  return { date: iso.slice(11, 19) === '00:00:00' ? iso.slice(0, 10) : iso.slice(0, 19) }
}

/** A duration such as `PT18H30M00S` (ISO 8601), as a number of days. */
const timeCell = (value: string): RawCell => {
  const found = /^P(?:(\d+)D)?T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:[.,]\d+)?)S)?$/.exec(value)
  if (found === null) return null
  const [days, hours, minutes, seconds] = found.slice(1).map((digits) => Number((digits ?? '0').replace(',', '.')))
  const number = (days ?? 0) + ((hours ?? 0) * 3600 + (minutes ?? 0) * 60 + Math.round(seconds ?? 0)) / 86_400
  return { number, text: clock(number) }
}

/** Where the next start tag of exactly this name begins; -1 when there is none. */
const nextTag = (xml: string, name: string, from: number): number => {
  for (let at = xml.indexOf(`<${name}`, from); at >= 0; at = xml.indexOf(`<${name}`, at + 1)) {
    if (' >/\n\r\t'.includes(xml.charAt(at + name.length + 1))) return at
  }
  return -1
}

const nextCell = (xml: string, from: number, to: number): number => {
  for (let at = xml.indexOf('<table:', from); at >= 0 && at < to; at = xml.indexOf('<table:', at + 1)) {
    if (xml.startsWith('table-cell', at + 7) || xml.startsWith('covered-table-cell', at + 7)) return at
  }
  return -1
}

const attribute = (tag: string, mark: string): string | null => {
  const found = tag.indexOf(mark)
  if (found < 0) return null
  const quote = tag.charAt(found + mark.length)
  const close = tag.indexOf(quote, found + mark.length + 1)
  return close < 0 ? null : decodeEntities(utf8Slice(tag.slice(found + mark.length + 1, close)))
}

const count = (tag: string, mark: string): number => {
  const repeat = tag.includes(mark) ? Number(attribute(tag, mark)) : 1
  return Number.isInteger(repeat) && repeat > 0 ? repeat : 1
}
