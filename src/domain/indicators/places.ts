import type { PersonId } from '#domain/id'
import type { Person } from '#domain/person'
import { departmentOfAddress, territoryOf, type TerritoryIndex } from '#domain/territory'

/** Where people are, as groups of figures: by territory, or by what is known of their address where no territory is kept. */
export interface Places {
  /** The id of a territory, `commune:35238` or `department:35`; null when nothing is known. */
  readonly keyOf: (id: PersonId) => string | null
  /** Whether the association keeps territories at all: people outside them are then told by department. */
  readonly hasTerritories: boolean
}

/** More communes than this make no table that anybody reads: departments then. */
export const mostCommunes = 20

/** Says the place of everybody once; an association without territories has its communes, or its departments when there are too many. */
export const placesOf = (people: Iterable<Person>, territories: TerritoryIndex): Places => {
  const hasTerritories = territories.there.size > 0
  const all = [...people].filter(({ deletedAt }) => deletedAt === null)
  const communes = hasTerritories ? new Set<string>() : new Set(all.map(communeOf).filter((code) => code !== null))
  const byCommune = !hasTerritories && communes.size <= mostCommunes
  const keys = new Map<PersonId, string>()
  for (const person of all) {
    const commune = byCommune ? communeOf(person) : null
    const key = territoryOf(person, territories) ?? (commune === null ? departmentKey(person) : `${communePrefix}${commune}`)
    if (key !== null) keys.set(person.id, key)
  }
  return { keyOf: (id) => keys.get(id) ?? null, hasTerritories }
}

/** What the key of a place stands for. */
export type PlaceKey =
  | { readonly kind: 'territory'; readonly id: string }
  | { readonly kind: 'commune'; readonly code: string }
  | { readonly kind: 'department'; readonly code: string }
export const parsePlaceKey = (key: string): PlaceKey => {
  if (key.startsWith(communePrefix)) return { kind: 'commune', code: key.slice(communePrefix.length) }
  if (key.startsWith(departmentPrefix)) return { kind: 'department', code: key.slice(departmentPrefix.length) }
  return { kind: 'territory', id: key }
}

const communePrefix = 'commune:'
const departmentPrefix = 'department:'

const communeOf = ({ addresses }: Person): string | null => addresses.find(({ communeCode }) => communeCode !== null)?.communeCode ?? null

const departmentKey = ({ addresses }: Person): string | null => {
  for (const address of addresses) {
    const code = departmentOfAddress(address)
    if (code !== null) return `${departmentPrefix}${code}`
  }
  return null
}
