import type { ProblemKind, RowDraft } from '#domain/importing/draft'
import { chooseSheet } from '#domain/importing/choose-sheet'
import type { DraftContext } from '#domain/importing/draft-context'
import { draftRows } from '#domain/importing/draft-rows'
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

/** Reads a file as the import page does before the user corrects anything. */
export const report = (file: string, read: ReadFile, context: DraftContext): ReadReport => {
  const { info } = read
  const samples = info.sheets.map(({ name, hidden, rows }, index) => ({ name, hidden, rowCount: rows, rows: read.rows(index, 0, sampleSize) }))
  const chosen = chooseSheet(samples)
  const sheet = info.sheets[chosen]
  const rows = read.rows(chosen, 0, sheet?.rows ?? 0)
  const layout = findLayout(rows)
  const mapping = guessMapping(layout, rows, context.known)
  const drafts = draftRows(mapping, layout, rows, context)
  const withProblems = drafts.filter((draft) => draft.problems.length > 0).length
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
    counts: { rows: drafts.length, ready: drafts.length - withProblems, problems: withProblems },
    problems: firstProblems(drafts, mapping),
    preview: drafts.slice(0, 20).map(previewRow),
  }
}

const firstProblems = (drafts: readonly RowDraft[], mapping: ImportMapping): ReadReport['problems'] => {
  const headerByColumn = new Map(mapping.columns.map(({ index, header }) => [index, header]))
  return drafts
    .values()
    .flatMap((draft) => draft.problems)
    .take(50)
    .map(({ row, column, kind, value }) => ({ row: row + 1, column: column === null ? null : (headerByColumn.get(column) ?? null), kind, value }))
    .toArray()
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
