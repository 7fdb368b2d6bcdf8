import { cellText } from '#domain/importing/cell-text'
import type { DateOrder } from '#domain/importing/mapping'
import { dateFigures } from '#domain/importing/parse-date'
import type { RawCell } from '#domain/importing/sheet'

/**
 * How the dates of a column are ordered, from all its cells: a first figure above 12 says day first, a second one above 12 says month first.
 * Month first needs clear evidence in a French file (most of what tells, at least twice): one stray « 12/25/1990 » is a mistake to be mended, not a new order for the others.
 * `ambiguous` when nothing tells, and the user is asked; null when no date has this form.
 * @param monthFirstExpected the file comes from a program that writes m/d/y.
 */
export const dateOrderOf = (cells: Iterable<RawCell | undefined>, monthFirstExpected: boolean): DateOrder | null => {
  let dayFirst = 0
  let monthFirst = 0
  let either = 0
  let yearFirst = 0
  for (const cell of cells) {
    if (typeof cell !== 'string') continue
    const text = cellText(cell)
    const figures = dateFigures(text)
    if (figures === null) {
      if (isoLike.test(text)) yearFirst += 1
    } else if (figures.first > 12) dayFirst += 1
    else if (figures.second > 12) monthFirst += 1
    else either += 1
  }
  if (dayFirst + monthFirst + either === 0) return yearFirst > 0 ? 'ymd' : null
  if (monthFirstExpected) return dayFirst > monthFirst ? 'dmy' : 'mdy'
  if (dayFirst >= monthFirst && dayFirst > 0) return 'dmy'
  if (monthFirst >= 2 && monthFirst > dayFirst * 2 && monthFirst / (dayFirst + monthFirst + either) >= 0.3) return 'mdy'
  return 'ambiguous'
}

const isoLike = /^\d{4}-\d{1,2}-\d{1,2}/
