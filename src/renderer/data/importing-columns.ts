import type { ColumnOverview, DateExample } from '#data/importing-contract'
import { isEmptyCell, shownText } from '#domain/importing/cell-text'
import { isDateTarget } from '#domain/importing/guess-mapping'
import type { SheetLayout } from '#domain/importing/layout'
import type { ColumnMapping, ImportMapping } from '#domain/importing/mapping'
import { dateFigures, parseDateText } from '#domain/importing/parse-date'
import { sensitiveSubject } from '#domain/importing/sensitive'
import type { RawRow } from '#domain/importing/sheet'

const sampleCount = 3
/** Rows looked at for samples: the first of the table are like the others. */
const searchedRows = 400

/** What the user sees of each column, to judge what it becomes. */
export const overviewColumns = (layout: SheetLayout, rows: readonly RawRow[], mapping: ImportMapping): readonly ColumnOverview[] => {
  const positions = layout.dataRows.slice(0, searchedRows)
  return mapping.columns.map((column) => {
    const cells = positions.map((position) => rows[position]?.[column.index]).filter((cell) => !isEmptyCell(cell))
    const texts = [...new Set(cells.map((cell) => shownText(cell)))]
    return {
      samples: texts.slice(0, sampleCount),
      filled: cells.length,
      sensitive: sensitiveSubject(column.header) !== null,
      dateExample: isDateTarget(column.target) ? exampleOf(texts, column, mapping.twoDigitYearPivot) : null,
      twoDigitYears: isDateTarget(column.target) && texts.some((text) => twoDigitYear.test(text)),
    }
  })
}

/** A date that shows the order best: one that could be read in two ways, if there is one. */
const exampleOf = (texts: readonly string[], column: ColumnMapping, pivot: number): DateExample | null => {
  const dates = texts.filter((text) => parseDateText(text, column.dateOrder === 'mdy' ? 'mdy' : 'dmy', pivot) !== null || dateFigures(text) !== null)
  const telling = dates.find((text) => {
    const figures = dateFigures(text)
    return figures !== null && figures.first <= 12 && figures.second <= 12 && figures.first !== figures.second
  })
  const from = telling ?? dates[0]
  if (from === undefined) return null
  const read = (order: 'dmy' | 'mdy' | 'ymd'): DateExample['dmy'] => parseDateText(from, order, pivot)?.date ?? null
  const isYearFirst = dateFigures(from) === null
  return { from, dmy: read('dmy'), mdy: read('mdy'), ymd: isYearFirst ? read('ymd') : null }
}

const twoDigitYear = /^\d{1,2}[/.\- ]\d{1,2}[/.\- ]\d{2}$/u
