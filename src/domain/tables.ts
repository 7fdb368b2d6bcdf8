import type { Ambassadorship } from '#domain/ambassador'
import type { AttendanceSheet } from '#domain/attendance'
import type { Campaign, Survey } from '#domain/campaign'
import type { Community, CommunityMembers } from '#domain/community'
import type { Contact } from '#domain/contact'
import type { CustomField } from '#domain/custom-field'
import type { AssociationEvent } from '#domain/event'
import type { HoursGiven } from '#domain/hours'
import type { ImportRecord, ImportTemplate } from '#domain/import-record'
import type { Letter, Practice } from '#domain/letter'
import type { Offer, Programme } from '#domain/offer'
import type { Organisation } from '#domain/organisation'
import type { Person } from '#domain/person'
import type { Photo } from '#domain/photo'
import type { Handover, Responsibility } from '#domain/responsibility'
import type { RoleKind } from '#domain/role'
import type { SavedView } from '#domain/saved-view'
import type { Settings } from '#domain/settings'
import type { Tag } from '#domain/tag'
import type { Task } from '#domain/task'
import type { Territory } from '#domain/territory'
import type { Tie } from '#domain/tie'

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
  contacts: Contact
  tasks: Task
  ties: Tie
  communities: Community
  communityMembers: CommunityMembers
  ambassadorships: Ambassadorship
  responsibilities: Responsibility
  handovers: Handover
  offers: Offer
  programmes: Programme
  campaigns: Campaign
  surveys: Survey
  letters: Letter
  practices: Practice
  photos: Photo
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
  'contacts',
  'tasks',
  'ties',
  'communities',
  'communityMembers',
  'ambassadorships',
  'responsibilities',
  'handovers',
  'offers',
  'programmes',
  'campaigns',
  'surveys',
  'letters',
  'practices',
  'photos',
] as const satisfies readonly TableName[]

/** Fields that are maps: a change holds their entries one by one, as `field/key`, so that two changes of one map do not meet. */
export const mapFieldsByTable: Readonly<Partial<Record<TableName, readonly string[]>>> = {
  people: ['roles', 'tags', 'custom', 'consents', 'externalIds'],
  organisations: ['externalIds'],
  events: ['externalIds'],
  attendance: ['entries'],
  communities: ['channels', 'rituals', 'log', 'seats', 'steps'],
  communityMembers: ['people', 'organisations'],
  ambassadorships: ['stages'],
  responsibilities: ['holders'],
  handovers: ['steps'],
  campaigns: ['asked'],
  surveys: ['questions', 'answers'],
}
