import type { CommunityId, PersonId } from '#domain/id'
import type { Facts } from '#domain/indicators/facts'
import type { IsoDate } from '#domain/period'
import { isMemberOn } from '#domain/communities/membership'
import type { MeshFacts } from '#domain/people-match'
import type { TableName } from '#domain/tables'
import { livingTiesOf } from '#domain/ties/tie-reader'
import { cutPeople, type CutPerson } from '#domain/ties/cut-people'
import { membersOf, tieFigures, type TieFigures } from '#domain/ties/tie-figures'
import { buildTieNetwork, type TieNetwork } from '#domain/ties/tie-network'
import type { FactsMirror } from '#data/facts-mirror'
import { createSettingsService } from '#data/services/settings-service'
import type { Store } from '#data/store'

/** The mesh on a day, with what everybody asks of it. */
export interface TiesState {
  readonly facts: Facts
  readonly network: TieNetwork
  readonly figures: TieFigures
  /** Who belongs to which community that day. */
  readonly membersByCommunity: ReadonlyMap<CommunityId, readonly PersonId[]>
  /** Computed when first asked for. */
  readonly bridges: () => readonly CutPerson[]
  /** The mesh on an earlier day, by the same records. */
  readonly before: (on: IsoDate) => { readonly network: TieNetwork; readonly figures: TieFigures }
}

/** The mesh as of a day; the same object as long as nothing it depends on changed. */
export interface TiesMirror {
  readonly state: (today: IsoDate) => Promise<TiesState>
}

/** Every table that changes the mesh, beside people and their roles. */
export const meshTables = [
  'events',
  'attendance',
  'hours',
  'settings',
  'ties',
  'responsibilities',
  'communities',
  'communityMembers',
] as const satisfies readonly TableName[]

/** What filters ask of the mesh on a day. */
export const meshFacts = async (ties: TiesMirror, today: IsoDate): Promise<MeshFacts> => {
  const { network, figures } = await ties.state(today)
  const isolated = new Set(figures.members.filter((person) => figures.degree[person] === 0))
  return {
    tiedTo: (id) => {
      const person = network.indexById.get(id)
      const found = person === undefined ? [] : livingTiesOf(network, person)
      return new Set(found.flatMap((other) => network.people[other]?.id ?? []))
    },
    isIsolated: (id) => isolated.has(network.indexById.get(id) ?? -1),
    tieCount: (id) => figures.degree[network.indexById.get(id) ?? -1] ?? 0,
  }
}

/** Tables that the mesh is made of, beside those of the facts. */
const tieTables = ['ties', 'responsibilities', 'communities', 'communityMembers'] as const satisfies readonly TableName[]

export const createTiesMirror = (store: Store, mirror: Pick<FactsMirror, 'facts'>): TiesMirror => {
  const settings = createSettingsService(store)
  let kept: { readonly facts: Facts; readonly version: string; readonly state: TiesState } | null = null

  const build = (facts: Facts): TiesState => {
    const records = {
      columns: facts.columns,
      ties: store.mirror.loaded('ties').values(),
      responsibilities: store.mirror.loaded('responsibilities').values(),
    }
    const network = buildTieNetwork(records, facts.asOf)
    const membersByCommunity = membersOn(store, facts.asOf)
    const figures = tieFigures(network, membersOf(network, facts, [...membersByCommunity.values()].flat()))
    let bridges: readonly CutPerson[] | null = null
    return {
      facts,
      network,
      figures,
      membersByCommunity,
      bridges: () => (bridges ??= cutPeople(network, figures.members)),
      before: (on) => {
        const then = buildTieNetwork(
          { ...records, ties: store.mirror.loaded('ties').values(), responsibilities: store.mirror.loaded('responsibilities').values() },
          on,
        )
        const members = [...then.people.keys()].filter((person) => then.isMember[person] === 1)
        return { network: then, figures: tieFigures(then, members) }
      },
    }
  }

  return {
    state: async (today) => {
      const facts = await mirror.facts(today, await settings.get())
      await store.mirror.load(...tieTables)
      const version = tieTables.map(store.mirror.version).join()
      if (kept?.facts !== facts || kept.version !== version) kept = { facts, version, state: build(facts) }
      return kept.state
    },
  }
}

/** Who belongs to each community that is there, on a day. */
const membersOn = (store: Store, day: IsoDate): ReadonlyMap<CommunityId, readonly PersonId[]> => {
  const communities = store.mirror.loaded('communities')
  const found = new Map<CommunityId, readonly PersonId[]>()
  for (const { id, people } of store.mirror.loaded('communityMembers').values()) {
    if (communities.get(id)?.deletedAt !== null) continue
    const there = Object.entries(people).filter(([, membership]) => isMemberOn(membership, day))
    found.set(
      id,
      there.map(([person]) => person as PersonId),
    )
  }
  return found
}
