import type { ColumnKind, OutputCell, OutputSheet } from '#bridge/writing'
import { guardFormula } from '#domain/exporting/formula-guard'
import { localDate, outputValue, type OutputLanguage } from './output-value.ts'
import type { TableWriter } from './table-writer.ts'

/**
 * CSV as French spreadsheets open it by a double click: UTF-8 with its mark, `;`, CRLF, comma decimals; in English `,` and points. No notes: a table begins
 * with its header. Several sheets follow each other, each under a line with its name.
 */
export const makeCsvWriter = (sheets: readonly OutputSheet[], language: OutputLanguage): TableWriter => {
  const separator = language === 'fr' ? ';' : ','
  const textBySheet = sheets.map(({ name, columns }) => [
    ...(sheets.length > 1 ? [`${field(name, separator)}\r\n`] : []),
    `${columns.map(({ header }) => field(guardFormula(header), separator)).join(separator)}\r\n`,
  ])
  return {
    addRows: (sheet, rows) => {
      const columns = sheets[sheet]?.columns ?? []
      const lines = rows.map((row) => columns.map(({ kind }, index) => field(csvText(row[index] ?? null, kind, language), separator)).join(separator))
      if (lines.length > 0) textBySheet[sheet]?.push(`${lines.join('\r\n')}\r\n`)
    },
    finish: async () => new TextEncoder().encode(`\uFEFF${textBySheet.map((texts) => texts.join('')).join('\r\n')}`),
  }
}

const csvText = (cell: OutputCell, kind: ColumnKind, language: OutputLanguage): string => {
  const value = outputValue(cell, kind, language)
  switch (value.kind) {
    case 'empty':
      return ''
    case 'text':
      return guardFormula(value.text)
    case 'date':
      return localDate(value.iso, language)
    case 'number':
      return kind === 'percent' ? `${decimals(Number((value.number * 100).toFixed(2)), language)} %` : decimals(value.number, language)
  }
}

const decimals = (number: number, language: OutputLanguage): string => (language === 'fr' ? String(number).replace('.', ',') : String(number))

const field = (text: string, separator: string): string =>
  /["\r\n]/.test(text) || text.includes(separator) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text
