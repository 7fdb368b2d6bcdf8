import type { EventId } from '#domain/id'
import { earliestActivity } from '#domain/indicators/active-years'
import { activeIn, type Facts } from '#domain/indicators/facts'
import type { Figure, FigureRef, FirstYearRow, GroupBy, GroupRow, PeriodTotals, YearState, YearStatesRow } from '#domain/indicators/figure'
import { peopleInvolvedIn, staffIn } from '#domain/indicators/involved-people'
import { peopleByGroup } from '#domain/indicators/people-groups'
import { eventsIn, eventTotals, periodTotals } from '#domain/indicators/period-totals'
import { firstYearTable, periodStates, retentionOf, yearStatesTable } from '#domain/indicators/year-states'
import { dayNumberOf, periodBefore, type IsoDate, type PartialDate, type Period } from '#domain/period'
import { crossPeople, type Crossing } from './crossing.ts'
import { hoursByTask, type TaskHours } from './hours-by-task.ts'
import { methodNotes, type MethodNote } from './method-notes.ts'
import type { FunderReportOptions } from './report-options.ts'

/** The report for a funder: one object for the page, the workbook and the PDF, so that no figure can differ between them. */
export interface FunderReport {
  readonly period: Period
  readonly previous: Period
  readonly asOf: IsoDate
  readonly options: FunderReportOptions
  readonly people: ReportPeople
  readonly events: ReportEvents
  readonly hours: ReportHours
  readonly retention: ReportRetention
  readonly notes: readonly MethodNote[]
}
export interface ReportPeople {
  /** Everybody the association worked with; the base of the groups. */
  readonly involved: Figure
  readonly involvedBefore: Figure
  /** Those of them who were active by the rule of the settings. */
  readonly active: Figure
  readonly activeBefore: Figure
  readonly staff: Figure
  readonly staffBefore: Figure
  readonly groups: readonly { readonly by: GroupBy; readonly rows: readonly GroupRow[] }[]
  readonly crossings: readonly Crossing[]
}
export interface ReportEvents {
  readonly totals: PeriodTotals
  readonly totalsBefore: PeriodTotals
  readonly lines: readonly EventLine[]
}
export interface EventLine {
  readonly id: EventId
  readonly name: string
  readonly date: PartialDate | null
  readonly kind: string
  readonly place: string
  readonly format: 'in-person' | 'online' | 'mixed'
  readonly registered: number
  readonly came: number
  readonly hours: number
}
export interface ReportHours {
  readonly total: number
  readonly totalBefore: number
  readonly atEvents: number
  readonly outside: number
  readonly givers: Figure
  /** Hours outside events by task, most first; '' is « non renseigné ». */
  readonly byTask: readonly TaskHours[]
  /** total × rate, in euros; null without a rate. */
  readonly value: number | null
  /** The same of the period before, at the same rate. */
  readonly valueBefore: number | null
}
export interface ReportRetention {
  readonly states: Readonly<Record<YearState, Figure>>
  readonly retention: number | null
  readonly retentionBase: number
  /** The same from the period before last to the previous one; null when nothing was recorded that early: nobody could be kept, everybody would be new. */
  readonly before: Pick<ReportRetention, 'states' | 'retention' | 'retentionBase'> | null
  /** The years of the association up to the period, for the trend. */
  readonly years: readonly YearStatesRow[]
  readonly firstYears: readonly FirstYearRow[]
}

export const reportGroupings = ['role', 'age', 'gender', 'territory', 'qpv'] as const satisfies readonly GroupBy[]

/** Computes everything a funder is told of a period, at any dates; compared with the period of the same length before it. */
export const buildFunderReport = (facts: Facts, period: Period, options: FunderReportOptions): FunderReport => {
  const previous = periodBefore(period)
  const events = buildEvents(facts, period, previous)
  const hours = buildHours(facts, period, events, options)
  return {
    period,
    previous,
    asOf: facts.asOf,
    options,
    people: buildPeople(facts, period, previous, options),
    events,
    hours,
    retention: buildRetention(facts, period, previous),
    notes: methodNotes(facts, period, options, events.totals),
  }
}

const buildPeople = (facts: Facts, period: Period, previous: Period, options: FunderReportOptions): ReportPeople => {
  const people = peopleInvolvedIn(facts, period)
  const base: FigureRef = { kind: 'involved-in', period }
  return {
    involved: { count: people.length, ref: base },
    involvedBefore: { count: peopleInvolvedIn(facts, previous).length, ref: { kind: 'involved-in', period: previous } },
    active: { count: activeIn(facts, period).length, ref: { kind: 'active-in', period } },
    activeBefore: { count: activeIn(facts, previous).length, ref: { kind: 'active-in', period: previous } },
    staff: { count: staffIn(facts, period).length, ref: { kind: 'staff-in', period } },
    staffBefore: { count: staffIn(facts, previous).length, ref: { kind: 'staff-in', period: previous } },
    groups: reportGroupings.map((by) => ({ by, rows: peopleByGroup(facts, people, base, period, by) })),
    crossings: [
      crossPeople(facts, people, base, period, { rows: 'age', columns: 'gender' }, options.maskBelow),
      crossPeople(facts, people, base, period, { rows: 'territory', columns: 'gender' }, options.maskBelow),
    ],
  }
}

const buildEvents = (facts: Facts, period: Period, previous: Period): ReportEvents => ({
  totals: periodTotals(facts, period),
  totalsBefore: periodTotals(facts, previous),
  lines: eventsIn(facts, period).map(({ id, name, date, kind, place, format }) => ({
    id,
    name,
    date,
    kind,
    place,
    format,
    ...eventTotals(facts.columns, id),
  })),
})

const buildHours = (facts: Facts, period: Period, { totals, totalsBefore }: ReportEvents, { hourlyRate }: FunderReportOptions): ReportHours => {
  const { atEvents, outside, givers } = totals.hours
  const total = atEvents + outside
  const totalBefore = totalsBefore.hours.atEvents + totalsBefore.hours.outside
  const valueOf = (count: number): number | null => (hourlyRate === null ? null : Math.round(count * hourlyRate.euros * 100) / 100)
  return {
    total,
    totalBefore,
    atEvents,
    outside,
    givers,
    byTask: hoursByTask(facts, period),
    value: valueOf(total),
    valueBefore: valueOf(totalBefore),
  }
}

const buildRetention = (facts: Facts, period: Period, previous: Period): ReportRetention => {
  const isRecordedBefore = earliestActivity(facts) < dayNumberOf(previous.start)
  return {
    ...statesBetween(facts, previous, period),
    before: isRecordedBefore ? statesBetween(facts, periodBefore(previous), previous) : null,
    years: yearStatesTable(facts).rows.filter(({ year }) => year.start <= period.end),
    firstYears: firstYearTable(facts).rows.filter(({ year }) => year.start <= period.end),
  }
}

const statesBetween = (facts: Facts, previous: Period, current: Period): NonNullable<ReportRetention['before']> => {
  const people = periodStates(facts, previous, current)
  const figure = (state: YearState): Figure => ({ count: people[state].length, ref: { kind: 'period-state', previous, current, state } })
  return {
    states: { newcomers: figure('newcomers'), kept: figure('kept'), returned: figure('returned'), lapsed: figure('lapsed'), died: figure('died') },
    ...retentionOf({ kept: people.kept.length, lapsed: people.lapsed.length }),
  }
}
