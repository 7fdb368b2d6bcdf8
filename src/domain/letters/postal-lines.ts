import { foldWords } from '#domain/fold-text'
import type { Address } from '#domain/person'

/** French postal layout, standard NF Z 10-011 (and La Poste's reading of it): at most six lines of at most 38 signs. */
export const mostLines = 6
export const longestLine = 38

export interface PostalLines {
  readonly lines: readonly string[]
  /** Something did not fit and was cut: somebody must look at it. */
  readonly cut: boolean
}

/**
 * The lines of an envelope: who, then the street in as many lines as it needs, then postal code and place in capitals, without accents or punctuation (a
 * machine reads it). Abroad, the country in capitals is last. `names`: one line each. `countryName` says a code in words.
 */
export const postalLines = (
  names: readonly string[],
  address: Pick<Address, 'street' | 'postalCode' | 'city' | 'country'>,
  countryName: (code: string) => string,
): PostalLines => {
  const country = isFrance(address.country) ? '' : capitals(countryName(address.country))
  const last = [capitals(`${address.postalCode} ${address.city}`), country].filter((line) => line !== '')
  const streets = address.street.split(/[\n\r]+|\s*,\s+/u).flatMap(wrapLine)
  const people = names.flatMap(wrapLine)
  const room = mostLines - last.length
  // The street says where the letter goes, so names give way first, but one always stays.
  const keptStreets = streets.slice(0, Math.max(1, room - 1))
  const keptPeople = people.slice(0, room - keptStreets.length)
  const lines = [...keptPeople, ...keptStreets, ...last]
  return {
    lines: lines.map((line) => line.slice(0, longestLine).trimEnd()),
    cut: keptStreets.length < streets.length || keptPeople.length < people.length || lines.some((line) => line.length > longestLine),
  }
}

/** « 01000 BOURG EN BRESSE »: capitals without accents, hyphens or other signs. */
export const capitals = (text: string): string => foldWords(text).toUpperCase()

const isFrance = (country: string): boolean => ['', 'FR', 'FRANCE'].includes(country.trim().toUpperCase())

/** Breaks between words; a word longer than a line stays whole, and is told as cut later. */
const wrapLine = (text: string): readonly string[] => {
  const lines: string[] = []
  for (const word of text.trim().split(/\s+/u)) {
    if (word === '') continue
    const line = lines.at(-1)
    if (line !== undefined && line.length + 1 + word.length <= longestLine) lines[lines.length - 1] = `${line} ${word}`
    else lines.push(word)
  }
  return lines
}
