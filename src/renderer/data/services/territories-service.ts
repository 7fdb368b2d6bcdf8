import { departmentOfCommune, type CommuneIndex } from '#domain/commune'
import { diffRecord } from '#domain/change'
import type { PersonId, TerritoryId } from '#domain/id'
import type { QpvIndex } from '#domain/qpv'
import { ok, type Result } from '#domain/result'
import {
  emptyTerritory,
  indexTerritories,
  territoryAndInside,
  territoryOf,
  territoryTree,
  type Territory,
  type TerritoryNode,
} from '#domain/territory'
import type { ChangeRow } from '#data/database'
import { newId } from '#data/new-id'
import type { Store } from '#data/store'
import type { WriteProblem } from '#data/write'

/** One line of the tree of territories, with the people who live or are kept there. */
export interface TerritoryRow extends TerritoryNode {
  /** People of this territory and of every one inside it. */
  readonly people: number
}
export interface TerritoryList {
  /** From top to bottom of the tree. */
  readonly rows: readonly TerritoryRow[]
  /** In the bin, by name. */
  readonly removed: readonly Territory[]
  /** People of no territory. */
  readonly outside: number
}
export type TerritoryFields = Pick<Territory, 'name' | 'type' | 'parentId' | 'codes' | 'note'>

/** Territoires: the tree, who is where, and keeping it by hand. */
export interface TerritoriesService {
  readonly list: () => Promise<TerritoryList>
  /** Everybody of a territory and of those inside it; null: of no territory. */
  readonly people: (id: TerritoryId | null) => Promise<readonly PersonId[]>
  /** Creates (`id` null) or changes a territory; answers its id. Throws on a parent that is inside it. */
  readonly save: (id: TerritoryId | null, fields: TerritoryFields) => Promise<Result<TerritoryId, WriteProblem>>
  readonly setRemoved: (id: TerritoryId, at: string | null) => Promise<Result<ChangeRow | null, WriteProblem>>
  /** Names of the communes, departments and priority neighbourhoods where people are, by key of place (`commune:35238`, `department:35`, `QN03501M`). */
  readonly placeNames: () => Promise<Readonly<Record<string, string>>>
}

/** `communes` and `qpv` are read once, when somebody asks the name of a place. */
export const createTerritoriesService = (store: Store, communes: () => Promise<CommuneIndex>, qpv: () => Promise<QpvIndex>): TerritoriesService => {
  const { mirror } = store
  const index = mirror.derive(['territories'], () => indexTerritories(mirror.loaded('territories').values()))
  const counts = mirror.derive(['people', 'territories'], () => {
    const territories = indexTerritories(mirror.loaded('territories').values())
    const byTerritory = new Map<TerritoryId | null, number>()
    for (const person of mirror.loaded('people').values()) {
      if (person.deletedAt !== null) continue
      const territory = territoryOf(person, territories)
      byTerritory.set(territory, (byTerritory.get(territory) ?? 0) + 1)
    }
    return byTerritory
  })

  return {
    list: async () => {
      const [territories, byTerritory] = [await index(), await counts()]
      const all = [...territories.there.values()]
      const rows = territoryTree(territories, compareNames).map((node): TerritoryRow => ({
        ...node,
        people: [...territoryAndInside(all, node.territory.id)].reduce((sum, id) => sum + (byTerritory.get(id) ?? 0), 0),
      }))
      const removed = [...mirror.loaded('territories').values()].filter(({ deletedAt }) => deletedAt !== null)
      return { rows, removed: removed.toSorted((left, right) => compareNames(left.name, right.name)), outside: byTerritory.get(null) ?? 0 }
    },
    people: async (id) => {
      const territories = await index()
      const wanted: ReadonlySet<TerritoryId | null> = id === null ? new Set([null]) : territoryAndInside(territories.there.values(), id)
      const people = await mirror.read('people')
      return [...people.values()]
        .filter((person) => person.deletedAt === null && wanted.has(territoryOf(person, territories)))
        .map(({ id: found }) => found)
    },
    save: async (id, fields) => {
      const all = await mirror.read('territories')
      const before = id === null ? null : (all.get(id) ?? null)
      const territoryId = id ?? newId<TerritoryId>()
      if (fields.parentId !== null && territoryAndInside(all.values(), territoryId).has(fields.parentId))
        throw new Error(`The territory ${territoryId} cannot be inside ${fields.parentId}`)
      const edit = diffRecord('territories', before, { ...(before ?? emptyTerritory(territoryId)), ...fields })
      const written = edit === null ? ok(null) : await store.write({ cause: { kind: 'form' }, edits: [edit] })
      return written.ok ? ok(territoryId) : written
    },
    setRemoved: async (id, at) => {
      const before = (await mirror.read('territories')).get(id)
      const edit = before === undefined ? null : diffRecord('territories', before, { ...before, deletedAt: at })
      return edit === null ? ok(null) : store.write({ cause: { kind: 'form' }, edits: [edit] })
    },
    placeNames: async () => {
      const [known, { byCode: qpvByCode }] = await Promise.all([communes(), qpv()])
      const names: Record<string, string> = {}
      const nameDepartment = (code: string): void => {
        const name = known.departments.get(code)?.name
        names[`department:${code}`] = name === undefined ? code : `${name} (${code})`
      }
      for (const { addresses } of (await mirror.read('people')).values()) {
        for (const { communeCode, postalCode, qpvCode } of addresses) {
          const neighbourhood = qpvCode === null ? undefined : qpvByCode.get(qpvCode)
          if (neighbourhood !== undefined) names[neighbourhood.code] = `${neighbourhood.name} (${neighbourhood.code})`
          if (communeCode !== null) {
            names[`commune:${communeCode}`] ??= known.byCode.get(communeCode)?.name ?? communeCode
            nameDepartment(departmentOfCommune(communeCode))
          } else if (postalCode.length === 5) nameDepartment(departmentOfCommune(postalCode))
        }
      }
      return names
    },
  }
}

const compareNames = (left: string, right: string): number => left.localeCompare(right, 'fr', { sensitivity: 'base', numeric: true })
