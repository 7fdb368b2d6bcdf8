import { distance } from 'fastest-levenshtein'
import type { PersonId } from '#domain/id'
import type { MatchReason } from '#domain/importing/verdict'
import type { PartialDate } from '#domain/period'
import type { Person } from '#domain/person'
import { searchable } from '#domain/searchable'
import { personToNameKey, type PeopleSnapshot } from '#data/people-snapshot'

/** What a form knows so far; phones in E.164 when they are numbers. */
export interface LookAlikeDraft {
  readonly lastName: string
  readonly firstName: string
  readonly birthDate: PartialDate | null
  readonly emails: readonly string[]
  readonly phones: readonly string[]
  readonly city: string
}

/** Somebody who may be the same person, and why; shown, never decided. */
export interface LookAlike {
  readonly id: PersonId
  readonly firstName: string
  readonly lastName: string
  readonly city: string
  readonly email: string
  readonly reasons: readonly MatchReason[]
}

/**
 * People who share an e-mail, a phone or a name (in either order, or but for one typing error) with a draft, the likeliest first.
 * A shared birth date or commune only adds to these: alone they say nothing.
 */
export const findLookAlikes = (snapshot: PeopleSnapshot, draft: LookAlikeDraft, exceptId: PersonId, limit: number): readonly LookAlike[] => {
  const wanted = prepare(draft)
  const found: { readonly person: Person; readonly reasons: readonly MatchReason[]; readonly score: number }[] = []
  for (const [position, person] of snapshot.people.entries()) {
    if (person.id === exceptId) continue
    const reasons = reasonsFor(person, snapshot.nameKeys[position] ?? '', wanted)
    if (reasons.length > 0) found.push({ person, reasons, score: reasons.reduce((sum, reason) => sum + (weights[reason] ?? 0), 0) })
  }
  return found
    .toSorted((left, right) => right.score - left.score)
    .slice(0, limit)
    .map(({ person, reasons }) => ({
      id: person.id, firstName: person.firstName, lastName: person.lastName, city: person.addresses[0]?.city ?? '', email: person.emails[0]?.address ?? '', reasons,
    }))
}

const prepare = (draft: LookAlikeDraft) => ({
  key: draft.lastName.trim() === '' || draft.firstName.trim() === '' ? null : personToNameKey(draft),
  swapped: personToNameKey({ lastName: draft.firstName, firstName: draft.lastName }),
  emails: new Set(draft.emails.map((email) => email.trim().toLowerCase()).filter((email) => email !== '')),
  phones: new Set(draft.phones.filter((phone) => phone !== '')),
  birthDate: draft.birthDate,
  city: searchable(draft.city),
})

const reasonsFor = (person: Person, nameKey: string, wanted: ReturnType<typeof prepare>): readonly MatchReason[] => {
  const reasons: MatchReason[] = []
  if (person.emails.some(({ address }) => wanted.emails.has(address.toLowerCase()))) reasons.push('email')
  if (person.phones.some(({ number }) => wanted.phones.has(number))) reasons.push('phone')
  if (wanted.key !== null) {
    if (nameKey === wanted.key) reasons.push('name')
    else if (nameKey === wanted.swapped) reasons.push('name-swapped')
    else if (isClose(nameKey, wanted.key)) reasons.push('name-close')
  }
  if (reasons.length === 0) return reasons
  if (wanted.birthDate !== null && person.birthDate === wanted.birthDate) reasons.push('birth-date')
  if (wanted.city !== '' && person.addresses.some(({ city }) => searchable(city) === wanted.city)) reasons.push('commune')
  return reasons
}

/** One letter more, less or other in the whole name; short names differ by nature. */
const isClose = (left: string, right: string): boolean => right.length >= 9 && Math.abs(left.length - right.length) <= 1 && distance(left, right) === 1

const weights: Readonly<Partial<Record<MatchReason, number>>> = { email: 4, phone: 3, name: 4, 'name-swapped': 3, 'name-close': 2, 'birth-date': 3, commune: 1 }
