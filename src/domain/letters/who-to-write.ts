import { contactObstacle, type LeftOut } from '#domain/exporting/contact-rules'
import type { Person } from '#domain/person'

/** What something is made for: an e-mail, something that goes by post, a letter handed over (no address needed), or a badge (which contacts nobody). */
export type WritingChannel = 'email' | 'post' | 'hand' | 'badge'
/** Why somebody is left out, the strongest reason first. */
export const writingObstacles = ['removed', 'deceased', 'do-not-contact', 'refused', 'no-address'] as const satisfies readonly (LeftOut | 'removed')[]
export type WritingObstacle = (typeof writingObstacles)[number]

export interface WhoToWrite {
  /** In the order given, each person once. */
  readonly reached: readonly Person[]
  readonly leftOut: readonly { readonly person: Person; readonly reason: WritingObstacle }[]
}

/** Parts people into those who may be written to and those who may not, each with the reason. Somebody given twice counts once. */
export const whoToWrite = (people: Iterable<Person>, channel: WritingChannel): WhoToWrite => {
  const seen = new Set<string>()
  const reached: Person[] = []
  const leftOut: { readonly person: Person; readonly reason: WritingObstacle }[] = []
  for (const person of people) {
    if (seen.has(person.id)) continue
    seen.add(person.id)
    const reason = writingObstacle(person, channel)
    if (reason === null) reached.push(person)
    else leftOut.push({ person, reason })
  }
  return { reached, leftOut }
}

/**
 * What stands between somebody and a letter, or null: the bin, death, her opposition to any contact, a refusal of this channel for any use (as in every
 * list), nowhere to write to. A badge is refused to nobody but those who are not there any more.
 */
export const writingObstacle = (person: Person, channel: WritingChannel): WritingObstacle | null => {
  if (person.deletedAt !== null) return 'removed'
  if (channel === 'badge') return person.deceased ? 'deceased' : null
  const by = channel === 'email' ? 'email' : 'post'
  const obstacle = contactObstacle(person, by, 'news')
  if (obstacle !== null && obstacle !== 'no-address') return obstacle
  const refuses = Object.entries(person.consents).some(([key, consent]) => key.startsWith(`${by}:`) && !consent.given)
  if (refuses) return 'refused'
  return channel === 'hand' ? null : obstacle
}
