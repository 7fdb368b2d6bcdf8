import type { PersonId, TieId } from '#domain/id'
import type { PartialDate } from '#domain/period'

/**
 * A tie that somebody told us of; those of co-attendance are computed, not kept. Directed where it matters: `introduction` and `acquaintance` are not;
 * `co-optation`: `fromId` brought `toId`; `mentoring`: `fromId` helps `toId`; `family`: not directed; `guardian`: `fromId` is responsible for the minor `toId`.
 * `set-aside` is no tie: somebody answered « pas maintenant » when these two were proposed to each other, so that they are not proposed again.
 */
export const tieKinds = ['acquaintance', 'introduction', 'co-optation', 'mentoring', 'family', 'guardian', 'set-aside'] as const
export type TieKind = (typeof tieKinds)[number]

export interface Tie {
  readonly id: TieId
  readonly kind: TieKind
  readonly fromId: PersonId
  readonly toId: PersonId
  readonly start: PartialDate | null
  readonly end: PartialDate | null
  /** Who made the introduction. */
  readonly byId: PersonId | null
  readonly note: string
  readonly deletedAt: string | null
}

/** A tie between two people about which nothing else is known yet. */
export const emptyTie = (id: TieId, kind: TieKind, fromId: PersonId, toId: PersonId): Tie => ({
  id,
  kind,
  fromId,
  toId,
  start: null,
  end: null,
  byId: null,
  note: '',
  deletedAt: null,
})
