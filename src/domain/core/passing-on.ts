import type { Ambassadorship } from '#domain/ambassador'
import { movedToStage } from '#domain/ambassadors/stages'
import { isMemberOn } from '#domain/communities/membership'
import type { Community } from '#domain/community'
import type { PersonId, RoleKindId, RolePeriodId, TieId } from '#domain/id'
import { addDays, firstDay, type IsoDate, type PartialDate } from '#domain/period'
import type { Person } from '#domain/person'
import type { Responsibility } from '#domain/responsibility'
import type { Tie } from '#domain/tie'

/** One who leaves, one who takes over, and the first day of the new one: the leaver's last is the day before. */
export interface PassingOn {
  readonly fromId: PersonId
  readonly toId: PersonId
  readonly on: IsoDate
}

/** The leaver holds it until the day before, the successor from that day on; whoever was named to succeed, and does, is no longer awaited. */
export const passedResponsibility = (responsibility: Responsibility, { fromId, toId, on }: PassingOn): Responsibility => {
  const { [fromId]: left, [toId]: known, ...others } = responsibility.holders
  const taken = known !== undefined && isMemberOn(known, on) ? known : { start: on, end: null }
  return {
    ...responsibility,
    holders: {
      ...others,
      ...(left === undefined ? {} : { [fromId]: { ...left, end: lastDayOf(left, on) } }),
      [toId]: taken,
    },
    successorId: responsibility.successorId === toId ? null : responsibility.successorId,
  }
}

export const passedCommunity = (community: Community, { toId }: PassingOn): Community => ({ ...community, leaderId: toId })

/** The seat ends the day before, and one of the same title begins. */
export const passedSeat = (community: Community, seatId: string, { toId, on }: PassingOn, newSeatId: string): Community => {
  const seat = community.seats[seatId]
  if (seat === undefined) return community
  const next = { id: newSeatId, title: seat.title, personId: toId, start: on, end: null }
  return { ...community, seats: { ...community.seats, [seatId]: { ...seat, end: lastDayOf(seat, on) }, [newSeatId]: next } }
}

/** The tie ends the day before; the successor helps the same person from then on. */
export const passedMentoring = (tie: Tie, { toId, on }: PassingOn, newTieId: TieId): readonly [ended: Tie, begun: Tie] => [
  { ...tie, end: lastDayOf(tie, on) },
  { ...tie, id: newTieId, fromId: toId, start: on, end: null, note: '' },
]

/** The successor is named and the handing over begins. */
export const passedAmbassadorship = (ambassadorship: Ambassadorship, { toId, on }: PassingOn): Ambassadorship => ({
  ...(ambassadorship.stage === 'active' ? movedToStage(ambassadorship, 'handing-over', on) : ambassadorship),
  successorId: toId,
})

/** The roles of somebody with some of them ended that day, the last one she held them. */
export const rolesWithout = (roles: Person['roles'], ids: ReadonlySet<RolePeriodId>, on: IsoDate): Person['roles'] =>
  Object.fromEntries(
    Object.values(roles).map((role) => [role.id, ids.has(role.id) && (role.end === null || role.end > on) ? { ...role, end: on } : role]),
  )

/** The roles of the successor with this kind held from that day; the same when she holds it already. */
export const rolesWith = (roles: Person['roles'], kind: RoleKindId, on: IsoDate, newRoleId: RolePeriodId): Person['roles'] =>
  Object.values(roles).some((role) => role.kind === kind && isMemberOn(role, on))
    ? roles
    : { ...roles, [newRoleId]: { id: newRoleId, kind, start: on, end: null, organisationId: null, note: '' } }

/** The last day of one who hands over: the day before, but never before she began; one that ended earlier stays as it is. */
export const lastDayOf = ({ start, end }: { readonly start: PartialDate | null; readonly end: PartialDate | null }, on: IsoDate): PartialDate => {
  const before = addDays(on, -1)
  if (end !== null && end < before) return end
  return start !== null && firstDay(start) > before ? start : before
}
