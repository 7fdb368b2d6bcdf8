import { communityAndInside } from '#domain/communities/community-tree'
import type { CommunityId } from '#domain/id'
import type { CommunityRow } from '#data/services/communities-service'

/** A community and everything inside it, among the lines of the list. */
export const insideOf = (rows: readonly CommunityRow[], id: CommunityId): ReadonlySet<CommunityId> =>
  communityAndInside(new Map(rows.map(({ community }) => [community.id, community])), id)
