import type { CustomField } from '#domain/custom-field'
import type { CustomFieldId, OrganisationId, RoleKindId, RolePeriodId, TagId, TerritoryId } from '#domain/id'
import { isEmail } from '#domain/importing/parse-email'
import { isMobile, parsePhones } from '#domain/importing/parse-phone'
import { isCertainlyBefore, type PartialDate } from '#domain/period'
import type { Address, Affiliation, ContactLabel, CustomValue, Email, Gender, Payer, Person, Phone } from '#domain/person'
import type { RolePeriod } from '#domain/role'
import { consentsToDraft, draftToConsents, type ConsentDraft } from './consent-draft.ts'

/** A person as the form holds her: what was typed, unread. */
export interface PersonDraft {
  readonly lastName: string
  readonly firstName: string
  readonly birthDate: PartialDate | null
  readonly gender: Gender | null
  readonly emails: readonly { readonly key: string; readonly address: string; readonly label: ContactLabel }[]
  readonly phones: readonly { readonly key: string; readonly typed: string; readonly label: ContactLabel }[]
  readonly addresses: readonly (Address & { readonly key: string })[]
  readonly roles: readonly RolePeriod[]
  readonly tags: readonly TagId[]
  readonly custom: Readonly<Record<CustomFieldId, CustomValue>>
  /** Each channel for news, then the other uses already noted. */
  readonly consents: readonly ConsentDraft[]
  /** Organisations by name: a new one is made when the form is saved. */
  readonly affiliations: readonly AffiliationDraft[]
  readonly payer: Payer | null
  readonly doNotContact: boolean
  readonly deceased: boolean
  readonly territoryId: TerritoryId | null
  readonly joinedOn: PartialDate | null
  readonly memberNumber: string
  readonly skills: readonly string[]
  readonly sector: string
  readonly note: string
}

export interface AffiliationDraft {
  readonly key: string
  /** null: whichever has this name. */
  readonly organisationId: OrganisationId | null
  readonly name: string
  readonly title: string
  readonly start: PartialDate | null
  readonly end: PartialDate | null
}

/** What the form starts from; phones as they are read aloud (`formatPhone`). */
export const personToDraft = (
  person: Person,
  formatPhone: (number: string) => string,
  organisationName: (id: OrganisationId) => string,
): PersonDraft => ({
  lastName: person.lastName,
  firstName: person.firstName,
  birthDate: person.birthDate,
  gender: person.gender,
  emails: person.emails.map((email, index) => ({ ...email, key: `email-${index}` })),
  phones: person.phones.map(({ number, label }, index) => ({ key: `phone-${index}`, typed: formatPhone(number), label })),
  addresses: person.addresses.map((address, index) => ({ ...address, key: `address-${index}` })),
  roles: Object.values(person.roles),
  tags: Object.keys(person.tags) as TagId[],
  custom: person.custom,
  consents: consentsToDraft(person.consents),
  affiliations: person.affiliations.map(({ organisationId, title, start, end }, index) => ({
    key: `affiliation-${index}`,
    organisationId,
    name: organisationName(organisationId),
    title,
    start,
    end,
  })),
  payer: person.payer,
  doNotContact: person.doNotContact,
  deceased: person.deceased,
  territoryId: person.territoryId,
  joinedOn: person.joinedOn,
  memberNumber: person.memberNumber,
  skills: person.skills ?? [],
  sector: person.sector ?? '',
  note: person.note,
})

/**
 * The person once saved: `base` with what the form says; empty lines are left out, a contact already known keeps its stored form. `asked`: when and how a consent
 * was given, where the form doesn't say. `organisationId` finds the organisation of a name; null leaves the line out.
 */
