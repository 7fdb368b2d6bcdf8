import type { AttendanceSheet } from '#domain/attendance'
import { cameToEvent } from '#domain/attendance'
import type { AssociationEvent } from '#domain/event'
import type { HoursGiven } from '#domain/hours'
import type { EventId, PersonId } from '#domain/id'
import type { PartialDate } from '#domain/period'

/** The last thing somebody took part in: an event, or hours given outside any (`eventId` null). */
export interface LastActivity {
  readonly on: PartialDate
  readonly eventId: EventId | null
  /** Name of the event, or the task. */
  readonly name: string
}

/** By person, the last event she came to or hours she gave; people of whom nothing dated is known are not there. */
export const lastActivities = (
  events: ReadonlyMap<string, AssociationEvent>,
  sheets: ReadonlyMap<string, AttendanceSheet>,
  hours: ReadonlyMap<string, HoursGiven>,
): ReadonlyMap<PersonId, LastActivity> => {
  const last = new Map<PersonId, LastActivity>()
  const newestFirst = [...events.values()].filter(isDated).toSorted((left, right) => (left.date < right.date ? 1 : -1))
  for (const event of newestFirst) {
    const activity: LastActivity = { on: event.date, eventId: event.id, name: event.name }
    const entries = sheets.get(event.id)?.entries ?? {}
    for (const id in entries) {
      const entry = entries[id as PersonId]
      if (entry !== undefined && cameToEvent(entry.status) && !last.has(id as PersonId)) last.set(id as PersonId, activity)
    }
  }
  for (const given of hours.values()) {
    if (given.date === null || given.deletedAt !== null) continue
    const known = last.get(given.personId)
    if (known === undefined || known.on < given.date) last.set(given.personId, { on: given.date, eventId: null, name: given.task })
  }
  return last
}

const isDated = (event: AssociationEvent): event is AssociationEvent & { readonly date: PartialDate } =>
  event.date !== null && event.deletedAt === null
