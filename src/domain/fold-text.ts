/** Same letters without accents, ligatures or capitals: « Élodie Œuvré » → « elodie oeuvre ». Blanks, hyphens and signs stay. */
export const foldText = (text: string): string => {
  const lower = text.toLowerCase()
  return plainAscii.test(lower)
    ? lower
    : lower
        .normalize('NFD')
        .replace(marks, '')
        .replace(ligatures, (letter) => ligatureByLetter[letter] ?? letter)
}

/** The words of a text, folded and parted by single blanks: « L’Haÿ-les-Roses » → « l hay les roses ». Two texts are « the same name » when these are equal. */
export const foldWords = (text: string): string => foldText(text).replace(noWord, ' ').trim()

// oxlint-disable-next-line no-control-regex
const plainAscii = /^[\x00-\x7f]*$/
const marks = /\p{M}/gu
const ligatures = /[œæßøłđ]/g
const ligatureByLetter: Readonly<Record<string, string>> = { œ: 'oe', æ: 'ae', ß: 'ss', ø: 'o', ł: 'l', đ: 'd' }
const noWord = /[^\p{L}\p{N}]+/gu
