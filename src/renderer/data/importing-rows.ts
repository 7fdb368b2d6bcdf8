import type { RawCell, RawRow } from '#domain/importing/sheet'

/** The rows of one sheet as the file holds them, with the cells that the user mended on top. */
export interface SheetRows {
  /** Rows from `from` on, as JSON. Taking the same page again changes nothing. */
  readonly take: (from: number, json: string) => void
  /** All rows that came, mended cells included; a live array, not to be kept across a `mend`. */
  readonly all: () => readonly RawRow[]
  readonly mend: (row: number, column: number, text: string) => void
  readonly isMended: (row: number, column: number) => boolean
  /** The row as the file has it, without what was mended. */
  readonly original: (row: number) => RawRow
}

const noRow: RawRow = []

export const createSheetRows = (): SheetRows => {
  const rows: RawRow[] = []
  const originals = new Map<number, RawRow>()
  const mended = new Map<number, Set<number>>()
  return {
    take: (from, json) => {
      // Main's answer, made of `RawRow`s by our own reader: checked by its types, not cell by cell, since a million cells pass here.
      const page = JSON.parse(json) as readonly RawRow[]
      while (rows.length < from) rows.push(noRow)
      for (const [offset, row] of page.entries()) if (!originals.has(from + offset)) rows[from + offset] = row
    },
    all: () => rows,
    mend: (row, column, text) => {
      const before = rows[row] ?? noRow
      if (!originals.has(row)) originals.set(row, before)
      const cells: RawCell[] = Array.from({ length: Math.max(before.length, column + 1) }, (_, index) => before[index] ?? null)
      cells[column] = text === '' ? null : text
      rows[row] = cells
      const columns = mended.get(row) ?? new Set<number>()
      mended.set(row, columns.add(column))
    },
    isMended: (row, column) => mended.get(row)?.has(column) === true,
    original: (row) => originals.get(row) ?? rows[row] ?? noRow,
  }
}
