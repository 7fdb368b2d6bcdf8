import type { RawCell } from '#domain/importing/sheet'

/** A cell as a person reads it: trimmed (no-break and zero-width blanks too), out of its `="…"` wrapping, without the apostrophe that keeps a code a text. */
export const cellText = (cell: RawCell | undefined): string => {
  if (cell === null || cell === undefined) return ''
  if (typeof cell === 'string') return cleanText(cell)
  if (typeof cell === 'number') return numberText(cell)
  if (typeof cell === 'boolean') return cell ? 'VRAI' : 'FAUX'
  if ('date' in cell) return cell.date
  if ('number' in cell) return cleanText(cell.text)
  return cell.error
}

/** The cell as typed, for messages: nothing cleaned but the outer blanks. */
export const shownText = (cell: RawCell | undefined): string =>
  typeof cell === 'string' ? trimBlanks(cell).replaceAll('\u0000', '�') : cellText(cell)

export const isEmptyCell = (cell: RawCell | undefined): boolean =>
  cell === null || cell === undefined || (typeof cell === 'string' && (cell === '' || (isBlank(cell.charCodeAt(0)) && trimBlanks(cell) === '')))

export const isErrorCell = (cell: RawCell | undefined): cell is { readonly error: string } =>
  typeof cell === 'object' && cell !== null && 'error' in cell

/** The error of a formula, typed by the spreadsheet or written out in a text file (« #N/A », « #REF! », « #VALEUR! »); null for any other cell. */
export const errorOfCell = (cell: RawCell | undefined): string | null =>
  isErrorCell(cell) ? cell.error : typeof cell === 'string' && cell.charCodeAt(0) === 0x23 && errorText.test(cell.trimEnd()) ? cell.trimEnd() : null

/** Text without outer blanks, `="01234"` as `01234`, `'49` as `49`; the blanks inside are plain ones. */
export const cleanText = (text: string): string => {
  const trimmed = oddBlank.test(text) ? trimBlanks(text.replace(zeroWidth, '').replace(noBreak, ' ')) : text.trim()
  const first = trimmed.charCodeAt(0)
  if (first === 0x3d) {
    const [, wrapped] = formulaText.exec(trimmed) ?? []
    return wrapped === undefined ? trimmed : wrapped.replaceAll('""', '"').trim()
  }
  // One apostrophe before a sign or a figure is how spreadsheets (and our own export) keep text from becoming a formula.
  return first === 0x27 && guarded.test(trimmed) ? trimmed.slice(1) : trimmed
}

/** A number as typed in French without its thousands: `33612345678`, `1,5`; never `3.36E+10`. */
const numberText = (number: number): string =>
  Number.isInteger(number) && Math.abs(number) < 1e21 ? BigInt(number).toString() : String(number).replace('.', ',')

/** By hand, since a pattern anchored at the end is quadratic on a cell full of blanks. */
const trimBlanks = (text: string): string => {
  let start = 0
  let end = text.length
  while (start < end && isBlank(text.charCodeAt(start))) start += 1
  while (end > start && isBlank(text.charCodeAt(end - 1))) end -= 1
  return start === 0 && end === text.length ? text : text.slice(start, end)
}

const isBlank = (code: number): boolean =>
  code <= 0x20 ||
  (code >= 0xa0 &&
    (code === 0xa0 ||
      code === 0x1680 ||
      (code >= 0x2000 && code <= 0x200d) ||
      code === 0x2028 ||
      code === 0x2029 ||
      code === 0x202f ||
      code === 0x205f ||
      code === 0x2060 ||
      code === 0x3000 ||
      code === 0xfeff))

const errorText = /^#(?:N\/[AD]|REF!|VALUE!|VALEUR!|DIV\/0!|NAME\?|NOM ?\?|NUM!|NOMBRE!|NULL!|NUL!)$/
// A zero is no sign of any writing: a broken copy left it, and the draft says so.
// eslint-disable-next-line no-control-regex -- zeros are the subject
const oddBlank = /[\u0000\u00a0\u202f\u2007\u2009\u200b-\u200d\u2060\ufeff]/
const noBreak = /[\u00a0\u202f\u2007\u2009]/g
// eslint-disable-next-line no-control-regex -- zeros are the subject
const zeroWidth = /[\u0000\u200b-\u200d\u2060\ufeff]/g
const formulaText = /^="((?:[^"]|"")*)"$/
const guarded = /^'+[\d=+\-@\t\r]/
