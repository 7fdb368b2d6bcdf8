import type { CustomFieldId, OrganisationId, PersonId, RolePeriodId, TagId, TerritoryId } from '#domain/id'
import type { PartialDate } from '#domain/period'
import type { RolePeriod } from '#domain/role'

export type Gender = 'female' | 'male' | 'other'
export type ContactLabel = 'home' | 'work' | 'mobile' | 'other'

export interface Email {
  readonly address: string
  readonly label: ContactLabel
}
/** `number` is E.164 (`+33612345678`) when it could be understood, else exactly what was typed. */
export interface Phone {
  readonly number: string
  readonly label: ContactLabel
}
/** An address; empty strings are « not given ». Codes are text: they begin with zeros. */
export interface Address {
  readonly street: string
  readonly postalCode: string
  readonly city: string
  /** INSEE code of the commune, when it is known for certain. */
  readonly communeCode: string | null
  /** QPV 2024 (or 2015) code, only when somebody chose it: a commune is no proof of QPV. */
  readonly qpvCode: string | null
  /** ISO 3166 alpha-2 when recognised, else as typed; empty means France. */
  readonly country: string
  readonly label: ContactLabel
}

/** Agreement or refusal for one channel and one use, with its proof. No entry at all: never asked. */
export interface Consent {
  readonly given: boolean
  readonly on: PartialDate | null
  readonly source: string
}
export type Channel = 'email' | 'phone' | 'sms' | 'post'
/** `email:news`, `phone:call`… the key of a consent. */
export type ConsentKey = `${Channel}:${string}`

export interface Affiliation {
  readonly organisationId: OrganisationId
  readonly title: string
  readonly start: PartialDate | null
  readonly end: PartialDate | null
}

/** The parent or organisation that pays for somebody (HelloAsso's « payeur »): never the person herself. */
export interface Payer {
  readonly lastName: string
  readonly firstName: string
  readonly email: string
}

/** Which of her details the members' directory may show, and until when; no entry: none of them. */
export interface DirectoryVisibility {
  readonly fields: Readonly<Partial<Record<'email' | 'phone' | 'city' | 'organisation' | 'skills', true>>>
  /** Last day it is open; null: until she says otherwise. */
  readonly until: PartialDate | null
}

export type CustomValue = string | number | boolean | null

/**
 * Somebody the association knows. A person who comes back comes back on the same record: nothing here is a status, roles are periods.
 * Maps (`roles`, `tags`, `custom`, `consents`) are merged key by key by changes; the other fields are replaced as a whole.
 */
export interface Person {
  readonly id: PersonId
  readonly lastName: string
  readonly firstName: string
  /** « 1998 », « 1998-05 » and « 1998-05-12 » are all legal; null is « non renseigné ». */
  readonly birthDate: PartialDate | null
  readonly gender: Gender | null
  readonly emails: readonly Email[]
  readonly phones: readonly Phone[]
  readonly addresses: readonly Address[]
  readonly roles: Readonly<Record<RolePeriodId, RolePeriod>>
  readonly affiliations: readonly Affiliation[]
  readonly tags: Readonly<Record<TagId, true>>
  readonly custom: Readonly<Record<CustomFieldId, CustomValue>>
  readonly consents: Readonly<Record<ConsentKey, Consent>>
  /** Opposition to any contact: respected by every list, export and letter. */
  readonly doNotContact: boolean
  readonly deceased: boolean
  readonly territoryId: TerritoryId | null
  /** First known day in the association, when no role says it. */
  readonly joinedOn: PartialDate | null
  readonly memberNumber: string
  /** Ids in other software, by its name: `{ helloasso: '123' }`. */
  readonly externalIds: Readonly<Record<string, string>>
  readonly payer: Payer | null
  readonly note: string
  /** ISO instant of removal by a user; the record stays in its table so that it can come back. */
  readonly deletedAt: string | null

  // Fields that came with schema 2: absent on older records, so that what was written then still compares equal.
  /** What she knows how to do, in plain words: for finding an expert, a speaker, a match. */
  readonly skills?: readonly string[]
  /** Sector of work, in plain words. */
  readonly sector?: string
  /** Last day somebody made sure that her details are right. */
  readonly confirmedOn?: PartialDate | null
  /** Nobody knows any more how to reach her. */
  readonly lostContact?: boolean
  readonly directory?: DirectoryVisibility | null
  /** Of a record in the bin: the one of the same person that took everything over. */
  readonly mergedIntoId?: PersonId | null
  /** Look-alikes of whom somebody said « ce ne sont pas les mêmes »; kept on one of the two. */
  readonly notSameAs?: readonly { readonly personId: PersonId }[]
}

/** A person about whom nothing is known yet; builders, forms and imports start from it. */
export const emptyPerson = (id: PersonId): Person => ({
  id,
  lastName: '',
  firstName: '',
  birthDate: null,
  gender: null,
  emails: [],
  phones: [],
  addresses: [],
  roles: {},
  affiliations: [],
  tags: {},
  custom: {},
  consents: {},
  doNotContact: false,
  deceased: false,
  territoryId: null,
  joinedOn: null,
  memberNumber: '',
  externalIds: {},
  payer: null,
  note: '',
  deletedAt: null,
})

/** « Camille Durand », or the one name known, or '' when neither is. */
export const fullName = (person: Pick<Person, 'firstName' | 'lastName'>): string =>
  [person.firstName, person.lastName].filter((part) => part !== '').join(' ')

/** « Durand Camille »: how lists are ordered and read. */
export const sortName = (person: Pick<Person, 'firstName' | 'lastName'>): string =>
  [person.lastName, person.firstName].filter((part) => part !== '').join(' ')

/** The roles of a person as a list, in no particular order. */
export const rolesOf = (person: Pick<Person, 'roles'>): readonly RolePeriod[] => Object.values(person.roles)
