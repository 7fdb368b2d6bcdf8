import type { Membership } from '#domain/community'
import { firstDay, lastDay, type IsoDate, type PartialDate } from '#domain/period'

/**
 * Is one a member that day? As for a role in the lists: an unknown start is « since always », no end is « still », and a date known in part counts from its first
 * day and to its last.
 */
export const isMemberOn = ({ start, end, earlier }: Membership, day: IsoDate): boolean =>
  ((start === null || firstDay(start) <= day) && (end === null || lastDay(end) >= day)) ||
  (earlier !== undefined && earlier.some((period) => isMemberOn(period, day)))

/** The membership of somebody who joins that day: one who left keeps her earlier times, one who was to come comes sooner, one who is there stays as she is. */
export const joinedOn = (known: Membership | undefined, day: IsoDate): Membership => {
  if (known === undefined) return { start: day, end: null }
  if (isMemberOn(known, day)) return known
  if (known.start !== null && firstDay(known.start) > day && (known.end === null || lastDay(known.end) >= day)) return { ...known, start: day }
  const { start, end, earlier = [] } = known
  return { start: day, end: null, earlier: [...earlier, { start, end }] }
}

/** The first day known of somebody's membership, of all its times; null when one of them has no start. */
export const firstStartOf = ({ start, earlier = [] }: Membership): PartialDate | null => {
  let first = start
  for (const period of earlier) {
    if (first === null || period.start === null) return null
    if (firstDay(period.start) < firstDay(first)) first = period.start
  }
  return first
}

/** « Photo à une date »: those of a map of memberships who are members that day. */
export const membersOn = <Id extends string>(memberships: Readonly<Record<Id, Membership>>, day: IsoDate): readonly Id[] => {
  const found: Id[] = []
  for (const id in memberships) if (isMemberOn(memberships[id], day)) found.push(id)
  return found
}
