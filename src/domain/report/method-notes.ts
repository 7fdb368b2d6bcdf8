import type { Facts } from '#domain/indicators/facts'
import type { PeriodTotals } from '#domain/indicators/figure'
import { addMonths, type IsoDate, type Period } from '#domain/period'
import type { FunderReportOptions } from './report-options.ts'

/** How the figures were made, as data: the words layer writes one sentence for each. */
export type MethodNote =
  | {
      readonly kind:
        | 'people'
        | 'active-attendance'
        | 'active-hours'
        | 'active-role'
        | 'once'
        | 'staff'
        | 'removed'
        | 'roles'
        | 'partial-dates'
        | 'states'
        | 'retention'
        | 'short-period'
        | 'territories'
        | 'no-territories'
    }
  /** Ages are those of that day. */
  | { readonly kind: 'ages'; readonly on: IsoDate }
  /** How many were left out, or lack their hours. */
  | { readonly kind: 'undated-events' | 'undated-hours' | 'hours-not-noted'; readonly count: number }
  /** The period was not over on that day. */
  | { readonly kind: 'running'; readonly asOf: IsoDate }
  | { readonly kind: 'masking'; readonly threshold: number }
  | { readonly kind: 'valuation'; readonly euros: number; readonly source: string }

/** The notes that apply to a report; those about something that did not happen (no undated event, no masking) are left out. */
export const methodNotes = (facts: Facts, period: Period, options: FunderReportOptions, totals: PeriodTotals): readonly MethodNote[] => {
  const { attendance, hours, role } = facts.settings.activeRule
  const notes: readonly (MethodNote | false)[] = [
    { kind: 'people' },
    attendance && { kind: 'active-attendance' },
    hours && { kind: 'active-hours' },
    role && { kind: 'active-role' },
    { kind: 'once' },
    { kind: 'staff' },
    { kind: 'removed' },
    { kind: 'ages', on: period.end },
    { kind: 'roles' },
    facts.places !== null && { kind: facts.places.hasTerritories ? 'territories' : 'no-territories' },
    { kind: 'partial-dates' },
    totals.undated.events > 0 && { kind: 'undated-events', count: totals.undated.events },
    totals.undated.hours > 0 && { kind: 'undated-hours', count: totals.undated.hours },
    totals.presencesWithoutHours > 0 && { kind: 'hours-not-noted', count: totals.presencesWithoutHours },
    { kind: 'states' },
    { kind: 'retention' },
    period.end >= facts.asOf && { kind: 'running', asOf: facts.asOf },
    // Retention from one short period to the next says little: somebody who comes every other month would « leave » six times a year.
    period.end < addMonths(period.start, 6) && { kind: 'short-period' },
    options.maskBelow !== null && { kind: 'masking', threshold: options.maskBelow },
    options.hourlyRate !== null && { kind: 'valuation', ...options.hourlyRate },
  ]
  return notes.filter((found) => found !== false)
}
