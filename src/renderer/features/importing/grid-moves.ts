import type { GridRow } from '#data/importing-contract'

/** A cell of the grid: position of its row in the list, position of its column in the mapping. */
export interface CellPlace {
  readonly index: number
  readonly column: number
}

/** Where a key leads from a cell, null when it leads nowhere. */
export const moveInGrid = (
  key: string,
  { index, column }: CellPlace,
  size: { readonly rows: number; readonly columns: number; readonly page: number },
): CellPlace | null => {
  const to = (row: number, col: number): CellPlace => ({ index: clamp(row, size.rows), column: clamp(col, size.columns) })
  switch (key) {
    case 'ArrowDown':
      return to(index + 1, column)
    case 'ArrowUp':
      return to(index - 1, column)
    case 'ArrowRight':
      return to(index, column + 1)
    case 'ArrowLeft':
      return to(index, column - 1)
    case 'PageDown':
      return to(index + size.page, column)
    case 'PageUp':
      return to(index - size.page, column)
    case 'Home':
      return to(index, 0)
    case 'End':
      return to(index, size.columns - 1)
    default:
      return null
  }
}

/** The nearest cell with a problem after (or before) a cell, among the rows that are there; null when there is none. */
export const nextToMend = (rowAt: (index: number) => GridRow | undefined, rows: number, from: CellPlace, direction: 1 | -1): CellPlace | null => {
  for (let index = from.index; index >= 0 && index < rows; index += direction) {
    const row = rowAt(index)
    if (row === undefined) return null
    const columns = row.cells.flatMap(({ problem }, column) =>
      problem !== null && (index !== from.index || (column - from.column) * direction > 0) ? [column] : [],
    )
    const column = direction === 1 ? columns[0] : columns.at(-1)
    if (column !== undefined) return { index, column }
  }
  return null
}

const clamp = (value: number, length: number): number => Math.min(Math.max(0, value), Math.max(0, length - 1))
