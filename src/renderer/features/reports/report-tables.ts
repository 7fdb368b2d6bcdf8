import type { FunderReport } from '#domain/report/funder-report'
import type { AssociationYear } from '#domain/year'
import { peopleTable } from './people-table.ts'
import { countColumn, textColumn, type ReportRow, type ReportTable, type ReportWords } from './report-words.ts'
import { summaryTable } from './summary-table.ts'

/** The report as tables, in the order of the workbook; the page shows the very same ones. */
export const reportTables = (report: FunderReport, words: ReportWords): readonly ReportTable[] => [
  summaryTable(report, words),
  peopleTable(report, words),
  eventsTable(report, words),
  hoursTable(report, words),
  retentionTable(report, words),
  methodTable(report, words),
]

/** « 2025 », or « 2025-2026 » for a year that spans two. */
export const yearName = ({ key, endYear }: Pick<AssociationYear, 'key' | 'endYear'>): string => (key === endYear ? String(key) : `${key}-${endYear}`)

const eventsTable = ({ events }: FunderReport, { t }: ReportWords): ReportTable => ({
  id: 'events',
  name: t('sheets.events'),
  columns: [
    textColumn(t('events.columns.name'), 40),
    { header: t('events.columns.date'), kind: 'date', width: 12 },
    textColumn(t('events.columns.kind'), 18),
    textColumn(t('events.columns.place'), 24),
    textColumn(t('events.columns.format'), 20),
    countColumn(t('events.columns.registered')),
    countColumn(t('events.columns.came')),
    { header: t('events.columns.hours'), kind: 'number', width: 12 },
  ],
  rows: events.lines.map(({ name, date, kind, place, format, registered, came, hours }) =>
    plain([name, date, kind, place, t(`events.formats.${format}`), registered, came, hours]),
  ),
})

const hoursTable = ({ hours, events }: FunderReport, { t }: ReportWords): ReportTable => ({
  id: 'hours',
  name: t('sheets.hours'),
  columns: [
    textColumn(t('hours.columns.task'), 40),
    { header: t('hours.columns.hours'), kind: 'number', width: 14 },
    countColumn(t('hours.columns.people')),
  ],
  rows: [
    ...(events.totals.hours.atEvents === 0 ? [] : [plain([t('hours.atEvents'), hours.atEvents, null])]),
    ...hours.byTask.map(({ task, hours: given, people }) => plain([task === '' ? t('common:unknown') : task, given, people])),
  ],
})

const retentionTable = ({ retention }: FunderReport, { t }: ReportWords): ReportTable => {
  const columns = ['active', 'newcomers', 'kept', 'returned', 'lapsed', 'died'] as const
  const renewedByYear = new Map(retention.firstYears.map(({ year, renewed }) => [year.key, renewed]))
  return {
    id: 'retention',
    name: t('sheets.retention'),
    columns: [
      textColumn(t('retention.columns.year'), 20),
      ...columns.map((column) => countColumn(t(`retention.columns.${column}`))),
      { header: t('retention.columns.rate'), kind: 'percent', width: 16 },
      countColumn(t('retention.columns.base')),
      countColumn(t('retention.columns.firstYear')),
    ],
    rows: retention.years.map(({ year, active, states, retention: rate, retentionBase, isOver }): ReportRow => {
      const figures = columns.map((column) => (column === 'active' ? active : states[column]))
      const renewed = renewedByYear.get(year.key)
      return {
        cells: [
          isOver ? yearName(year) : t('retention.running', { year: yearName(year) }),
          ...figures.map(({ count }) => count),
          rate,
          retentionBase,
          renewed?.count ?? null,
        ],
        refs: [null, ...figures.map(({ ref }) => ref), null, null, renewed?.ref ?? null],
      }
    }),
  }
}

const methodTable = ({ notes }: FunderReport, { t, format }: ReportWords): ReportTable => ({
  id: 'method',
  name: t('sheets.method'),
  columns: [textColumn(t('method.columns.point'), 8), textColumn(t('method.columns.text'), 120)],
  rows: notes.map((note, index) => plain([String(index + 1), noteText(note, { t, format })])),
})

/** One note of the method in words. */
export const noteText = (note: FunderReport['notes'][number], { t, format }: Pick<ReportWords, 't' | 'format'>): string => {
  switch (note.kind) {
    case 'ages':
      return t('notes.ages', { on: format.date(note.on) })
    case 'running':
      return t('notes.running', { asOf: format.date(note.asOf) })
    case 'undated-events':
    case 'undated-hours':
    case 'hours-not-noted':
      return t(`notes.${note.kind}`, { count: note.count })
    case 'masking':
      return t('notes.masking', { threshold: note.threshold })
    case 'valuation':
      return t('notes.valuation', { euros: format.number(note.euros, 2), source: note.source === '' ? t('common:unknown') : note.source })
    default:
      return t(`notes.${note.kind}`)
  }
}

const plain = (cells: ReportRow['cells']): ReportRow => ({ cells, refs: cells.map(() => null) })
