import type { Brand } from '#domain/id'

/** What is known of a date: `1998`, `1998-05` or `1998-05-12`; always valid. Sorts as text. Every `IsoDate` is one. */
export type PartialDate = Brand<'PartialDate' | 'IsoDate'>
/** A calendar day, `2026-03-12`; always valid, proleptic Gregorian, years 0001–9999. */
export type IsoDate = Brand<'IsoDate'>
export type DatePrecision = 'year' | 'month' | 'day'

/** Days from `start` to `end`, both included; never empty. */
export interface Period {
  readonly start: IsoDate
  readonly end: IsoDate
}

/** The day that a text writes as `2026-03-12`, or null; nothing is guessed or corrected (no 31 February, no time of day). */
export const parseIsoDate = (text: string): IsoDate | null => {
  const date = parsePartialDate(text)
  return date !== null && isIsoDate(date) ? date : null
}

/** The partial date that a text writes as `1998`, `1998-05` or `1998-05-12`, or null. */
export const parsePartialDate = (text: string): PartialDate | null => {
  const [, year, month, day] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(text) ?? []
  if (year === undefined || year === '0000') return null
  if (month !== undefined && !isMonth(Number(month))) return null
  if (month !== undefined && day !== undefined && !isDayOf(Number(year), Number(month), Number(day))) return null
  return text as PartialDate
}

/** A day from its numbers (month 1–12), or null when there is no such day. */
export const isoDateOf = (year: number, month: number, day: number): IsoDate | null =>
  isYear(year) && isMonth(month) && isDayOf(year, month, day) ? toIso(year, month, day) : null

/** A month (`1998-05`) from its numbers, or null. */
export const monthOf = (year: number, month: number): PartialDate | null =>
  isYear(year) && isMonth(month) ? (`${pad(year, 4)}-${pad(month, 2)}` as PartialDate) : null

export const isIsoDate = (date: PartialDate): date is IsoDate => date.length === 10

export const precisionOf = (date: PartialDate): DatePrecision => (date.length === 4 ? 'year' : date.length === 7 ? 'month' : 'day')

/** The numbers of a date; `month` and `day` are null where they are unknown. */
export const partsOf = (date: PartialDate): { readonly year: number; readonly month: number | null; readonly day: number | null } => ({
  year: Number(date.slice(0, 4)),
  month: date.length > 4 ? Number(date.slice(5, 7)) : null,
  day: date.length > 7 ? Number(date.slice(8, 10)) : null,
})

/** The earliest day that a date can mean. */
export const firstDay = (date: PartialDate): IsoDate => {
  const { year, month, day } = partsOf(date)
  return toIso(year, month ?? 1, day ?? 1)
}

/** The latest day that a date can mean. */
export const lastDay = (date: PartialDate): IsoDate => {
  const { year, month, day } = partsOf(date)
  return toIso(year, month ?? 12, day ?? daysInMonth(year, month ?? 12))
}

/** Every day that a date can mean. */
export const periodOfDate = (date: PartialDate): Period => ({ start: firstDay(date), end: lastDay(date) })

/** Order of dates as text: a year stands before its months and days. For sorting; whether one date is certainly before another: `isCertainlyBefore`. */
export const compareDates = (left: PartialDate, right: PartialDate): number => (left < right ? -1 : left > right ? 1 : 0)

/** True when no reading of the two dates puts `left` on or after `right`. */
export const isCertainlyBefore = (left: PartialDate, right: PartialDate): boolean => lastDay(left) < firstDay(right)

export const isLeapYear = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)

/** Days of a month (1–12). */
export const daysInMonth = (year: number, month: number): number =>
  month === 2 ? (isLeapYear(year) ? 29 : 28) : month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31

/**
 * Days since 1 January 1970 (negative before): how columns keep days.
 * Formula: `days_from_civil`, Howard Hinnant, « chrono-Compatible Low-Level Date Algorithms ».
 */
export const dayNumberOf = (date: IsoDate): number => dayNumberOfParts(digits(date, 0, 4), digits(date, 5, 7), digits(date, 8, 10))

/** The day of a number made by `dayNumberOf` (`civil_from_days` of the same source); throws outside the years 1–9999. */
export const dayNumberToDate = (dayNumber: number): IsoDate => {
  const shifted = dayNumber + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor((dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365)
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153)
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
  return checkedIso(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1)
}

export const addDays = (date: IsoDate, days: number): IsoDate => dayNumberToDate(dayNumberOf(date) + days)

