import { fullName } from '#domain/person'
import type { RecordByTable, TableName } from '#domain/tables'
import type { Mirror } from '#data/mirror'

/**
 * How one would call a record, whatever its table; what is about a person or an event bears its name. '' for what has none. The tables `people` and `events` must be
 * loaded.
 */
export const recordName = (mirror: Mirror, table: TableName, record: RecordByTable[TableName]): string => {
  if (table === 'people' || 'firstName' in record) return 'firstName' in record ? fullName(record) : ''
  if (table === 'attendance') return mirror.loaded('events').get(record.id)?.name ?? ''
  if (table === 'photos') return personName(mirror, record.id)
  const own = 'name' in record && record.name !== null ? record.name : 'title' in record ? record.title : ''
  if (own !== '') return own
  if ('personId' in record) return personName(mirror, record.personId)
  if ('fromId' in record) return [record.fromId, record.toId].map((id) => personName(mirror, id)).join(' – ')
  return 'fileName' in record ? record.fileName : ''
}

const personName = (mirror: Mirror, id: string | null): string => {
  const person = id === null ? undefined : mirror.loaded('people').get(id)
  return person === undefined ? '' : fullName(person)
}
