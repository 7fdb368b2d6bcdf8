import type { PersonId, RoleKindId } from '#domain/id'
import type { IsoDate, PartialDate, Period } from '#domain/period'
import type { ActiveRule } from '#domain/settings'
import type { AssociationYear, YearRule } from '#domain/year'

/**
 * Where a figure comes from, as data: it travels between threads and fits in an address. `peopleBehind(facts, ref)` gives the people it counted,
 * with the very rule that counted them; a figure and its list can't differ.
 */
export type FigureRef =
  /** Took part in the `activeMonths` months that end on that day. */
  | { readonly kind: 'active-at'; readonly on: IsoDate }
  /** Took part in the period. */
  | { readonly kind: 'active-in'; readonly period: Period }
  | { readonly kind: 'year-state'; readonly year: number; readonly state: YearState | 'active' }
  /** The states of `year-state`, between any two periods that follow each other. */
  | { readonly kind: 'period-state'; readonly previous: Period; readonly current: Period; readonly state: YearState }
  /** `offset` null is the whole cohort; else those of it who were active so many years later (0: in the very year). */
  | { readonly kind: 'cohort'; readonly basis: CohortBasis; readonly year: number; readonly offset: number | null }
  /** Newcomers of a year (`renewed` false), or those of them who were active in the year after. */
  | { readonly kind: 'first-year'; readonly year: number; readonly renewed: boolean }
  /** `role` null: any role. */
  | { readonly kind: 'photo'; readonly on: IsoDate; readonly role: RoleKindId | null; readonly certainty: PhotoCertainty }
  | { readonly kind: 'fading'; readonly on: IsoDate }
  /** Took part, gave hours or held a role in the period, staff apart: everybody the association worked with. */
  | { readonly kind: 'involved-in'; readonly period: Period }
  /** Held a staff role in the period. */
  | { readonly kind: 'staff-in'; readonly period: Period }
  /** Those of `base` who are in a group; `key` null is « non renseigné ». Age is that of the last day of the period, roles are all those held in it. */
  | { readonly kind: 'group'; readonly base: FigureRef; readonly period: Period; readonly by: GroupBy; readonly key: string | null }
  /** Came to at least one event of the period. */
  | { readonly kind: 'came'; readonly period: Period }
  /** Gave hours in the period, at events or outside. */
  | { readonly kind: 'gave-hours'; readonly period: Period }

/** A count and the way to its list. */
export interface Figure {
  readonly count: number
  readonly ref: FigureRef
}

/** The rule of a figure, as data: the interface says it in words under the figure. */
export type FigureRule =
  | { readonly kind: 'active'; readonly active: ActiveRule; readonly months: number }
  | { readonly kind: 'year-states'; readonly active: ActiveRule; readonly years: YearRule }
  | { readonly kind: 'first-year'; readonly active: ActiveRule; readonly years: YearRule }
  | { readonly kind: 'cohorts'; readonly active: ActiveRule; readonly years: YearRule; readonly basis: CohortBasis }
  | { readonly kind: 'photo' }
  | { readonly kind: 'fading'; readonly times: number; readonly fewestDays: number; readonly fewestSigns: number; readonly longestMonths: number }

/**
 * - newcomers: active this year, and nothing is known of them before it (no earlier activity, joining date or role);
 * - kept: active this year and the year before;
 * - returned: active this year, not the year before, but known earlier: never « new »;
 * - lapsed: active the year before, not this year;
 * - died: the same, but deceased: they did not leave.
 */
export type YearState = 'newcomers' | 'kept' | 'returned' | 'lapsed' | 'died'
export const yearStates = ['newcomers', 'kept', 'returned', 'lapsed', 'died'] as const satisfies readonly YearState[]

/** newcomers + kept + returned = active; kept + lapsed + died = active of the year before. */
export interface YearStatesRow {
  readonly year: AssociationYear
  readonly active: Figure
  readonly states: Readonly<Record<YearState, Figure>>
  /** kept / (active of the year before − died); null when there is nobody to keep. Same as (end − new − returned) / start. */
  readonly retention: number | null
  /** People of the year before whom the rate counts. */
  readonly retentionBase: number
  /** The year is not over: who has not come yet may still come, so `lapsed` and the rate are provisional. */
  readonly isOver: boolean
  /** Nothing was recorded before: « new » only means « first recorded ». */
  readonly isFirstRecorded: boolean
}
export interface YearStatesTable {
  readonly rows: readonly YearStatesRow[]
  readonly rule: FigureRule
}

