import type { RawRow } from '#domain/importing/sheet'

/** The first rows of a sheet, enough to judge it, with what is known of the whole. */
export interface SheetSample {
  readonly name: string
  readonly hidden: boolean
  /** Rows really there. */
  readonly rowCount: number
  readonly rows: readonly RawRow[]
}

/** Why a row below the header is no data. */
export type SkippedRow = { readonly row: number; readonly why: 'empty' | 'total' | 'repeated-header' | 'note' | 'heading' }

/** Where the table lies in a sheet. Positions are 0-based; what people see is 1-based. */
export interface SheetLayout {
  /** Row of the column names (the lower one when the header has two rows); null when the file has no header at all. */
  readonly headerRow: number | null
  /** Row of the groups above the names, when there is one. */
  readonly groupRow: number | null
  /** One name a column, trimmed, never twice the same: « Groupe / Nom » or « Nom (2) »; a nameless column is « Colonne C ». */
  readonly headers: readonly string[]
  /** Rows that hold data, in order. */
  readonly dataRows: readonly number[]
  /** Total rows, header rows repeated and notes at the bottom, that are shown as left out (empty rows are not listed). */
  readonly skipped: readonly SkippedRow[]
}