export const draftToPerson = (
  draft: PersonDraft,
  base: Person,
  asked: { readonly on: PartialDate; readonly source: string },
  organisationId: (name: string) => OrganisationId | null,
): Person => ({
  ...base,
  lastName: draft.lastName.trim(),
  firstName: draft.firstName.trim(),
  birthDate: draft.birthDate,
  gender: draft.gender,
  emails: draft.emails.map(({ address, label }): Email => ({ address: address.trim(), label })).filter(({ address }) => address !== ''),
  phones: draft.phones.map(({ typed, label }): Phone => ({ number: readPhone(typed).number, label })).filter(({ number }) => number !== ''),
  addresses: draft.addresses
    .map(({ key: _, ...address }): Address => ({
      ...address,
      street: address.street.trim(),
      postalCode: address.postalCode.trim(),
      city: address.city.trim(),
    }))
    .filter(isGiven),
  roles: Object.fromEntries(draft.roles.map((role): [RolePeriodId, RolePeriod] => [role.id, role])),
  tags: Object.fromEntries(draft.tags.map((tag): [TagId, true] => [tag, true])),
  custom: Object.fromEntries(Object.entries(draft.custom).filter(([, value]) => value !== null && value !== '')),
  consents: draftToConsents(draft.consents, base.consents, asked),
  affiliations: draft.affiliations.flatMap(({ organisationId: chosen, name, title, start, end }): readonly Affiliation[] => {
    const id = chosen ?? (name.trim() === '' ? null : organisationId(name))
    return id === null ? [] : [{ organisationId: id, title: title.trim(), start, end }]
  }),
  payer: draft.payer === null ? null : givenPayer(draft.payer),
  doNotContact: draft.doNotContact,
  deceased: draft.deceased,
  territoryId: draft.territoryId,
  joinedOn: draft.joinedOn,
  memberNumber: draft.memberNumber.trim(),
  note: draft.note.trim(),
  // Records of before have none of these: they stay as they are while there is nothing to say.
  ...(draft.skills.length === 0 && base.skills === undefined ? {} : { skills: draft.skills }),
  ...(draft.sector.trim() === '' && base.sector === undefined ? {} : { sector: draft.sector.trim() }),
})

export type DraftProblem =
  | { readonly field: 'name' }
  | { readonly field: 'email'; readonly key: string }
  | { readonly field: 'role-kind'; readonly id: RolePeriodId }
  | { readonly field: 'role-order'; readonly id: RolePeriodId }
  | { readonly field: 'payer-email' }

/** What keeps a draft from being saved. A phone that is no number keeps nothing: it is stored as typed. */
export const problemsOfDraft = (draft: PersonDraft): readonly DraftProblem[] => [
  ...(draft.lastName.trim() === '' && draft.firstName.trim() === '' ? [{ field: 'name' as const }] : []),
  ...draft.emails.filter(({ address }) => address.trim() !== '' && !isEmail(address.trim())).map(({ key }) => ({ field: 'email' as const, key })),
  ...draft.roles.filter(({ kind }) => kind === '').map(({ id }) => ({ field: 'role-kind' as const, id })),
  ...draft.roles
    .filter(({ start, end }) => start !== null && end !== null && isCertainlyBefore(end, start))
    .map(({ id }) => ({ field: 'role-order' as const, id })),
  ...(draft.payer !== null && draft.payer.email.trim() !== '' && !isEmail(draft.payer.email.trim()) ? [{ field: 'payer-email' as const }] : []),
]

/** A phone as typed: E.164 when it is a number that can exist, else itself. */
export const readPhone = (typed: string): { readonly number: string; readonly isUnderstood: boolean } => {
  const text = typed.trim()
  if (text === '') return { number: '', isUnderstood: true }
  const [number, ...others] = parsePhones(text)?.numbers ?? []
  return number === undefined || others.length > 0 ? { number: text, isUnderstood: false } : { number, isUnderstood: true }
}

/** `mobile` for a number that is one, while nobody chose otherwise. */
export const guessPhoneLabel = (typed: string, label: ContactLabel): ContactLabel =>
  label === 'home' && isMobile(readPhone(typed).number) ? 'mobile' : label

/** A new period of a role, its kind still to be chosen when there are several. */
export const newRole = (id: RolePeriodId, kind: RoleKindId | null, start: PartialDate): RolePeriod => ({
  id,
  kind: kind ?? ('' as RoleKindId),
  start,
  end: null,
  organisationId: null,
  note: '',
})

/** A typed value of a custom field; undefined when it is none (« douze » for a number). */
export const readCustom = (typed: string, field: Pick<CustomField, 'kind'>): CustomValue | undefined => {
  const text = typed.trim()
  if (text === '') return null
  if (field.kind !== 'number') return text
  const number = Number(text.replace(',', '.').replace(/\s/g, ''))
  return Number.isFinite(number) ? number : undefined
}

const isGiven = ({ street, postalCode, city, country }: Address): boolean => street !== '' || postalCode !== '' || city !== '' || country !== ''

const givenPayer = ({ lastName, firstName, email }: Payer): Payer | null => {
  const payer: Payer = { lastName: lastName.trim(), firstName: firstName.trim(), email: email.trim() }
  return payer.lastName === '' && payer.firstName === '' && payer.email === '' ? null : payer
}
