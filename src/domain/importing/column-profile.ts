import { cellText, isEmptyCell } from '#domain/importing/cell-text'
import type { SheetLayout } from '#domain/importing/layout'
import { parseDateNumber, parseDateText } from '#domain/importing/parse-date'
import { isEmail, parseEmails } from '#domain/importing/parse-email'
import { parseNumberText } from '#domain/importing/parse-number'
import { parsePhones } from '#domain/importing/parse-phone'
import { parseHeld } from '#domain/importing/parse-held'
import { isMark, parseAttendance, parseYesNo } from '#domain/importing/parse-yes-no'
import { roleOfWord } from '#domain/importing/role-words'
import type { RawRow } from '#domain/importing/sheet'
import { isFirstName, isLikeFullName } from '#domain/importing/split-name'
import type { RoleKind } from '#domain/role'

/** What a sample of the values of a column looks like; shares are of the filled cells, 0 to 1. */
export interface ColumnProfile {
  readonly filled: number
  /** Share of the sampled rows whose cell is filled. */
  readonly fillShare: number
  readonly texts: readonly string[]
  readonly distinct: number
  readonly emails: number
  readonly phones: number
  readonly dates: number
  readonly years: number
  readonly numbers: number
  /** Crosses, yes and no, words of presence. */
  readonly marks: number
  readonly yesNo: number
  /** Marks, and hours noted instead of a cross. */
  readonly attendance: number
  /** Crosses, amounts, dates and words of payment: what stands under a year. */
  readonly held: number
  readonly fullNames: number
  readonly firstNames: number
  readonly roleWords: number
  readonly qpvCodes: number
}

/** Looks at up to `sampleSize` rows spread over the whole sheet. */
export const profileColumns = (layout: SheetLayout, rows: readonly RawRow[], kinds: readonly RoleKind[]): readonly ColumnProfile[] => {
  const step = Math.max(1, Math.floor(layout.dataRows.length / sampleSize))
  const sample = layout.dataRows.filter((_, index) => index % step === 0)
  return layout.headers.map((_, column) =>
    profile(
      sample.map((position) => (rows[position] ?? [])[column]),
      kinds,
    ),
  )
}

const profile = (cells: RawRow | readonly (RawRow[number] | undefined)[], kinds: readonly RoleKind[]): ColumnProfile => {
  const filled = cells.filter((cell) => !isEmptyCell(cell))
  const texts = filled.map((cell) => cellText(cell)).filter((text) => text !== '')
  const share = (test: (text: string) => boolean): number => (texts.length === 0 ? 0 : texts.filter(test).length / texts.length)
  const typedDates = filled.filter((cell) => typeof cell === 'object' && cell !== null && 'date' in cell).length
  return {
    filled: texts.length,
    fillShare: cells.length === 0 ? 0 : texts.length / cells.length,
    texts,
    distinct: new Set(texts).size,
    emails: share((text) => text.includes('@') && (isEmail(text) || parseEmails(text) !== null)),
    phones: share((text) => phoneLike.test(text) && parsePhones(text) !== null),
    dates:
      texts.length === 0
        ? 0
        : (typedDates + texts.filter((text) => dateLike.test(text) && parseDateText(text, 'dmy', 30) !== null).length) / texts.length,
    years: share((text) => yearLike.test(text)),
    numbers: share((text) => parseNumberText(text) !== null),
    marks: share(isMark),
    attendance: share((text) => parseAttendance(text) !== null),
    held: share((text) => parseHeld(text) !== null),
    yesNo: share((text) => parseYesNo(text) !== null),
    fullNames: share(isLikeFullName),
    firstNames: share((text) => isFirstName(text)),
    roleWords: share((text) => text.split(roleSeparators).every((part) => roleOfWord(part, kinds) !== null)),
    qpvCodes: share((text) => qpvLike.test(text)),
  }
}

/** True when a column without a header that helps holds Excel day numbers of a living person's birth: used only beside a header of dates. */
export const isSerialColumn = (column: ColumnProfile): boolean =>
  column.numbers > 0.9 && column.texts.every((text) => serialLike.test(text) && parseDateNumber(Number(text)) !== null)

export const roleSeparators = /\s*[;,/|+]\s*/

const sampleSize = 400
const phoneLike = /^[+(0-9][\d\s.\-()/+]{7,}$/
const dateLike = /^(?:\d{1,4}[/.\-\s]|\p{L}+\s)/u
const yearLike = /^(?:19|20)\d\d$/
const qpvLike = /^Q[NP]\d{5}[A-Z0-9]$/i
const serialLike = /^\d{4,5}$/
