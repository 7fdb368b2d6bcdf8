import type { EventId, PersonId } from '#domain/id'

/** invited, registered, present in person, present online, excused, absent, came without registering. */
export const attendanceStatuses = ['invited', 'registered', 'present', 'online', 'excused', 'absent', 'walk-in'] as const
export type AttendanceStatus = (typeof attendanceStatuses)[number]

export interface Attendance {
  readonly status: AttendanceStatus
  /** Hours given or spent at the event; null is « not noted », never zero. */
  readonly hours: number | null
}

/** Who was invited to, registered for and came to one event: one record an event, however many people. Changes are merged person by person. */
export interface AttendanceSheet {
  /** Same id as its event. */
  readonly id: EventId
  readonly entries: Readonly<Record<PersonId, Attendance>>
}

/** Present in any way: in the room, online, or without having registered. */
export const cameToEvent = (status: AttendanceStatus): boolean => status === 'present' || status === 'online' || status === 'walk-in'
