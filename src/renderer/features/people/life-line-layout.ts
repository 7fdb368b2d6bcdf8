import type { EventId, RoleKindId, RolePeriodId } from '#domain/id'
import { dayNumberOf, dayNumberToDate, firstDay, isoDateOf, lastDay, partsOf, type IsoDate, type PartialDate } from '#domain/period'
import type { RolePeriod } from '#domain/role'

/** A life in the association, ready to be drawn: positions are shares of the width, 0 at the left. */
export interface LifeLineLayout {
  readonly ticks: readonly { readonly at: number; readonly year: number }[]
  readonly lanes: readonly LifeLane[]
  readonly dots: readonly { readonly at: number; readonly eventId: EventId; readonly name: string; readonly date: PartialDate }[]
  readonly today: number
}
export interface LifeLane {
  readonly kind: RoleKindId
  readonly bars: readonly LifeBar[]
}
export interface LifeBar {
  readonly id: RolePeriodId
  readonly from: number
  readonly to: number
  /** The start is unknown: the bar fades in. */
  readonly fadesIn: boolean
  /** Still held: the bar reaches today and is not closed. */
  readonly isOpen: boolean
  readonly start: PartialDate | null
  readonly end: PartialDate | null
}

export interface LifeEvent {
  readonly eventId: EventId
  readonly name: string
  readonly date: PartialDate | null
}

/** One lane a kind of role, in the order in which they began; null when there is nothing to draw. */
export const layOutLifeLine = (
  roles: readonly RolePeriod[],
  events: readonly LifeEvent[],
  joinedOn: PartialDate | null,
  today: IsoDate,
): LifeLineLayout | null => {
  const dated = events.flatMap(({ date, ...event }) => (date === null ? [] : [{ ...event, date }]))
  if (roles.length === 0 && dated.length === 0) return null
  const known = [...roles.flatMap(({ start, end }) => [start, end]), ...dated.map(({ date }) => date), joinedOn].filter((date) => date !== null)
  const { first, last } = rangeOf(
    known,
    roles.some(({ start }) => start === null),
    today,
  )
  const width = last - first
  const at = (day: IsoDate): number => clamp((dayNumberOf(day) - first) / width)

  const lanes = [...Map.groupBy(roles, ({ kind }) => kind)].map(([kind, periods]): LifeLane => ({
    kind,
    bars: periods.map((period) => barOf(period, at, today)).toSorted((left, right) => left.from - right.from),
  }))
  return {
    ticks: ticksOf(first, last, at),
    lanes: lanes.toSorted((left, right) => (left.bars[0]?.from ?? 0) - (right.bars[0]?.from ?? 0)),
    dots: dated.map((event) => ({ ...event, at: at(middleDay(event.date)) })),
    today: at(today),
  }
}

const barOf = ({ id, start, end }: RolePeriod, at: (day: IsoDate) => number, today: IsoDate): LifeBar => {
  const to = end === null ? at(today) : at(lastDay(end))
  const from = start === null ? 0 : at(firstDay(start))
  // A role that starts later than today, or one of a few days, is still to be seen.
  return { id, from: Math.min(from, to), to: Math.max(to, from + 0.006), fadesIn: start === null, isOpen: end === null, start, end }
}

/** Whole years, from the year of the first date to the end of the year of the last or of today, three years at least. */
const rangeOf = (known: readonly PartialDate[], someUnknown: boolean, today: IsoDate): { readonly first: number; readonly last: number } => {
  const years = [...known.map((date) => partsOf(date).year), partsOf(today).year]
  const lastYear = Math.max(...years)
  const firstYear = Math.min(Math.min(...years) - (someUnknown ? 1 : 0), lastYear - 2)
  return { first: dayNumberOf(newYear(firstYear)), last: dayNumberOf(newYear(lastYear + 1)) }
}

/** At most about ten years are named: every year, every second, every fifth… */
const ticksOf = (first: number, last: number, at: (day: IsoDate) => number): LifeLineLayout['ticks'] => {
  const from = partsOf(dayNumberToDate(first)).year
  const to = partsOf(dayNumberToDate(last)).year
  const step = [1, 2, 5, 10, 20].find((size) => (to - from) / size <= 10) ?? 50
  return Array.from({ length: to - from }, (_, index) => from + index)
    .filter((year) => year % step === 0)
    .map((year) => ({ year, at: at(newYear(year)) }))
}

const newYear = (year: number): IsoDate => {
  const day = isoDateOf(Math.min(9999, Math.max(1, year)), 1, 1)
  if (day === null) throw new RangeError(`No year ${year}`)
  return day
}

const middleDay = (date: PartialDate): IsoDate => dayNumberToDate(Math.floor((dayNumberOf(firstDay(date)) + dayNumberOf(lastDay(date))) / 2))
const clamp = (share: number): number => Math.max(0, Math.min(1, share))
