import type { FigureRef } from '#domain/indicators/figure'
import type { FunderReport } from '#domain/report/funder-report'
import { noteText } from './report-tables.ts'
import type { ReportWords } from './report-words.ts'

/** The rule under which a figure of the report counted its people, as the method says it; `shortRule` is the part that one list is about. */
export const listRule = (
  ref: FigureRef,
  report: Pick<FunderReport, 'notes'>,
  words: ReportWords,
): { readonly rule: string; readonly shortRule: string | undefined } => {
  const { t } = words
  const active = report.notes
    .filter(({ kind }) => kind.startsWith('active-'))
    .map((note) => noteText(note, words))
    .join(' ')
  const whole = (rule: string, shortRule?: string): { readonly rule: string; readonly shortRule: string | undefined } => ({ rule, shortRule })
  switch (ref.kind) {
    case 'period-state':
    case 'year-state':
      return whole(`${t('notes.states')} ${active}`, t(`short.${ref.state}`))
    case 'first-year':
      return whole(`${t('notes.states')} ${active}`, t('short.newcomers'))
    case 'active-in':
    case 'active-at':
      return whole(active)
    case 'staff-in':
      return whole(t('notes.staff'))
    case 'came':
      return whole(t('notes.once'))
    case 'gave-hours':
      return whole(t('notes.staff'))
    case 'group':
      return listRule(ref.base, report, words)
    case 'involved-in':
    case 'photo':
    case 'cohort':
    case 'fading':
      return whole(t('notes.people'))
  }
}
