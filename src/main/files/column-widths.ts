import type { OutputCell, OutputColumn } from '#bridge/writing'

/** How many lines a text takes in a column: those it has, and more in a column of a given width (a report's), where it must be read whole. */
export const linesIn = (text: string, width: number | null): number => {
  const own = text.includes('\n') ? text.split('\n').length : 1
  return width === null || text.length <= width ? own : Math.max(own, Math.ceil(text.length / width))
}

const narrowest = 6
const widest = 50

/** Widths in characters: the given ones where they hold the header, else what the header and the first page of rows need, within reason. */
export const columnWidths = (columns: readonly OutputColumn[], rows: readonly (readonly OutputCell[])[]): readonly number[] =>
  columns.map(({ header, width, kind }, index) => {
    // Two more for the arrow of the filter.
    let needed = header.length + 2
    if (width !== null) return Math.max(width, Math.min(needed + 2, widest))
    if (kind === 'date') needed = Math.max(needed, 11)
    for (const row of rows) {
      const cell = row[index]
      if (cell !== null && cell !== undefined) needed = Math.max(needed, String(cell).length)
    }
    return Math.min(Math.max(needed + 1, narrowest), widest)
  })
