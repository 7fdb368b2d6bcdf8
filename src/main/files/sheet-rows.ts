import type { FileProblem, RawCell, RawRow, SheetInfo } from '#domain/importing/sheet'
import { readLimits } from './read-limits.ts'
import { fileProblem } from './read-problem.ts'

/** A sheet as it was read: rows without anything in them are missing from `rows`, which may be sparse. */
export interface ReadSheet {
  readonly info: SheetInfo
  readonly rows: readonly (RawRow | undefined)[]
}

/** Thrown while a sheet is filled, caught where the file is read: the one failure that can arise in the middle of any loop. */
export class TooManyCells extends Error {
  readonly problem: FileProblem = fileProblem('too-large', `more than ${readLimits.cells} cells`)
}

/** Counts the cells of a whole file. */
export interface CellBudget {
  left: number
}
export const newCellBudget = (): CellBudget => ({ left: readLimits.cells })

/** Gathers the cells of one sheet, in any order; empty texts are no cells, trailing nulls never arise. */
export class SheetRows {
  readonly #rows: RawCell[][] = []
  readonly #budget: CellBudget
  #columns = 0

  constructor(budget: CellBudget) {
    this.#budget = budget
  }

  /** Puts a cell at a 0-based place; null and '' are ignored, cells beyond Excel's own limits too. */
  put(row: number, column: number, cell: RawCell): void {
    if (cell === null || cell === '' || row >= readLimits.rows || column >= readLimits.columns) return
    if (--this.#budget.left < 0) throw new TooManyCells()
    const cells = (this.#rows[row] ??= [])
    while (cells.length < column) cells.push(null)
    cells[column] = cell
    if (column >= this.#columns) this.#columns = column + 1
  }

  finish(name: string, hidden: boolean): ReadSheet {
    return { info: { name, rows: this.#rows.length, columns: this.#columns, hidden }, rows: this.#rows }
  }
}
