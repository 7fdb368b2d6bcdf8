const asciiOnly = /^[\x20-\x7e]*$/
const marks = /\p{M}/gu
const ligatures: ReadonlyMap<string, string> = new Map([['œ', 'oe'], ['æ', 'ae'], ['ß', 'ss'], ['ø', 'o'], ['ł', 'l'], ['đ', 'd'], ['ı', 'i']])
const ligature = /[œæßøłđı]/g
const joins = /[-‐‑–'’ʼ_\s]+/g

/**
 * A text as one looks for it: lower case, no accents, hyphens and apostrophes are blanks, single blanks, none at the ends.
 * « Loïc LE-GOFF » gives « loic le goff »; two texts that a person would call the same give the same answer.
 */
export const searchable = (text: string): string => {
  const lower = text.toLowerCase()
  const bare = asciiOnly.test(lower) ? lower : lower.normalize('NFD').replace(marks, '').replace(ligature, (letter) => ligatures.get(letter) ?? letter)
  return bare.replace(joins, ' ').trim()
}
