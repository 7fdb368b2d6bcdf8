import { cellText } from '#domain/importing/cell-text'
import type { DateOrder } from '#domain/importing/mapping'
import { dateFigures } from '#domain/importing/parse-date'
import type { RawCell } from '#domain/importing/sheet'

/**
 * How the dates of a column are ordered, from all its cells: a first figure above 12 says day first, a second one above 12 says month first.
 * Month first needs clear evidence in a French file (most of what tells, at least twice): one stray « 12/25/1990 » is a mistake to be mended, not a new order for the others.
 * `ambiguous` when nothing tells, and the user is asked; null when no date has this form.
 * @param monthFirst `expected`: the file comes from a program that writes m/d/y; `likely`: the header is in English, one date that can only be read so is enough.
 */
export const dateOrderOf = (cells: Iterable<RawCell | undefined>, monthFirst: 'expected' | 'likely' | 'unlikely'): DateOrder | null => {
  let dayFirst = 0
  let monthLead = 0
  let either = 0
  let yearFirst = 0
  for (const cell of cells) {
    if (typeof cell !== 'string') continue
    const text = cellText(cell)
    const figures = dateFigures(text)
    if (figures === null) {
      if (isoLike.test(text)) yearFirst += 1
    } else if (figures.first > 12) dayFirst += 1
    else if (figures.second > 12) monthLead += 1
    else either += 1
  }
  if (dayFirst + monthLead + either === 0) return yearFirst > 0 ? 'ymd' : null
  if (monthFirst === 'expected') return dayFirst > monthLead ? 'dmy' : 'mdy'
  if (monthFirst === 'likely' && dayFirst === 0 && monthLead > 0) return 'mdy'
  if (dayFirst >= monthLead && dayFirst > 0) return 'dmy'
  if (monthLead >= 2 && monthLead > dayFirst * 2 && monthLead / (dayFirst + monthLead + either) >= 0.3) return 'mdy'
  return 'ambiguous'
}

const isoLike = /^\d{4}-\d{1,2}-\d{1,2}/
