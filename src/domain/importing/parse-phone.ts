import { isSupportedCountry, parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js/min'

/** The numbers of one cell in E.164; `restored` when a lost zero or plus sign was put back. */
export interface PhonesRead {
  readonly numbers: readonly string[]
  readonly restored: boolean
}

/**
 * Reads one or several phone numbers, French unless they say otherwise: `06 12 34 56 78`, `+33(0)6…`, `0033…`, `33612345678`, `612345678` (its zero lost), « 06… / 01… ».
 * Overseas numbers get the code of their territory. null when one of them is no number that can exist.
 * @param country ISO code of where the person lives, when it is not France.
 */
export const parsePhones = (text: string, country = 'FR'): PhonesRead | null => {
  if (text.length > longestCell) return null
  const region = isSupportedCountry(country) ? country : 'FR'
  const whole = parseOne(text, region)
  if (whole !== null) return { numbers: [whole.number], restored: whole.restored }
  const numbers: string[] = []
  let restored = false
  for (const part of text.split(separators)) {
    const trimmed = part.replace(outerWords, '')
    if (trimmed === '') continue
    const read = parseOne(trimmed, region)
    if (read === null) return null
    restored ||= read.restored
    if (!numbers.includes(read.number)) numbers.push(read.number)
  }
  return numbers.length === 0 ? null : { numbers, restored }
}

/** A French mobile: 06 or 07, overseas too. */
export const isMobile = (number: string): boolean => mobile.test(number)

interface OneRead {
  readonly number: string
  readonly restored: boolean
}

const parseOne = (text: string, region: CountryCode): OneRead | null => {
  const digits = text.replace(signs, '').replace('(0)', '').replace(parentheses, '')
  if (region !== 'FR') return parseForeign(text, region)
  if (frenchNumber.test(digits)) return { number: toE164(digits.slice(1)), restored: false }
  if (frenchPrefixed.test(digits)) return { number: toE164(digits.slice(-9)), restored: digits.startsWith('33') }
  if (lostZero.test(digits)) return { number: toE164(digits), restored: true }
  return digits.length < 5 ? null : parseForeign(text, region)
}

const parseForeign = (text: string, region: CountryCode): OneRead | null => {
  if (letters.test(text)) return null
  const parsed = parsePhoneNumberFromString(text.startsWith('00') ? `+${text.slice(2)}` : text, region)
  if (parsed === undefined) return null
  // Of numbering plans abroad only their lengths are certain here.
  const abroad = international.test(text) && parsed.countryCallingCode !== '33' && parsed.isPossible()
  return parsed.isValid() || abroad ? { number: parsed.number, restored: false } : null
}

/** Nine figures after the zero; the first figures of overseas numbers are reserved for them (Arcep numbering plan). */
const toE164 = (nine: string): string => {
  const code = overseasCode(nine)
  return `+${code}${nine}`
}
const overseasCode = (nine: string): string => {
  const prefix = nine.slice(0, 3)
  return overseasCodeByPrefix.get(prefix) ?? '33'
}

const overseasCodeByPrefix: ReadonlyMap<string, string> = new Map([
  ['262', '262'],
  ['263', '262'],
  ['692', '262'],
  ['693', '262'],
  ['269', '262'],
  ['639', '262'],
  ['590', '590'],
  ['690', '590'],
  ['691', '590'],
  ['594', '594'],
  ['694', '594'],
  ['596', '596'],
  ['696', '596'],
  ['697', '596'],
])
const international = /^(?:\+|00)/
const signs = /[\s.\-_\u00a0\u202f\u2011/]/g
const longestCell = 300
const parentheses = /[()]/g
const frenchNumber = /^0[1-9]\d{8}$/
const frenchPrefixed = /^(?:\+33|0033|33)0?[1-9]\d{8}$/
const lostZero = /^[1-9]\d{8}$/
const separators = /\s*(?:[;,\n\r|/]|:::|\bou\b|\bet\b|\s-\s)\s*/
const outerWords =
  /^[\s:]*(?:(?:t[ée]l(?:[ée]phone)?|port(?:able)?|mob(?:ile)?|fixe|dom(?:icile)?|perso|pro|bureau)\s*[.:]*\s*)*|\s*(?:\((?:[^()\d]*)\))?\s*$/gi
const letters = /\p{L}/u
const mobile = /^\+(?:33[67]|262(?:692|693|639)|590(?:690|691)|594694|596(?:696|697))/
