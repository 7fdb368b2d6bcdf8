const noBreak = '\u00A0'
const narrowNoBreak = '\u202F'

/**
 * French typography, applied once to every French sentence when it is loaded, so that sources keep plain, visible spaces:
 * a no-break space before : and % and inside « », a narrow one before ; ? ! and between the thousands of a number.
 * Times (« 18:30 ») and addresses (« https://… ») have no space there and stay as they are.
 */
export const frenchSpaces = (text: string): string =>
  text
    .replace(/ :/gu, `${noBreak}:`)
    .replace(/« /gu, `«${noBreak}`)
    .replace(/ »/gu, `${noBreak}»`)
    .replace(/ %/gu, `${noBreak}%`)
    .replace(/ (?=[;?!])/gu, narrowNoBreak)
    .replace(/(?<=\d) (?=\d{3}\b)/gu, narrowNoBreak)

/** Sentences by key, nested. */
export interface Words {
  readonly [key: string]: string | Words
}

/** The same words with `change` applied to each sentence. */
export const mapWords = (words: Words, change: (text: string) => string): Words =>
  Object.fromEntries(Object.entries(words).map(([key, value]) => [key, typeof value === 'string' ? change(value) : mapWords(value, change)]))
