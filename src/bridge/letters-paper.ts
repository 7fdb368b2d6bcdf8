import { z } from 'zod'

/** One letter as it will be read: every text already in words. */
export interface LetterPage {
  /** Above all, at the left: the association. */
  readonly sender: readonly string[]
  /** Where the window of an envelope shows it; empty: no such block. */
  readonly address: readonly string[]
  /** « Objet : … », or ''. */
  readonly subject: string
  /** The lines of the body; an empty one parts two paragraphs. */
  readonly lines: readonly string[]
}
export interface LettersPaper {
  readonly title: string
  readonly language: 'fr' | 'en'
  readonly letters: readonly LetterPage[]
}
/** In one file: making it keeps main busy for about a second. */
export const mostLetters = 500

const texts = z.array(z.string()).max(2_000)
/** What main accepts as letters. */
export const lettersPaper = z.strictObject({
  title: z.string().max(500),
  language: z.enum(['fr', 'en']),
  letters: z
    .array(z.strictObject({ sender: texts, address: texts, subject: z.string(), lines: texts }))
    .min(1)
    .max(mostLetters),
})
