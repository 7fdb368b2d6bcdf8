import type { Attendance, AttendanceSheet } from '#domain/attendance'
import { emptyCommunity, type Community } from '#domain/community'
import type { CustomField } from '#domain/custom-field'
import { emptyEvent, type AssociationEvent } from '#domain/event'
import type { HoursGiven } from '#domain/hours'
import type {
  CommunityId,
  CustomFieldId,
  EventId,
  HoursId,
  OfferId,
  OrganisationId,
  PersonId,
  RoleKindId,
  RolePeriodId,
  TagId,
  TerritoryId,
} from '#domain/id'
import type { Offer } from '#domain/offer'
import { emptyOrganisation, type Organisation } from '#domain/organisation'
import { parsePartialDate, type PartialDate } from '#domain/period'
import { emptyPerson, type Address, type Person } from '#domain/person'
import type { RolePeriod } from '#domain/role'
import type { Tag } from '#domain/tag'
import type { Territory } from '#domain/territory'

/** A valid UUIDv7 that is the same at every run: `makeId(3)` ends in …003. */
export const makeId = (number: number): string => `01890000-0000-7000-8000-${number.toString(16).padStart(12, '0')}`
/** Gives the ids one after the other: what `newId` is in the application, without chance. */
export const makeIds = (first = 1000): (() => string) => {
  let next = first
  return () => makeId(next++)
}

export const personId = (number: number): PersonId => makeId(number) as PersonId
export const eventId = (number: number): EventId => makeId(100_000 + number) as EventId
export const roleId = (number: number): RolePeriodId => makeId(200_000 + number) as RolePeriodId
export const organisationId = (number: number): OrganisationId => makeId(300_000 + number) as OrganisationId
export const tagId = (number: number): TagId => makeId(400_000 + number) as TagId
export const customFieldId = (number: number): CustomFieldId => makeId(500_000 + number) as CustomFieldId
export const territoryId = (number: number): TerritoryId => makeId(600_000 + number) as TerritoryId
export const communityId = (number: number): CommunityId => makeId(800_000 + number) as CommunityId
export const hoursId = (number: number): HoursId => makeId(700_000 + number) as HoursId

/** A date written in a test; throws on one that does not exist. */
export const date = (text: string): PartialDate => {
  const parsed = parsePartialDate(text)
  if (parsed === null) throw new Error(`No such date: ${text}`)
  return parsed
}

/** Camille Durand, about whom nothing else is known, or whoever the overrides say. */
export const makePerson = (overrides: Partial<Person> = {}): Person => ({
  ...emptyPerson(personId(1)),
  firstName: 'Camille',
  lastName: 'Durand',
  ...overrides,
})

export const makeRole = (overrides: Partial<RolePeriod> = {}): RolePeriod => ({
  id: roleId(1),
  kind: 'volunteer' as string as RoleKindId,
  start: date('2023-09-01'),
  end: null,
  organisationId: null,
  note: '',
  ...overrides,
})
/** The `roles` map of a person. */
export const rolesById = (...roles: readonly RolePeriod[]): Person['roles'] => Object.fromEntries(roles.map((role) => [role.id, role]))

export const makeAddress = (overrides: Partial<Address> = {}): Address => ({
  street: '',
  postalCode: '',
  city: '',
  communeCode: null,
  qpvCode: null,
  country: '',
  label: 'home',
  ...overrides,
})

export const makeEvent = (overrides: Partial<AssociationEvent> = {}): AssociationEvent => ({
  ...emptyEvent(eventId(1)),
  name: 'Atelier CV',
  date: date('2024-03-12'),
  ...overrides,
})

export const makeSheet = (id: EventId, entries: Readonly<Record<string, Attendance>>): AttendanceSheet => ({
  id,
  entries: entries as AttendanceSheet['entries'],
})

export const makeHours = (overrides: Partial<HoursGiven> = {}): HoursGiven => ({
  id: hoursId(1),
  personId: personId(1),
  date: date('2024-03-12'),
  hours: 2,
  task: '',
  deletedAt: null,
  ...overrides,
})

export const makeOrganisation = (overrides: Partial<Organisation> = {}): Organisation => ({
  ...emptyOrganisation(organisationId(1)),
  name: 'Collège Jean-Moulin',
  ...overrides,
})

export const makeTag = (overrides: Partial<Tag> = {}): Tag => ({ id: tagId(1), name: 'promo 2021', archived: false, ...overrides })

export const makeCustomField = (overrides: Partial<CustomField> = {}): CustomField => ({
  id: customFieldId(1),
  name: 'Filière',
  kind: 'text',
  choices: [],
  sensitive: false,
  archived: false,
  order: 0,
  ...overrides,
})

export const makeTerritory = (overrides: Partial<Territory> = {}): Territory => ({
  id: territoryId(1),
  name: 'Rennes',
  type: 'commune',
  parentId: null,
  codes: ['35238'],
  note: '',
  deletedAt: null,
  ...overrides,
})

/** « Anciens du Nord », of which nothing else is known, or whatever the overrides say. */
export const makeCommunity = (overrides: Partial<Community> = {}): Community => ({
  ...emptyCommunity(communityId(1)),
  name: 'Anciens du Nord',
  ...overrides,
})

export const offerId = (number: number): OfferId => makeId(900_000 + number) as OfferId
/** An offer of a placement by Camille Durand, at no place in particular, that nobody answered. */
export const makeOffer = (overrides: Partial<Offer> = {}): Offer => ({
  id: offerId(1),
  side: 'offer',
  category: 'internship',
  title: 'Stage d’observation',
  personId: personId(1),
  organisationId: null,
  territoryId: null,
  isRemote: false,
  skills: [],
  openedOn: date('2026-01-10'),
  until: null,
  state: 'open',
  matchedWithId: null,
  matchedOn: null,
  programmeId: null,
  cost: null,
  note: '',
  deletedAt: null,
  ...overrides,
})
