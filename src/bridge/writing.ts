import { z } from 'zod'
import { paperDocument, type PaperDocument } from '#bridge/paper'
import { lettersPaper, type LettersPaper } from '#bridge/letters-paper'
import type { Result } from '#domain/result'

export type TableFormat = 'xlsx' | 'ods' | 'csv' | 'vcf'
/** `text` keeps zeros and is never a formula; `date` cells are ISO partial dates and become real dates when they are full days; `change` shows its sign, + or −. */
export type ColumnKind = 'text' | 'integer' | 'number' | 'change' | 'percent' | 'date' | 'boolean'

export interface OutputColumn {
  readonly header: string
  readonly kind: ColumnKind
  /** In characters; null: fitted to the content. */
  readonly width: number | null
}
/** One sheet: `notes` stand above the header (title, rule, period); rows follow by `sendRows`. */
export interface OutputSheet {
  readonly name: string
  readonly notes: readonly string[]
  readonly columns: readonly OutputColumn[]
}
export type OutputCell = string | number | boolean | null

export interface SavedFile {
  readonly fileName: string
  readonly folder: string
}
export type SaveProblemKind = 'locked' | 'disk-full' | 'refused' | 'folder-missing' | 'too-large' | 'unknown'
export interface SaveProblem {
  readonly kind: SaveProblemKind
  readonly fileName: string
  readonly detail: string
}

/** Writing files. Always to a temporary file beside the target, synced, then renamed: a failure leaves the old file whole. */
export interface WritingApi {
  /** Asks where; null when the user gives up. Nothing is written until `finishTable`. */
  readonly startTable: (table: {
    readonly suggestedName: string
    readonly format: TableFormat
    readonly sheets: readonly OutputSheet[]
    readonly language: 'fr' | 'en'
  }) => Promise<{ readonly saveId: string } | null>
  /** UTF-8 JSON of `OutputCell[][]`, appended to a sheet. */
  readonly sendRows: (page: { readonly saveId: string; readonly sheet: number; readonly rows: Uint8Array }) => Promise<void>
  readonly finishTable: (save: { readonly saveId: string }) => Promise<Result<SavedFile, SaveProblem>>
  readonly cancelTable: (save: { readonly saveId: string }) => Promise<void>
  /** Prints the page now shown (its print style) to a PDF; null when the user gives up. `foot`: title and page number below each page, unless false. */
  readonly savePdf: (file: { readonly suggestedName: string; readonly foot?: boolean | undefined }) => Promise<Result<SavedFile, SaveProblem> | null>
  /** Writes a document as a Word file; null when the user gives up. */
  readonly saveWord: (file: { readonly suggestedName: string; readonly document: PaperDocument }) => Promise<Result<SavedFile, SaveProblem> | null>
  /** Saves bytes that the window made (a chart as PNG); null when the user gives up. */
  readonly saveBytes: (file: { readonly suggestedName: string; readonly bytes: Uint8Array }) => Promise<Result<SavedFile, SaveProblem> | null>
  /** Writes letters as one Word file, each on a page of its own; null when the user gives up. */
  readonly saveLetters: (file: { readonly suggestedName: string; readonly paper: LettersPaper }) => Promise<Result<SavedFile, SaveProblem> | null>
  /** Shows a file that was just saved in the system's file manager. */
  readonly revealSaved: (file: SavedFile) => Promise<void>
}

const saveId = z.uuid()
const column = z.strictObject({
  header: z.string(),
  kind: z.enum(['text', 'integer', 'number', 'change', 'percent', 'date', 'boolean']),
  width: z.number().nullable(),
})
const name = z.string().min(1).max(200)
export const writingPayloads = {
  startTable: z.strictObject({
    suggestedName: name,
    format: z.enum(['xlsx', 'ods', 'csv', 'vcf']),
    sheets: z
      .array(z.strictObject({ name: z.string(), notes: z.array(z.string()), columns: z.array(column) }))
      .min(1)
      .max(50),
    language: z.enum(['fr', 'en']),
  }),
  sendRows: z.strictObject({ saveId, sheet: z.int().min(0), rows: z.instanceof(Uint8Array) }),
  finishTable: z.strictObject({ saveId }),
  cancelTable: z.strictObject({ saveId }),
  savePdf: z.strictObject({ suggestedName: name, foot: z.boolean().optional() }),
  saveWord: z.strictObject({ suggestedName: name, document: paperDocument }),
  saveBytes: z.strictObject({ suggestedName: name, bytes: z.instanceof(Uint8Array) }),
  saveLetters: z.strictObject({ suggestedName: name, paper: lettersPaper }),
  revealSaved: z.strictObject({ fileName: name, folder: z.string() }),
} as const satisfies Record<keyof WritingApi, z.ZodType>
