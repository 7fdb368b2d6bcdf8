import uFuzzy from '@leeoniya/ufuzzy'
import type { TagId } from '#domain/id'
import type { Person } from '#domain/person'
import { searchable } from '#domain/searchable'

/** Everything a person is found by, as one searchable text: a word of a query must be somewhere in it. */
export interface SearchText {
  readonly all: string
  /** Names alone: the only place where a typing error is forgiven. */
  readonly names: string
}

/** What a query found: positions in the order of the texts. `fuzzy`: nothing was found as typed, these differ by one typing error a word. */
export interface Found {
  readonly positions: Uint32Array
  readonly fuzzy: boolean
}

/**
 * The text by which a person is found: names (also without their blanks: « jeanpierre »), e-mails, phones (with 0 and with 0033), communes,
 * postal codes, tags, member number.
 */
export const personToSearchText = (person: Person, tagNames: ReadonlyMap<TagId, string>): SearchText => {
  const first = searchable(person.firstName)
  const last = searchable(person.lastName)
  const names = `${last} ${first}${compactOf(last)}${compactOf(first)}`
  let all = names
  for (const email of person.emails) all += `\n${searchable(email.address)}`
  for (const phone of person.phones) all += `\n${phoneToSearchText(phone.number)}`
  for (const address of person.addresses) {
    if (address.city !== '') all += `\n${searchableCity(address.city)}`
    if (address.postalCode !== '') all += `\n${address.postalCode}`
  }
  for (const tag in person.tags) all += `\n${searchable(tagNames.get(tag as TagId) ?? '')}`
  if (person.memberNumber !== '') all += `\n${searchable(person.memberNumber)}`
  return { all, names }
}

/** The words of a query, all of which must be found. A phone number is one word however its digits are grouped: « +33 (0)6 12 » is « 00336 12 » is « 0612… ». */
export const queryToWords = (query: string): readonly string[] => {
  const words = searchable(query.replace(phoneInQuery, (number) => ` ${phoneToWord(number)} `)).split(' ')
  return [...new Set(words.filter((word) => word !== ''))]
}

/** Positions (among `within`, or all) whose text holds every word; when there is none, those whose names do up to one typing error a word. */
export const findPeople = (texts: readonly SearchText[], words: readonly string[], within: Uint32Array): Found => {
  const exact = within.filter((position) => holdsAll(texts[position]?.all ?? '', words))
  if (exact.length > 0 || !words.some((word) => word.length >= shortestFuzzyWord)) return { positions: exact, fuzzy: false }
  const close = findClose(texts, words, within)
  return { positions: close, fuzzy: close.length > 0 }
}

const holdsAll = (text: string, words: readonly string[]): boolean => {
  for (const word of words) if (!text.includes(word)) return false
  return true
}

const findClose = (texts: readonly SearchText[], words: readonly string[], within: Uint32Array): Uint32Array => {
  const names: string[] = Array.from(within, (position) => texts[position]?.names ?? '')
  let found = names.map((_, index) => index)
  for (const word of words) {
    found =
      word.length >= shortestFuzzyWord && /^[\p{L}]+$/u.test(word)
        ? (oneError.filter(names, word, found) ?? [])
        : found.filter((index) => names[index]?.includes(word) ?? false)
    if (found.length === 0) break
  }
  return Uint32Array.from(found, (index) => within[index] ?? 0)
}

/** A shorter word with an error in it could be anybody. */
const shortestFuzzyWord = 4
const oneError = new uFuzzy({ intraMode: 1, intraIns: 1, intraSub: 1, intraTrn: 1, intraDel: 1, intraSlice: [0, Number.POSITIVE_INFINITY] })

const compactOf = (name: string): string => (name.includes(' ') ? ` ${name.replaceAll(' ', '')}` : '')

/** Calling codes of metropolitan and overseas France, whose numbers are also written with a 0. */
const frenchNumber = /^(?:33|262|590|594|596)(\d{9})$/

/** People live in few places: each is made searchable once. */
const searchableCity = (city: string): string => {
  const known = searchableCities.get(city)
  if (known !== undefined) return known
  const made = searchable(city)
  if (searchableCities.size < 50_000) searchableCities.set(city, made)
  return made
}
const searchableCities = new Map<string, string>()

const phoneToSearchText = (number: string): string => {
  // Nearly all of them, without a regular expression.
  if (number.length === 12 && number.startsWith('+33')) return `0${number.slice(3)} 00${number.slice(1)}`
  const digits = number.replace(/\D/g, '')
  if (!number.startsWith('+')) return digits
  const national = frenchNumber.exec(digits)?.[1]
  return national === undefined ? `00${digits}` : `0${national} 00${digits}`
}

/** A group that begins with + or 00, or at least two groups of two or three digits. */
const phoneInQuery = /(?:\+|\b00)[\d\s.()-]*\d|(?<![\d\p{L}])\d{1,3}(?:[\s.-]\d{2,3})+(?![\d\p{L}])/gu

const phoneToWord = (typed: string): string => {
  const digits = typed.replace('(0)', '').replace(/\D/g, '')
  return typed.startsWith('+') ? `00${digits}` : digits
}
