import { departmentOfCommune } from '#domain/commune'
import type { TerritoryId } from '#domain/id'
import type { Person } from '#domain/person'

export const territoryTypes = ['country', 'region', 'department', 'epci', 'commune', 'qpv', 'neighbourhood', 'other'] as const
export type TerritoryType = (typeof territoryTypes)[number]

/** A place where the association acts: a commune, a QPV, a neighbourhood of its own. Codes are official ones (INSEE, QP/QN) or postal ones. */
export interface Territory {
  readonly id: TerritoryId
  readonly name: string
  readonly type: TerritoryType
  readonly parentId: TerritoryId | null
  readonly codes: readonly string[]
  readonly note: string
  readonly deletedAt: string | null
}

export const emptyTerritory = (id: TerritoryId): Territory => ({
  id,
  name: '',
  type: 'commune',
  parentId: null,
  codes: [],
  note: '',
  deletedAt: null,
})

/** The territories that are there (not in the bin), by id and by code. */
export interface TerritoryIndex {
  readonly there: ReadonlyMap<TerritoryId, Territory>
  readonly idByCode: ReadonlyMap<string, TerritoryId>
}

/** Of two territories that bear one code, the older has it (ids sort by time). */
export const indexTerritories = (territories: Iterable<Territory>): TerritoryIndex => {
  const there = new Map<TerritoryId, Territory>()
  const idByCode = new Map<string, TerritoryId>()
  const kept = [...territories].filter(({ deletedAt }) => deletedAt === null).toSorted((left, right) => (left.id < right.id ? -1 : 1))
  for (const territory of kept) {
    there.set(territory.id, territory)
    for (const code of territory.codes) if (!idByCode.has(code)) idByCode.set(code, territory.id)
  }
  return { there, idByCode }
}

/**
 * The territory of a person: the one chosen on her record; else the one that bears the code of her QPV, then of her commune, then her postal code, then the number
 * of her department. null when none does: nothing is guessed from names.
 */
export const territoryOf = (person: Pick<Person, 'territoryId' | 'addresses'>, { there, idByCode }: TerritoryIndex): TerritoryId | null => {
  if (person.territoryId !== null && there.has(person.territoryId)) return person.territoryId
  if (idByCode.size === 0) return null
  for (const codeOf of codesFromNearest) {
    for (const address of person.addresses) {
      const code = codeOf(address)
      const found = code === null ? undefined : idByCode.get(code)
      if (found !== undefined) return found
    }
  }
  return null
}

/** The number of the department where an address is, « 35 », « 2A », « 974 »; null when unknown, or in Corsica by its postal code alone. */
export const departmentOfAddress = ({ communeCode, postalCode, country }: Person['addresses'][number]): string | null => {
  if (communeCode !== null) return departmentOfCommune(communeCode)
  if (country !== '' && country !== 'FR') return null
  if (!/^\d{5}$/.test(postalCode) || postalCode.startsWith('20')) return null
  return departmentOfCommune(postalCode)
}

const codesFromNearest: readonly ((address: Person['addresses'][number]) => string | null)[] = [
  ({ qpvCode }) => qpvCode,
  ({ communeCode }) => communeCode,
  ({ postalCode }) => (postalCode === '' ? null : postalCode),
  departmentOfAddress,
]

/** Codes as they are compared, from what was typed: « 35238, qn 03501m » → `35238`, `QN03501M`. */
export const parseCodes = (typed: string): readonly string[] => {
  const codes = typed
    .toUpperCase()
    .replace(/\b(Q[NP])\s+/g, '$1')
    .split(/[\s,;/]+/)
    .filter((code) => code !== '')
  return [...new Set(codes)]
}

/** A territory and everything inside it. */
export const territoryAndInside = (territories: Iterable<Pick<Territory, 'id' | 'parentId'>>, id: TerritoryId): ReadonlySet<TerritoryId> => {
  const all = [...territories]
  const inside = new Set([id])
  for (let before = 0; before < inside.size;) {
    before = inside.size
    for (const territory of all) if (territory.parentId !== null && inside.has(territory.parentId)) inside.add(territory.id)
  }
  return inside
}

/** A territory at its place in the tree. */
export interface TerritoryNode {
  readonly territory: Territory
  /** 0 for those that are in no other. */
  readonly depth: number
}

/**
 * The territories as a tree read from top to bottom: each followed by those inside it, in the order of `compare`. One whose parent is in the bin stands at the top;
 * so does one of a circle, that two acts undone in an odd order could leave.
 */
export const territoryTree = ({ there }: TerritoryIndex, compare: (left: string, right: string) => number): readonly TerritoryNode[] => {
  const nodes: TerritoryNode[] = []
  const seen = new Set<TerritoryId>()
  const byParent = Map.groupBy(there.values(), ({ parentId }) => (parentId !== null && there.has(parentId) ? parentId : null))
  const inOrder = (territories: readonly Territory[]): readonly Territory[] =>
    territories.toSorted((left, right) => compare(left.name, right.name) || (left.id < right.id ? -1 : 1))
  const visit = (territory: Territory, depth: number): void => {
    if (seen.has(territory.id)) return
    seen.add(territory.id)
    nodes.push({ territory, depth })
    for (const inner of inOrder(byParent.get(territory.id) ?? [])) visit(inner, depth + 1)
  }
  for (const territory of inOrder(byParent.get(null) ?? [])) visit(territory, 0)
  for (const territory of inOrder([...there.values()])) visit(territory, 0)
  return nodes
}
