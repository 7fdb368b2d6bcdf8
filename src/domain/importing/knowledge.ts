import type { AttendanceSheet } from '#domain/attendance'
import type { CustomField } from '#domain/custom-field'
import type { AssociationEvent } from '#domain/event'
import type { HoursGiven } from '#domain/hours'
import type { Organisation } from '#domain/organisation'
import type { Person } from '#domain/person'
import type { RoleKind } from '#domain/role'
import type { Tag } from '#domain/tag'
import type { Territory } from '#domain/territory'

/** The lists of the association that a file may name: enough to guess columns and to draft rows. */
export interface KnownLists {
  readonly roleKinds: readonly RoleKind[]
  readonly tags: readonly Tag[]
  readonly customFields: readonly CustomField[]
  readonly organisations: readonly Organisation[]
  readonly territories: readonly Territory[]
  readonly events: readonly AssociationEvent[]
}

/** Everything an import is compared with and written beside. */
export interface ExistingRecords extends KnownLists {
  readonly people: ReadonlyMap<string, Person>
  readonly attendance: ReadonlyMap<string, AttendanceSheet>
  readonly hours: readonly HoursGiven[]
}

/** An association that has nothing yet. */
export const nothingKnown: KnownLists = { roleKinds: [], tags: [], customFields: [], organisations: [], territories: [], events: [] }
