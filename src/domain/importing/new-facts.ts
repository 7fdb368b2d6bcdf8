import type { AttendanceStatus, Attendance } from '#domain/attendance'
import type { AttendanceDraft, HoursDraft, RowDraft } from '#domain/importing/draft'
import { createEventFinder } from '#domain/importing/find-event'
import type { ExistingRecords } from '#domain/importing/knowledge'
import type { HoursGiven } from '#domain/hours'
import type { PersonId } from '#domain/id'

/** True when a draft brings attendance or hours that are not known yet of that person. */
export const createNewFactsTest = (existing: ExistingRecords): ((draft: RowDraft, personId: PersonId) => boolean) => {
  const events = createEventFinder(existing.events)
  const hours = hoursByPerson(existing.hours)
  return (draft, personId) =>
    draft.attendances.some((attendance) => {
      const event = events.find(attendance.event)
      return event === null || strongerAttendance(existing.attendance.get(event.id)?.entries[personId], attendance) !== null
    }) || missingHours(draft.hours, hours.get(personId) ?? []).length > 0
}

/**
 * The entry of an attendance sheet after the file spoke; null when nothing changes. « Came » says more than « registered »: an entry is never weakened,
 * and hours noted by hand stay.
 */
export const strongerAttendance = (before: Attendance | undefined, draft: Pick<AttendanceDraft, 'status' | 'hours'>): Attendance | null => {
  if (before === undefined) return { status: draft.status, hours: draft.hours }
  const status = strength[draft.status] > strength[before.status] ? draft.status : before.status
  const hours = before.hours ?? draft.hours
  return status === before.status && hours === before.hours ? null : { status, hours }
}

/** Hours of the file that are not there yet; two equal lines are two gifts of time, not one. */
export const missingHours = (drafts: readonly HoursDraft[], known: readonly HoursGiven[]): readonly HoursDraft[] => {
  if (drafts.length === 0) return drafts
  const left = new Map<string, number>()
  for (const one of known) left.set(hoursKey(one), (left.get(hoursKey(one)) ?? 0) + 1)
  return drafts.filter((draft) => {
    const count = left.get(hoursKey(draft)) ?? 0
    if (count > 0) left.set(hoursKey(draft), count - 1)
    return count === 0
  })
}

export const hoursByPerson = (hours: readonly HoursGiven[]): ReadonlyMap<string, readonly HoursGiven[]> => {
  const byPerson = new Map<string, HoursGiven[]>()
  for (const one of hours) {
    if (one.deletedAt !== null) continue
    const list = byPerson.get(one.personId)
    if (list === undefined) byPerson.set(one.personId, [one])
    else list.push(one)
  }
  return byPerson
}

const hoursKey = (hours: HoursDraft): string => `${hours.date ?? ''}|${String(hours.hours)}|${hours.task}`

const strength: Readonly<Record<AttendanceStatus, number>> = { invited: 0, registered: 1, absent: 2, excused: 3, online: 4, present: 5, 'walk-in': 6 }
