import { newCellBudget, SheetRows } from './sheet-rows.ts'
import type { OnReadProgress } from './read-progress.ts'

/** A quoted cell longer than this, in lines, is taken for a quote that was never closed. */
const longestCell = 200

/**
 * Delimited text whose quotes or line ends are not as they should be. A quote opens a cell only at its start, and only when another one closes it
 * just before a delimiter, a line end or the end of the text; every other quote is a sign like any other. Any line end ends a line.
 */
export const parseUneasyCsv = (text: string, delimiter: string, onProgress: OnReadProgress): SheetRows => {
  const rows = new SheetRows(newCellBudget())
  const isEnd = (at: number): boolean => at >= text.length || text.startsWith(delimiter, at) || text.charAt(at) === '\n' || text.charAt(at) === '\r'
  let [at, row, column, told] = [0, 0, 0, 0]
  while (at < text.length) {
    const close = text.charAt(at) === '"' ? closingQuote(text, at + 1, isEnd) : -1
    let end = close < 0 ? at : close + 1
    if (close >= 0) rows.put(row, column, text.slice(at + 1, close).replaceAll('""', '"'))
    else {
      while (!isEnd(end)) end++
      rows.put(row, column, text.slice(at, end))
    }
    if (text.startsWith(delimiter, end)) {
      column++
      at = end + delimiter.length
    } else {
      row++
      column = 0
      if (at - told > 1_000_000) onProgress((told = at), text.length)
      at = end + (text.startsWith('\r\n', end) ? 2 : 1)
    }
  }
  return rows
}

const closingQuote = (text: string, from: number, isEnd: (at: number) => boolean): number => {
  let lines = 0
  for (let at = from; at < text.length; at++) {
    const sign = text.charAt(at)
    if (sign === '\n' && ++lines > longestCell) return -1
    if (sign !== '"') continue
    if (text.charAt(at + 1) === '"') at++
    else return isEnd(at + 1) ? at : -1
  }
  return -1
}
