import type { EventId, PersonId, RoleKindId } from '#domain/id'
import { eventTotals } from '#domain/indicators/period-totals'
import { contactObstacle, type LeftOut } from '#domain/exporting/contact-rules'
import { attendanceColumns, eventColumns, type AttendanceRow, type EventRow } from '#domain/exporting/event-columns'
import { peopleColumns, type ExportColumn, type ExportNames } from '#domain/exporting/people-columns'
import { personToVcard } from '#domain/exporting/vcard'
import { sortName, type Person } from '#domain/person'
import { indexTerritories, territoryOf } from '#domain/territory'
import type { OutputCell, OutputColumn } from '#bridge/writing'
import type { ExportRequest } from '#data/export-contract'
import { lastActivities } from '#data/people-activity'
import type { PartialDate } from '#domain/period'
import type { FactColumns } from '#domain/indicators/fact-columns'
import type { TableName } from '#domain/tables'
import type { Mirror } from '#data/mirror'

/** A list as it will be written: columns, and its rows made only when their page is asked for. */
export interface ExportedList {
  readonly columns: readonly OutputColumn[]
  readonly rowCount: number
  readonly row: (position: number) => readonly OutputCell[]
  readonly leftOut: Readonly<Record<LeftOut, number>>
}

/** The tables that `listToExport` reads; the caller loads them. Attendance itself is read for its own list alone: what others say of it is in the facts. */
export const exportTables = ({ list }: Pick<ExportRequest, 'list'>): readonly TableName[] => [
  ...(['people', 'events', 'roleKinds', 'tags', 'territories', 'organisations', 'customFields'] as const),
  ...(list === 'attendance' ? (['attendance'] as const) : []),
]

export const listToExport = (mirror: Mirror, request: ExportRequest, facts: FactColumns): ExportedList => {
  switch (request.list) {
    case 'people':
      return peopleList(mirror, request, facts)
    case 'events':
      return tableOf(eventRows(mirror, request.ids, facts), eventColumns(request.language))
    case 'attendance':
      return tableOf(attendanceRows(mirror, request.ids), attendanceColumns(request.language))
  }
}

const peopleList = (mirror: Mirror, request: Extract<ExportRequest, { readonly list: 'people' }>, facts: FactColumns): ExportedList => {
  const leftOut = { ...nobodyLeftOut }
  const records = mirror.loaded('people')
  const purpose = request.purpose
  // Cards go into telephones: they are always for contacting, whatever the channel.
  const obstacleOf = (person: Person): LeftOut | null =>
    request.format === 'vcf' && purpose.kind === 'record'
      ? cardObstacle(person)
      : purpose.kind === 'contact'
        ? contactObstacle(person, purpose.channel, purpose.use)
        : null
  const people = presentPeople(records, request.ids).filter((person) => {
    const obstacle = obstacleOf(person)
    if (obstacle !== null) leftOut[obstacle] += 1
    return obstacle === null
  })
  const names = namesFrom(mirror)
  if (request.format === 'vcf') {
    return {
      columns: [{ header: 'vCard', kind: 'text', width: null }],
      rowCount: people.length,
      leftOut,
      row: (position) => cells(people[position], (person) => [personToVcard(person, names)]),
    }
  }
  const customFields = [...mirror.loaded('customFields').values()].toSorted((left, right) => left.order - right.order)
  const columns = peopleColumns(people, {
    language: request.language,
    names,
    customFields,
    chosen: request.columns,
    withSensitive: request.withSensitive,
    ...(request.columns?.includes('lastActivity') === true ? { lastActivity: lastSeenIn(facts) } : {}),
  })
  return { ...tableOf(people, columns), leftOut }
}

const lastSeenIn = (facts: FactColumns): ((id: PersonId) => PartialDate | null) => {
  const last = lastActivities(facts)
  return (id) => last.get(id)?.on ?? null
}

const cardObstacle = (person: Person): LeftOut | null =>
  person.deceased
    ? 'deceased'
    : person.doNotContact
      ? 'do-not-contact'
      : person.emails.length + person.phones.length + person.addresses.length === 0
        ? 'no-address'
        : null

const presentPeople = (records: ReadonlyMap<string, Person>, ids: readonly PersonId[]): readonly Person[] =>
  ids.map((id) => records.get(id)).filter((person) => person !== undefined && person.deletedAt === null) as readonly Person[]

const eventRows = (mirror: Mirror, ids: readonly EventId[], facts: FactColumns): readonly EventRow[] => {
  const events = mirror.loaded('events')
  return ids.flatMap((id) => {
    const event = events.get(id)
    return event === undefined || event.deletedAt !== null ? [] : [{ event, ...eventTotals(facts, id) }]
  })
}

const attendanceRows = (mirror: Mirror, ids: readonly EventId[]): readonly AttendanceRow[] => {
  const people = mirror.loaded('people')
  return ids.flatMap((id): readonly AttendanceRow[] => {
    const event = mirror.loaded('events').get(id)
    const entries = Object.entries(mirror.loaded('attendance').get(id)?.entries ?? {})
    if (event === undefined || event.deletedAt !== null) return []
    return entries
      .flatMap(([personId, attendance]): readonly AttendanceRow[] => {
        const person = people.get(personId)
        return person === undefined || person.deletedAt !== null ? [] : [{ event, person, attendance }]
      })
      .toSorted((left, right) => sortName(left.person).localeCompare(sortName(right.person), 'fr'))
  })
}

const tableOf = <Item>(items: readonly Item[], columns: readonly ExportColumn<Item>[]): ExportedList => ({
  columns: columns.map(({ header, kind }) => ({ header, kind, width: null })),
  rowCount: items.length,
  row: (position) => cells(items[position], (item) => columns.map(({ value }) => value(item))),
  leftOut: nobodyLeftOut,
})

const cells = <Item>(item: Item | undefined, make: (item: Item) => readonly OutputCell[]): readonly OutputCell[] =>
  item === undefined ? [] : make(item)

const nobodyLeftOut: Readonly<Record<LeftOut, number>> = { deceased: 0, 'do-not-contact': 0, refused: 0, 'no-address': 0 }

const namesFrom = (mirror: Mirror): ExportNames => {
  const territories = indexTerritories(mirror.loaded('territories').values())
  return {
    territoryOf: (person) => territoryOf(person, territories),
    territory: (id) => mirror.loaded('territories').get(id)?.name ?? '',
    organisation: (id) => mirror.loaded('organisations').get(id)?.name ?? '',
    tag: (id) => mirror.loaded('tags').get(id)?.name ?? '',
    roleKinds: new Map([...mirror.loaded('roleKinds').values()].map((kind): [RoleKindId, typeof kind] => [kind.id, kind])),
  }
}
