import { foldWords } from '#domain/fold-text'
import type { PersonDraft } from '#domain/importing/draft'
import type { PersonId } from '#domain/id'
import type { PartialDate } from '#domain/period'
import type { Person } from '#domain/person'

/** What two people are compared by, folded once. */
export interface MatchRecord {
  /** Somebody known, or null for a draft. */
  readonly personId: PersonId | null
  /** For a draft: its first row. */
  readonly row: number | null
  readonly externalKeys: readonly string[]
  readonly memberNumber: string
  readonly emails: readonly string[]
  readonly phones: readonly string[]
  readonly lastName: string
  readonly firstName: string
  /** All words of both names in alphabetical order: the same whatever the order and the hyphens. */
  readonly nameKey: string
  readonly birthDate: PartialDate | null
  /** INSEE codes, or postal code and city where no code is known. */
  readonly communes: readonly string[]
}

export const personToMatchRecord = (person: Person): MatchRecord => toRecord(person, person.id, null)
export const draftToMatchRecord = (draft: PersonDraft, row: number): MatchRecord => toRecord(draft, null, row)

/** True when both names are there: only then is a name alone worth comparing. */
export const hasWholeName = (record: MatchRecord): boolean => record.lastName !== '' && record.firstName !== ''

/** Three words and more in alphabetical order, wherever the last name ends and the first one begins; '' for plainer names. */
export const wordsKey = ({ lastName, firstName }: Pick<MatchRecord, 'lastName' | 'firstName'>): string =>
  lastName.includes(' ') || firstName.includes(' ') ? `${lastName} ${firstName}`.split(' ').sort().join(' ') : ''

const toRecord = (
  source: Pick<Person, 'externalIds' | 'memberNumber' | 'emails' | 'phones' | 'lastName' | 'firstName' | 'birthDate' | 'addresses'>,
  personId: PersonId | null,
  row: number | null,
): MatchRecord => {
  const lastName = foldWords(source.lastName)
  const firstName = foldWords(source.firstName)
  return {
    personId,
    row,
    externalKeys: externalKeys(source.externalIds),
    memberNumber: source.memberNumber === '' ? '' : foldNumber(source.memberNumber),
    emails: source.emails.length === 0 ? none : source.emails.map((email) => email.address.toLowerCase()),
    phones: source.phones.length === 0 ? none : source.phones.map((phone) => phone.number),
    lastName,
    firstName,
    nameKey: nameKeyOf(lastName, firstName),
    birthDate: source.birthDate,
    communes: source.addresses.flatMap((address) =>
      address.communeCode !== null ? [address.communeCode] : address.city === '' ? none : [`${address.postalCode} ${foldWords(address.city)}`],
    ),
  }
}

const externalKeys = (ids: Readonly<Record<string, string>>): readonly string[] => {
  const keys: string[] = []
  for (const source in ids) keys.push(`${source}:${ids[source] ?? ''}`)
  return keys.length === 0 ? none : keys
}

/** Under which one name and the other are found, in any order. */
export const nameKeyOf = (lastName: string, firstName: string): string => {
  const words = `${lastName} ${firstName}`.trim()
  if (!words.includes(' ')) return words
  // Without their blanks, « Jean-Luc », « Jean Luc » and « Jeanluc » are one name; sorted, so is « NOM Prénom ».
  const last = lastName.replaceAll(' ', '')
  const first = firstName.replaceAll(' ', '')
  return last < first ? `${last} ${first}` : `${first} ${last}`
}

/** « 0012 », « 12 » and « N° 12 » are one number. */
const foldNumber = (number: string): string =>
  foldWords(number)
    .replace(/^(?:n|no|num) /, '')
    .replace(/^0+(?=.)/, '')

const none: readonly string[] = []
