import { foldWords } from '#domain/fold-text'
import type { CellProblem, PersonDraft, RowDraft } from '#domain/importing/draft'
import { contactKey } from '#domain/importing/read-contact-cells'
import type { ConsentKey, Email, Phone } from '#domain/person'

/** Two rows of the same person as one draft: the first row speaks first, the second adds; where they contradict each other, the second's value is left out and told. */
export const joinDrafts = (first: RowDraft, second: RowDraft): RowDraft => {
  if (first.person === null || second.person === null) return first
  const conflicts: CellProblem[] = []
  const person = joinPeople(first.person, second.person, (value) => {
    conflicts.push({ row: second.row, column: null, kind: 'conflicting-value', value, severity: 'leaves-out' })
  })
  return {
    ...first,
    person,
    attendances: [...first.attendances, ...second.attendances],
    hours: [...first.hours, ...second.hours],
    problems: conflicts.length + second.problems.length === 0 ? first.problems : [...first.problems, ...second.problems, ...conflicts],
    notes: second.notes.length === 0 ? first.notes : [...first.notes, ...second.notes],
  }
}

const joinPeople = (first: PersonDraft, second: PersonDraft, onConflict: (value: string) => void): PersonDraft => {
  const text = (left: string, right: string): string => {
    if (left === '') return right
    if (right !== '' && foldWords(left) !== foldWords(right)) onConflict(right)
    return left
  }
  const value = <Value extends string>(left: Value | null, right: Value | null): Value | null => {
    if (left === null || right === null) return left ?? right
    if (right.startsWith(left)) return right
    if (!left.startsWith(right)) onConflict(right)
    return left
  }
  const samePersonName = sortedWords(`${first.lastName} ${first.firstName}`) === sortedWords(`${second.lastName} ${second.firstName}`)
  return {
    maillageId: first.maillageId ?? second.maillageId,
    lastName: samePersonName ? first.lastName : text(first.lastName, second.lastName),
    firstName: samePersonName ? first.firstName : text(first.firstName, second.firstName),
    birthDate: value(first.birthDate, second.birthDate),
    gender: first.gender ?? second.gender,
    emails: joinContacts(first.emails, second.emails),
    phones: joinContacts(first.phones, second.phones),
    addresses:
      second.addresses.length === 0
        ? first.addresses
        : [...first.addresses, ...second.addresses.filter((address) => !first.addresses.some((known) => sameText(known, address)))],
    roles: [...first.roles, ...second.roles],
    tags: [...first.tags, ...second.tags],
    custom: joinCustom(first, second, onConflict),
    consents: joinConsents(first, second),
    affiliations: [...first.affiliations, ...second.affiliations],
    territory: first.territory ?? second.territory,
    doNotContact: first.doNotContact || second.doNotContact,
    deceased: first.deceased || second.deceased,
    // The earliest of two first days is the first.
    joinedOn: first.joinedOn === null || (second.joinedOn !== null && second.joinedOn < first.joinedOn) ? second.joinedOn : first.joinedOn,
    memberNumber: text(first.memberNumber, second.memberNumber),
    externalIds: { ...second.externalIds, ...first.externalIds },
    payer: first.payer ?? second.payer,
    note:
      first.note === '' || second.note.includes(first.note)
        ? second.note
        : second.note === '' || first.note.includes(second.note)
          ? first.note
          : `${first.note}\n${second.note}`,
  }
}

const joinContacts = <Contact extends Email | Phone>(first: readonly Contact[], second: readonly Contact[]): readonly Contact[] =>
  second.length === 0 ? first : [...first, ...second.filter((contact) => !first.some((known) => contactKey(known) === contactKey(contact)))]

const joinCustom = (first: PersonDraft, second: PersonDraft, onConflict: (value: string) => void): PersonDraft['custom'] => {
  const added = second.custom.filter((field) => {
    const known = first.custom.find((one) => one.name === field.name && one.id === field.id)
    if (known !== undefined && known.value !== field.value) onConflict(String(field.value))
    return known === undefined
  })
  return added.length === 0 ? first.custom : [...first.custom, ...added]
}

/** One refusal on any row is a refusal. */
const joinConsents = (first: PersonDraft, second: PersonDraft): PersonDraft['consents'] => {
  const consents = { ...first.consents }
  for (const key of Object.keys(second.consents) as ConsentKey[]) {
    const consent = second.consents[key]
    if (consent !== undefined && (consents[key] === undefined || !consent.given)) consents[key] = consent
  }
  return consents
}

const sortedWords = (text: string): string => foldWords(text).split(' ').sort().join('')
const sameText = (left: object, right: object): boolean => JSON.stringify(left) === JSON.stringify(right)
