import { attendanceStatuses, cameToEvent, type AttendanceStatus } from '#domain/attendance'
import type { AssociationEvent } from '#domain/event'
import type { EventId, PersonId } from '#domain/id'
import type { FactColumns } from '#domain/indicators/fact-columns'
import type { EventsMeant } from '#domain/people-match'
import { firstDay, lastDay, type PartialDate } from '#domain/period'
import { searchable } from '#domain/searchable'

/** The last thing somebody took part in: an event, or hours given outside any (`eventId` null). */
export interface LastActivity {
  readonly on: PartialDate
  readonly eventId: EventId | null
  /** Name of the event, or the task. */
  readonly name: string
}

/** By person, the last event she came to or hours she gave; people of whom nothing dated is known are not there. */
export const lastActivities = ({ people, events, sheets, hours }: FactColumns): ReadonlyMap<PersonId, LastActivity> => {
  const lastByIndex: LastActivity[] = []
  const newestFirst = [...events.values()].filter(isDated).toSorted((left, right) => (left.date < right.date ? 1 : -1))
  for (const event of newestFirst) {
    const activity: LastActivity = { on: event.date, eventId: event.id, name: event.name }
    const sheet = sheets.get(event.id)
    for (const [row, index] of (sheet?.people ?? []).entries()) {
      if (cameByCode[sheet?.status[row] ?? 0] === true) lastByIndex[index] ??= activity
    }
  }
  const last = new Map<PersonId, LastActivity>()
  for (const [index, { id }] of people.entries()) {
    const activity = lastByIndex[index]
    if (activity !== undefined) last.set(id, activity)
  }
  for (const given of hours.values()) {
    if (given.date === null || given.deletedAt !== null) continue
    const known = last.get(given.personId)
    if (known === undefined || known.on < given.date) last.set(given.personId, { on: given.date, eventId: null, name: given.task })
  }
  return last
}

/** One line of the attendance of a person. */
export interface PersonAttendance {
  readonly eventId: EventId
  readonly name: string
  readonly date: PartialDate | null
  readonly status: AttendanceStatus
  readonly hours: number | null
}

/** Every event that a person is on the sheet of, in no order. */
export const attendanceOf = ({ indexById, events, sheets }: FactColumns, id: PersonId): readonly PersonAttendance[] => {
  const index = indexById.get(id)
  if (index === undefined) return []
  const lines: PersonAttendance[] = []
  for (const { eventId, people, status, hours } of sheets.values()) {
    const row = people.indexOf(index)
    const event = row < 0 ? undefined : events.get(eventId)
    if (event === undefined || event.deletedAt !== null) continue
    const given = hours[row] ?? Number.NaN
    lines.push({
      eventId,
      name: event.name,
      date: event.date,
      status: attendanceStatuses[status[row] ?? 0] ?? 'invited',
      hours: Number.isNaN(given) ? null : given,
    })
  }
  return lines
}

const cameByCode = attendanceStatuses.map(cameToEvent)

const isDated = (event: AssociationEvent): event is AssociationEvent & { readonly date: PartialDate } =>
  event.date !== null && event.deletedAt === null

/** How many of the events that fit each person came to, by her id; nobody who came to none is there. Dates known in part fit where every reading does. */
export const timesCame = ({ people, events, sheets }: FactColumns, { kinds, from, to }: EventsMeant): ReadonlyMap<PersonId, number> => {
  const wanted = new Set(kinds.map(searchable))
  const countByIndex = new Uint32Array(people.length)
  for (const event of events.values()) {
    if (event.deletedAt !== null || (wanted.size > 0 && !wanted.has(searchable(event.kind)))) continue
    if ((from !== null || to !== null) && event.date === null) continue
    if (event.date !== null && ((from !== null && firstDay(event.date) < from) || (to !== null && lastDay(event.date) > to))) continue
    const sheet = sheets.get(event.id)
    for (const [row, index] of (sheet?.people ?? []).entries())
      if (cameByCode[sheet?.status[row] ?? 0] === true) countByIndex[index] = (countByIndex[index] ?? 0) + 1
  }
  const times = new Map<PersonId, number>()
  for (const [index, { id }] of people.entries()) if ((countByIndex[index] ?? 0) > 0) times.set(id, countByIndex[index] ?? 0)
  return times
}
