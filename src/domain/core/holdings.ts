import type { Ambassadorship } from '#domain/ambassador'
import { isMemberOn } from '#domain/communities/membership'
import type { AssociationEvent } from '#domain/event'
import type {
  AmbassadorshipId,
  CommunityId,
  EventId,
  OrganisationId,
  PersonId,
  ResponsibilityId,
  RoleKindId,
  RolePeriodId,
  TaskId,
  TieId,
} from '#domain/id'
import { firstDay, lastDay, type IsoDate } from '#domain/period'
import type { Person } from '#domain/person'
import type { Task } from '#domain/task'
import type { Tie } from '#domain/tie'
import type { HeldThing } from './held-things.ts'

/** One thing that would be left behind if somebody went, with the record that says it. */
export type Holding = {
  /** `responsibility:…`, the name of the step of a handover that speaks of it. */
  readonly key: string
  /** Nobody else holds it. */
  readonly isAlone: boolean
  readonly successorId: PersonId | null
} & (
  | { readonly kind: 'role'; readonly rolePeriodId: RolePeriodId; readonly role: RoleKindId }
  | { readonly kind: 'responsibility'; readonly responsibilityId: ResponsibilityId }
  | { readonly kind: 'community'; readonly communityId: CommunityId }
  | { readonly kind: 'seat'; readonly communityId: CommunityId; readonly seatId: string }
  | { readonly kind: 'organisation'; readonly organisationId: OrganisationId }
  | { readonly kind: 'mentoring'; readonly tieId: TieId; readonly menteeId: PersonId }
  | { readonly kind: 'ambassador'; readonly ambassadorshipId: AmbassadorshipId }
  /** Hers to do, not done; a promise was made to somebody. */
  | { readonly kind: 'task' | 'promise'; readonly taskId: TaskId }
  /** To come, and she is expected there. */
  | { readonly kind: 'event'; readonly eventId: EventId }
)
export type HoldingKind = Holding['kind']

export interface HoldingRecords {
  readonly things: readonly HeldThing[]
  readonly ties: Iterable<Tie>
  readonly ambassadorships: Iterable<Ambassadorship>
  readonly tasks: Iterable<Task>
  /** Events of which her sheet says that she is expected. */
  readonly events: Iterable<AssociationEvent>
}

/** Everything that one person holds on a day: roles, responsibilities, communities, seats, partners, pairs, ambassadorship, promises, tasks, events to come. */
export const holdingsOf = (person: Pick<Person, 'id' | 'roles'>, records: HoldingRecords, on: IsoDate): readonly Holding[] => {
  const mine = records.things.filter(({ holders }) => holders.includes(person.id))
  const aloneRoles = new Set(mine.flatMap((thing) => (isOnlyHolder(thing) ? [thing.role] : [])))
  const holdings: Holding[] = []
  for (const thing of mine) {
    const shared = { key: thing.key, isAlone: thing.holders.length === 1, successorId: thing.successorId }
    if (thing.kind === 'responsibility') holdings.push({ ...shared, kind: 'responsibility', responsibilityId: thing.responsibilityId })
    if (thing.kind === 'community') holdings.push({ ...shared, kind: 'community', communityId: thing.communityId })
    if (thing.kind === 'seat') holdings.push({ ...shared, kind: 'seat', communityId: thing.communityId, seatId: thing.seatId })
    if (thing.kind === 'organisation') holdings.push({ ...shared, kind: 'organisation', organisationId: thing.organisationId })
  }
  const mentors = new Map(mine.flatMap((thing) => (thing.kind === 'mentoring' ? [[thing.menteeId, thing.holders.length] as const] : [])))
  for (const tie of records.ties) {
    if (tie.kind !== 'mentoring' || tie.deletedAt !== null || tie.fromId !== person.id || !isMemberOn(tie, on) || !mentors.has(tie.toId)) continue
    const isAlone = mentors.get(tie.toId) === 1
    holdings.push({ kind: 'mentoring', key: `mentoring:${tie.id}`, isAlone, successorId: null, tieId: tie.id, menteeId: tie.toId })
  }
  for (const { id, personId, deletedAt, stage, successorId } of records.ambassadorships) {
    if (personId !== person.id || deletedAt !== null || (stage !== 'active' && stage !== 'handing-over')) continue
    holdings.push({ kind: 'ambassador', key: `ambassador:${id}`, isAlone: false, successorId, ambassadorshipId: id })
  }
  for (const role of Object.values(person.roles)) {
    if (!isMemberOn(role, on)) continue
    const isAlone = aloneRoles.has(role.kind)
    holdings.push({ kind: 'role', key: `role:${role.id}`, isAlone, successorId: null, rolePeriodId: role.id, role: role.kind })
  }
  const open = [...records.tasks].filter(({ ownerId, doneOn, deletedAt }) => ownerId === person.id && doneOn === null && deletedAt === null)
  for (const { id, isPromise } of open.toSorted((left, right) => Number(right.isPromise) - Number(left.isPromise) || byDue(left, right)))
    holdings.push({ kind: isPromise ? 'promise' : 'task', key: `task:${id}`, isAlone: false, successorId: null, taskId: id })
  const toCome = [...records.events].filter(({ date, endDate, deletedAt }) => deletedAt === null && date !== null && lastDay(endDate ?? date) >= on)
  for (const { id } of toCome.toSorted((left, right) => (firstOf(left) < firstOf(right) ? -1 : 1)))
    holdings.push({ kind: 'event', key: `event:${id}`, isAlone: false, successorId: null, eventId: id })
  return holdings
}

/** In the whole association: the only volunteer of a town is not the only volunteer. */
const isOnlyHolder = (thing: HeldThing): thing is Extract<HeldThing, { readonly kind: 'role' }> =>
  thing.kind === 'role' && thing.holders.length === 1 && thing.communityId === null && thing.territoryId === null

const byDue = (left: Task, right: Task): number => ((left.dueOn ?? '9999') < (right.dueOn ?? '9999') ? -1 : 1)
const firstOf = ({ date }: AssociationEvent): string => (date === null ? '9999' : firstDay(date))
