import { attendanceStatuses, cameToEvent } from '#domain/attendance'
import type { AssociationEvent } from '#domain/event'
import type { HoursGiven } from '#domain/hours'
import type { EventId } from '#domain/id'
import { firstDay, isCertainlyWithin, overlapOf, periodOfDate, type IsoDate, type PartialDate, type Period } from '#domain/period'
import { dayRangeOf, statusCode, type FactColumns, type PersonFacts } from './fact-columns.ts'
import type { Facts } from './facts.ts'
import type { PeriodTotals } from './figure.ts'

/**
 * Events and hours of a period. An event is in the period of its first day; one known by its year only is in that year and in no month of it.
 * Events that are still to come are left out. Hours of staff are work, not a gift: they are left out, as are those of removed people.
 */
export const periodTotals = (facts: Facts, period: Period): PeriodTotals => {
  const { columns } = facts
  const walk = walkPeriod(facts, period)
  const outside = [...columns.hours.values()].filter((given) => given.deletedAt === null)
  return {
    period,
    events: walk.events.length,
    came: { count: walk.came.size, ref: { kind: 'came', period } },
    presences: walk.presences,
    online: walk.online,
    walkIns: walk.walkIns,
    absent: walk.absent,
    hours: { atEvents: walk.hoursAtEvents, outside: walk.hoursOutside, givers: { count: walk.givers.size, ref: { kind: 'gave-hours', period } } },
    presencesWithoutHours: walk.presencesWithoutHours,
    undated: {
      events: heldEvents(columns).filter(({ date }) => mayBeWithin(date, period)).length,
      hours: outside.filter(({ date }) => mayBeWithin(date, period)).length,
    },
  }
}

/** The events of a period, by date. */
export const eventsIn = (facts: Facts, period: Period): readonly AssociationEvent[] =>
  heldEvents(facts.columns)
    .filter(({ date }) => date !== null && isCertainlyWithin(date, period) && isPast(date, facts.asOf))
    .toSorted((left, right) => (left.date === right.date ? (left.id < right.id ? -1 : 1) : (left.date ?? '') < (right.date ?? '') ? -1 : 1))

export const peopleWhoCame = (facts: Facts, period: Period): readonly number[] =>
  [...walkPeriod(facts, period).came].toSorted((left, right) => left - right)
export const peopleWhoGaveHours = (facts: Facts, period: Period): readonly number[] =>
  [...walkPeriod(facts, period).givers].toSorted((left, right) => left - right)

/** The hours given outside events that are in a period, with the index of who gave them. */
export const givenHoursIn = (facts: Facts, period: Period): readonly { readonly given: HoursGiven; readonly person: number }[] => {
  const found: { given: HoursGiven; person: number }[] = []
  for (const given of facts.columns.hours.values()) {
    const index = facts.columns.indexById.get(given.personId)
    const person = index === undefined ? undefined : facts.columns.people[index]
    if (index === undefined || person === undefined || person.isRemoved || given.deletedAt !== null || given.date === null) continue
    if (isCertainlyWithin(given.date, period) && isPast(given.date, facts.asOf) && !isStaffOn(person, given.date))
      found.push({ given, person: index })
  }
  return found
}

/** How one event went, for lists and reports; hours of those present only. */
export const eventTotals = (columns: FactColumns, id: EventId): { readonly came: number; readonly registered: number; readonly hours: number } => {
  const sheet = columns.sheets.get(id)
  const totals = { came: 0, registered: 0, hours: 0 }
  for (const [row, person] of (sheet?.people ?? []).entries()) {
    if (columns.people[person]?.isRemoved !== false) continue
    const status = sheet?.status[row] ?? 0
    const hours = sheet?.hours[row] ?? Number.NaN
    if (cameByCode[status] === true) {
      totals.came += 1
      totals.hours += Number.isNaN(hours) ? 0 : hours
    }
    if (status !== invited && status !== walkIn) totals.registered += 1
  }
  return totals
}

const online = statusCode('online')
const walkIn = statusCode('walk-in')
const absent = statusCode('absent')
const invited = statusCode('invited')
const cameByCode = attendanceStatuses.map(cameToEvent)

interface Walk {
  readonly events: readonly AssociationEvent[]
  readonly came: Set<number>
  readonly givers: Set<number>
  presences: number
  online: number
  walkIns: number
  absent: number
  hoursAtEvents: number
  hoursOutside: number
  presencesWithoutHours: number
}

const walkPeriod = (facts: Facts, period: Period): Walk => {
  const walk: Walk = {
    events: eventsIn(facts, period),
    came: new Set(),
    givers: new Set(),
    presences: 0,
    online: 0,
    walkIns: 0,
    absent: 0,
    hoursAtEvents: 0,
    hoursOutside: 0,
    presencesWithoutHours: 0,
  }
  for (const event of walk.events) walkSheet(facts.columns, event, walk)
  for (const { given, person } of givenHoursIn(facts, period)) {
    walk.hoursOutside += given.hours
    walk.givers.add(person)
  }
  return walk
}

const walkSheet = ({ sheets, people }: FactColumns, event: AssociationEvent, walk: Walk): void => {
  const sheet = sheets.get(event.id)
  if (sheet === undefined) return
  for (let row = 0; row < sheet.people.length; row += 1) {
    const index = sheet.people[row] ?? 0
    const person = people[index]
    if (person === undefined || person.isRemoved) continue
    const status = sheet.status[row] ?? 0
    if (status === absent) walk.absent += 1
    if (cameByCode[status] !== true) continue
    walk.presences += 1
    walk.came.add(index)
    if (status === online) walk.online += 1
    if (status === walkIn) walk.walkIns += 1
    const hours = sheet.hours[row] ?? Number.NaN
    if (Number.isNaN(hours)) walk.presencesWithoutHours += 1
    else if (hours > 0 && !isStaffOn(person, event.date)) {
      walk.hoursAtEvents += hours
      walk.givers.add(index)
    }
  }
}

const isStaffOn = (person: PersonFacts, date: PartialDate | null): boolean => {
  const range = person.staff.length === 0 ? null : dayRangeOf(date)
  return range !== null && person.staff.some(({ from, to }) => from <= range.last && to >= range.first)
}

const heldEvents = (columns: FactColumns): readonly AssociationEvent[] => [...columns.events.values()].filter(({ deletedAt }) => deletedAt === null)

/** Begun by the day that counts as today, by its earliest reading: same as in `indexFacts`. */
const isPast = (date: PartialDate, asOf: IsoDate): boolean => firstDay(date) <= asOf

/** In the period by some reading of its date (or of no date), but not by all. */
const mayBeWithin = (date: PartialDate | null, period: Period): boolean =>
  date === null || (overlapOf(periodOfDate(date), period) !== null && !isCertainlyWithin(date, period))
