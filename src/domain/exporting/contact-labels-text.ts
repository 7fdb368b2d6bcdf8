import { isMobile } from '#domain/importing/parse-phone'
import type { ContactLabel, Email, Person, Phone } from '#domain/person'

/** A contact of a person, by what it is and its place: the second e-mail is `email`, 1. */
export interface LabelledContact {
  readonly kind: 'email' | 'phone' | 'address'
  readonly at: number
  readonly label: ContactLabel
}

/** What the import takes a contact for when its file does not say: a number by its figures, anything else for that of the home. */
export const usualLabel = (contact: Email | Phone | null): ContactLabel =>
  contact !== null && 'number' in contact && isMobile(contact.number) ? 'mobile' : 'home'

/** « email 2: work | phone: other »: the uses that do not go without saying, in one cell; '' when all do. A format, the same in every language. */
export const contactLabelsToText = ({ emails, phones, addresses }: Pick<Person, 'emails' | 'phones' | 'addresses'>): string => {
  const told = (kind: LabelledContact['kind'], labels: readonly (readonly [ContactLabel, ContactLabel])[]): readonly string[] =>
    labels.flatMap(([label, usual], at) => (label === usual ? [] : [`${kind}${at === 0 ? '' : ` ${at + 1}`}: ${label}`]))
  return [
    ...told(
      'email',
      emails.map((email) => [email.label, usualLabel(email)] as const),
    ),
    ...told(
      'phone',
      phones.map((phone) => [phone.label, usualLabel(phone)] as const),
    ),
    ...told(
      'address',
      addresses.map((address) => [address.label, usualLabel(null)] as const),
    ),
  ].join(' | ')
}

/** Reads what `contactLabelsToText` wrote; what is none of it is passed over. */
export const parseContactLabels = (text: string): readonly LabelledContact[] =>
  text.split('|').flatMap((part) => {
    const [, kind, number, label] = pattern.exec(part.trim()) ?? []
    return kind === undefined || label === undefined
      ? []
      : [{ kind: kind as LabelledContact['kind'], at: Number(number ?? 1) - 1, label: label as ContactLabel }]
  })

/** « helloasso=1234 | galette=42 ». */
export const externalIdsToText = (ids: Person['externalIds']): string =>
  Object.entries(ids)
    .map(([source, id]) => `${source}=${id}`)
    .join(' | ')

/** Reads what `externalIdsToText` wrote; null for any other text. */
export const parseExternalIds = (text: string): Person['externalIds'] | null => {
  const pairs = text.split(' | ').map((part) => /^([^=|]+)=(.+)$/s.exec(part))
  return pairs.includes(null) ? null : Object.fromEntries(pairs.flatMap((pair) => (pair === null ? [] : [[pair[1] ?? '', pair[2] ?? '']])))
}

const pattern = /^(email|phone|address)(?: (\d+))?: (home|work|mobile|other)$/
