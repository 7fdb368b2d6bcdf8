import { diffRecord, type Edit } from '#domain/change'
import type { PersonId, RolePeriodId, TagId, TerritoryId } from '#domain/id'
import { roleHeldAt } from '#domain/people-match'
import { firstDay, type IsoDate } from '#domain/period'
import { rolesOf, type Person } from '#domain/person'
import type { RolePeriod } from '#domain/role'

/** What can be done to several people at once: one change, undone together. */
export type PeopleAct =
  | { readonly kind: 'add-tag'; readonly tag: TagId }
  | { readonly kind: 'remove-tag'; readonly tag: TagId }
  /** Whoever already holds that role when it would start keeps what she has. */
  | { readonly kind: 'give-role'; readonly role: Omit<RolePeriod, 'id'>; readonly today: IsoDate }
  /** Ends every current period of that kind on that day. */
  | { readonly kind: 'end-role'; readonly role: RolePeriod['kind']; readonly on: IsoDate }
  /** null: the one that follows from her place, if any. */
  | { readonly kind: 'set-territory'; readonly territory: TerritoryId | null }
  | { readonly kind: 'remove' }
  | { readonly kind: 'restore' }

/** The edits of an act; people whom it changes nothing for have none. `now`: ISO instant of a removal. */
export const actToEdits = (
  people: ReadonlyMap<string, Person>,
  ids: readonly PersonId[],
  act: PeopleAct,
  { now, newRoleId }: { readonly now: string; readonly newRoleId: () => RolePeriodId },
): readonly Edit[] =>
  ids.flatMap((id) => {
    const person = people.get(id)
    if (person === undefined) return []
    const edit = diffRecord('people', person, afterAct(person, act, now, newRoleId))
    return edit === null ? [] : [edit]
  })

const afterAct = (person: Person, act: PeopleAct, now: string, newRoleId: () => RolePeriodId): Person => {
  switch (act.kind) {
    case 'add-tag':
      return { ...person, tags: { ...person.tags, [act.tag]: true } }
    case 'remove-tag':
      return { ...person, tags: Object.fromEntries(Object.entries(person.tags).filter(([id]) => id !== act.tag)) }
    case 'give-role':
      return givenRole(person, act.role, act.today, newRoleId)
    case 'end-role':
      return { ...person, roles: Object.fromEntries(Object.entries(person.roles).map(([id, role]) => [id, endedRole(role, act.role, act.on)])) }
    case 'set-territory':
      return { ...person, territoryId: act.territory }
    case 'remove':
      return person.deletedAt === null ? { ...person, deletedAt: now } : person
    case 'restore':
      return { ...person, deletedAt: null, ...(person.mergedIntoId === undefined ? {} : { mergedIntoId: null }) }
  }
}

const givenRole = (person: Person, role: Omit<RolePeriod, 'id'>, today: IsoDate, newRoleId: () => RolePeriodId): Person => {
  const from = role.start === null ? today : firstDay(role.start)
  const alreadyHeld = rolesOf(person).some((held) => held.kind === role.kind && roleHeldAt(held, { kind: 'on', date: from }, today))
  if (alreadyHeld) return person
  const id = newRoleId()
  return { ...person, roles: { ...person.roles, [id]: { ...role, id } } }
}

const endedRole = (role: RolePeriod, kind: RolePeriod['kind'], on: IsoDate): RolePeriod =>
  role.kind === kind && role.end === null && roleHeldAt(role, { kind: 'today' }, on) ? { ...role, end: on } : role
