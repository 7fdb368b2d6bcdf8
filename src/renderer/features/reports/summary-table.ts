import type { FunderReport } from '#domain/report/funder-report'
import type { Figure, FigureRef, YearState } from '#domain/indicators/figure'
import { textColumn, type ReportRow, type ReportTable, type ReportWords } from './report-words.ts'

/** The sheet « Synthèse »: what a funder reads first, beside the period before. */
export const summaryTable = (report: FunderReport, { t }: ReportWords): ReportTable => {
  const { people, events, hours, retention } = report
  const { totals, totalsBefore } = events
  const hoursBefore = totalsBefore.hours
  const state = (name: Exclude<YearState, 'died'>): ReportRow =>
    compared(t(`summary.${name}`), retention.states[name], retention.before?.states[name] ?? null)
  const rows: readonly (ReportRow | null)[] = [
    compared(t('summary.involved'), people.involved, people.involvedBefore),
    compared(t('summary.active'), people.active, people.activeBefore),
    compared(t('summary.staff'), people.staff, people.staffBefore),
    state('newcomers'),
    state('kept'),
    state('returned'),
    state('lapsed'),
    row(
      t('summary.retention'),
      inPercent(retention.retention),
      inPercent(retention.before?.retention ?? null),
      retention.states.kept.ref,
      retention.before?.states.kept.ref ?? null,
    ),
    row(t('summary.events'), totals.events, totalsBefore.events),
    compared(t('summary.came'), totals.came, totalsBefore.came),
    row(t('summary.presences'), totals.presences, totalsBefore.presences),
    row(t('summary.hours'), hours.total, hours.totalBefore, hours.givers.ref, hoursBefore.givers.ref),
    compared(t('summary.givers'), hours.givers, hoursBefore.givers),
    hours.value === null ? null : row(t('summary.value'), hours.value, hours.valueBefore, hours.givers.ref, hoursBefore.givers.ref),
  ]
  const number = (header: string) => ({ header, kind: 'number' as const, width: 16 })
  return {
    id: 'summary',
    name: t('sheets.summary'),
    columns: [
      textColumn(t('summary.columns.figure'), 46),
      number(t('summary.columns.now')),
      number(t('summary.columns.before')),
      { header: t('summary.columns.change'), kind: 'change', width: 16 },
    ],
    rows: rows.filter((line) => line !== null),
  }
}

const compared = (label: string, now: Figure, before: Figure | null): ReportRow =>
  row(label, now.count, before?.count ?? null, now.ref, before?.ref ?? null)

/** A value beside that of the period before and what changed; unknown values leave their cells empty, never 0. */
const row = (
  label: string,
  now: number | null,
  before: number | null,
  ref: FigureRef | null = null,
  refBefore: FigureRef | null = null,
): ReportRow => ({
  cells: [label, now, before, now === null || before === null ? null : Math.round((now - before) * 100) / 100],
  refs: [null, ref, refBefore, null],
})

const inPercent = (ratio: number | null): number | null => (ratio === null ? null : Math.round(ratio * 1000) / 10)
