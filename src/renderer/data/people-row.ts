import type { EventId, OrganisationId, PersonId, RoleKindId, TagId, TerritoryId } from '#domain/id'
import type { IsoDate, PartialDate } from '#domain/period'
import { roleHeldAt } from '#domain/people-match'
import { rolesOf, type Gender, type Person } from '#domain/person'
import type { LastActivity } from '#data/people-activity'

/** One line of a list: what its columns show, small enough to cross to the window a page at a time. */
export interface PersonRow {
  readonly id: PersonId
  readonly firstName: string
  readonly lastName: string
  /** Kinds held today, each once, in the order of the kinds. */
  readonly roles: readonly RoleKindId[]
  readonly email: string
  /** E.164, or as typed. */
  readonly phone: string
  readonly postalCode: string
  readonly city: string
  /** null: never, as far as is known; undefined: not gathered yet (`PeopleList.isComplete`). */
  readonly last: { readonly on: PartialDate; readonly eventId: EventId | null; readonly name: string } | null | undefined
  readonly birthDate: PartialDate | null
  readonly gender: Gender | null
  readonly tags: readonly TagId[]
  readonly memberNumber: string
  readonly joinedOn: PartialDate | null
  /** Chosen, or the one that bears the code of her place. */
  readonly territoryId: TerritoryId | null
  readonly organisations: readonly OrganisationId[]
  readonly custom: Person['custom']
  readonly doNotContact: boolean
  readonly deceased: boolean
  readonly deletedAt: string | null
}

/** The line of a person; `last` as it was found, or undefined when it was not looked for. */
export const personToRow = (
  person: Person,
  territoryId: TerritoryId | null,
  roles: readonly RoleKindId[],
  last: LastActivity | null | undefined,
): PersonRow => ({
  id: person.id,
  firstName: person.firstName,
  lastName: person.lastName,
  roles,
  email: person.emails[0]?.address ?? '',
  phone: person.phones[0]?.number ?? '',
  postalCode: person.addresses[0]?.postalCode ?? '',
  city: person.addresses[0]?.city ?? '',
  last,
  birthDate: person.birthDate,
  gender: person.gender,
  tags: Object.keys(person.tags) as TagId[],
  memberNumber: person.memberNumber,
  joinedOn: person.joinedOn,
  territoryId,
  organisations: person.affiliations.map(({ organisationId }) => organisationId),
  custom: person.custom,
  doNotContact: person.doNotContact,
  deceased: person.deceased,
  deletedAt: person.deletedAt,
})

/** Kinds of role held on a day, each once, in the order of the kinds. */
export const rolesHeldOn = (person: Person, day: IsoDate, roleOrder: ReadonlyMap<RoleKindId, number>): readonly RoleKindId[] => {
  const kinds = new Set(
    rolesOf(person)
      .filter((role) => roleHeldAt(role, { kind: 'today' }, day))
      .map(({ kind }) => kind),
  )
  return kinds.size < 2 ? [...kinds] : [...kinds].sort((left, right) => (roleOrder.get(left) ?? 999) - (roleOrder.get(right) ?? 999))
}
