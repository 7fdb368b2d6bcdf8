/** Names that Excel and Calc accept, in the same order: 31 characters, none of `[]:*?/\`, no apostrophe at either end, each once whatever its capitals. */
export const sheetNames = (wanted: readonly string[]): readonly string[] => {
  const used = new Set<string>()
  return wanted.map((name) => {
    const clean =
      name
        .replaceAll(/[[\]:*?/\\]/g, ' ')
        .replaceAll(/^'+|'+$/g, '')
        .trim()
        .slice(0, 31) || 'Feuille'
    let unique = clean
    for (let number = 2; used.has(unique.toLowerCase()); number += 1) unique = `${clean.slice(0, 31 - String(number).length - 3)} (${number})`
    used.add(unique.toLowerCase())
    return unique
  })
}
