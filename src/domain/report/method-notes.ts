import type { Facts } from '#domain/indicators/facts'
import type { PeriodTotals } from '#domain/indicators/figure'
import { addMonths, type Period } from '#domain/period'
import type { FunderReportOptions } from './report-options.ts'

/** How the figures were made, as data: the words layer writes one sentence for each. */
export interface MethodNote {
  readonly key: MethodNoteKey
  readonly values: Readonly<Record<string, string | number>>
}
export const methodNoteKeys = [
  'people', 'active-attendance', 'active-hours', 'active-role', 'once', 'staff', 'removed', 'ages', 'roles', 'partial-dates', 'undated-events', 'undated-hours',
  'hours-not-noted', 'states', 'retention', 'running', 'short-period', 'masking', 'valuation',
] as const
export type MethodNoteKey = (typeof methodNoteKeys)[number]

/** The notes that apply to a report; those about something that did not happen (no undated event, no masking) are left out. */
export const methodNotes = (facts: Facts, period: Period, options: FunderReportOptions, totals: PeriodTotals): readonly MethodNote[] => {
  const { attendance, hours, role } = facts.settings.activeRule
  const notes: readonly (MethodNote | false)[] = [
    note('people'),
    attendance && note('active-attendance'),
    hours && note('active-hours'),
    role && note('active-role'),
    note('once'),
    note('staff'),
    note('removed'),
    note('ages', { on: period.end }),
    note('roles'),
    note('partial-dates'),
    totals.undated.events > 0 && note('undated-events', { count: totals.undated.events }),
    totals.undated.hours > 0 && note('undated-hours', { count: totals.undated.hours }),
    totals.presencesWithoutHours > 0 && note('hours-not-noted', { count: totals.presencesWithoutHours }),
    note('states'),
    note('retention'),
    period.end >= facts.asOf && note('running', { asOf: facts.asOf }),
    // Retention from one short period to the next says little: somebody who comes every other month would « leave » six times a year.
    period.end < addMonths(period.start, 6) && note('short-period'),
    options.maskBelow !== null && note('masking', { threshold: options.maskBelow }),
    options.hourlyRate !== null && note('valuation', { euros: options.hourlyRate.euros, source: options.hourlyRate.source }),
  ]
  return notes.filter((found) => found !== false)
}

const note = (key: MethodNoteKey, values: MethodNote['values'] = {}): MethodNote => ({ key, values })
