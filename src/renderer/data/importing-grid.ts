import type { GridCell, GridRow } from '#data/importing-contract'
import type { SheetRows } from '#data/importing-rows'
import { isEmptyCell, shownText } from '#domain/importing/cell-text'
import type { CellProblem, RowDraft } from '#domain/importing/draft'
import type { ImportMapping } from '#domain/importing/mapping'

/** A row of the file as the grid shows it: every cell as typed, with what is wrong with it or how it was read. */
export const gridRow = (position: number, draft: RowDraft | undefined, rows: SheetRows, mapping: ImportMapping, joinedTo: number | null): GridRow => {
  const cells = rows.all()[position] ?? []
  const problems = draft?.problems ?? []
  const columns = new Set(mapping.columns.map(({ index }) => index))
  return {
    row: position,
    joinedTo,
    rejected: draft?.rejected === true,
    problems: problems.filter(({ column }) => column === null || !columns.has(column)).map(brief),
    cells: mapping.columns.map(({ index }): GridCell => {
      const cell = cells[index]
      const problem = problems.find(({ column }) => column === index)
      const note = problem === undefined ? draft?.notes.find(({ column }) => column === index) : undefined
      return {
        text: isEmptyCell(cell) ? '' : shownText(cell),
        problem: problem === undefined ? null : brief(problem),
        note: note === undefined ? null : { kind: note.kind, to: note.to },
        mended: rows.isMended(position, index),
      }
    }),
  }
}

const brief = ({ kind, severity }: CellProblem): Pick<CellProblem, 'kind' | 'severity'> => ({ kind, severity })
