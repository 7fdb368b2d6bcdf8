import { diffRecord, type Edit } from '#domain/change'
import { withFields } from '#domain/change-fields'
import type { AttendanceSheet } from '#domain/attendance'
import type { HoursGiven } from '#domain/hours'
import type { Person } from '#domain/person'
import type { RecordByTable, TableName } from '#domain/tables'
import type { Mirror } from '#data/mirror'

/** A record that speaks of others about to be removed. */
export interface Use {
  readonly table: TableName
  readonly key: string
  /** `table/key` of those it speaks of. */
  readonly of: readonly string[]
  /** What makes it speak of them no more, all that the undo does to it included. */
  readonly cleaned: Edit | null
}

/** Tables that must be loaded for `usesOf`: those that speak of others. */
export const speakingTables = ['attendance', 'hours', 'people'] as const satisfies readonly TableName[]

/** Who would still speak of the records that these edits remove: an attendance taken since, hours given, a tag put on somebody. */
export const usesOf = (mirror: Mirror, edits: readonly Edit[]): readonly Use[] => {
  const removed = new Set(edits.filter(({ after }) => after === null).map(({ table, key }) => `${table}/${key}`))
  if (removed.size === 0) return []
  const editByRecord = new Map(edits.map((edit) => [`${edit.table}/${edit.key}`, edit]))

  const usesIn = <Name extends (typeof speakingTables)[number]>(
    table: Name,
    look: (record: RecordByTable[Name]) => { readonly of: readonly string[]; readonly cleaned: RecordByTable[Name] | null } | null,
  ): readonly Use[] =>
    [...mirror.loaded(table).values()].flatMap((record) => {
      const edit = editByRecord.get(`${table}/${record.id}`)
      if (edit?.after === null) return []
      const then = edit === undefined ? record : (withFields(table, record.id, record, edit.after) as RecordByTable[Name])
      const found = look(then)
      return found === null ? [] : [{ table, key: record.id, of: found.of, cleaned: diffRecord(table, record, found.cleaned) }]
    })

  return [
    ...usesIn('attendance', (sheet) => attendanceWithout(sheet, removed)),
    ...usesIn('hours', (hours) => hoursWithout(hours, removed)),
    ...usesIn('people', (person) => personWithout(person, removed)),
  ]
}

type Removed = ReadonlySet<string>

const attendanceWithout = (
  sheet: AttendanceSheet,
  removed: Removed,
): { readonly of: readonly string[]; readonly cleaned: AttendanceSheet | null } | null => {
  if (removed.has(`events/${sheet.id}`)) return { of: [`events/${sheet.id}`], cleaned: null }
  const gone = Object.keys(sheet.entries).filter((id) => removed.has(`people/${id}`))
  if (gone.length === 0) return null
  return { of: gone.map((id) => `people/${id}`), cleaned: { ...sheet, entries: without(sheet.entries, gone) } }
}

const hoursWithout = ({ personId }: HoursGiven, removed: Removed): { readonly of: readonly string[]; readonly cleaned: null } | null =>
  removed.has(`people/${personId}`) ? { of: [`people/${personId}`], cleaned: null } : null

const personWithout = (person: Person, removed: Removed): { readonly of: readonly string[]; readonly cleaned: Person } | null => {
  const tags = Object.keys(person.tags).filter((id) => removed.has(`tags/${id}`))
  const fields = Object.keys(person.custom).filter((id) => removed.has(`customFields/${id}`))
  const organisations = person.affiliations.map(({ organisationId }) => organisationId).filter((id) => removed.has(`organisations/${id}`))
  const roles = Object.values(person.roles).filter(({ organisationId }) => organisationId !== null && removed.has(`organisations/${organisationId}`))
  if (tags.length + fields.length + organisations.length + roles.length === 0) return null
  return {
    of: [
      ...tags.map((id) => `tags/${id}`),
      ...fields.map((id) => `customFields/${id}`),
      ...organisations.map((id) => `organisations/${id}`),
      ...roles.map(({ organisationId }) => `organisations/${organisationId}`),
    ],
    cleaned: {
      ...person,
      tags: without(person.tags, tags),
      custom: without(person.custom, fields),
      affiliations: person.affiliations.filter(({ organisationId }) => !organisations.includes(organisationId)),
      roles: { ...person.roles, ...Object.fromEntries(roles.map((role) => [role.id, { ...role, organisationId: null }])) },
    },
  }
}

const without = <Map extends object>(map: Map, keys: readonly string[]): Map => {
  const gone = new Set(keys)
  return Object.fromEntries(Object.entries(map).filter(([key]) => !gone.has(key))) as Map
}
