import type { AttendanceSheet } from '#domain/attendance'
import type { CustomField } from '#domain/custom-field'
import type { AssociationEvent } from '#domain/event'
import type { HoursGiven } from '#domain/hours'
import type { ImportRecord, ImportTemplate } from '#domain/import-record'
import type { Organisation } from '#domain/organisation'
import type { Person } from '#domain/person'
import type { RoleKind } from '#domain/role'
import type { SavedView } from '#domain/saved-view'
import type { Settings } from '#domain/settings'
import type { Tag } from '#domain/tag'
import type { Territory } from '#domain/territory'

/** Every table that changes write, with the record it holds; all are keyed by `id`. */
export interface RecordByTable {
  people: Person
  roleKinds: RoleKind
  organisations: Organisation
  territories: Territory
  events: AssociationEvent
  attendance: AttendanceSheet
  hours: HoursGiven
  tags: Tag
  customFields: CustomField
  imports: ImportRecord
  importTemplates: ImportTemplate
  savedViews: SavedView
  settings: Settings
}
export type TableName = keyof RecordByTable

export const tableNames = [
  'people',
  'roleKinds',
  'organisations',
  'territories',
  'events',
  'attendance',
  'hours',
  'tags',
  'customFields',
  'imports',
  'importTemplates',
  'savedViews',
  'settings',
] as const satisfies readonly TableName[]

/** Fields that are maps: a change holds their entries one by one, as `field/key`, so that two changes of one map do not meet. */
export const mapFieldsByTable: Readonly<Partial<Record<TableName, readonly string[]>>> = {
  people: ['roles', 'tags', 'custom', 'consents', 'externalIds'],
  organisations: ['externalIds'],
  events: ['externalIds'],
  attendance: ['entries'],
}
