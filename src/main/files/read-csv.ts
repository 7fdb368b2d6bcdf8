import Papa from 'papaparse'
import { guessDelimiter, separatorLine } from './csv-delimiter.ts'
import { parseUneasyCsv } from './csv-uneasy.ts'
import { newCellBudget, SheetRows, type ReadSheet } from './sheet-rows.ts'
import type { OnReadProgress } from './read-progress.ts'

export interface ReadCsv {
  readonly delimiter: string
  readonly sheet: ReadSheet
}

/**
 * Delimited text as one sheet of texts (RFC 4180, with the liberties people take). Every cell stays the text it is: zeros, long numbers and
 * backslashes are untouched. A quote that never closes, or closes in the middle of a cell, costs that cell only.
 */
export const readCsv = (text: string, onProgress: OnReadProgress): ReadCsv => {
  const separator = separatorLine(text)
  const body = separator === null ? text : text.slice(separator.length)
  const delimiter = separator?.delimiter ?? guessDelimiter(body)
  return { delimiter, sheet: parseAll(body, delimiter, onProgress).finish('', false) }
}

const parseAll = (text: string, delimiter: string, onProgress: OnReadProgress): SheetRows => {
  if (hasMixedLineEnds(text)) return parseUneasyCsv(text, delimiter, onProgress)
  const rows = new SheetRows(newCellBudget())
  let [row, isUneasy] = [0, false]
  const config = {
    delimiter,
    newline: text.includes('\r\n') ? '\r\n' : text.includes('\n') ? '\n' : '\r',
    quoteChar: '"',
    escapeChar: '"',
    chunkSize: 4_000_000,
    chunk: ({ data, errors, meta }: Papa.ParseResult<string[]>, parser: Papa.Parser) => {
      if (errors.some((error) => error.type === 'Quotes')) {
        isUneasy = true
        parser.abort()
        return
      }
      for (const record of data) {
        for (let column = 0; column < record.length; column++) rows.put(row, column, record[column] ?? null)
        row++
      }
      onProgress(meta.cursor, text.length)
    },
  } as const
  Papa.parse<string[]>(text, config)
  return isUneasy ? parseUneasyCsv(text, delimiter, onProgress) : rows
}

/** Lines that end now one way, now another, as in files glued together; line feeds inside quoted cells look the same and are told apart later. */
const hasMixedLineEnds = (text: string): boolean => /\r\n/.test(text) && (/[^\r]\n/.test(text) || /\r[^\n]/.test(text))
