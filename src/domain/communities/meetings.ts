import { attendanceStatuses, cameToEvent } from '#domain/attendance'
import type { Community, CommunityMembers, Membership } from '#domain/community'
import type { AssociationEvent } from '#domain/event'
import type { CommunityId, EventId, PersonId } from '#domain/id'
import type { FactColumns, SheetColumns } from '#domain/indicators/fact-columns'
import { dayNumberOf, firstDay, isCertainlyWithin, lastDay, type PartialDate, type Period } from '#domain/period'
import { communityAndInside, holdersOf } from './community-tree.ts'
import { isMemberOn } from './membership.ts'

/** An event at which members of a community met. */
export interface CommunityMeeting {
  readonly eventId: EventId
  readonly date: PartialDate
  readonly format: AssociationEvent['format']
  /** Members who came; at least two, or it is no meeting of the community. */
  readonly members: number
  /** Of them, who came online. */
  readonly online: number
  /** People of another community came too, who are not of this one. */
  readonly isEncounter: boolean
}

export interface CommunityRecords {
  readonly communities: ReadonlyMap<string, Community>
  readonly members: ReadonlyMap<string, CommunityMembers>
}

/**
 * The events of a period at which at least two members of the community (or of those inside it) came, latest first. Counted are events whose date is certainly in
 * the period, people who came (in person or online), who are not in the bin, were not staff that day, and were members by every reading of the dates.
 * An event is an encounter when somebody else came who belongs to a community that neither holds this one nor is inside it.
 */
export const meetingsOf = (columns: FactColumns, records: CommunityRecords, id: CommunityId, period: Period): readonly CommunityMeeting[] => {
  const branch = communityAndInside(records.communities, id)
  const related = new Set<CommunityId>([...branch, ...holdersOf(records.communities, id).map((holder) => holder.id)])
  const others = [...records.communities.values()].filter((other) => other.deletedAt === null && !related.has(other.id)).map((other) => other.id)
  const own = membershipsByPerson(records.members, branch)
  const foreign = membershipsByPerson(records.members, others)
  const found: CommunityMeeting[] = []
  for (const [eventId, sheet] of columns.sheets) {
    const event = columns.events.get(eventId)
    if (event === undefined || event.deletedAt !== null || event.date === null || !isCertainlyWithin(event.date, period)) continue
    let members = 0
    let online = 0
    let isEncounter = false
    for (const { personId, isOnline } of cameTo(columns, sheet, event.date)) {
      if (wereMembers(own.get(personId), event.date)) {
        members += 1
        if (isOnline) online += 1
      } else if (!isEncounter && wereMembers(foreign.get(personId), event.date)) isEncounter = true
    }
    if (members >= fewestMembers) found.push({ eventId, date: event.date, format: event.format, members, online, isEncounter })
  }
  return found.toSorted((left, right) => (left.date < right.date ? 1 : left.date > right.date ? -1 : left.eventId < right.eventId ? -1 : 1))
}

/** The balance between screens and meetings, in events and in people who came. */
export interface MeetingBalance {
  readonly meetings: number
  readonly byFormat: Readonly<Record<AssociationEvent['format'], number>>
  /** Each member once for each meeting she came to. */
  readonly comings: number
  readonly onlineComings: number
  readonly encounters: number
}
export const balanceOf = (meetings: readonly CommunityMeeting[]): MeetingBalance => {
  const byFormat = { 'in-person': 0, online: 0, mixed: 0 }
  for (const { format } of meetings) byFormat[format] += 1
  return {
    meetings: meetings.length,
    byFormat,
    comings: meetings.reduce((sum, { members }) => sum + members, 0),
    onlineComings: meetings.reduce((sum, { online }) => sum + online, 0),
    encounters: meetings.filter(({ isEncounter }) => isEncounter).length,
  }
}

/** Alone, a member meets nobody. */
const fewestMembers = 2

const membershipsByPerson = (
  members: ReadonlyMap<string, CommunityMembers>,
  ids: Iterable<CommunityId>,
): ReadonlyMap<PersonId, readonly Membership[]> => {
  const found = new Map<PersonId, Membership[]>()
  for (const id of ids) {
    for (const [personId, membership] of Object.entries(members.get(id)?.people ?? {})) {
      const known = found.get(personId as PersonId)
      if (known === undefined) found.set(personId as PersonId, [membership])
      else known.push(membership)
    }
  }
  return found
}

const wereMembers = (memberships: readonly Membership[] | undefined, date: PartialDate): boolean =>
  memberships?.some((membership) => isMemberOn(membership, firstDay(date)) && isMemberOn(membership, lastDay(date))) === true

const cameByCode = attendanceStatuses.map(cameToEvent)
const onlineCode = attendanceStatuses.indexOf('online')

const cameTo = function* (
  columns: FactColumns,
  { people, status }: SheetColumns,
  date: PartialDate,
): Generator<{ readonly personId: PersonId; readonly isOnline: boolean }> {
  const days = { first: dayNumberOf(firstDay(date)), last: dayNumberOf(lastDay(date)) }
  for (const [row, code] of status.entries()) {
    const person = columns.people[people[row] ?? -1]
    if (cameByCode[code] !== true || person === undefined || person.isRemoved) continue
    if (person.staff.some(({ from, to }) => from <= days.last && to >= days.first)) continue
    yield { personId: person.id, isOnline: code === onlineCode }
  }
}
