import { isMemberOn, membersOn } from '#domain/communities/membership'
import type { Community, CommunityMembers } from '#domain/community'
import type { CommunityId, OrganisationId, PersonId, ResponsibilityId, RoleKindId, TerritoryId } from '#domain/id'
import type { IsoDate } from '#domain/period'
import type { Person } from '#domain/person'
import type { Responsibility } from '#domain/responsibility'
import type { RoleKind } from '#domain/role'
import type { Tie } from '#domain/tie'
import { currentHolders } from './core-people.ts'

/** Something that people hold for the association today. Two persons who hold it: it would outlive the departure of either. */
export type HeldThing = HeldBy &
  (
    | { readonly kind: 'responsibility'; readonly responsibilityId: ResponsibilityId }
    /** In charge of a community or a local group. */
    | { readonly kind: 'community'; readonly communityId: CommunityId }
    | { readonly kind: 'seat'; readonly communityId: CommunityId; readonly seatId: string }
    /** The only tie with an organisation. */
    | { readonly kind: 'organisation'; readonly organisationId: OrganisationId }
    /** The mentors of one person. */
    | { readonly kind: 'mentoring'; readonly menteeId: PersonId }
    /** People of the core attached to a territory. */
    | { readonly kind: 'territory'; readonly territoryId: TerritoryId }
    /** A role in the whole association, or among the members of a community, or on a territory. */
    | { readonly kind: 'role'; readonly role: RoleKindId; readonly communityId: CommunityId | null; readonly territoryId: TerritoryId | null }
  )
export interface HeldBy {
  /** Its own name among all things: `responsibility:…`. */
  readonly key: string
  readonly holders: readonly PersonId[]
  /** Who is ready to take it over, when it can be said. */
  readonly successorId: PersonId | null
}
export type HeldThingKind = HeldThing['kind']

/** What is needed to tell what is held. People in the bin or deceased hold nothing. */
export interface HeldRecords {
  readonly people: ReadonlyMap<string, Person>
  readonly roleKinds: Iterable<RoleKind>
  readonly communities: Iterable<Community>
  readonly members: Iterable<CommunityMembers>
  readonly responsibilities: Iterable<Responsibility>
  readonly ties: Iterable<Tie>
  /** Organisations that are there. */
  readonly organisationIds: ReadonlySet<string>
  /** The territory of a person; null: none known. */
  readonly territoryOf: (person: Person) => TerritoryId | null
  /** The core, today. */
  readonly core: ReadonlySet<PersonId>
}

/** Roles that nobody would have to take over. */
const plainKinds: ReadonlySet<string> = new Set(['mentee', 'alumni', 'member', 'donor', 'partner'])

/** Everything that somebody holds on a day, in a fixed order. */
export const heldThings = (records: HeldRecords, on: IsoDate): readonly HeldThing[] => {
  const isThere = (id: PersonId | null): id is PersonId => {
    const person = id === null ? undefined : records.people.get(id)
    return person !== undefined && person.deletedAt === null && !person.deceased
  }
  const successor = (id: PersonId | null): PersonId | null => (isThere(id) ? id : null)
  const things: HeldThing[] = []
  const add = (thing: HeldThing): void => {
    if (thing.holders.length > 0) things.push(thing)
  }
  for (const record of records.responsibilities) {
    if (record.deletedAt !== null) continue
    const holders = currentHolders(record, on).filter(isThere)
    add({
      kind: 'responsibility',
      key: `responsibility:${record.id}`,
      responsibilityId: record.id,
      holders,
      successorId: successor(record.successorId),
    })
  }
  for (const { id, deletedAt, leaderId, seats } of records.communities) {
    if (deletedAt !== null) continue
    add({ kind: 'community', key: `community:${id}`, communityId: id, holders: isThere(leaderId) ? [leaderId] : [], successorId: null })
    for (const seat of Object.values(seats)) {
      const holders = isThere(seat.personId) && isMemberOn(seat, on) ? [seat.personId] : []
      add({ kind: 'seat', key: `seat:${id}/${seat.id}`, communityId: id, seatId: seat.id, holders, successorId: null })
    }
  }
  for (const [organisationId, holders] of contactsOf(records, on, isThere))
    add({ kind: 'organisation', key: `organisation:${organisationId}`, organisationId, holders: [...holders], successorId: null })
  for (const [menteeId, mentors] of mentorsOf(records.ties, on, isThere))
    add({ kind: 'mentoring', key: `mentoring:${menteeId}`, menteeId, holders: [...mentors], successorId: null })
  for (const [territoryId, holders] of coreByTerritory(records, isThere))
    add({ kind: 'territory', key: `territory:${territoryId}`, territoryId, holders, successorId: null })
  for (const thing of heldRoles(records, on, isThere)) add(thing)
  return things
}