/** The same day so many months later (or earlier); the last day of the month where that day does not exist: 31 January + 1 month is 28 or 29 February. */
export const addMonths = (date: IsoDate, months: number): IsoDate => {
  const { year, month, day } = partsOf(date)
  const target = year * 12 + (month ?? 1) - 1 + months
  const targetYear = Math.floor(target / 12)
  const targetMonth = target - targetYear * 12 + 1
  return checkedIso(targetYear, targetMonth, Math.min(day ?? 1, daysInMonth(targetYear, targetMonth)))
}

export const addYears = (date: IsoDate, years: number): IsoDate => addMonths(date, years * 12)

/** Days from one day to the other; negative when `to` comes first. */
export const daysBetween = (from: IsoDate, to: IsoDate): number => dayNumberOf(to) - dayNumberOf(from)

/** Days of a period, both ends counted. */
export const lengthInDays = (period: Period): number => daysBetween(period.start, period.end) + 1

export const isWithin = (date: IsoDate, period: Period): boolean => date >= period.start && date <= period.end

/** True when every reading of a date lies in the period: `2024` is in the year 2024 but in none of its months. */
export const isCertainlyWithin = (date: PartialDate, period: Period): boolean => firstDay(date) >= period.start && lastDay(date) <= period.end

/** What two periods share, or null. */
export const overlapOf = (left: Period, right: Period): Period | null => {
  const start = left.start > right.start ? left.start : right.start
  const end = left.end < right.end ? left.end : right.end
  return start <= end ? { start, end } : null
}

/** The period of the same length that ends the day before: whole months before whole months, else as many days. */
export const periodBefore = (period: Period): Period => {
  const end = addDays(period.start, -1)
  const isWholeMonths = period.start.endsWith('-01') && addDays(period.end, 1).endsWith('-01')
  const start = isWholeMonths ? addMonths(period.start, -monthsOf(period).length) : addDays(period.start, -lengthInDays(period))
  return { start, end }
}

/** The months (`2024-05`) that a period touches, in order. */
export const monthsOf = (period: Period): readonly PartialDate[] => {
  const last = period.end.slice(0, 7)
  const months: PartialDate[] = []
  for (let date = period.start; date.slice(0, 7) <= last; date = addMonths(date, 1)) months.push(date.slice(0, 7) as PartialDate)
  return months
}

/** Age in whole years at a date, by every reading of a partial birth date; null when unknown or when birth comes after the date. */
export const ageRangeAt = (birth: PartialDate | null, on: IsoDate): { readonly min: number; readonly max: number } | null => {
  if (birth === null) return null
  const max = wholeYears(firstDay(birth), on)
  const min = wholeYears(lastDay(birth), on)
  return max < 0 ? null : { min: Math.max(min, 0), max }
}

/** Age in whole years, when it is certain: `1998` gives an age only on 31 December. Someone born on 29 February gets older on 1 March in common years. */
export const ageAt = (birth: PartialDate | null, on: IsoDate): number | null => {
  const range = ageRangeAt(birth, on)
  return range !== null && range.min === range.max ? range.min : null
}

const wholeYears = (birth: IsoDate, on: IsoDate): number => digits(on, 0, 4) - digits(birth, 0, 4) - (on.slice(5) < birth.slice(5) ? 1 : 0)

const dayNumberOfParts = (year: number, month: number, day: number): number => {
  const shiftedYear = month <= 2 ? year - 1 : year
  const era = Math.floor(shiftedYear / 400)
  const yearOfEra = shiftedYear - era * 400
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1
  return era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468
}

/** Digits without slicing: a million dates are read when columns are built. */
const digits = (text: string, from: number, to: number): number => {
  let value = 0
  for (let index = from; index < to; index += 1) value = value * 10 + text.charCodeAt(index) - 48
  return value
}

const checkedIso = (year: number, month: number, day: number): IsoDate => {
  if (!isYear(year)) throw new RangeError(`No date in the year ${year}`)
  return toIso(year, month, day)
}

const toIso = (year: number, month: number, day: number): IsoDate => `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}` as IsoDate
const pad = (value: number, length: number): string => String(value).padStart(length, '0')
const isYear = (year: number): boolean => Number.isInteger(year) && year >= 1 && year <= 9999
const isMonth = (month: number): boolean => Number.isInteger(month) && month >= 1 && month <= 12
const isDayOf = (year: number, month: number, day: number): boolean => Number.isInteger(day) && day >= 1 && day <= daysInMonth(year, month)
