import { isEmail } from '#domain/importing/parse-email'
import { parsePhones } from '#domain/importing/parse-phone'
import type { Organisation } from '#domain/organisation'
import type { Address } from '#domain/person'

/** An organisation as its form holds it: what was typed. Of several e-mails or phones the form shows the first, and leaves the others as they are. */
export interface OrganisationDraft {
  readonly name: string
  readonly kind: string
  readonly registrationNumber: string
  readonly email: string
  readonly phone: string
  readonly street: string
  readonly postalCode: string
  readonly city: string
  readonly website: string
  readonly note: string
}

/** What the form starts from; the phone as it is read aloud. */
export const organisationToDraft = (organisation: Organisation, formatPhone: (number: string) => string): OrganisationDraft => ({
  name: organisation.name,
  kind: organisation.kind,
  registrationNumber: organisation.registrationNumber,
  email: organisation.emails[0]?.address ?? '',
  phone: organisation.phones[0] === undefined ? '' : formatPhone(organisation.phones[0].number),
  street: organisation.address?.street ?? '',
  postalCode: organisation.address?.postalCode ?? '',
  city: organisation.address?.city ?? '',
  website: organisation.website,
  note: organisation.note,
})

/** The organisation once saved; what the form does not show stays as it was in `base`. */
export const draftToOrganisation = (draft: OrganisationDraft, base: Organisation): Organisation => {
  const [firstEmail, ...otherEmails] = base.emails
  const [firstPhone, ...otherPhones] = base.phones
  const email = draft.email.trim()
  const number = parsePhones(draft.phone.trim())?.numbers[0] ?? draft.phone.trim()
  return {
    ...base,
    name: draft.name.trim(),
    kind: draft.kind.trim(),
    registrationNumber: draft.registrationNumber.trim(),
    emails: email === '' ? otherEmails : [{ label: 'work', ...firstEmail, address: email }, ...otherEmails],
    phones: number === '' ? otherPhones : [{ label: 'work', ...firstPhone, number }, ...otherPhones],
    address: draftToAddress(draft, base.address),
    website: draft.website.trim(),
    note: draft.note.trim(),
  }
}

/** What keeps the form from being saved. */
export const organisationProblems = (
  draft: OrganisationDraft,
  takenNames: ReadonlySet<string>,
): Partial<Record<'name' | 'email', 'missing' | 'taken' | 'email'>> => ({
  ...(draft.name.trim() === '' ? { name: 'missing' } : takenNames.has(draft.name.trim().toLocaleLowerCase()) ? { name: 'taken' } : {}),
  ...(draft.email.trim() === '' || isEmail(draft.email.trim()) ? {} : { email: 'email' }),
})

/** Another commune is another place: its code is no longer known. */
const draftToAddress = (draft: OrganisationDraft, before: Address | null): Address | null => {
  const [street, postalCode, city] = [draft.street.trim(), draft.postalCode.trim(), draft.city.trim()]
  if (street === '' && postalCode === '' && city === '') return null
  const isSamePlace = before !== null && before.city === city && before.postalCode === postalCode
  return {
    country: before?.country ?? '',
    label: before?.label ?? 'work',
    communeCode: isSamePlace ? before.communeCode : null,
    qpvCode: isSamePlace ? before.qpvCode : null,
    street,
    postalCode,
    city,
  }
}
