import type { Community } from '#domain/community'
import type { CommunityId } from '#domain/id'

/** A community at its place among those that hold it. */
export interface CommunityNode {
  readonly community: Community
  /** 0 for those that are in no other. */
  readonly depth: number
}

/**
 * The communities that are there, from top to bottom: each followed by those inside it, in the order of `compare`. One whose parent is in the bin stands at the
 * top; so does one of a circle, that two acts undone in an odd order could leave.
 */
export const communityTree = (
  communities: ReadonlyMap<string, Community>,
  compare: (left: string, right: string) => number,
): readonly CommunityNode[] => {
  const there = [...communities.values()].filter(({ deletedAt }) => deletedAt === null)
  const ids = new Set<CommunityId | null>(there.map(({ id }) => id))
  const inOrder = there.toSorted((left, right) => compare(left.name, right.name) || (left.id < right.id ? -1 : 1))
  const byParent = Map.groupBy(inOrder, ({ parentId }) => (ids.has(parentId) ? parentId : null))
  const nodes: CommunityNode[] = []
  const seen = new Set<CommunityId>()
  const visit = (community: Community, depth: number): void => {
    if (seen.has(community.id)) return
    seen.add(community.id)
    nodes.push({ community, depth })
    for (const inner of byParent.get(community.id) ?? []) visit(inner, depth + 1)
  }
  for (const community of byParent.get(null) ?? []) visit(community, 0)
  for (const community of inOrder) visit(community, 0)
  return nodes
}

/** A community and everything inside it, the bin left out. */
export const communityAndInside = (communities: ReadonlyMap<string, Community>, id: CommunityId): ReadonlySet<CommunityId> => {
  const inside = new Set([id])
  // A set may grow while it is walked: what was added is walked too.
  for (const holder of inside) {
    for (const { id: inner, parentId, deletedAt } of communities.values()) if (parentId === holder && deletedAt === null) inside.add(inner)
  }
  return inside
}

/** Those that hold a community, the nearest first; a circle is followed once. */
export const holdersOf = (communities: ReadonlyMap<string, Community>, id: CommunityId): readonly Community[] => {
  const holders: Community[] = []
  const seen = new Set([id])
  let parentId = communities.get(id)?.parentId ?? null
  while (parentId !== null && !seen.has(parentId)) {
    seen.add(parentId)
    const parent = communities.get(parentId)
    if (parent === undefined || parent.deletedAt !== null) break
    holders.push(parent)
    parentId = parent.parentId
  }
  return holders
}

/** The charter that holds for a community: its own, else that of the nearest community above that has one; null when none has. */
export const charterOf = (
  communities: ReadonlyMap<string, Community>,
  id: CommunityId,
): { readonly text: string; readonly from: Community } | null => {
  const own = communities.get(id)
  for (const community of own === undefined ? [] : [own, ...holdersOf(communities, id)]) {
    if (community.charter.trim() !== '') return { text: community.charter, from: community }
  }
  return null
}
