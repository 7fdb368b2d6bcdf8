import type { CellProblem, ProblemKind } from '#domain/importing/draft'
import { chooseSheet } from '#domain/importing/choose-sheet'
import type { DraftContext } from '#domain/importing/draft-context'
import { createDrafter } from '#domain/importing/draft-rows'
import { findLayout } from '#domain/importing/find-layout'
import { guessMapping } from '#domain/importing/guess-mapping'
import type { ColumnTarget, ImportMapping, ImportSource } from '#domain/importing/mapping'
import type { FileFormat, FileProblemKind, SheetInfo, TextEncoding } from '#domain/importing/sheet'
import type { ReadFile } from '#main/files/read-file'
import { previewRow, type PreviewRow } from './preview.ts'

export type FileReport = ReadReport | RefusedReport

/** What the importer sees in a file: rows are 1-based rows of the chosen sheet. */
export interface ReadReport {
  readonly file: string
  readonly ok: true
  readonly format: FileFormat
  readonly encoding: TextEncoding | null
  readonly delimiter: string | null
  readonly source: ImportSource | null
  readonly sheets: readonly SheetInfo[]
  readonly sheet: string
  readonly headerRow: number | null
  readonly columns: readonly { readonly header: string; readonly field: string | null }[]
  /** `ready` rows have no problem at all; `problems` is the number of the others. */
  readonly counts: { readonly rows: number; readonly ready: number; readonly problems: number }
  /** `column` is the header of the column; null when the whole row is meant. */
  readonly problems: readonly { readonly row: number; readonly column: string | null; readonly kind: ProblemKind; readonly value: string }[]
  readonly preview: readonly PreviewRow[]
}

export interface RefusedReport {
  readonly file: string
  readonly ok: false
  readonly problem: { readonly kind: Exclude<FileProblemKind, 'cancelled'>; readonly message: string }
}

/** The first rows that decide which sheet holds the data. */
const sampleSize = 200
const mostPreviewed = 20
const mostProblems = 50

/** Reads a file as the import page does before the user corrects anything. */
export const report = (file: string, read: ReadFile, context: DraftContext): ReadReport => {
  const { info } = read
  const samples = info.sheets.map(({ name, hidden, rows }, index) => ({ name, hidden, rowCount: rows, rows: read.rows(index, 0, sampleSize) }))
  const chosen = chooseSheet(samples)
  const sheet = info.sheets[chosen]
  const rows = read.rows(chosen, 0, sheet?.rows ?? 0)
  const layout = findLayout(rows)
  const mapping = guessMapping(layout, rows, context.known)
  const draft = createDrafter(mapping, context)
  const preview: PreviewRow[] = []
  const problems: CellProblem[] = []
  let withProblems = 0
  // Drafts are let go one by one: a hundred thousand kept would cost more time than making them.
  for (const position of layout.dataRows) {
    const drafted = draft(rows[position] ?? [], position)
    if (preview.length < mostPreviewed) preview.push(previewRow(drafted))
    if (drafted.problems.length === 0) continue
    withProblems += 1
    if (problems.length < mostProblems) problems.push(...drafted.problems.slice(0, mostProblems - problems.length))
  }
  return {
    file,
    ok: true,
    format: info.format,
    encoding: info.encoding,
    delimiter: info.delimiter,
    source: mapping.source,
    sheets: info.sheets,
    sheet: sheet?.name ?? '',
    headerRow: layout.headerRow === null ? null : layout.headerRow + 1,
    columns: mapping.columns.map(({ header, target }) => ({ header, field: fieldName(target) })),
    counts: { rows: layout.dataRows.length, ready: layout.dataRows.length - withProblems, problems: withProblems },
    problems: named(problems, mapping),
    preview,
  }
}

const named = (problems: readonly CellProblem[], mapping: ImportMapping): ReadReport['problems'] => {
  const headerByColumn = new Map(mapping.columns.map(({ index, header }) => [index, header]))
  return problems.map(({ row, column, kind, value }) => ({
    row: row + 1,
    column: column === null ? null : (headerByColumn.get(column) ?? null),
    kind,
    value,
  }))
}

const fieldName = (target: ColumnTarget | null): string | null => {
  if (target === null) return null
  switch (target.kind) {
    case 'field':
      return target.field
    case 'custom':
      // A column that nothing recognised, proposed as a field of the association's own.
      return null
    case 'tag':
      return 'tag'
    case 'role':
    case 'role-year':
      return 'role'
    case 'event':
      return 'attendance'
  }
}
