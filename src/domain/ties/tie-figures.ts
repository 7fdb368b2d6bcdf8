import type { PersonId } from '#domain/id'
import { peopleInvolvedIn } from '#domain/indicators/involved-people'
import { windowEndingOn, type Facts } from '#domain/indicators/facts'
import type { TieNetwork } from './tie-network.ts'
import { createTieReader, isLiving, livingSince, tieFlags } from './tie-reader.ts'
import { livingMonths, strongTie } from './tie-rules.ts'

/** What the mesh looks like on a day. People by their index; ties are living ones between two members. */
export interface TieFigures {
  /** Everybody counted: `membersOf`. */
  readonly members: readonly number[]
  /** By person, how many members she is tied to. */
  readonly degree: Int32Array
  /** By person, how many of these ties are strong. */
  readonly strong: Int32Array
  /** By person, bits of `memberMarks`. */
  readonly marks: Uint8Array
  /** By person, her strongest tie and with whom (-1: nobody). */
  readonly best: Float64Array
  readonly bestWith: Int32Array
  /** Pairs of members who are tied. */
  readonly ties: number
  /** Those that do not come from employees alone: see `tieFigures`. */
  readonly byMembers: number
  /** Ties older than `recurringMonths`, and those of them that were active again since. */
  readonly older: number
  readonly recurring: number
  /** Members tied to no member: to nobody at all, or to employees only. */
  readonly isolated: { readonly fromAll: readonly number[]; readonly butStaff: readonly number[] }
}

export const recurringMonths = 12
/** Has a tie that does not come from employees alone; has a recurring one. */
export const memberMarks = { byMembers: 1, recurring: 2 } as const

/**
 * The figures of the mesh. A tie « does not come from employees alone » when at least one thing that made it is the members' own: an event where no employee came and
 * for which none held a responsibility, or a declared tie that no employee made. An introduction of which nobody noted who made it proves nothing.
 */
export const tieFigures = (network: TieNetwork, members: readonly number[]): TieFigures => {
  const size = network.people.length
  const since = livingSince(network)
  const recently = livingSince(network, recurringMonths)
  const read = createTieReader(network)
  const counts = new Uint8Array(size)
  for (const person of members) counts[person] = 1
  const degree = new Int32Array(size)
  const strong = new Int32Array(size)
  const marks = new Uint8Array(size)
  const best = new Float64Array(size)
  const bestWith = new Int32Array(size).fill(-1)
  const fromAll: number[] = []
  const butStaff: number[] = []
  let [ties, byMembers, older, recurring] = [0, 0, 0, 0]
  for (const person of members) {
    const row = read(person)
    let hasStaff = false
    for (let at = 0; at < row.count; at += 1) {
      const other = row.other[at] ?? 0
      if (!isLiving(row, at, since)) continue
      if (network.isStaff[other] === 1) hasStaff = true
      if (counts[other] !== 1) continue
      const strength = row.strength[at] ?? 0
      degree[person] = (degree[person] ?? 0) + 1
      if (strength >= strongTie) strong[person] = (strong[person] ?? 0) + 1
      const holder = bestWith[person] ?? -1
      if (holder === -1 || strength > (best[person] ?? 0) || (strength === best[person] && isBefore(network, other, holder))) {
        best[person] = strength
        bestWith[person] = other
      }
      const isByMembers = ((row.flags[at] ?? 0) & tieFlags.byMembers) !== 0
      const isOlder = (row.first[at] ?? 0) < recently
      const isRecurring = isOlder && (row.last[at] ?? 0) >= recently
      marks[person] = (marks[person] ?? 0) | (isByMembers ? memberMarks.byMembers : 0) | (isRecurring ? memberMarks.recurring : 0)
      // Each pair is met from both sides and counted from one.
      if (other < person) continue
      ties += 1
      if (isByMembers) byMembers += 1
      if (isOlder) older += 1
      if (isRecurring) recurring += 1
    }
    if (degree[person] === 0) (hasStaff ? butStaff : fromAll).push(person)
  }
  return { members, degree, strong, marks, best, bestWith, ties, byMembers, older, recurring, isolated: { fromAll, butStaff } }
}

/** Ties per member; null when there is nobody. */
export const averageDegree = ({ ties, members }: Pick<TieFigures, 'ties' | 'members'>): number | null =>
  members.length === 0 ? null : (2 * ties) / members.length

/**
 * Whom the figures count: everybody the association worked with in the living months (came, gave hours, held a role other than staff), belongs to a community today or
 * has a declared tie without end; alive, not removed, not an employee today. Others in the base (an old spreadsheet) would only swell the isolated.
 */
export const membersOf = (network: TieNetwork, facts: Facts, inCommunities: Iterable<PersonId>): readonly number[] => {
  const known = new Set(peopleInvolvedIn(facts, windowEndingOn(facts.asOf, livingMonths)))
  for (const id of inCommunities) {
    const index = network.indexById.get(id)
    if (index !== undefined) known.add(index)
  }
  for (const { from, to, isOpen, strength } of network.declared) if (isOpen && strength > 0) known.add(from).add(to)
  return [...known].filter((person) => network.isMember[person] === 1).sort((left, right) => left - right)
}

const isBefore = (network: TieNetwork, left: number, right: number): boolean => (network.people[left]?.id ?? '') < (network.people[right]?.id ?? '')
