import type { Attendance } from '#domain/attendance'
import type { AssociationEvent } from '#domain/event'
import type { Person } from '#domain/person'
import type { ExportColumn } from '#domain/exporting/people-columns'
import { exportWords, type ExportLanguage, type HeaderKey } from '#domain/exporting/words'

export interface EventRow {
  readonly event: AssociationEvent
  readonly registered: number
  readonly came: number
  readonly hours: number
}

/** The columns of a list of events; our own import makes the same events of them. */
export const eventColumns = (language: ExportLanguage): readonly ExportColumn<EventRow>[] => {
  const { header } = exportWords[language]
  const column = (key: HeaderKey, kind: ExportColumn<EventRow>['kind'], value: ExportColumn<EventRow>['value']): ExportColumn<EventRow> => ({
    key,
    header: header[key],
    kind,
    value,
  })
  return [
    column('eventName', 'text', ({ event }) => event.name),
    column('eventDate', 'date', ({ event }) => event.date),
    column('eventKind', 'text', ({ event }) => event.kind),
    column('eventPlace', 'text', ({ event }) => event.place),
    column('registered', 'integer', ({ registered }) => registered),
    column('came', 'integer', ({ came }) => came),
    column('hours', 'number', ({ hours }) => hours),
  ]
}

export interface AttendanceRow {
  readonly event: AssociationEvent
  readonly person: Person
  readonly attendance: Attendance
}

/** One row a person and event: the shape in which attendance is imported as a list. */
export const attendanceColumns = (language: ExportLanguage): readonly ExportColumn<AttendanceRow>[] => {
  const words = exportWords[language]
  const column = (
    key: HeaderKey,
    kind: ExportColumn<AttendanceRow>['kind'],
    value: ExportColumn<AttendanceRow>['value'],
  ): ExportColumn<AttendanceRow> => ({
    key,
    header: words.header[key],
    kind,
    value,
  })
  return [
    column('maillageId', 'text', ({ person }) => person.id),
    column('lastName', 'text', ({ person }) => person.lastName),
    column('firstName', 'text', ({ person }) => person.firstName),
    column('eventName', 'text', ({ event }) => event.name),
    column('eventDate', 'date', ({ event }) => event.date),
    column('attendance', 'text', ({ attendance }) => words.attendance[attendance.status]),
    column('hours', 'number', ({ attendance }) => attendance.hours),
    column('doNotContact', 'boolean', ({ person }) => person.doNotContact),
  ]
}
