import { foldText } from '#domain/fold-text'
import type { DateOrder } from '#domain/importing/mapping'
import { addDays, isoDateOf, monthOf, parseIsoDate, parsePartialDate, type PartialDate } from '#domain/period'

/** A date that was read, and what had to be done for it; null when the text is no date that exists. */
export interface DateRead {
  readonly date: PartialDate
  readonly how: 'as-typed' | 'two-digit-year' | 'excel-serial' | 'time-dropped'
}

/**
 * Reads a date in any form that French spreadsheets hold: `12/03/1998`, `12-03-98`, `12.3.1998`, `12 mars 1998`, `1er mars 1998`, `mars 1998`, `03/1998`, `1998`, ISO,
 * `19980312`, with or without a time of day or a week day, in French or English. A day that does not exist (31/02) is null: it is never moved to another.
 * @param order how figures are ordered in this column; `ambiguous` reads day first, `ymd` too when the year is not first.
 * @param pivot two-digit years up to it are 20xx, above are 19xx.
 */
export const parseDateText = (text: string, order: DateOrder, pivot: number): DateRead | null => {
  if (text.length > longestDate) return null
  const [day, dropped] = withoutTime(text)
  const read = figures(day, order, pivot) ?? words(day, pivot) ?? compact(day)
  return read !== null && dropped && read.how === 'as-typed' ? { date: read.date, how: 'time-dropped' } : read
}

/**
 * A number in a column of dates: a year (1998), a day written without separators, or a day of Excel's 1900 calendar (whole or with its time).
 * Excel's day 60 never existed (29 February 1900): it is no date.
 */
export const parseDateNumber = (number: number): DateRead | null => {
  if (Number.isInteger(number) && number >= firstYear && number <= lastYear) return asTyped(parsePartialDate(String(number)))
  if (number > 1e6) return Number.isInteger(number) ? compact(String(number)) : null
  const serial = Math.floor(number)
  if (serial < 1 || serial > lastSerial || serial === 60) return null
  const origin = parseIsoDate(serial < 60 ? '1899-12-31' : '1899-12-30')
  return origin === null ? null : { date: addDays(origin, serial) as string as PartialDate, how: 'excel-serial' }
}

/** « 98 » → 1998, « 05 » → 2005 with a pivot of 30; four digits stay. */
export const fullYear = (digits: string, pivot: number): number => {
  const year = Number(digits)
  return digits.length > 2 ? year : year <= pivot ? 2000 + year : 1900 + year
}

/** The three figures of a `d/m/y`-like text, for deciding the order of a column; null for any other form. */
export const dateFigures = (text: string): { readonly first: number; readonly second: number } | null => {
  if (text.length > longestDate) return null
  const [, first, second] = threeFigures.exec(withoutTime(text)[0]) ?? []
  return first === undefined || second === undefined ? null : { first: Number(first), second: Number(second) }
}

const withoutTime = (text: string): readonly [string, boolean] => {
  const [whole] = timeOfDay.exec(text) ?? []
  return whole === undefined ? [text, false] : [text.slice(0, -whole.length), !midnight.test(whole)]
}

const figures = (text: string, order: DateOrder, pivot: number): DateRead | null => {
  const dayFirst = threeFigures.exec(text)
  if (dayFirst !== null) {
    const [, first = '', second = '', yearText = ''] = dayFirst
    const year = fullYear(yearText, pivot)
    const date = order === 'mdy' ? isoDateOf(year, Number(first), Number(second)) : isoDateOf(year, Number(second), Number(first))
    return date === null ? null : { date: date as string as PartialDate, how: yearText.length === 2 ? 'two-digit-year' : 'as-typed' }
  }
  const yearFirst = yearMonthDay.exec(text)
  if (yearFirst !== null) return asTyped(isoDateOf(Number(yearFirst[1]), Number(yearFirst[2]), Number(yearFirst[3])))
  const month = monthYear.exec(text)
  if (month !== null) return asTyped(monthOf(Number(month[2]), Number(month[1])))
  const yearThenMonth = yearMonth.exec(text)
  if (yearThenMonth !== null) return asTyped(monthOf(Number(yearThenMonth[1]), Number(yearThenMonth[2])))
  if (yearAlone.test(text)) return asTyped(parsePartialDate(text))
  return null
}

