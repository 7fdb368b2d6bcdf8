import type { TableName } from '#domain/tables'

/** Everything the list of calls is made from. */
export const callTables: readonly TableName[] = [
  'people',
  'events',
  'attendance',
  'hours',
  'roleKinds',
  'settings',
  'contacts',
  'tasks',
  'ties',
  'ambassadorships',
  'campaigns',
]
