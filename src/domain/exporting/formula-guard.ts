/**
 * A text as a CSV may hold it: one that a spreadsheet would run as a formula (`= + - @`, tab, return) gets an apostrophe; telephone numbers and plain
 * numbers do not. Source: OWASP, « CSV Injection ». `unguardFormula` gives back exactly what went in.
 */
export const guardFormula = (text: string): string => (risky.test(text) && !harmless.test(text) ? `'${text}` : text)

/** Takes away the apostrophe that `guardFormula` put, and no other. */
export const unguardFormula = (text: string): string => (guarded.test(text) ? text.slice(1) : text)

/**
 * A text as a cell of a workbook may hold it. Nothing runs there, so hardly anything is guarded: only what our own import (`cleanText`) would take for a
 * guard or a wrapping that was put around a text, « '=1 », « '49 » or « ="01" » typed by somebody, gets one apostrophe more, which the import takes away.
 */
export const guardWorkbookText = (text: string): string => {
  // Most texts begin with a letter.
  if (text.charCodeAt(0) > 0x3d) return text
  return looksGuarded.test(text) ? `'${text}` : text
}

// Apostrophes before the sign are counted in, so that « '=1 » typed by somebody comes back as it was.
const risky = /^'*[=+\-@\t\r]|^'+\d/
const guarded = /^'+[=+\-@\t\r\d]/
const looksGuarded = /^\s*(?:'+[=+\-@\t\r\d]|="(?:[^"]|"")*"\s*$)/
/** « +33 6 12 34 56 78 », « -12,5 ». */
const harmless = /^(?:\+\d[\d\s().-]*|-\d[\d\s]*(?:[.,]\d+)?)$/
