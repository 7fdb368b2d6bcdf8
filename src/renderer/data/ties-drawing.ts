import type { CommunityId, PersonId, RoleKindId } from '#domain/id'
import { roleHeldAt } from '#domain/people-match'
import { rolesOf } from '#domain/person'
import { indexTerritories, territoryAndInside, territoryOf } from '#domain/territory'
import { betweennessOf, pairGraph } from '#domain/ties/betweenness'
import { firstPlaces, shownGraph } from '#domain/ties/shown-graph'
import type { Store } from '#data/store'
import type { GraphGroup, GraphQuery, PersonLine, TieGraph } from '#data/ties-contract'
import type { TiesState } from '#data/ties-mirror'

/** More groups than this could not be told apart: the smaller ones are one. */
const mostGroups = 6

/** The mesh as it is drawn. The tables people, territories, communities and roleKinds are loaded. */
export const drawGraph = (store: Store, state: TiesState, query: GraphQuery, lineAt: (index: number) => PersonLine): TieGraph => {
  const { network } = state
  const graph = shownGraph(network, { people: chosenPeople(store, state, query), minStrength: query.minStrength, months: query.months })
  const bridges = new Set(state.bridges().map(({ person }) => person))
  return {
    people: graph.people.map(lineAt),
    leftOut: graph.leftOut,
    backbone: graph.backbone,
    ties: graph.allFrom.length,
    degree: graph.degree,
    best: graph.best,
    bestWith: graph.bestWith,
    betweenness: betweennessOf(pairGraph(graph.people.length, graph.allFrom, graph.allTo)),
    isBridge: Uint8Array.from(graph.people, (person) => (bridges.has(person) ? 1 : 0)),
    ...groupsOf(store, state, query, graph.people),
    from: graph.from,
    to: graph.to,
    strength: graph.strength,
    idle: graph.idle,
    ...firstPlaces(graph),
  }
}

const chosenPeople = (store: Store, { network, figures, membersByCommunity }: TiesState, query: GraphQuery): readonly number[] => {
  const inCommunity = query.communityId === null ? null : new Set(membersByCommunity.get(query.communityId) ?? [])
  const territories = store.mirror.loaded('territories')
  const index = indexTerritories(territories.values())
  const inside = query.territoryId === null ? null : territoryAndInside(index.there.values(), query.territoryId)
  const people = store.mirror.loaded('people')
  return figures.members.filter((person) => {
    const id = network.people[person]?.id ?? ('' as PersonId)
    if (inCommunity !== null && !inCommunity.has(id)) return false
    if (inside === null) return true
    const record = people.get(id)
    const territory = record === undefined ? null : territoryOf(record, index)
    return territory !== null && inside.has(territory)
  })
}

/** One group a person: the first role she holds today by the association's order, or her largest community. */
const groupsOf = (
  store: Store,
  { network, facts, membersByCommunity }: TiesState,
  query: GraphQuery,
  shown: readonly number[],
): Pick<TieGraph, 'groups' | 'groupOf'> => {
  const idsOf = query.colourBy === 'role' ? currentRole : largestCommunity()
  const ids = shown.map(idsOf)
  const counts = new Map<string, number>()
  for (const id of ids) if (id !== null) counts.set(id, (counts.get(id) ?? 0) + 1)
  const first = [...counts].sort((left, right) => right[1] - left[1] || (left[0] < right[0] ? -1 : 1)).slice(0, mostGroups)
  const place = new Map(first.map(([id], index) => [id, index]))
  const groupOf = Uint8Array.from(ids, (id) => (id === null ? first.length : (place.get(id) ?? first.length)))
  const named = first.map(([id, count]): GraphGroup => ({ id: id as RoleKindId, name: nameOf(id), count }))
  const others = shown.length - first.reduce((sum, [, count]) => sum + count, 0)
  return { groups: others === 0 ? named : [...named, { id: null, name: null, count: others }], groupOf }

  function currentRole(person: number): string | null {
    const record = store.mirror.loaded('people').get(network.people[person]?.id ?? '')
    if (record === undefined) return null
    const order = new Map(facts.columns.roleKinds.map((kind) => [kind.id, kind.order]))
    const held = rolesOf(record).filter((role) => roleHeldAt(role, { kind: 'today' }, facts.asOf))
    return held.sort((left, right) => (order.get(left.kind) ?? 0) - (order.get(right.kind) ?? 0))[0]?.kind ?? null
  }
  function largestCommunity(): (person: number) => string | null {
    const best = new Map<number, CommunityId>()
    for (const [id, people] of [...membersByCommunity].sort((left, right) => left[1].length - right[1].length || (left[0] < right[0] ? 1 : -1)))
      for (const person of people) {
        const index = network.indexById.get(person)
        if (index !== undefined) best.set(index, id)
      }
    return (person) => best.get(person) ?? null
  }
  function nameOf(id: string): string | null {
    return query.colourBy === 'role'
      ? (facts.columns.roleKinds.find((kind) => kind.id === id)?.name ?? null)
      : (store.mirror.loaded('communities').get(id)?.name ?? null)
  }
}
