import type { OutputSheet, SavedFile, SaveProblem, WritingApi } from '#bridge/writing'
import type { FunderReport } from '#domain/report/funder-report'
import type { Result } from '#domain/result'
import { reportTables } from './report-tables.ts'
import type { ReportTable, ReportWords } from './report-words.ts'

/** The heading of the report: on the page, on the paper, and above each sheet. */
export const reportHeading = (
  { period, previous, asOf }: FunderReport,
  { t, format, associationName }: ReportWords,
): { readonly title: string; readonly lines: readonly string[] } => ({
  title: associationName === '' ? t('heading') : t('headingOf', { association: associationName }),
  lines: [
    t('period', { start: format.date(period.start), end: format.date(period.end) }),
    t('previousPeriod', { start: format.date(previous.start), end: format.date(previous.end) }),
    t('computed', { date: format.date(asOf) }),
  ],
})

/** « Les Passerelles rapport 2025-01-01 au 2025-12-31 »: sorts well in a folder. */
export const reportFileName = ({ period }: FunderReport, { t, associationName }: ReportWords): string =>
  t('fileName', { association: associationName, start: period.start, end: period.end }).trim()

/** Writes the workbook, one sheet a table; null when the user gave up. */
export const saveWorkbook = async (
  desktop: Pick<WritingApi, 'startTable' | 'sendRows' | 'finishTable'>,
  report: FunderReport,
  words: ReportWords,
): Promise<Result<SavedFile, SaveProblem> | null> => {
  const tables = reportTables(report, words)
  const { title, lines } = reportHeading(report, words)
  const sheets = tables.map(({ name, columns }): OutputSheet => ({ name, notes: [`${title} – ${name}`, ...lines], columns }))
  const save = await desktop.startTable({
    suggestedName: `${reportFileName(report, words)}.xlsx`,
    format: 'xlsx',
    sheets,
    language: words.format.language,
  })
  if (save === null) return null
  for (const [sheet, table] of tables.entries()) await desktop.sendRows({ ...save, sheet, rows: rowsToBytes(table) })
  return desktop.finishTable(save)
}

/** Prints the page now shown; each sheet of the paper, and the file's own properties, say which report it is. Null when the user gave up. */
export const savePdf = async (
  desktop: Pick<WritingApi, 'savePdf'>,
  report: FunderReport,
  words: ReportWords,
): Promise<Result<SavedFile, SaveProblem> | null> => {
  const windowTitle = document.title
  document.title = reportHeading(report, words).title
  return desktop.savePdf({ suggestedName: `${reportFileName(report, words)}.pdf` }).finally(() => {
    document.title = windowTitle
  })
}

const rowsToBytes = ({ rows }: ReportTable): Uint8Array => new TextEncoder().encode(JSON.stringify(rows.map(({ cells }) => cells)))
