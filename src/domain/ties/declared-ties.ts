import type { PersonId, TieId } from '#domain/id'
import { dayRangeOf, noDay, type PersonFacts } from '#domain/indicators/fact-columns'
import type { Tie, TieKind } from '#domain/tie'
import { strengthByKind } from './tie-rules.ts'

/** A tie somebody told us of, in days; people by their index. */
export interface DeclaredTie {
  readonly id: TieId
  readonly kind: TieKind
  readonly from: number
  readonly to: number
  readonly by: number | null
  /** First day it may have begun; `noDay` when nobody knows. */
  readonly first: number
  /** Last day something is known to have passed between the two. */
  readonly last: number
  /** It has no end, or one to come. */
  readonly isOpen: boolean
  /** What it brings to the strength; 0: no tie of the community. */
  readonly strength: number
  /**
   * Whose doing it is: `staff` when an employee made them meet, `unknown` for an introduction of which nobody noted who made it, else the `members`' own.
   */
  readonly madeBy: 'staff' | 'members' | 'unknown'
}

/**
 * Ties in order of id. Left out: removed ones, those that begin after the day, those of somebody with herself or with a person who is not there.
 * A mentoring that goes on is something that passes between the two up to the day; any other tie is as old as its beginning, or its end once it has one.
 * A tie without dates does not fade: its age is unknown, and not guessed.
 */
export const declareTies = (
  ties: Iterable<Tie>,
  indexById: ReadonlyMap<PersonId, number>,
  people: readonly PersonFacts[],
  asOf: number,
): readonly DeclaredTie[] => {
  const declared: DeclaredTie[] = []
  for (const tie of ties) {
    const from = indexById.get(tie.fromId)
    const to = indexById.get(tie.toId)
    if (tie.deletedAt !== null || from === undefined || to === undefined || from === to) continue
    if (people[from]?.isRemoved !== false || people[to]?.isRemoved !== false) continue
    const start = dayRangeOf(tie.start)
    const end = dayRangeOf(tie.end)
    if (start !== null && start.first > asOf) continue
    const isOpen = end === null || end.last >= asOf
    const by = tie.byId === null ? null : (indexById.get(tie.byId) ?? null)
    const lastKnown = isOpen ? (tie.kind === 'mentoring' ? asOf : (start?.last ?? asOf)) : (end?.last ?? asOf)
    declared.push({
      id: tie.id,
      kind: tie.kind,
      from,
      to,
      by,
      first: start?.first ?? noDay,
      last: Math.min(lastKnown, asOf),
      isOpen,
      strength: strengthByKind[tie.kind],
      madeBy: madeBy(tie.kind, by, people, start?.first ?? asOf),
    })
  }
  return declared.sort((left, right) => (left.id < right.id ? -1 : 1))
}

const madeBy = (kind: TieKind, by: number | null, people: readonly PersonFacts[], day: number): DeclaredTie['madeBy'] => {
  if (by === null) return kind === 'introduction' ? 'unknown' : 'members'
  return people[by]?.staff.some(({ from, to }) => from <= day && to >= day) === true ? 'staff' : 'members'
}
