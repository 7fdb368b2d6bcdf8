import type { OrganisationId, RoleKindId, RolePeriodId } from '#domain/id'
import type { PartialDate } from '#domain/period'

/** What one can be in the association; the list is the user's to extend. `name` null: the interface's own word for a built-in kind. */
export interface RoleKind {
  readonly id: RoleKindId
  readonly name: string | null
  /** Salaried staff are left out of the community's engagement figures. */
  readonly isStaff: boolean
  /** Archived kinds stay on records but are no longer proposed. */
  readonly archived: boolean
  readonly order: number
}

/** A role held from `start` (included) to `end` (included); null is « unknown » for `start`, « still » for `end`. */
export interface RolePeriod {
  readonly id: RolePeriodId
  readonly kind: RoleKindId
  readonly start: PartialDate | null
  readonly end: PartialDate | null
  readonly organisationId: OrganisationId | null
  readonly note: string
}

/** The kinds that every new association starts with, in the order they are proposed. */
export const builtInRoleKindIds = [
  'volunteer',
  'mentor',
  'mentee',
  'alumni',
  'ambassador',
  'board',
  'employee',
  'member',
  'donor',
  'partner',
] as const satisfies readonly string[]
export type BuiltInRoleKindId = (typeof builtInRoleKindIds)[number]

export const builtInRoleKinds: readonly RoleKind[] = builtInRoleKindIds.map((id, order) => ({
  id: id as string as RoleKindId,
  name: null,
  isStaff: id === 'employee',
  archived: false,
  order,
}))