const words = (text: string, pivot: number): DateRead | null => {
  if (!letters.test(text)) return null
  const parts = foldText(text)
    .replace(wordNoise, ' ')
    .trim()
    .split(' ')
    .filter((part) => part !== 'le' && part !== 'of' && !weekDays.has(part))
  const [first = '', second = '', third = ''] = parts
  if (parts.length === 2) {
    const month = monthByWord.get(first)
    return month === undefined || second.length !== 4 ? null : asTyped(monthOf(Number(second), month))
  }
  if (parts.length !== 3 || !yearWord.test(third)) return null
  const dayBefore = monthByWord.get(second)
  const monthBefore = monthByWord.get(first)
  const day = dayWord.exec(dayBefore === undefined ? second : first)?.[1]
  const month = dayBefore ?? monthBefore
  if (day === undefined || month === undefined) return null
  const date = isoDateOf(fullYear(third, pivot), month, Number(day))
  return date === null ? null : { date: date as string as PartialDate, how: third.length === 2 ? 'two-digit-year' : 'as-typed' }
}

/** `19980312` or `12031998`; five figures in a text are a day number of a spreadsheet. */
const compact = (text: string): DateRead | null => {
  if (fiveFigures.test(text)) return parseDateNumber(Number(text))
  if (!eightFigures.test(text)) return null
  const yearFirst = plausibleYear(text.slice(0, 4)) ? isoDateOf(Number(text.slice(0, 4)), Number(text.slice(4, 6)), Number(text.slice(6))) : null
  const yearLast = plausibleYear(text.slice(4)) ? isoDateOf(Number(text.slice(4)), Number(text.slice(2, 4)), Number(text.slice(0, 2))) : null
  return asTyped(yearFirst ?? yearLast)
}

const asTyped = (date: string | null): DateRead | null => (date === null ? null : { date: date as PartialDate, how: 'as-typed' })
const plausibleYear = (digits: string): boolean => Number(digits) >= firstYear && Number(digits) <= lastYear

/** « mercredi 30 septembre 1998 à 23:59:59.999+02:00 » */
const longestDate = 60
const firstYear = 1850
const lastYear = 2149
/** 31 December 2149. */
const lastSerial = 91_312
const timeOfDay = /[T ,]+(?:à |a )?\d{1,2}\s?[:h]\s?\d{0,2}(?::\d{2})?(?:[.,]\d+)?(?:\s?[AaPp]\.?[Mm]\.?)?(?:\s?Z|\s?[+-]\d{2}:?\d{2})?$/
const midnight = /^[T ,]+0{1,2}:00(?::00)?(?:[.,]0+)?Z?$/
const threeFigures = /^(\d{1,2})\s?[/.\- ]\s?(\d{1,2})\s?[/.\- ]\s?(\d{4}|\d{2})$/
const yearMonthDay = /^(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})$/
const monthYear = /^(\d{1,2})[/.-](\d{4})$/
const yearMonth = /^(\d{4})[/.-](\d{1,2})$/
const yearAlone = /^(?:1[89]|20|21)\d\d$/
const eightFigures = /^\d{8}$/
const fiveFigures = /^\d{5}$/
const letters = /\p{L}/u
const wordNoise = /[\s.,/-]+/g
const yearWord = /^(?:\d{4}|\d{2})$/
const dayWord = /^(\d{1,2})(?:er|st|nd|rd|th|e)?$/
const weekDays = new Set([
  'lundi',
  'mardi',
  'mercredi',
  'jeudi',
  'vendredi',
  'samedi',
  'dimanche',
  'lun',
  'mer',
  'jeu',
  'ven',
  'sam',
  'dim',
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
  'mon',
  'tue',
  'wed',
  'thu',
  'fri',
  'sat',
  'sun',
])
const monthByWord: ReadonlyMap<string, number> = new Map(
  [
    ['janvier', 'janv', 'jan', 'january'],
    ['fevrier', 'fevr', 'fev', 'february', 'feb'],
    ['mars', 'mar', 'march'],
    ['avril', 'avr', 'april', 'apr'],
    ['mai', 'may'],
    ['juin', 'june', 'jun'],
    ['juillet', 'juil', 'july', 'jul'],
    ['aout', 'aou', 'august', 'aug'],
    ['septembre', 'sept', 'sep', 'september'],
    ['octobre', 'oct', 'october'],
    ['novembre', 'nov', 'november'],
    ['decembre', 'dec', 'december'],
  ].flatMap((names, index) => names.map((name) => [name, index + 1] as const)),
)
