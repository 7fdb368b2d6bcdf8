import type { FunderReport } from '#domain/report/funder-report'
import type { Figure, FigureRef } from '#domain/indicators/figure'
import { textColumn, type ReportRow, type ReportTable, type ReportWords } from './report-words.ts'

/** The sheet « Synthèse »: what a funder reads first, beside the period before. */
export const summaryTable = (report: FunderReport, { t }: ReportWords): ReportTable => {
  const { people, events, hours, retention } = report
  const { totals, totalsBefore } = events
  const hoursBefore = totalsBefore.hours
  const rows: readonly (ReportRow | null)[] = [
    compared(t('summary.involved'), people.involved, people.involvedBefore),
    compared(t('summary.active'), people.active, people.activeBefore),
    single(t('summary.staff'), people.staff.count, people.staff.ref),
    single(t('summary.newcomers'), retention.states.newcomers.count, retention.states.newcomers.ref),
    single(t('summary.kept'), retention.states.kept.count, retention.states.kept.ref),
    single(t('summary.returned'), retention.states.returned.count, retention.states.returned.ref),
    single(t('summary.lapsed'), retention.states.lapsed.count, retention.states.lapsed.ref),
    single(t('summary.retention'), retention.retention === null ? null : Math.round(retention.retention * 1000) / 10, retention.states.kept.ref),
    row(t('summary.events'), totals.events, totalsBefore.events),
    compared(t('summary.came'), totals.came, totalsBefore.came),
    row(t('summary.presences'), totals.presences, totalsBefore.presences),
    row(t('summary.hours'), hours.total, hours.totalBefore, hours.givers.ref, hoursBefore.givers.ref),
    compared(t('summary.givers'), hours.givers, hoursBefore.givers),
    hours.value === null ? null : single(t('summary.value'), hours.value, hours.givers.ref),
  ]
  const number = (header: string) => ({ header, kind: 'number' as const, width: 16 })
  return {
    id: 'summary',
    name: t('sheets.summary'),
    columns: [
      textColumn(t('summary.columns.figure'), 46),
      number(t('summary.columns.now')),
      number(t('summary.columns.before')),
      number(t('summary.columns.change')),
    ],
    rows: rows.filter((line) => line !== null),
  }
}

const compared = (label: string, now: Figure, before: Figure): ReportRow => row(label, now.count, before.count, now.ref, before.ref)
const single = (label: string, value: number | null, ref: FigureRef): ReportRow => ({
  cells: [label, value, null, null],
  refs: [null, ref, null, null],
})
const row = (label: string, now: number, before: number, ref: FigureRef | null = null, refBefore: FigureRef | null = null): ReportRow => ({
  cells: [label, now, before, Math.round((now - before) * 100) / 100],
  refs: [null, ref, refBefore, null],
})
