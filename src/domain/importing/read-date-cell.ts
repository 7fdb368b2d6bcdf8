import { addNote, addProblem, type DraftBuilder } from '#domain/importing/draft-builder'
import { cellText, shownText } from '#domain/importing/cell-text'
import type { DateOrder } from '#domain/importing/mapping'
import { parseDateNumber, parseDateText, type DateRead } from '#domain/importing/parse-date'
import type { RawCell } from '#domain/importing/sheet'
import { parsePartialDate, type PartialDate } from '#domain/period'

export type DateReader = (cell: RawCell, column: number, builder: DraftBuilder) => PartialDate | null

/**
 * Reads the dates of one column, whose order was decided once. What can't be a date is a problem; what had to be interpreted is a note.
 * @param emptyDate a date that the program writes for « none » (HelloAsso: 1970-01-01).
 */
export const dateReader = (order: DateOrder, pivot: number, emptyDate: string | null): DateReader => {
  const readByText = new Map<string, DateRead | 'none' | null>()
  return (cell, column, builder) => {
    const read = readCell(cell, order, pivot, readByText)
    if (read === 'none') {
      addNote(builder, column, 'empty-date', shownText(cell), '')
      return null
    }
    if (read === null) {
      addProblem(builder, column, 'bad-date', shownText(cell), 'leaves-out')
      return null
    }
    if (read.date === emptyDate) {
      addNote(builder, column, 'empty-date', shownText(cell), '')
      return null
    }
    if (read.how !== 'as-typed') addNote(builder, column, read.how, shownText(cell), read.date)
    else if (order === 'mdy' && typeof cell === 'string') addNote(builder, column, 'date-read', shownText(cell), read.date)
    return read.date
  }
}

const readCell = (cell: RawCell, order: DateOrder, pivot: number, cache: Map<string, DateRead | 'none' | null>): DateRead | 'none' | null => {
  if (cell === null || typeof cell === 'boolean') return null
  if (typeof cell === 'number') return parseDateNumber(cell)
  if (typeof cell === 'object') {
    if ('error' in cell) return null
    if ('number' in cell) return parseDateText(cellText(cell), order, pivot) ?? parseDateNumber(cell.number)
    const date = parsePartialDate(cell.date.slice(0, 10))
    return date === null ? null : { date, how: cell.date.length > 10 && !cell.date.endsWith('T00:00:00') ? 'time-dropped' : 'as-typed' }
  }
  const known = cache.get(cell)
  if (known !== undefined) return known
  const text = cellText(cell)
  const read = noDate.test(text) ? 'none' : parseDateText(text, order, pivot)
  if (cache.size < 50_000) cache.set(cell, read)
  return read
}

/** What databases and people write for « no date ». */
const noDate = /^(?:0{4}-0{2}-0{2}.*|0{1,2}\/0{1,2}\/0{2,4}|\?+|-+|n\/?[acd]|inconnue?|nsp|néant)$/i
