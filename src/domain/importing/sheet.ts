/**
 * One cell as the file holds it, nothing guessed yet.
 * - text is text, untrimmed; a cell that a file shows as text stays text (codes keep their zeros);
 * - `date`: a cell the file itself types as a date, ISO local, `2019-10-01` or `2019-10-01T20:36:00`, whatever calendar system the file uses;
 * - `number` + `text`: a number whose shown text differs from it (a postal code 1000 shown « 01000 », a phone 612345678 shown « 06 12 34 56 78 »);
 * - `error`: a spreadsheet error such as `#N/A`.
 */
export type RawCell =
  | null
  | string
  | number
  | boolean
  | { readonly date: string }
  | { readonly number: number; readonly text: string }
  | { readonly error: string }

/** A row may be shorter than the sheet is wide; trailing empty cells are left out. */
export type RawRow = readonly RawCell[]

export type FileFormat = 'xlsx' | 'xlsm' | 'xlsb' | 'xls' | 'ods' | 'fods' | 'csv' | 'vcf' | 'html' | 'xml2003'
export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' | 'macintosh'

/** `rows` and `columns` count what is really there, up to the last non-empty cell: declared sizes lie. */
export interface SheetInfo {
  readonly name: string
  readonly rows: number
  readonly columns: number
  readonly hidden: boolean
  /** The file has a person a column; rows and columns were exchanged, so that a row is a person. */
  readonly turned?: true
}

export interface FileInfo {
  readonly fileName: string
  readonly format: FileFormat
  /** null for binary formats. */
  readonly encoding: TextEncoding | null
  /** null unless the format is csv. */
  readonly delimiter: string | null
  readonly sheets: readonly SheetInfo[]
}

/** Why a file can't be taken at all. */
export type FileProblemKind = 'encrypted' | 'empty' | 'corrupt' | 'unsupported' | 'too-large' | 'unreadable' | 'cancelled'
export interface FileProblem {
  readonly kind: FileProblemKind
  /** For the log: never shown as such. */
  readonly detail: string
}
