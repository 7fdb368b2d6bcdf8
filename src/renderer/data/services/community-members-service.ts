import { communityAndInside } from '#domain/communities/community-tree'
import { balanceOf, meetingsOf, type CommunityMeeting, type MeetingBalance } from '#domain/communities/meetings'
import { firstStartOf, isMemberOn, joinedOn, membersOn } from '#domain/communities/membership'
import { newsletterList, type NewsletterList } from '#domain/communities/newsletter'
import type { CommunityMembers, Membership } from '#domain/community'
import { diffRecord, type Edit } from '#domain/change'
import type { CommunityId, OrganisationId, PersonId } from '#domain/id'
import { peopleActiveAt } from '#domain/indicators/active-people'
import { idsOf } from '#domain/indicators/facts'
import { peopleInYearState } from '#domain/indicators/year-states'
import { addDays, addMonths, firstDay, type IsoDate, type Period } from '#domain/period'
import { emptyPerson, sortName } from '#domain/person'
import { ok, type Result } from '#domain/result'
import { searchable } from '#domain/searchable'
import { yearHolding, type AssociationYear } from '#domain/year'
import type { ChangeRow } from '#data/database'
import type { FactsMirror } from '#data/facts-mirror'
import { newId } from '#data/new-id'
import { createSettingsService } from '#data/services/settings-service'
import type { Store } from '#data/store'
import type { WriteProblem } from '#data/write'

/** Somebody (or an organisation) in the list of members, with the dates. */
export interface MemberRow {
  readonly key: string
  readonly member: { readonly kind: 'person'; readonly id: PersonId } | { readonly kind: 'organisation'; readonly id: OrganisationId }
  readonly firstName: string
  /** The name of an organisation stands here. */
  readonly lastName: string
  readonly doNotContact: boolean
  readonly deceased: boolean
  readonly communityId: CommunityId
  /** Of the community inside this one to which she belongs; '' when it is this one. */
  readonly inside: string
  readonly membership: Membership
}
/** The people behind a figure of a community. */
export interface CommunityFigures {
  readonly year: AssociationYear
  /** Members today, of it and of those inside it. */
  readonly members: readonly PersonId[]
  /** Of them, who is active today, new this year, kept from last year: by the rules of Engagement. */
  readonly active: readonly PersonId[]
  readonly newcomers: readonly PersonId[]
  readonly kept: readonly PersonId[]
  /** Who joined the community since the year began. */
  readonly joined: readonly PersonId[]
  /** The twelve months that end today. */
  readonly period: Period
  readonly meetings: readonly NamedMeeting[]
  readonly balance: MeetingBalance
}
export interface NamedMeeting extends CommunityMeeting {
  readonly name: string
}
type Written = Promise<Result<ChangeRow | null, WriteProblem>>

/** Members of communities: who, from when to when, and what figures say of them. */
export interface CommunityMembersService {
  /** Members on a day (null: of any day), of the community and, when asked, of those inside it; people by name, then organisations. */
  readonly list: (id: CommunityId, on: IsoDate | null, withInside: boolean) => Promise<readonly MemberRow[]>
  readonly figures: (id: CommunityId, today: IsoDate) => Promise<CommunityFigures>
  /** Days on which members met since a day, by the events: what tells that a ritual took place. */
  readonly metOn: (id: CommunityId, since: IsoDate, today: IsoDate) => Promise<readonly string[]>
  readonly newsletter: (id: CommunityId, today: IsoDate, withoutAnswer: boolean) => Promise<NewsletterList>
  /** Whoever is a member that day already keeps her dates; who left comes back, her earlier time kept. Answers how many joined. */
  readonly add: (id: CommunityId, members: readonly MemberRow['member'][], start: IsoDate) => Promise<Result<number, WriteProblem>>
  /** Somebody nobody knew: created and made a member in one change. */
  readonly addNew: (
    id: CommunityId,
    name: { readonly firstName: string; readonly lastName: string },
    start: IsoDate,
  ) => Promise<Result<PersonId, WriteProblem>>
  /** Writes the dates of a member; `membership` null: she never was one. */
  readonly set: (id: CommunityId, member: MemberRow['member'], membership: Membership | null) => Written
}

