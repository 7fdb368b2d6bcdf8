import type { PersonId } from '#domain/id'
import { findMatch } from '#domain/importing/find-match'
import { recordsAt, type MatchIndex } from '#domain/importing/match-index'
import { personToMatchRecord } from '#domain/importing/match-record'
import type { MatchReason } from '#domain/importing/verdict'
import { emptyPerson, type Person } from '#domain/person'

/** What a form knows so far of somebody. */
export type LookAlikeDraft = Partial<Pick<Person, 'lastName' | 'firstName' | 'birthDate' | 'emails' | 'phones' | 'addresses' | 'memberNumber'>>

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
 * Who a draft may be, by the very rules of the import, then those who merely share an e-mail or a phone (a couple, or a first name written otherwise);
 * never `exceptId`, at most `limit` people, the likeliest first.
 */
export const findLookAlikes = (
  people: ReadonlyMap<string, Person>,
  index: MatchIndex,
  draft: LookAlikeDraft,
  exceptId: PersonId,
  limit: number,
): readonly LookAlike[] => {
  const record = personToMatchRecord({ ...emptyPerson(exceptId), ...draft })
  const match = findMatch(record, [index], (found) => (found.personId === exceptId ? null : found))
  const reasonsById = new Map<PersonId, readonly MatchReason[]>()
  const note = (id: PersonId | null, reasons: readonly MatchReason[]): void => {
    if (id !== null && id !== exceptId && !reasonsById.has(id)) reasonsById.set(id, reasons)
  }
  if (match.kind === 'sure') note(match.record.personId, match.reasons)
  if (match.kind === 'ask') for (const { personId, reasons } of match.candidates) note(personId, reasons)
  for (const email of record.emails) for (const { personId } of recordsAt(index.byEmail, email)) note(personId, ['email'])
  for (const phone of record.phones) for (const { personId } of recordsAt(index.byPhone, phone)) note(personId, ['phone'])
  return [...reasonsById].slice(0, limit).flatMap(([id, reasons]) => {
    const person = people.get(id)
    if (person === undefined) return []
    return [
      {
        id,
        firstName: person.firstName,
        lastName: person.lastName,
        city: person.addresses[0]?.city ?? '',
        email: person.emails[0]?.address ?? '',
        reasons,
      },
    ]
  })
}
