import { foldText } from '#domain/fold-text'

/**
 * A text as one looks for it: no capitals, no accents, hyphens and apostrophes are blanks, single blanks, none at the ends; other signs (@ . +) stay.
 * « Loïc LE-GOFF » gives « loic le goff ».
 */
export const searchable = (text: string): string => foldText(text).replace(joins, ' ').trim()

const joins = /[-‐‑–'’ʼ_\s]+/g
