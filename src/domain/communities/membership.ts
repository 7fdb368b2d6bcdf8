import type { Membership } from '#domain/community'
import { firstDay, lastDay, type IsoDate } from '#domain/period'

/**
 * Is one a member that day? As for a role in the lists: an unknown start is « since always », no end is « still », and a date known in part counts from its first
 * day and to its last.
 */
export const isMemberOn = ({ start, end }: Membership, day: IsoDate): boolean =>
  (start === null || firstDay(start) <= day) && (end === null || lastDay(end) >= day)

/** « Photo à une date »: those of a map of memberships who are members that day. */
export const membersOn = <Id extends string>(memberships: Readonly<Record<Id, Membership>>, day: IsoDate): readonly Id[] => {
  const found: Id[] = []
  for (const id in memberships) if (isMemberOn(memberships[id], day)) found.push(id)
  return found
}
