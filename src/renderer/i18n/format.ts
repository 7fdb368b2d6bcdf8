import { parsePhoneNumberFromString } from 'libphonenumber-js/min'
import type { PartialDate } from '#domain/period'

/** The only file that knows Intl: how dates, numbers, durations and telephones are written for people. */
export type Language = 'fr' | 'en'

export interface Formatter {
  readonly language: Language
  /** « 12 mars 2026 », « mai 1998 », « 1998 »; for a day, month or year known in part. */
  readonly date: (date: PartialDate) => string
  /** « 12/03/2026 », « 05/1998 », « 1998 »: for narrow columns. */
  readonly shortDate: (date: PartialDate) => string
  /** « jeudi 12 mars 2026 », for a whole day. */
  readonly fullDay: (date: PartialDate) => string
  /** « jeu. 12 mars »: for lists of one year. */
  readonly dayOfWeek: (date: PartialDate) => string
  /** « 12 mars 2026 à 18:30 », local time, for an ISO instant. */
  readonly instant: (iso: string) => string
  /** « 18:30 », local time. */
  readonly time: (iso: string) => string
  /** « il y a 3 semaines », between two instants; the caller knows the clock. */
  readonly ago: (iso: string, now: Date) => string
  /** « mars 2026 » for `2026-03`. */
  readonly month: (month: string) => string
  /** « mars » for 3. */
  readonly monthName: (month: number) => string
  /** « 1 234 », « 12,5 ». */
  readonly number: (value: number, digits?: number) => string
  /** « +12 », « −3,5 » with a true minus, « 0 »: what changed. */
  readonly change: (value: number) => string
  /** « 83 % » for 0.83. */
  readonly percent: (ratio: number, digits?: number) => string
  /** « 12 h 30 » for 12.5. */
  readonly hours: (hours: number) => string
  /** « 12,50 € », « 1 200 € »: cents only where there are some. */
  readonly euros: (amount: number) => string
  /** « 2,4 Mo » for a number of bytes. */
  readonly bytes: (bytes: number) => string
  /** « Camille, Inès et Paul ». */
  readonly list: (items: readonly string[]) => string
  /** « 06 12 34 56 78 » for a French E.164 number, « +32 470 12 34 56 » for others, as it is when it isn't one. */
  readonly phone: (number: string) => string
  /** « Belgique » for `BE`; what is no code stays as it is. */
  readonly country: (code: string) => string
  /** Orders texts as a reader of this language expects. */
  readonly compare: (a: string, b: string) => number
}

/** The formatter of a language; made once. */
export const formatterFor = (language: Language): Formatter => formatters[language]

const makeFormatter = (language: Language): Formatter => {
  const locale = language === 'fr' ? 'fr-FR' : 'en-GB'
  const day = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
  const month = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' })
  const monthOnly = new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' })
  const weekday = new Intl.DateTimeFormat(locale, { weekday: 'short', day: 'numeric', month: 'long', timeZone: 'UTC' })
  const fullDay = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' })
  const localDay = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric' })
  const localTime = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hour12: false })
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  const lists = new Intl.ListFormat(locale, { type: 'conjunction' })
  const collator = new Intl.Collator(locale, { sensitivity: 'base', numeric: true })
  const numbers = Array.from({ length: 4 }, (_, digits) => new Intl.NumberFormat(locale, { maximumFractionDigits: digits }))
  const percents = Array.from({ length: 3 }, (_, digits) => new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: digits }))
  const countries = new Intl.DisplayNames(locale, { type: 'region' })
  const euros = new Intl.NumberFormat(locale, { style: 'currency', currency: 'EUR', trailingZeroDisplay: 'stripIfInteger' })
  const changes = new Intl.NumberFormat(locale, { maximumFractionDigits: 2, signDisplay: 'exceptZero' })
  const number = (value: number, digits = 1): string => (numbers[digits] ?? numbers[3])?.format(value) ?? String(value)

  const date = (partial: PartialDate): string => {
    if (partial.length === 4) return partial
    if (partial.length === 7) return month.format(utc(partial))
    // « 1er mars », as French writes the first day, and only the first.
    return language === 'fr' ? day.format(utc(partial)).replace(/^1 /u, '1er ') : day.format(utc(partial))
  }

  return {
    language,
    date,
    shortDate: (partial) => partial.split('-').toReversed().join('/'),
    fullDay: (partial) => (partial.length === 10 ? `${fullDay.format(utc(partial))} ${date(partial)}` : date(partial)),
    dayOfWeek: (partial) => (partial.length === 10 ? weekday.format(utc(partial)) : date(partial)),
    instant: (iso) => `${localDay.format(new Date(iso))} ${language === 'fr' ? 'à' : 'at'} ${localTime.format(new Date(iso))}`,
    time: (iso) => localTime.format(new Date(iso)),
    ago: (iso, now) => {
      const seconds = Math.round((Date.parse(iso) - now.getTime()) / 1000)
      if (seconds > -60) return language === 'fr' ? 'à l’instant' : 'just now'
      const unit = agoUnits.find(({ size }) => -seconds >= size) ?? { size: 60, name: 'minute' as const }
      return relative.format(Math.ceil(seconds / unit.size), unit.name)
    },
    month: (yearMonth) => month.format(utc(yearMonth)),
    monthName: (index) => monthOnly.format(new Date(Date.UTC(2000, index - 1, 1))),
    number,
    change: (value) => changes.format(value).replace('-', '\u2212'),
    percent: (ratio, digits = 0) => (percents[digits] ?? percents[0])?.format(ratio) ?? '',
    hours: (hours) => {
      const all = Math.round(hours * 60)
      const whole = Math.trunc(all / 60)
      const minutes = all % 60
      return minutes === 0 ? `${number(whole)}\u00A0h` : `${number(whole)}\u00A0h\u00A0${String(minutes).padStart(2, '0')}`
    },
    euros: (amount) => euros.format(amount),
    bytes: (bytes) => {
      const units = language === 'fr' ? ['octets', 'Ko', 'Mo', 'Go'] : ['bytes', 'KB', 'MB', 'GB']
      const power = bytes < 1000 ? 0 : Math.min(3, Math.floor(Math.log10(bytes) / 3))
      return `${number(bytes / 1000 ** power, power === 0 ? 0 : 1)}\u00A0${units[power] ?? ''}`
    },
    list: (items) => lists.format(items),
    phone: (raw) => {
      const parsed = raw.startsWith('+') ? parsePhoneNumberFromString(raw) : undefined
      if (parsed === undefined) return raw
      return (parsed.countryCallingCode === '33' ? parsed.formatNational() : parsed.formatInternational()).replaceAll(' ', '\u00A0')
    },
    country: (code) => (/^[A-Za-z]{2}$/.test(code) ? (countries.of(code.toUpperCase()) ?? code) : code),
    compare: (a, b) => collator.compare(a, b),
  }
}

const utc = (partial: string): Date => new Date(`${partial.length === 7 ? `${partial}-01` : partial}T00:00:00Z`)

const agoUnits = [
  { name: 'year', size: 31_557_600 },
  { name: 'month', size: 2_629_800 },
  { name: 'week', size: 604_800 },
  { name: 'day', size: 86_400 },
  { name: 'hour', size: 3_600 },
  { name: 'minute', size: 60 },
] as const

const formatters: Readonly<Record<Language, Formatter>> = { fr: makeFormatter('fr'), en: makeFormatter('en') }
