import { foldText } from '#domain/fold-text'
import { commonFirstNames } from '#domain/importing/first-names'
import type { NameOrder } from '#domain/importing/mapping'

export interface SplitName {
  readonly lastName: string
  readonly firstName: string
}

/**
 * Parts a whole name. Capitals decide (« Camille DURAND », « DE LA TOUR Marie »), then a comma (« Durand, Camille »), then the order of the column.
 * Case, accents and hyphens stay as typed; « M. » and « Mme » are left out. One word alone is a last name.
 */
export const splitFullName = (text: string, order: NameOrder): SplitName => {
  const bare = text.replace(title, '').replace(blanks, ' ').trim()
  const comma = bare.indexOf(',')
  if (comma > 0) return { lastName: bare.slice(0, comma).trim(), firstName: bare.slice(comma + 1).trim() }
  const words = bare.split(' ')
  if (words.length === 1) return { lastName: bare, firstName: '' }
  return splitByCapitals(words) ?? splitByOrder(words, surelyFirst(words) ?? order)
}

/** How most names of a column are ordered, from capitals, then from common first names; null when nothing tells. */
export const guessNameOrder = (texts: readonly string[]): NameOrder | null => {
  let lastFirst = 0
  let firstLast = 0
  for (const text of texts) {
    const words = text.replace(title, '').trim().split(blanks)
    const [first = ''] = words
    const last = words.at(-1) ?? ''
    if (words.length < 2 || text.includes(',')) continue
    const vote = isCapitals(first) !== isCapitals(last) ? (isCapitals(first) ? 1 : -1) : Number(isFirstName(last)) - Number(isFirstName(first))
    if (vote > 0) lastFirst += 1
    if (vote < 0) firstLast += 1
  }
  return lastFirst === firstLast ? null : lastFirst > firstLast ? 'last-first' : 'first-last'
}

/** True when a text reads as the whole name of somebody: two to five words of letters, one of them a common first name or in capitals beside one that is not. */
export const isLikeFullName = (text: string): boolean => {
  if (text.length > 80 || !nameLetters.test(text)) return false
  const words = text
    .replace(title, '')
    .trim()
    .split(/[\s,]+/)
  if (words.length < 2 || words.length > 5) return false
  return words.some((word) => isFirstName(word)) || (words.some((word) => word.length > 2 && isCapitals(word)) && !words.every(isCapitals))
}

export const isFirstName = (word: string): boolean => commonFirstNames.has(foldText(word).split('-')[0] ?? '')

const splitByCapitals = (words: readonly string[]): SplitName | null => {
  const capitals = words.map(isCapitals)
  const firstCapital = capitals.indexOf(true)
  const lastCapital = capitals.lastIndexOf(true)
  if (firstCapital === -1 || capitals.every(Boolean)) return null
  let start = firstCapital
  while (start > 0 && particles.has(foldText(words[start - 1] ?? ''))) start -= 1
  const before = words.slice(0, start)
  const after = words.slice(lastCapital + 1)
  const between = words.slice(start, lastCapital + 1)
  // « Jean-Luc DE la TOUR Marc »: capitals on both sides of something that is no particle tell nothing.
  if (!between.every((word) => isCapitals(word) || particles.has(foldText(word)))) return null
  if (before.length > 0 && after.length > 0) return null
  return { lastName: between.join(' '), firstName: [...before, ...after].join(' ') }
}

/** Whatever the order of the others: a name that begins with « Le » begins with its last name, one that begins with « Marie-Claude » does not. */
const surelyFirst = (words: readonly string[]): NameOrder | null => {
  const [first = ''] = words
  if (leadingParticles.has(foldText(first))) return 'last-first'
  const parts = foldText(first).split('-')
  const isDouble = parts.length === 2 && parts.every((part) => commonFirstNames.has(part))
  return isDouble && !words.slice(1).some(isFirstName) ? 'first-last' : null
}

const splitByOrder = (words: readonly string[], order: NameOrder): SplitName => {
  if (order === 'last-first') {
    let end = 1
    while (end < words.length - (leadingParticles.has(foldText(words[0] ?? '')) ? 0 : 1) && particles.has(foldText(words[end - 1] ?? ''))) end += 1
    return { lastName: words.slice(0, end).join(' '), firstName: words.slice(end).join(' ') }
  }
  let start = 1
  while (start < words.length - 1 && isFirstName(words[start] ?? '') && !particles.has(foldText(words[start] ?? ''))) start += 1
  return { firstName: words.slice(0, start).join(' '), lastName: words.slice(start).join(' ') }
}

const isCapitals = (word: string): boolean => twoLetters.test(word) && word === word.toUpperCase() && word !== word.toLowerCase()

const particles = new Set([
  'de',
  'du',
  'des',
  'd',
  'la',
  'le',
  'les',
  'van',
  'von',
  'der',
  'den',
  'di',
  'da',
  'do',
  'dos',
  'del',
  'della',
  'el',
  'al',
  'ben',
  'ait',
  'bint',
  'saint',
  'st',
  'mc',
  'mac',
  "d'",
  'd’',
])
/** None of these is a first name too. */
const leadingParticles = new Set(['le', 'la', 'les', 'de', 'du', 'des', 'von'])
const title = /^(?:m(?:r|me|lle|onsieur|adame|ademoiselle)?\.?|dr\.?|pr\.?|mrs\.?|ms\.?)\s+(?=\S)/i
const blanks = /\s+/g
const twoLetters = /\p{L}[\p{L}'’.-]*\p{L}/u
const nameLetters = /^[\p{L}][\p{L}\s'’.,-]*$/u
