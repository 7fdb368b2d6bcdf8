/**
 * A text as a CSV may hold it: one that a spreadsheet would run as a formula (`= + - @`, tab, return) gets an apostrophe; telephone numbers and plain
 * numbers do not. Source: OWASP, « CSV Injection ». `unguardFormula` gives back exactly what went in.
 */
export const guardFormula = (text: string): string => (risky.test(text) && !harmless.test(text) ? `'${text}` : text)

/** Takes away the apostrophe that `guardFormula` put, and no other. */
export const unguardFormula = (text: string): string => (guarded.test(text) ? text.slice(1) : text)

// Apostrophes before the sign are counted in, so that « '=1 » typed by somebody comes back as it was.
const risky = /^'*[=+\-@\t\r]/
const guarded = /^'+[=+\-@\t\r]/
/** « +33 6 12 34 56 78 », « -12,5 ». */
const harmless = /^(?:\+\d[\d\s().-]*|-\d[\d\s]*(?:[.,]\d+)?)$/
