import { contactObstacle, type LeftOut } from '#domain/exporting/contact-rules'
import type { PersonId } from '#domain/id'
import type { Person } from '#domain/person'

/** Why somebody does not get a newsletter, the strongest reason first. */
export const newsletterObstacles = ['deceased', 'do-not-contact', 'refused', 'no-address', 'never-asked'] as const satisfies readonly (
  | LeftOut
  | 'never-asked'
)[]
export type NewsletterObstacle = (typeof newsletterObstacles)[number]

export interface NewsletterList {
  readonly reached: readonly PersonId[]
  readonly leftOut: Readonly<Record<NewsletterObstacle, readonly PersonId[]>>
}

/**
 * Who of these people may be sent a newsletter: alive, open to contact, with an e-mail, who refused no e-mail of any use (as in every list) and agreed to news.
 * `withoutAnswer`: those who were never asked are in too (a letter of the association to its own members may be sent to who did not refuse it).
 */
export const newsletterList = (people: Iterable<Person>, withoutAnswer: boolean): NewsletterList => {
  const reached: PersonId[] = []
  const leftOut: Record<NewsletterObstacle, PersonId[]> = { deceased: [], 'do-not-contact': [], refused: [], 'no-address': [], 'never-asked': [] }
  for (const person of people) {
    const obstacle = newsletterObstacle(person)
    if (obstacle === null || (obstacle === 'never-asked' && withoutAnswer)) reached.push(person.id)
    else leftOut[obstacle].push(person.id)
  }
  return { reached, leftOut }
}

/** What stands between somebody and a newsletter; null: nothing. */
export const newsletterObstacle = (person: Person): NewsletterObstacle | null => {
  const obstacle = contactObstacle(person, 'email', 'news')
  if (obstacle !== null) return obstacle
  if (Object.entries(person.consents).some(([key, consent]) => key.startsWith('email:') && !consent.given)) return 'refused'
  return person.consents['email:news']?.given === true ? null : 'never-asked'
}