export const createCommunityMembersService = (store: Store, facts: FactsMirror): CommunityMembersService => {
  const { mirror } = store
  const settings = createSettingsService(store)

  const membersOf = async (id: CommunityId): Promise<CommunityMembers | null> => (await mirror.read('communityMembers')).get(id) ?? null
  const editOf = (before: CommunityMembers | null, id: CommunityId, changes: readonly MemberChange[]): Edit | null => {
    const people = { ...before?.people }
    const organisations = { ...before?.organisations }
    for (const { member, membership } of changes) {
      if (member.kind === 'person') setOrDelete(people, member.id, membership)
      else setOrDelete(organisations, member.id, membership)
    }
    return diffRecord('communityMembers', before, { id, people, organisations })
  }
  const write = (edits: readonly (Edit | null)[]): Written => {
    const real = edits.filter((edit) => edit !== null)
    return real.length === 0 ? Promise.resolve(ok(null)) : store.write({ cause: { kind: 'form' }, edits: real })
  }
  const branchOf = async (id: CommunityId): Promise<readonly CommunityId[]> => [...communityAndInside(await mirror.read('communities'), id)]
  const peopleOn = async (id: CommunityId, day: IsoDate): Promise<readonly PersonId[]> => {
    const branch = await branchOf(id)
    await mirror.load('communityMembers', 'people')
    const people = mirror.loaded('people')
    const found = new Set(branch.flatMap((one) => membersOn(mirror.loaded('communityMembers').get(one)?.people ?? {}, day)))
    return [...found].filter((one) => people.get(one)?.deletedAt === null)
  }
  const meetingsIn = async (id: CommunityId, period: Period): Promise<readonly CommunityMeeting[]> => {
    await mirror.load('communities', 'communityMembers')
    const records = { communities: mirror.loaded('communities'), members: mirror.loaded('communityMembers') }
    return meetingsOf(await facts.columns(), records, id, period)
  }

  return {
    list: async (id, on, withInside) => {
      const branch = withInside ? await branchOf(id) : [id]
      await mirror.load('communities', 'communityMembers', 'people', 'organisations')
      const [communities, members] = [mirror.loaded('communities'), mirror.loaded('communityMembers')]
      const [people, organisations] = [mirror.loaded('people'), mirror.loaded('organisations')]
      const counts = (membership: Membership): boolean => on === null || isMemberOn(membership, on)
      const rows: MemberRow[] = []
      for (const communityId of branch) {
        const belonging = members.get(communityId)
        const inside = communityId === id ? '' : (communities.get(communityId)?.name ?? '')
        for (const [personId, membership] of Object.entries(belonging?.people ?? {})) {
          const person = people.get(personId)
          if (person === undefined || person.deletedAt !== null || !counts(membership)) continue
          const { firstName, lastName, doNotContact, deceased } = person
          const member = { kind: 'person', id: person.id } as const
          rows.push({ key: `${communityId}/${personId}`, member, firstName, lastName, doNotContact, deceased, communityId, inside, membership })
        }
        for (const [organisationId, membership] of Object.entries(belonging?.organisations ?? {})) {
          const organisation = organisations.get(organisationId)
          if (organisation === undefined || organisation.deletedAt !== null || !counts(membership)) continue
          const member = { kind: 'organisation', id: organisation.id } as const
          const nobody = { firstName: '', doNotContact: false, deceased: false }
          rows.push({ key: `${communityId}/${organisationId}`, member, ...nobody, lastName: organisation.name, communityId, inside, membership })
        }
      }
      return rows
        .map((row) => ({ row, order: `${row.member.kind === 'person' ? 0 : 1} ${searchable(sortName(row))}` }))
        .toSorted((left, right) => (left.order < right.order ? -1 : left.order > right.order ? 1 : 0))
        .map(({ row }) => row)
    },
    figures: async (id, today) => {
      const members = await peopleOn(id, today)
      const known = await facts.facts(today, await settings.get())
      const year = yearHolding(known.settings, today)
      const among = (people: readonly number[]): readonly PersonId[] => {
        const found = new Set(idsOf(known, people))
        return members.filter((one) => found.has(one))
      }
      const branch = await branchOf(id)
      const belonging = branch.map((one) => mirror.loaded('communityMembers').get(one)?.people ?? {})
      const period = { start: addDays(addMonths(today, -12), 1), end: today }
      const events = await mirror.read('events')
      const meetings = await meetingsIn(id, period)
      return {
        year,
        members,
        active: among(peopleActiveAt(known, today)),
        newcomers: among(peopleInYearState(known, year.key, 'newcomers')),
        kept: among(peopleInYearState(known, year.key, 'kept')),
        joined: members.filter((one) => {
          const starts = belonging.flatMap((people) => (people[one] === undefined ? [] : [firstStartOf(people[one])]))
          return starts.length > 0 && starts.every((start) => start !== null && firstDay(start) >= year.start)
        }),
        period,
        meetings: meetings.map((meeting) => ({ ...meeting, name: events.get(meeting.eventId)?.name ?? '' })),
        balance: balanceOf(meetings),
      }
    },
    metOn: async (id, since, today) => (await meetingsIn(id, { start: since, end: today })).map(({ date }) => date),
    newsletter: async (id, today, withoutAnswer) => {
      const people = await mirror.read('people')
      const members = await peopleOn(id, today)
      return newsletterList(
        members.flatMap((one) => people.get(one) ?? []),
        withoutAnswer,
      )
    },
    add: async (id, members, start) => {
      const before = await membersOf(id)
      const changes = members.flatMap((member): readonly MemberChange[] => {
        const known = member.kind === 'person' ? before?.people[member.id] : before?.organisations[member.id]
        const membership = joinedOn(known, start)
        return membership === known ? [] : [{ member, membership }]
      })
      const written = await write([editOf(before, id, changes)])
      return written.ok ? ok(changes.length) : written
    },
    addNew: async (id, name, start) => {
      await mirror.load('people')
      const personId = newId<PersonId>()
      const member = { kind: 'person', id: personId } as const
      const written = await write([
        diffRecord('people', null, { ...emptyPerson(personId), ...name }),
        editOf(await membersOf(id), id, [{ member, membership: { start, end: null } }]),
      ])
      return written.ok ? ok(personId) : written
    },
    set: async (id, member, membership) => write([editOf(await membersOf(id), id, [{ member, membership }])]),
  }
}

interface MemberChange {
  readonly member: MemberRow['member']
  readonly membership: Membership | null
}

const setOrDelete = (map: Record<string, Membership>, id: string, membership: Membership | null): void => {
  if (membership === null) delete map[id]
  else map[id] = membership
}
