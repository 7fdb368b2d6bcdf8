import type { PersonId } from '#domain/id'

/** The two records to compare. */
export type Pair = readonly [PersonId, PersonId]

/** In words: a score out of a hundred means nothing to anybody. */
export const likelihood = (isSure: boolean, score: number): 'likely.sure' | 'likely.probable' | 'likely.possible' =>
  isSure && score >= 85 ? 'likely.sure' : score >= 60 ? 'likely.probable' : 'likely.possible'
