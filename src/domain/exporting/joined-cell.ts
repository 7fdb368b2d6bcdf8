/** Several texts in one cell, parted by `|` and `;`: what has one of them in it, a return or `\`, gets a `\`. */
export const escaped = (text: string): string => text.replaceAll(/[\\|;]/g, '\\$&').replaceAll('\n', '\\n')
export const unescaped = (text: string): string => text.replaceAll(/\\([^])/g, (_, sign: string) => (sign === 'n' ? '\n' : sign))

/** Parts a text at a sign that no `\` stands before. */
export const pieces = (text: string, sign: string): readonly string[] => {
  const found: string[] = []
  let start = 0
  for (let at = 0; at < text.length; at++) {
    if (text.charAt(at) === '\\') at++
    else if (text.charAt(at) === sign) {
      found.push(text.slice(start, at))
      start = at + 1
    }
  }
  return [...found, text.slice(start)]
}
