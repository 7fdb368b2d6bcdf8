import { z } from 'zod'

/** A part of a document to be read on paper. */
export type PaperBlock =
  | { readonly kind: 'heading'; readonly level: 2 | 3; readonly text: string }
  /** Line ends are kept. */
  | { readonly kind: 'paragraph'; readonly text: string }
  /** Cells are text; `widths` are shares of the line, as many as columns. */
  | {
      readonly kind: 'table'
      readonly header: readonly string[]
      readonly rows: readonly (readonly string[])[]
      readonly widths: readonly number[]
    }

/** A document as content alone: the same object is shown on the page, printed, and written as a Word file. */
export interface PaperDocument {
  readonly title: string
  /** Under the title: whose, when. */
  readonly lines: readonly string[]
  readonly blocks: readonly PaperBlock[]
  readonly language: 'fr' | 'en'
}

/** Every text of a document in the order it is read; cells of a table row by row, header first. */
export const textsOfPaper = ({ title, lines, blocks }: PaperDocument): readonly string[] => [
  title,
  ...lines,
  ...blocks.flatMap((block) => (block.kind === 'table' ? [...block.header, ...block.rows.flat()] : [block.text])),
]

const block = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('heading'), level: z.union([z.literal(2), z.literal(3)]), text: z.string() }),
  z.strictObject({ kind: z.literal('paragraph'), text: z.string() }),
  z.strictObject({
    kind: z.literal('table'),
    header: z.array(z.string()).min(1).max(20),
    rows: z.array(z.array(z.string())).max(5_000),
    widths: z.array(z.number().positive()).min(1).max(20),
  }),
])
/** What main accepts as a document. */
export const paperDocument = z.strictObject({
  title: z.string(),
  lines: z.array(z.string()).max(50),
  blocks: z.array(block).max(5_000),
  language: z.enum(['fr', 'en']),
})
