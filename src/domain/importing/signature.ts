import { foldWords } from '#domain/fold-text'
import type { ImportMapping } from '#domain/importing/mapping'

/** The key under which a mapping is kept and found again: the same headers in the same order, whatever their blanks, accents and capitals. */
export const signatureOf = (headers: readonly string[]): string => headers.map((header) => foldWords(header)).join('|')

/** A kept mapping on the headers of a new file, or null when they are not the same. Its dates are read as they were decided then. */
export const fitTemplate = (mapping: ImportMapping, headers: readonly string[]): ImportMapping | null =>
  mapping.columns.length === headers.length &&
  mapping.columns.every((column, index) => column.index === index && foldWords(column.header) === foldWords(headers[index] ?? ''))
    ? mapping
    : null
