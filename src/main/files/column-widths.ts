import type { OutputCell, OutputColumn } from '#bridge/writing'

const narrowest = 6
const widest = 50

/** Widths in characters: the given ones, else what the header and the first page of rows need, within reason. */
export const columnWidths = (columns: readonly OutputColumn[], rows: readonly (readonly OutputCell[])[]): readonly number[] =>
  columns.map(({ header, width, kind }, index) => {
    if (width !== null) return width
    // Two more for the arrow of the filter.
    let needed = header.length + 2
    if (kind === 'date') needed = Math.max(needed, 11)
    for (const row of rows) {
      const cell = row[index]
      if (cell !== null && cell !== undefined) needed = Math.max(needed, String(cell).length)
    }
    return Math.min(Math.max(needed + 1, narrowest), widest)
  })
