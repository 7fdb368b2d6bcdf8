import type { RawCell } from '#domain/importing/sheet'
import { formatKind, shownNumber } from './number-format.ts'

/** How a workbook counts days: since 1900 (with Excel's false 29 February 1900) or since 1904. */
export type DateSystem = 1900 | 1904

/**
 * A number of a workbook as a raw cell, given its number format: a date becomes `{ date }`, a code keeps the text the file shows,
 * everything else stays the number. Both readers of xlsx go through here, so that they cannot differ.
 */
export const numberCell = (value: number, format: string, system: DateSystem): RawCell => {
  if (!Number.isFinite(value)) return { error: '#NUM!' }
  switch (formatKind(format)) {
    case 'plain':
      return value
    case 'date': {
      const date = serialToIso(value, system)
      return date === null ? value : { date }
    }
    case 'time':
      return timeCell(value, format, system)
    case 'code':
      return Number.isSafeInteger(value) ? codeCell(value, shownNumber(format, value)) : value
  }
}

/** A number with the text that the file shows for it: both are kept when the text has the same digits but another form (zeros in front, a phone number). */
export const codeCell = (value: number, shown: string | null): RawCell => {
  if (shown === null || shown === String(value) || !Number.isSafeInteger(value) || /[%€$£¥]|^-?\d{1,3}(?:[\s\u00a0\u202f.,'’]\d{3})+$/.test(shown))
    return value
  const digits = shown.replace(/\D/g, '').replace(/^0+(?=\d)/, '')
  return digits === String(Math.abs(value)) ? { number: value, text: shown } : value
}

/**
 * The local date, `2019-10-01` or `2019-10-01T20:36:00`, of a day number; null when there is no such day (before 1 January 1900, the false
 * 29 February 1900, after 9999). Rounded to the second. ECMA-376 §18.17.4.1.
 */
export const serialToIso = (serial: number, system: DateSystem): string | null => {
  const seconds = Math.round((system === 1904 ? serial + 1462 : serial) * 86_400)
  const day = Math.floor(seconds / 86_400)
  if (day < 1 || day === 60 || day > 2_958_465) return null
  return isoAt((day < 60 ? day + 1 : day) - 25_569, seconds - day * 86_400)
}

/** As `serialToIso`, for programs that count honestly from 30 December 1899, before 1900 too (OpenDocument). */
export const plainSerialToIso = (serial: number): string => {
  const seconds = Math.round(serial * 86_400)
  const day = Math.floor(seconds / 86_400)
  return isoAt(day - 25_569, seconds - day * 86_400)
}

const isoAt = (daysSince1970: number, second: number): string => {
  const date = isoByDay.get(daysSince1970) ?? rememberDay(daysSince1970)
  // Universal time throughout: no time zone can move the day.
  return second === 0 ? date : `${date}T${new Date(second * 1000).toISOString().slice(11, 19)}`
}

/** A list of birthdays has more rows than there are days in a life. */
const isoByDay = new Map<number, string>()
const rememberDay = (day: number): string => {
  const date = new Date(day * 86_400_000).toISOString().slice(0, 10)
  if (isoByDay.size < 100_000) isoByDay.set(day, date)
  return date
}

/** A time of day or a duration stays a number of days, with its text; a full date shown as a time keeps its day. */
const timeCell = (value: number, format: string, system: DateSystem): RawCell => {
  const isDuration = /\[(h+|m+|s+)\]/i.test(format)
  if (value >= 1 && !isDuration) {
    const date = serialToIso(value, system)
    return date === null ? value : { date }
  }
  return value < 0 ? value : { number: value, text: clock(value) }
}

/** « 18:30 », « 26:30 » or « 18:30:05 » for a number of days. */
export const clock = (days: number): string => {
  const seconds = Math.round(days * 86_400)
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, ...(seconds % 60 === 0 ? [] : [seconds % 60])]
  return parts.map((part) => String(part).padStart(2, '0')).join(':')
}

/** The error codes of BIFF ([MS-XLS] 2.5.10) in the words the program shows. */
export const errorText: Readonly<Record<number, string>> = {
  0x00: '#NULL!',
  0x07: '#DIV/0!',
  0x0f: '#VALUE!',
  0x17: '#REF!',
  0x1d: '#NAME?',
  0x24: '#NUM!',
  0x2a: '#N/A',
  0x2b: '#GETTING_DATA',
}
