import type { GridCell, GridRow } from '#data/importing-contract'
import type { SheetRows } from '#data/importing-rows'
import { isEmptyCell, shownText } from '#domain/importing/cell-text'
import type { CellNote, CellProblem, ProblemKind, RowDraft } from '#domain/importing/draft'
import type { ImportField, ImportMapping } from '#domain/importing/mapping'

/** A row with all that was found about it. */
export interface RowFindings {
  readonly position: number
  readonly draft: RowDraft | undefined
  readonly notes: readonly CellNote[]
  readonly problems: readonly CellProblem[]
  readonly joinedTo: number | null
}

/** A row of the file as the grid shows it: every cell as typed, with what is wrong with it or how it was read. */
export const gridRow = ({ position, draft, notes, problems, joinedTo }: RowFindings, rows: SheetRows, mapping: ImportMapping): GridRow => {
  const cells = rows.all()[position] ?? []
  const columns = new Set(mapping.columns.map(({ index }) => index))
  const placed = problems.map((problem) => ({ problem, column: problem.column ?? columnToMend(problem.kind, mapping) }))
  return {
    row: position,
    joinedTo,
    rejected: draft?.rejected === true,
    problems: placed.filter(({ column }) => column === null || !columns.has(column)).map(({ problem }) => brief(problem)),
    cells: mapping.columns.map(({ index }): GridCell => {
      const cell = cells[index]
      const problem = placed.find(({ column }) => column === index)?.problem
      const note = problem === undefined ? notes.find(({ column }) => column === index) : undefined
      return {
        text: isEmptyCell(cell) ? '' : shownText(cell),
        problem: problem === undefined ? null : brief(problem),
        note: note === undefined ? null : { kind: note.kind, to: note.to },
        mended: rows.isMended(position, index),
      }
    }),
  }
}

/** Where a problem of a whole row is mended: the first column that would say what is missing. */
const columnToMend = (kind: ProblemKind, mapping: ImportMapping): number | null => {
  const fields = fieldsByProblem[kind] ?? []
  return mapping.columns.find(({ target }) => target?.kind === 'field' && fields.includes(target.field))?.index ?? null
}

const fieldsByProblem: Readonly<Partial<Record<ProblemKind, readonly ImportField[]>>> = {
  'missing-name': ['lastName', 'fullName', 'firstName', 'organisation'],
  'missing-event': ['eventName'],
  'initials-only': ['lastName', 'fullName', 'firstName'],
  'repeated-member-number': ['memberNumber'],
}

const brief = ({ kind, severity }: CellProblem): Pick<CellProblem, 'kind' | 'severity'> => ({ kind, severity })
