import { attendanceStatuses, cameToEvent, type Attendance, type AttendanceSheet, type AttendanceStatus } from '#domain/attendance'
import { diffRecord, type Edit } from '#domain/change'
import { emptyEvent, type AssociationEvent } from '#domain/event'
import type { EventId, PersonId } from '#domain/id'
import type { SheetColumns } from '#domain/indicators/fact-columns'
import type { IsoDate, PartialDate } from '#domain/period'
import { emptyPerson, sortName, type Person } from '#domain/person'
import { ok, type Result } from '#domain/result'
import { searchable } from '#domain/searchable'
import type { ChangeRow } from '#data/database'
import type { FactsMirror } from '#data/facts-mirror'
import { newId } from '#data/new-id'
import type { Store } from '#data/store'
import type { WriteProblem } from '#data/write'

/** One line of the list of events. */
export interface EventRow {
  readonly id: EventId
  readonly name: string
  readonly date: PartialDate | null
  readonly kind: string
  readonly place: string
  readonly format: AssociationEvent['format']
  /** People present in any way. */
  readonly came: number
  /** People of whom anything is noted. */
  readonly noted: number
  /** Hours noted on the sheet, null when none were. */
  readonly hours: number | null
  readonly deletedAt: string | null
}

/** Somebody on an attendance sheet. */
export interface SheetRow extends Attendance {
  readonly personId: PersonId
  readonly firstName: string
  readonly lastName: string
  readonly doNotContact: boolean
  readonly deceased: boolean
}

/** One event with its sheet, in the order of names. */
export interface EventWithSheet {
  readonly event: AssociationEvent
  readonly rows: readonly SheetRow[]
  readonly countByStatus: Readonly<Record<AttendanceStatus, number>>
}

type Written = Promise<Result<ChangeRow | null, WriteProblem>>

/** Événements: the list, one event with its sheet, attendance taken person by person. */
export interface EventsService {
  /** Latest first, undated ones last; `query` looks in names, kinds and places. Removed events only when asked for. */
  readonly list: (options: { readonly query: string; readonly removed: boolean }) => Promise<readonly EventRow[]>
  readonly get: (id: EventId) => Promise<EventWithSheet | null>
  /** The words already used as kinds, the most used first. */
  readonly kinds: () => Promise<readonly string[]>
  /** Creates (`id` null) or changes an event; answers its id. */
  readonly save: (id: EventId | null, fields: EventFields) => Promise<Result<EventId, WriteProblem>>
  readonly setRemoved: (id: EventId, at: string | null) => Written
  /** Notes one person on the sheet; `attendance` null takes her off it. */
  readonly note: (id: EventId, personId: PersonId, attendance: Attendance | null) => Written
  /** The last `count` events that took place by a day, latest first. */
  readonly latest: (today: IsoDate, count: number) => Promise<readonly EventRow[]>
  /** Notes several people at once: one change. */
  readonly noteAll: (id: EventId, people: readonly PersonId[], attendance: Attendance) => Written
  /** Somebody nobody knew: created and noted in one change. */
  readonly noteNewPerson: (
    id: EventId,
    name: { readonly firstName: string; readonly lastName: string },
    attendance: Attendance,
  ) => Promise<Result<PersonId, WriteProblem>>
}
export type EventFields = Pick<AssociationEvent, 'name' | 'date' | 'endDate' | 'startTime' | 'kind' | 'place' | 'format' | 'note'>

