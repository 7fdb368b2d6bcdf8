/** What somebody typed in the search as names: the last word is the surname, unless a word in capitals says which it is. */
export const typedNameToNames = (typed: string): { readonly firstName: string; readonly lastName: string } => {
  const words = typed
    .trim()
    .split(/\s+/u)
    .filter((word) => word !== '')
  const capitals = words.filter((word) => word.length > 1 && word === word.toUpperCase() && word !== word.toLowerCase())
  if (capitals.length > 0 && capitals.length < words.length) {
    return { firstName: words.filter((word) => !capitals.includes(word)).join(' '), lastName: capitals.join(' ') }
  }
  const [only = ''] = words
  if (words.length < 2) return { firstName: '', lastName: capitalised(only) }
  const particle = words.findIndex((word, index) => index > 0 && particles.has(word.toLowerCase()))
  const from = particle > 0 && particle < words.length - 1 ? particle : words.length - 1
  return { firstName: words.slice(0, from).map(capitalised).join(' '), lastName: words.slice(from).map(capitalised).join(' ') }
}

/** Words that begin a surname of several words. */
const particles: ReadonlySet<string> = new Set(['le', 'la', 'de', 'du', 'des', 'van', 'von', 'ben', 'el', 'al', 'da', 'di', 'dos'])

const capitalised = (word: string): string =>
  word === word.toLowerCase() ? word.replace(/(^|[-’'])\p{L}/gu, (letters) => letters.toUpperCase()) : word