/** Newcomers of a year who were active again in the year after; apart from the general rate, which they lower. */
export interface FirstYearRow {
  readonly year: AssociationYear
  readonly newcomers: Figure
  readonly renewed: Figure
  /** renewed / base; null when nobody was new. */
  readonly rate: number | null
  /** Newcomers, without those who died before renewing. */
  readonly base: number
  /** The year after is not over. */
  readonly isOver: boolean
}
export interface FirstYearTable {
  readonly rows: readonly FirstYearRow[]
  readonly rule: FigureRule
}

/** `activity`: by the year of first activity; `joining`: by the year of the joining date, or else of the first role. */
export type CohortBasis = 'activity' | 'joining'
export interface CohortTableRow {
  readonly year: AssociationYear
  readonly size: number
  readonly ref: FigureRef
  /** By years since the first; null where nothing was recorded yet. The share is of `size`. */
  readonly cells: readonly (CohortTableCell | null)[]
}
export interface CohortTableCell extends Figure {
  readonly share: number
  readonly isOver: boolean
}
export interface CohortTable {
  readonly rows: readonly CohortTableRow[]
  /** People who belong to no cohort, since their first date is unknown. */
  readonly undated: number
  readonly rule: FigureRule
}

/** Active people at the end of a month (or today, for the running one). */
export interface ActiveMonth extends Figure {
  /** `2026-03`. */
  readonly month: PartialDate
}
export interface ActiveMonths {
  readonly months: readonly ActiveMonth[]
  readonly rule: FigureRule
}

/**
 * - certain: every reading of the dates has the role held that day;
 * - incomplete: a partial start or end leaves room for doubt (« 2021 »);
 * - unknown-start: no start is known, and nothing says that the role was over: « début inconnu ».
 */
export type PhotoCertainty = 'certain' | 'incomplete' | 'unknown-start'
export const photoCertainties = ['certain', 'incomplete', 'unknown-start'] as const satisfies readonly PhotoCertainty[]
export interface PhotoRow {
  /** null: anybody with a role, each person once. */
  readonly role: RoleKindId | null
  readonly certain: Figure
  readonly incomplete: Figure
  readonly unknownStart: Figure
}
export interface Photo {
  readonly on: IsoDate
  readonly total: PhotoRow
  /** In the order of the role kinds; those that nobody holds are left out. */
  readonly rows: readonly PhotoRow[]
  readonly rule: FigureRule
}

/** Somebody whose silence is long for her own rhythm. */
export interface FadingPerson {
  readonly personId: PersonId
  readonly lastSeen: IsoDate
  /** Days without a sign. */
  readonly silence: number
  /** Her usual gap between two signs, in days: the median one. */
  readonly rhythm: number
  /** silence / rhythm: the higher, the more unusual. */
  readonly times: number
}
export interface FadingPeople {
  /** Most unusual silence first. */
  readonly people: readonly FadingPerson[]
  readonly rule: FigureRule
}

export type GroupBy = 'role' | 'age' | 'gender' | 'territory' | 'commune' | 'qpv'
/** A group of people; `key` null is « non renseigné », always shown apart. For `role` somebody may be in several groups. */
export interface GroupRow extends Figure {
  readonly key: string | null
}

/** Bounds in years, both included; `to` null is « and more ». The key of a band is its `from`. */
export interface AgeBand {
  readonly from: number
  readonly to: number | null
}
/** Bands that French funders' forms use most; somebody whose partial birth date spans two bands is « non renseigné ». */
export const ageBands = [
  { from: 0, to: 11 },
  { from: 12, to: 15 },
  { from: 16, to: 17 },
  { from: 18, to: 25 },
  { from: 26, to: 29 },
  { from: 30, to: 44 },
  { from: 45, to: 59 },
  { from: 60, to: null },
] as const satisfies readonly AgeBand[]

/** What happened in a period. */
export interface PeriodTotals {
  readonly period: Period
  readonly events: number
  /** People who came, counted once each, and how many times they came in all. */
  readonly came: Figure
  readonly presences: number
  readonly online: number
  readonly walkIns: number
  /** Registered who neither came nor excused themselves. */
  readonly absent: number
  readonly hours: { readonly atEvents: number; readonly outside: number; readonly givers: Figure }
  /** Presences whose hours were not noted: the hours are at least what is said. */
  readonly presencesWithoutHours: number
  /** Events, and hours outside, with no date that puts them in or out of the period: counted nowhere. */
  readonly undated: { readonly events: number; readonly hours: number }
}