/** Somebody on whom things rest alone. */
export interface SinglePoint {
  readonly personId: PersonId
  readonly things: readonly HeldThing[]
}

/** Who alone holds what: the most things first, then the oldest record. Each thing of one holder is in it once, and no other thing. */
export const singlePoints = (things: readonly HeldThing[]): readonly SinglePoint[] => {
  const alone = things.filter(({ holders }) => holders.length === 1)
  const byPerson = Map.groupBy(alone, ({ holders }) => holders[0] ?? ('' as PersonId))
  return [...byPerson]
    .map(([personId, held]) => ({ personId, things: held }))
    .toSorted((left, right) => right.things.length - left.things.length || (left.personId < right.personId ? -1 : 1))
}

type IsThere = (id: PersonId | null) => id is PersonId

const contactsOf = (records: HeldRecords, on: IsoDate, isThere: IsThere): ReadonlyMap<OrganisationId, ReadonlySet<PersonId>> => {
  const found = new Map<OrganisationId, Set<PersonId>>()
  for (const { id, affiliations } of records.people.values()) {
    if (!isThere(id)) continue
    for (const affiliation of affiliations) {
      if (!records.organisationIds.has(affiliation.organisationId) || !isMemberOn(affiliation, on)) continue
      found.set(affiliation.organisationId, (found.get(affiliation.organisationId) ?? new Set()).add(id))
    }
  }
  return found
}

const mentorsOf = (ties: Iterable<Tie>, on: IsoDate, isThere: IsThere): ReadonlyMap<PersonId, ReadonlySet<PersonId>> => {
  const found = new Map<PersonId, Set<PersonId>>()
  for (const tie of ties) {
    if (tie.kind !== 'mentoring' || tie.deletedAt !== null || !isMemberOn(tie, on) || !isThere(tie.fromId) || !isThere(tie.toId)) continue
    found.set(tie.toId, (found.get(tie.toId) ?? new Set()).add(tie.fromId))
  }
  return found
}

const coreByTerritory = (records: HeldRecords, isThere: IsThere): ReadonlyMap<TerritoryId, readonly PersonId[]> => {
  const found = new Map<TerritoryId, PersonId[]>()
  for (const id of records.core) {
    const person = records.people.get(id)
    const territoryId = person === undefined || !isThere(id) ? null : records.territoryOf(person)
    if (territoryId === null) continue
    const holders = found.get(territoryId) ?? []
    holders.push(id)
    found.set(territoryId, holders)
  }
  return found
}

/** One line a role that a single person holds: in the whole association, else among the members of a community or on a territory. Those of several: in all. */
const heldRoles = (records: HeldRecords, on: IsoDate, isThere: IsThere): readonly HeldThing[] => {
  const skipped = new Set([...records.roleKinds].filter(({ isStaff }) => isStaff).map(({ id }) => id))
  const byRole = new Map<RoleKindId, PersonId[]>()
  for (const { id, roles } of records.people.values()) {
    if (!isThere(id)) continue
    const kinds = new Set(Object.values(roles).flatMap((role) => (isMemberOn(role, on) ? [role.kind] : [])))
    for (const kind of kinds) {
      if (skipped.has(kind) || plainKinds.has(kind)) continue
      const holders = byRole.get(kind) ?? []
      holders.push(id)
      byRole.set(kind, holders)
    }
  }
  const communityIds = new Set([...records.communities].filter(({ deletedAt }) => deletedAt === null).map(({ id }) => id))
  const members = [...records.members]
    .filter(({ id }) => communityIds.has(id))
    .map(({ id, people }) => ({ id, people: new Set(membersOn(people, on)) }))
  const thing = (
    role: RoleKindId,
    holders: readonly PersonId[],
    where: { readonly communityId?: CommunityId; readonly territoryId?: TerritoryId },
  ) => ({
    kind: 'role' as const,
    key: ['role', role, where.communityId ?? where.territoryId].filter((part) => part !== undefined).join(':'),
    role,
    communityId: where.communityId ?? null,
    territoryId: where.territoryId ?? null,
    holders,
    successorId: null,
  })
  return [...byRole].flatMap(([role, holders]): readonly HeldThing[] => {
    if (holders.length === 1) return [thing(role, holders, {})]
    const byTerritory = Map.groupBy(holders, (id) => {
      const person = records.people.get(id)
      return person === undefined ? null : records.territoryOf(person)
    })
    return [
      thing(role, holders, {}),
      ...members.map(({ id, people }) =>
        thing(
          role,
          holders.filter((holder) => people.has(holder)),
          { communityId: id },
        ),
      ),
      ...[...byTerritory].flatMap(([territoryId, there]) => (territoryId === null ? [] : [thing(role, there, { territoryId })])),
    ]
  })
}
