import type { ColumnKind, OutputCell } from '#bridge/writing'
import { dayNumberOf, parseIsoDate, parsePartialDate } from '#domain/period'

/** A cell as every format of table understands it: dates are days since 30 December 1899, as spreadsheets count them. */
export type OutputValue =
  | { readonly kind: 'empty' }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly number: number }
  | { readonly kind: 'date'; readonly serial: number; readonly iso: string }

export type OutputLanguage = 'fr' | 'en'

/**
 * What a cell becomes in a column. Full days become real dates, partial ones (« 1998 », « 05/1998 ») and those before March 1900, which Excel counts wrongly,
 * stay text; yes and no become words; a text in a column of numbers (« moins de 5 ») stays text; what is no number is empty.
 */
export const outputValue = (cell: OutputCell, kind: ColumnKind, language: OutputLanguage): OutputValue => {
  if (cell === null || cell === '') return empty
  if (typeof cell === 'boolean') return { kind: 'text', text: yesNo[language][cell ? 0 : 1] }
  if (typeof cell === 'number') {
    if (!Number.isFinite(cell)) return empty
    return kind === 'text' ? { kind: 'text', text: String(cell) } : { kind: 'number', number: cell }
  }
  return kind === 'date' ? dateValue(cell, language) : { kind: 'text', text: cell }
}

const dateValue = (text: string, language: OutputLanguage): OutputValue => {
  const day = parseIsoDate(text)
  if (day !== null && day >= firstRealDay) return { kind: 'date', serial: dayNumberOf(day) + serialOf1970, iso: day }
  return { kind: 'text', text: parsePartialDate(text) === null ? text : localDate(text, language) }
}

/** « 12/05/1998 », « 05/1998 », « 1998 »; ISO in English, where 05/12 would be read two ways. */
export const localDate = (iso: string, language: OutputLanguage): string => (language === 'fr' ? iso.split('-').toReversed().join('/') : iso)

const empty: OutputValue = { kind: 'empty' }
const firstRealDay = '1900-03-01'
const serialOf1970 = 25_569
const yesNo = { fr: ['oui', 'non'], en: ['yes', 'no'] } as const
