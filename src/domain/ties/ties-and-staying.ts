import { isActiveIn, daysOf, windowEndingOn, type Facts } from '#domain/indicators/facts'
import { addMonths, type IsoDate } from '#domain/period'
import type { TieFigures } from './tie-figures.ts'
import { fewestToCompare } from './tie-rules.ts'

/** Of some people who were active, how many still are a year later. */
export interface KeptShare {
  readonly people: readonly number[]
  readonly kept: readonly number[]
  /** 0–1; null when they are too few for a share to mean anything. */
  readonly share: number | null
}
/** Ties against retention. `on`: the day a year ago when both ties and activity were looked at. */
export interface TiesAndStaying {
  readonly on: IsoDate
  /** Had at least one strong tie that day. */
  readonly tied: KeptShare
  readonly untied: KeptShare
}

/** The day a year ago at which ties are looked at: looked at today, whoever left would have faded ties because she left. */
export const dayBefore = (asOf: IsoDate): IsoDate => addMonths(asOf, -12)

/**
 * Of the members who were active a year ago by the rule of the settings, the share still active now: those who had a strong tie then, and those who had none.
 * `then` are the figures of the mesh on `dayBefore(facts.asOf)`. Whoever comes often has both more ties and more reasons to stay: one does not prove the other.
 */
export const tiesAndStaying = (facts: Facts, then: Pick<TieFigures, 'members' | 'strong'>): TiesAndStaying => {
  const on = dayBefore(facts.asOf)
  const before = daysOf(windowEndingOn(on, facts.settings.activeMonths))
  const now = daysOf(windowEndingOn(facts.asOf, facts.settings.activeMonths))
  const active = then.members.filter((person) => isActiveIn(facts, person, before))
  const keptOf = (people: readonly number[]): KeptShare => {
    const kept = people.filter((person) => isActiveIn(facts, person, now))
    return { people, kept, share: people.length < fewestToCompare ? null : kept.length / people.length }
  }
  return {
    on,
    tied: keptOf(active.filter((person) => (then.strong[person] ?? 0) > 0)),
    untied: keptOf(active.filter((person) => (then.strong[person] ?? 0) === 0)),
  }
}
