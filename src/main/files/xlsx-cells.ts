import type { RawCell } from '#domain/importing/sheet'
import { numberCell, type DateSystem } from './raw-cell.ts'
import type { SheetRows } from './sheet-rows.ts'
import { stringItem } from './xlsx-strings.ts'
import { excelText, utf8Slice } from './xml-text.ts'

export interface CellContext {
  readonly strings: readonly string[]
  readonly formats: readonly string[]
  readonly system: DateSystem
  /** Told now and then how many bytes of the sheet were read. */
  readonly onProgress: (bytes: number) => void
}

/**
 * Reads the cells of a worksheet part (as latin1 text, one character a byte) by looking for `<row` and `<c`, without building a tree.
 * False at any doubt: the caller then starts again with SheetJS.
 */
export const readXlsxCells = (xml: string, rows: SheetRows, context: CellContext): boolean => {
  const from = xml.indexOf('<sheetData')
  if (from < 0) return false
  const to = xml.indexOf('</sheetData>', from)
  if (to < 0) return xml.startsWith('<sheetData/>', from)
  let row = -1
  let column = -1
  let told = from
  let at = xml.indexOf('>', from) + 1
  while (at < to) {
    const open = xml.indexOf('<', at)
    if (open < 0 || open >= to) break
    const next = xml.charCodeAt(open + 1)
    if (next === letterC && isNameEnd(xml.charCodeAt(open + 2))) {
      const tag = readTag(xml, open + 2)
      if (tag === null) return false
      const place = tag.ref === '' ? { row, column: column + 1 } : placeOf(tag.ref)
      if (place === null || place.row !== row) return false
      column = place.column
      at = tag.end
      if (tag.isEmpty) continue
      const close = xml.indexOf('</c>', at)
      if (close < 0) return false
      const cell = readCell(xml, at, close, tag, context)
      if (cell === undefined) return false
      rows.put(row, column, cell)
      at = close + 4
    } else if (next === letterR && xml.startsWith('row', open + 1) && isNameEnd(xml.charCodeAt(open + 4))) {
      const tag = readTag(xml, open + 4)
      if (tag === null) return false
      row = tag.ref === '' ? row + 1 : Number(tag.ref) - 1
      if (!Number.isInteger(row) || row < 0) return false
      column = -1
      at = tag.end
      if (at - told > 1_000_000) {
        context.onProgress(at)
        told = at
      }
    } else if (next === slash && xml.startsWith('</row>', open)) {
      at = open + 6
    } else return false
  }
  return true
}

interface Tag {
  /** `r`: « B12 » for a cell, « 12 » for a row; '' when missing. */
  readonly ref: string
  readonly style: number
  readonly type: string
  readonly isEmpty: boolean
  /** Just after `>`. */
  readonly end: number
}

/** The attributes `r`, `s` and `t` of the tag whose name ends at `at`; others are passed over. */
const readTag = (xml: string, start: number): Tag | null => {
  let [ref, style, type] = ['', 0, '']
  let at = start
  for (;;) {
    let code = xml.charCodeAt(at)
    while (isBlank(code)) code = xml.charCodeAt(++at)
    if (code === greater) return { ref, style, type, isEmpty: false, end: at + 1 }
    if (code === slash) return xml.charCodeAt(at + 1) === greater ? { ref, style, type, isEmpty: true, end: at + 2 } : null
    const equals = xml.indexOf('=', at)
    if (equals < 0 || equals - at > 60) return null
    const quote = xml.charCodeAt(equals + 1)
    if (quote !== doubleQuote && quote !== singleQuote) return null
    const close = xml.indexOf(quote === doubleQuote ? '"' : "'", equals + 2)
    if (close < 0) return null
    if (equals === at + 1) {
      const value = xml.slice(equals + 2, close)
      if (code === letterR) ref = value
      else if (code === letterS) style = Number(value)
      else if (code === letterT) type = value
    }
    at = close + 1
  }
}

const placeOf = (ref: string): { readonly row: number; readonly column: number } | null => {
  let column = 0
  let at = 0
  for (; at < ref.length; at++) {
    const code = ref.charCodeAt(at)
    if (code < 65 || code > 90) break
    column = column * 26 + code - 64
  }
  let row = 0
  for (let digit = at; digit < ref.length; digit++) {
    const code = ref.charCodeAt(digit)
    if (code < 48 || code > 57) return null
    row = row * 10 + code - 48
  }
  return column === 0 || row === 0 ? null : { row: row - 1, column: column - 1 }
}

/** The value between `<c …>` and `</c>`; undefined at any doubt. */
const readCell = (xml: string, from: number, to: number, tag: Tag, context: CellContext): RawCell | undefined => {
  if (tag.type === 'inlineStr') {
    const open = xml.indexOf('<is>', from)
    const close = xml.indexOf('</is>', from)
    return open < 0 || close > to || close < open ? undefined : (stringItem(xml, open + 4, close) ?? undefined)
  }
  const value = valueOf(xml, from, to)
  if (value === undefined) return undefined
  switch (tag.type) {
    case '':
    case 'n':
      return value === '' ? null : numeric(value, tag.style, context)
    case 's':
      return value === '' ? null : context.strings[Number(value)]
    case 'str':
      return excelText(utf8Slice(value))
    case 'b':
      return value === '1' || value === 'true' ? true : value === '0' || value === 'false' ? false : undefined
    case 'e':
      return errors.has(value) ? { error: value } : undefined
    default:
      return undefined
  }
}

const numeric = (value: string, style: number, context: CellContext): RawCell | undefined => {
  const number = Number(value)
  return Number.isFinite(number) && value.trim() !== '' ? numberCell(number, context.formats[style] ?? 'General', context.system) : undefined
}

/** The content of `<v>`; '' when there is none. */
const valueOf = (xml: string, from: number, to: number): string | undefined => {
  // Nearly always « <v>12</v> » at once.
  const open = xml.startsWith('<v>', from) ? from : xml.indexOf('<v', from)
  if (open < 0 || open >= to) return ''
  const start = xml.indexOf('>', open) + 1
  if (xml.charCodeAt(start - 2) === slash) return ''
  const close = xml.indexOf('</v>', start)
  return close < 0 || close > to ? undefined : xml.slice(start, close)
}

const errors: ReadonlySet<string> = new Set(['#NULL!', '#DIV/0!', '#VALUE!', '#REF!', '#NAME?', '#NUM!', '#N/A', '#GETTING_DATA'])
const [letterC, letterR, letterS, letterT] = [0x63, 0x72, 0x73, 0x74]
const [greater, slash, doubleQuote, singleQuote] = [0x3e, 0x2f, 0x22, 0x27]
const isBlank = (code: number): boolean => code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09
const isNameEnd = (code: number): boolean => isBlank(code) || code === greater || code === slash
