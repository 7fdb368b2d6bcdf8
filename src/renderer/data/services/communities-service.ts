import { charterOf, communityAndInside, communityTree, holdersOf, type CommunityNode } from '#domain/communities/community-tree'
import { membersOn } from '#domain/communities/membership'
import { emptyCommunity, type Community, type Membership } from '#domain/community'
import { diffRecord } from '#domain/change'
import type { CommunityId, OrganisationId, PersonId } from '#domain/id'
import type { IsoDate } from '#domain/period'
import { fullName } from '#domain/person'
import { ok, type Result } from '#domain/result'
import type { ChangeRow } from '#data/database'
import { newId } from '#data/new-id'
import type { Store } from '#data/store'
import type { WriteProblem } from '#data/write'

/** One line of the list of communities. */
export interface CommunityRow extends CommunityNode {
  /** People who are members on the day asked, of it or of one inside it; each once, those in the bin left out. */
  readonly people: number
  readonly organisations: number
  /** The person in charge; '' when there is none. */
  readonly leader: string
}
export interface CommunityList {
  /** From top to bottom of the tree. */
  readonly rows: readonly CommunityRow[]
  /** In the bin, by name. */
  readonly removed: readonly Community[]
}
/** One community, with what its page says of others. */
export interface CommunitySheet {
  readonly community: Community
  /** Those that hold it, the nearest first. */
  readonly holders: readonly Community[]
  /** Those just inside it, by name. */
  readonly inside: readonly Community[]
  /** The charter that holds for it, its own or that of one above. */
  readonly charter: { readonly text: string; readonly from: Community } | null
  readonly territory: string
  /** Names of the person in charge and of those who hold a seat. */
  readonly names: Readonly<Record<PersonId, string>>
}
/** A community of which somebody is or was a member. */
export interface CommunityOfMember {
  readonly community: Community
  readonly membership: Membership
}
export type CommunityFields = Omit<Community, 'id' | 'deletedAt'>

type Written = Promise<Result<ChangeRow | null, WriteProblem>>

/** Communautés: the tree, one community, keeping them by hand. */
export interface CommunitiesService {
  readonly list: (today: IsoDate) => Promise<CommunityList>
  /** null: no such community. */
  readonly get: (id: CommunityId) => Promise<CommunitySheet | null>
  /** The communities of somebody or of an organisation, by name; those in the bin left out. */
  readonly of: (member: PersonId | OrganisationId) => Promise<readonly CommunityOfMember[]>
  /** Creates (`id` null) or changes a community: the fields that are given; answers its id. Throws on a parent that is inside it. */
  readonly save: (id: CommunityId | null, fields: Partial<CommunityFields>) => Promise<Result<CommunityId, WriteProblem>>
  readonly setRemoved: (id: CommunityId, at: string | null) => Written
}

export const createCommunitiesService = (store: Store): CommunitiesService => {
  const { mirror } = store
  return {
    list: async (today) => {
      await mirror.load('communities', 'communityMembers', 'people', 'organisations')
      const communities = mirror.loaded('communities')
      const members = mirror.loaded('communityMembers')
      const people = mirror.loaded('people')
      const organisations = mirror.loaded('organisations')
      const rows = communityTree(communities, compareNames).map((node): CommunityRow => {
        const branch = [...communityAndInside(communities, node.community.id)]
        const peopleIn = new Set(branch.flatMap((id) => membersOn(members.get(id)?.people ?? {}, today)))
        const organisationsIn = new Set(branch.flatMap((id) => membersOn(members.get(id)?.organisations ?? {}, today)))
        const leader = node.community.leaderId === null ? undefined : people.get(node.community.leaderId)
        return {
          ...node,
          people: [...peopleIn].filter((id) => people.get(id)?.deletedAt === null).length,
          organisations: [...organisationsIn].filter((id) => organisations.get(id)?.deletedAt === null).length,
          leader: leader === undefined ? '' : fullName(leader),
        }
      })
      const removed = [...communities.values()].filter(({ deletedAt }) => deletedAt !== null)
      return { rows, removed: removed.toSorted((left, right) => compareNames(left.name, right.name)) }
    },
    get: async (id) => {
      const communities = await mirror.read('communities')
      const community = communities.get(id)
      if (community === undefined) return null
      const named = [community.leaderId, ...Object.values(community.seats).map(({ personId }) => personId)].filter((one) => one !== null)
      const people = await mirror.some('people', named)
      const territory = community.territoryId === null ? undefined : (await mirror.read('territories')).get(community.territoryId)
      return {
        community,
        holders: holdersOf(communities, id),
        inside: [...communities.values()]
          .filter(({ parentId, deletedAt }) => parentId === id && deletedAt === null)
          .toSorted((left, right) => compareNames(left.name, right.name)),
        charter: charterOf(communities, id),
        territory: territory?.name ?? '',
        names: Object.fromEntries([...people.values()].map((person) => [person.id, fullName(person)])),
      }
    },
    of: async (member) => {
      const communities = await mirror.read('communities')
      const found: CommunityOfMember[] = []
      for (const { id, people, organisations } of (await mirror.read('communityMembers')).values()) {
        const membership = people[member as PersonId] ?? organisations[member as OrganisationId]
        const community = communities.get(id)
        if (membership !== undefined && community?.deletedAt === null) found.push({ community, membership })
      }
      return found.toSorted((left, right) => compareNames(left.community.name, right.community.name))
    },
    save: async (id, fields) => {
      const all = await mirror.read('communities')
      const before = id === null ? null : (all.get(id) ?? null)
      const communityId = id ?? newId<CommunityId>()
      const parentId = fields.parentId ?? null
      if (parentId !== null && communityAndInside(all, communityId).has(parentId))
        throw new Error(`The community ${communityId} cannot be inside ${parentId}`)
      const edit = diffRecord('communities', before, { ...(before ?? emptyCommunity(communityId)), ...fields })
      const written = edit === null ? ok(null) : await store.write({ cause: { kind: 'form' }, edits: [edit] })
      return written.ok ? ok(communityId) : written
    },
    setRemoved: async (id, at) => {
      const before = (await mirror.read('communities')).get(id)
      const edit = before === undefined ? null : diffRecord('communities', before, { ...before, deletedAt: at })
      return edit === null ? ok(null) : store.write({ cause: { kind: 'form' }, edits: [edit] })
    },
  }
}

const compareNames = (left: string, right: string): number => left.localeCompare(right, 'fr', { sensitivity: 'base', numeric: true })
