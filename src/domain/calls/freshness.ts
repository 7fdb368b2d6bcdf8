import { areDetailsFresh } from '#domain/calls/call-list'
import { isEmail } from '#domain/importing/parse-email'
import type { PersonId } from '#domain/id'
import type { IsoDate } from '#domain/period'
import type { Person } from '#domain/person'

/** How far the details can be trusted (metrics: contact freshness). Removed and deceased people are not counted. */
export interface Freshness {
  readonly all: readonly PersonId[]
  /** Confirmed less than 24 months ago. */
  readonly fresh: readonly PersonId[]
  /** Confirmed once, too long ago. */
  readonly stale: readonly PersonId[]
  readonly never: readonly PersonId[]
  /** With at least one e-mail, all of them well formed: a returned message says more than any rule. */
  readonly validEmail: readonly PersonId[]
  readonly lost: readonly PersonId[]
}

/** fresh + stale + never = all. */
export const freshnessOf = (people: Iterable<Person>, today: IsoDate): Freshness => {
  const all: PersonId[] = []
  const fresh: PersonId[] = []
  const stale: PersonId[] = []
  const never: PersonId[] = []
  const validEmail: PersonId[] = []
  const lost: PersonId[] = []
  for (const { id, deletedAt, deceased, confirmedOn, emails, lostContact } of people) {
    if (deletedAt !== null || deceased) continue
    all.push(id)
    const state = areDetailsFresh(confirmedOn, today)
    const group = state === null ? never : state ? fresh : stale
    group.push(id)
    if (emails.length > 0 && emails.every(({ address }) => isEmail(address))) validEmail.push(id)
    if (lostContact === true) lost.push(id)
  }
  return { all, fresh, stale, never, validEmail, lost }
}
