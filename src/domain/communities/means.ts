import type { CommunityEntry } from '#domain/community'
import { firstDay, lastDay } from '#domain/period'
import { yearHolding, type AssociationYear, type YearRule } from '#domain/year'

/** What was spent on a community in a year of the association. */
export interface YearMeans {
  /** null: entries whose date may fall in two years; they are in no year. */
  readonly year: AssociationYear | null
  readonly entries: number
  /** Sum of the hours noted; null when none were. */
  readonly hours: number | null
  /** Sum of the euros noted; null when none were. */
  readonly amount: number | null
}

/** Totals by year, latest first, those of no certain year last; sums are exact to the cent. */
export const meansByYear = (entries: Iterable<CommunityEntry>, rule: YearRule): readonly YearMeans[] => {
  const groups = Map.groupBy(entries, ({ on }) => {
    const first = yearHolding(rule, firstDay(on)).key
    return yearHolding(rule, lastDay(on)).key === first ? first : null
  })
  return [...groups]
    .toSorted(([left], [right]) => (right ?? Number.NEGATIVE_INFINITY) - (left ?? Number.NEGATIVE_INFINITY))
    .map(([key, group]) => ({
      year: key === null ? null : yearHolding(rule, firstDay(group[0]?.on ?? impossible())),
      entries: group.length,
      hours: sumOf(group.map(({ hours }) => hours)),
      amount: sumOf(group.map(({ amount }) => amount)),
    }))
}

/** Sum of what is known, in hundredths so that 0.1 + 0.2 is 0.3; null when nothing is. */
export const sumOf = (values: readonly (number | null)[]): number | null => {
  const known = values.filter((value) => value !== null)
  return known.length === 0 ? null : known.reduce((sum, value) => sum + Math.round(value * 100), 0) / 100
}

const impossible = (): never => {
  throw new Error('A group of entries is never empty')
}
