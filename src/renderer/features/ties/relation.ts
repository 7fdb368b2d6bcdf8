import type { PersonId } from '#domain/id'
import type { Tie, TieKind } from '#domain/tie'

/** A tie as one of the two would say it: « aide », « est aidée par ». */
export const relations = [
  'acquaintance',
  'introduction',
  'co-optation-from',
  'co-optation-to',
  'mentoring-from',
  'mentoring-to',
  'family',
  'guardian-from',
  'guardian-to',
] as const
export type Relation = (typeof relations)[number]

export const relationOf = ({ kind, fromId }: Pick<Tie, 'kind' | 'fromId'>, person: PersonId): Relation => {
  const way = fromId === person ? 'from' : 'to'
  return relations.find((relation) => relation === kind || relation === `${kind}-${way}`) ?? 'acquaintance'
}

/** The kind and the two ends of a relation that `person` has to `other`. */
export const relationToTie = (relation: Relation, person: PersonId, other: PersonId): Pick<Tie, 'kind' | 'fromId' | 'toId'> => {
  const isTo = relation.endsWith('-to')
  return { kind: relation.replace(/-(?:from|to)$/, '') as TieKind, fromId: isTo ? other : person, toId: isTo ? person : other }
}
