import { foldText, foldWords } from '#domain/fold-text'
import { isFirstName } from '#domain/importing/split-name'

/** What a name says that is not one person: two people (« Anne et Marc Dupont », « M. et Mme Dupont »), a household (« Famille Dupont »), or null: one person. */
export type SeveralPeople = 'two' | 'household'

/**
 * @param part which part of the name the text is: two last names may be those of one person (« Dupont et Martin »), two first names never are.
 * Firms (« Dupont et fils ») are left alone.
 */
export const severalPeople = (text: string, part: 'first' | 'last' | 'whole'): SeveralPeople | null => {
  // Most names have neither a joining word nor a title: this is asked of every row.
  if (!mayBeSeveral.test(text)) return null
  if (coupleTitle.test(text)) return 'two'
  if (part !== 'first' && household.test(text)) return 'household'
  if (part === 'last') return null
  const sides = text.split(joiner).map((side) => side.trim())
  if (sides.length >= 2 && sides.every((side) => letters.test(side)) && !sides.slice(1).some((side) => firm.test(foldWords(side)))) return 'two'
  const halves = text.split('/').map((half) => half.trim())
  return halves.length === 2 && halves.every((half) => isFirstName(half.split(/\s+/)[0] ?? '')) ? 'two' : null
}

/**
 * True for a name of initials only, « JP », « J.P. », « J D »: nobody can be found again by it. Short names that are names stay (« Li », « LÉA », « Ng »
 * with its vowelless capitals only when it stands alone in capitals).
 */
export const isInitialsOnly = (lastName: string, firstName: string): boolean => {
  const name = `${firstName} ${lastName}`.trim()
  if (name.length > 9) return false
  const words = name
    .replaceAll('.', ' ')
    .split(/[\s-]+/)
    .filter((word) => word !== '')
  if (words.length === 0 || !words.every((word) => capitals.test(word))) return false
  if (words.every((word) => word.length === 1)) return true
  const [word = ''] = words
  return words.length === 1 && word.length <= 3 && !vowel.test(foldText(word)) && !isFirstName(word)
}

const mayBeSeveral = /\s(?:et|&|\+|and)\s|[/&+]|^(?:m|mr|mme|melle|mlle|monsieur|madame|famille|foyer)\b/i
const coupleTitle =
  /^(?:m|mr|monsieur)\.?\s*(?:et|&|\+|\/|-|,|ou)?\s*(?:mme|madame|mlle|mademoiselle)(?!\p{L})|^(?:mme|madame|mlle|mademoiselle)\.?(?:\s*(?:et|&|\+|\/|-|,|ou)\s*(?:m|mr|monsieur)|\s+monsieur)(?!\p{L})/iu
const household = /^(?:famille|foyer|fam\.)\s+\p{L}/iu
const joiner = /\s+(?:et|and)\s+|\s*[&+]\s*/i
const letters = /^\p{L}[\p{L}\s'’.-]*$/u
const firm = /^(?:fils|filles?|associes?|cie|compagnie|co|freres?|soeurs?|partners?|sons?|consorts)\b/
const capitals = /^\p{Lu}+$/u
const vowel = /[aeiouy]/
