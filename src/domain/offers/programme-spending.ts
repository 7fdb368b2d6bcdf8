import type { OfferId } from '#domain/id'
import type { Offer, Programme } from '#domain/offer'

/** What a programme spent. Euros; an offer and the need it answers are one match, and their costs one cost. */
export interface ProgrammeSpending {
  readonly matches: number
  /** Lines of the programme, tied or not. */
  readonly lines: number
  readonly spent: number
  /** Of the budget; negative once overspent; null: no budget. */
  readonly left: number | null
  /** Matches that cost more than the cap. */
  readonly overCap: number
}

/** Costs of lines that are tied to nothing count too: what is spent is spent. Removed lines do not. */
export const programmeSpending = (programme: Programme, offers: Iterable<Offer>): ProgrammeSpending => {
  const costByMatch = new Map<string, number>()
  const tied = new Set<string>()
  let lines = 0
  for (const offer of offers) {
    if (offer.programmeId !== programme.id || offer.deletedAt !== null) continue
    const key = matchKey(offer)
    lines += 1
    costByMatch.set(key, cents(costByMatch.get(key) ?? 0, offer.cost ?? 0))
    if (offer.matchedWithId !== null) tied.add(key)
  }
  const costs = [...costByMatch.values()]
  const spent = costs.reduce(cents, 0)
  return {
    matches: tied.size,
    lines,
    spent,
    left: programme.budget === null ? null : cents(programme.budget, -spent),
    overCap: costs.filter((cost) => programme.capPerMatch !== null && cost > programme.capPerMatch).length,
  }
}

/** What is wrong with a cost: over the cap of one match (by so many euros), or over what is left of the budget. */
export type CostProblem = { readonly kind: 'over-cap' | 'over-budget'; readonly limit: number; readonly by: number }

/**
 * Whether a line may cost so much: `line` as it would be written, `offers` all of them as they are. The cap is of the match, so what its counterpart cost counts too.
 * The cap comes before the budget. null: all is well.
 */
export const costProblem = (programme: Programme, line: Offer, offers: readonly Offer[]): CostProblem | null => {
  const others = offers.filter(({ id, programmeId, deletedAt }) => id !== line.id && programmeId === programme.id && deletedAt === null)
  const cost = line.cost ?? 0
  const counterpart = others.find(({ id }) => id === line.matchedWithId)
  const ofMatch = cents(cost, counterpart?.cost ?? 0)
  if (programme.capPerMatch !== null && ofMatch > programme.capPerMatch)
    return { kind: 'over-cap', limit: programme.capPerMatch, by: cents(ofMatch, -programme.capPerMatch) }
  const spent = cents(others.map((other) => other.cost ?? 0).reduce(cents, 0), cost)
  if (cost > 0 && programme.budget !== null && spent > programme.budget)
    return { kind: 'over-budget', limit: programme.budget, by: cents(spent, -programme.budget) }
  return null
}

const matchKey = ({ id, matchedWithId }: Offer): OfferId => (matchedWithId !== null && matchedWithId < id ? matchedWithId : id)

/** Sums to the cent: 0.1 + 0.2 euros are 0.30. */
const cents = (left: number, right: number): number => Math.round((left + right) * 100) / 100
