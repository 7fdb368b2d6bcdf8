import type { TerritoryId } from '#domain/id'

export type TerritoryType = 'country' | 'region' | 'department' | 'epci' | 'commune' | 'qpv' | 'neighbourhood' | 'other'

/** A place where the association acts: a commune, a QPV, a neighbourhood of its own. Codes are official ones (INSEE, QP/QN). */
export interface Territory {
  readonly id: TerritoryId
  readonly name: string
  readonly type: TerritoryType
  readonly parentId: TerritoryId | null
  readonly codes: readonly string[]
  readonly note: string
  readonly deletedAt: string | null
}