export const createEventsService = (store: Store, facts: Pick<FactsMirror, 'columns'>): EventsService => {
  const { mirror } = store
  const sheetOf = async (id: EventId): Promise<AttendanceSheet | null> => (await mirror.read('attendance')).get(id) ?? null

  const editsOfNotes = async (id: EventId, notes: readonly (readonly [PersonId, Attendance | null])[]): Promise<readonly Edit[]> => {
    const before = await sheetOf(id)
    const entries: Record<PersonId, Attendance> = { ...before?.entries }
    for (const [personId, attendance] of notes) {
      if (attendance === null) delete entries[personId]
      else entries[personId] = attendance
    }
    const edit = diffRecord('attendance', before, { id, entries })
    return edit === null ? [] : [edit]
  }
  const write = (edits: readonly Edit[]): Written =>
    edits.length === 0 ? Promise.resolve(ok(null)) : store.write({ cause: { kind: 'form' }, edits })

  return {
    list: async ({ query, removed }) => {
      const { sheets } = await facts.columns()
      const events = await mirror.read('events')
      const words = searchable(query)
        .split(' ')
        .filter((word) => word !== '')
      const rows: EventRow[] = []
      for (const event of events.values()) {
        if ((event.deletedAt !== null) !== removed) continue
        const text = searchable(`${event.name} ${event.kind} ${event.place}`)
        if (words.every((word) => text.includes(word))) rows.push(eventToRow(event, sheets.get(event.id)))
      }
      return rows.sort(byDateThenName)
    },
    latest: async (today, count) => {
      const { sheets } = await facts.columns()
      const past = [...(await mirror.read('events')).values()].filter(
        ({ date, deletedAt }) => deletedAt === null && date !== null && date <= (today as string),
      )
      return past
        .sort(byDateThenName)
        .slice(0, count)
        .map((event) => eventToRow(event, sheets.get(event.id)))
    },
    get: async (id) => {
      const event = (await mirror.read('events')).get(id)
      if (event === undefined) return null
      const people = await mirror.read('people')
      const rows = rowsOfSheet(await sheetOf(id), people)
      const countByStatus = Object.fromEntries(attendanceStatuses.map((status) => [status, 0])) as Record<AttendanceStatus, number>
      for (const row of rows) countByStatus[row.status] += 1
      return { event, rows, countByStatus }
    },
    kinds: async () => {
      const uses = new Map<string, number>()
      for (const { kind, deletedAt } of (await mirror.read('events')).values()) {
        if (kind !== '' && deletedAt === null) uses.set(kind, (uses.get(kind) ?? 0) + 1)
      }
      return [...uses].sort(([, left], [, right]) => right - left).map(([kind]) => kind)
    },
    save: async (id, fields) => {
      const before = id === null ? null : ((await mirror.read('events')).get(id) ?? null)
      const eventId = id ?? newId<EventId>()
      const edit = diffRecord('events', before, { ...(before ?? emptyEvent(eventId)), ...fields })
      const written = await write(edit === null ? [] : [edit])
      return written.ok ? ok(eventId) : written
    },
    setRemoved: async (id, at) => {
      const before = (await mirror.read('events')).get(id)
      const edit = before === undefined ? null : diffRecord('events', before, { ...before, deletedAt: at })
      return write(edit === null ? [] : [edit])
    },
    note: async (id, personId, attendance) => write(await editsOfNotes(id, [[personId, attendance]])),
    noteAll: async (id, people, attendance) =>
      write(
        await editsOfNotes(
          id,
          people.map((personId) => [personId, attendance]),
        ),
      ),
    noteNewPerson: async (id, name, attendance) => {
      await mirror.load('people')
      const personId = newId<PersonId>()
      const created = diffRecord('people', null, { ...emptyPerson(personId), ...name })
      const written = await write([...(created === null ? [] : [created]), ...(await editsOfNotes(id, [[personId, attendance]]))])
      return written.ok ? ok(personId) : written
    },
  }
}

const eventToRow = (event: AssociationEvent, sheet: SheetColumns | undefined): EventRow => {
  let came = 0
  let hours: number | null = null
  for (const [row, status] of (sheet?.status ?? []).entries()) {
    if (cameByCode[status] !== true) continue
    came += 1
    const given = sheet?.hours[row] ?? Number.NaN
    if (!Number.isNaN(given)) hours = (hours ?? 0) + given
  }
  const { id, name, date, kind, place, format, deletedAt } = event
  return { id, name, date, kind, place, format, came, noted: sheet?.people.length ?? 0, hours, deletedAt }
}

const cameByCode = attendanceStatuses.map(cameToEvent)

const rowsOfSheet = (sheet: AttendanceSheet | null, people: ReadonlyMap<string, Person>): readonly SheetRow[] => {
  const rows: (SheetRow & { readonly order: string })[] = []
  for (const [personId, attendance] of Object.entries(sheet?.entries ?? {})) {
    const person = people.get(personId)
    if (person === undefined) continue
    const { firstName, lastName, doNotContact, deceased } = person
    rows.push({ ...attendance, personId: personId as PersonId, firstName, lastName, doNotContact, deceased, order: searchable(sortName(person)) })
  }
  return rows.sort((left, right) => (left.order < right.order ? -1 : left.order > right.order ? 1 : 0)).map(({ order: _, ...row }) => row)
}

const byDateThenName = (left: Pick<EventRow, 'date' | 'name'>, right: Pick<EventRow, 'date' | 'name'>): number => {
  const [leftDate, rightDate] = [left.date ?? '', right.date ?? '']
  if (leftDate !== rightDate) return leftDate < rightDate ? 1 : -1
  return left.name < right.name ? -1 : 1
}
