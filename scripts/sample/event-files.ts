import type { SamplePerson } from './association.ts'
import { csv, windows1252, workbook, type SampleCell } from './cells.ts'
import { sampleEvents, type SampleAttendance, type SampleHours } from './events.ts'
import { byName, french } from './member-files.ts'

/** The calendar of the association since 2021. */
export const eventsFile = (): Uint8Array =>
  workbook(
    [
      {
        name: 'Agenda',
        titles: 1,
        widths: [14, 30, 22, 40],
        rows: [
          ['Nos événements depuis 2021'],
          [],
          ['Date', 'Événement', 'Type d’événement', 'Lieu'],
          ...sampleEvents.map(({ date, name, kind, place }): readonly SampleCell[] => [{ date }, name, kind, place]),
        ],
      },
    ],
    'xlsx',
  )

const statusWords = { present: 'présent', excused: 'excusé', absent: 'absent' } as const

/** Until 2024: one line a person and an event, in a text file of the time. */
export const attendanceListFile = (attendances: readonly SampleAttendance[]): Uint8Array =>
  windows1252(
    csv([
      ['Date', 'Événement', 'Nom', 'Prénom', 'Date de naissance', 'Présence'],
      ...attendances
        .filter(({ event }) => event.date < '2025')
        .map(({ event, person, status }) => [
          french(event.date),
          event.name,
          person.lastName.toUpperCase(),
          person.firstName,
          person.birthDate === null ? '' : french(person.birthDate),
          statusWords[status],
        ]),
    ]),
  )

/** Since 2025: a grid, one column an event, crosses of several hands, visitors at the bottom. */
export const attendanceGridFile = (attendances: readonly SampleAttendance[]): Uint8Array => {
  const events = sampleEvents.filter(({ date }) => date >= '2025')
  const recent = attendances.filter(({ event }) => event.date >= '2025')
  const people = [...new Set(recent.map(({ person }) => person))].toSorted(byName)
  const cell = (person: SamplePerson, date: string): SampleCell => {
    const found = recent.find((attendance) => attendance.person === person && attendance.event.date === date)
    if (found === undefined) return null
    if (found.status === 'present') return person.index % 5 === 0 ? 'X' : person.index % 7 === 0 ? 'oui' : 'x'
    return statusWords[found.status]
  }
  const rows = people.map((person): readonly SampleCell[] => [
    person.lastName,
    person.firstName,
    person.birthDate === null ? null : { date: person.birthDate },
    ...events.map(({ date }) => cell(person, date)),
  ])
  return workbook(
    [
      {
        name: 'Présences',
        titles: 1,
        widths: [18, 16, 16, ...events.map(() => 18)],
        rows: [
          ['Feuilles de présence 2025-2026'],
          ['Nom', 'Prénom', 'Date de naissance', ...events.map(({ name, date }) => `${name} ${french(date)}`)],
          ...rows,
        ],
      },
    ],
    'xlsx',
  )
}

/** Hours of volunteers outside events; one of them is anybody's guess. */
export const hoursFile = (hours: readonly SampleHours[]): Uint8Array =>
  workbook(
    [
      {
        name: 'Heures',
        titles: 0,
        widths: [14, 18, 16, 16, 9, 36],
        rows: [
          ['Date d’intervention', 'Nom', 'Prénom', 'Date de naissance', 'Heures', 'Tâche'],
          ...hours.map(({ person, date, hours: given, task }, row): readonly SampleCell[] => [
            { date },
            person.lastName,
            person.firstName,
            person.birthDate === null ? null : { date: person.birthDate },
            row === 8 ? 'beaucoup' : given,
            task,
          ]),
        ],
      },
    ],
    'ods',
  )
