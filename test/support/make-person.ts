import type { PersonId, RoleKindId, RolePeriodId } from '#domain/id'
import type { PartialDate } from '#domain/period'
import { emptyPerson, type Address, type Person } from '#domain/person'
import type { RolePeriod } from '#domain/role'

/** An invented person; every test says only what it is about. */
export const makePerson = (overrides: Partial<Person> = {}): Person => ({
  ...emptyPerson('018f0000-0000-7000-8000-000000000001' as PersonId),
  firstName: 'Camille',
  lastName: 'Durand',
  ...overrides,
})

/** A period of a role, `start` and `end` as they are written; the id says nothing. */
export const makeRole = (kind: string, start: string | null, end: string | null, id = `${kind}-${start ?? ''}`): RolePeriod => ({
  id: id as RolePeriodId,
  kind: kind as RoleKindId,
  start: start as PartialDate | null,
  end: end as PartialDate | null,
  organisationId: null,
  note: '',
})

/** Role periods as a person keeps them. */
export const makeRoles = (...roles: readonly RolePeriod[]): Person['roles'] => Object.fromEntries(roles.map((role) => [role.id, role]))

export const makeAddress = (overrides: Partial<Address> = {}): Address => ({
  street: '', postalCode: '', city: '', communeCode: null, qpvCode: null, country: '', label: 'home', ...overrides,
})
