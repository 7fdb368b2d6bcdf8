import { describe, expect, test } from 'vitest'
import type { ProgrammeId } from '#domain/id'
import type { Programme } from '#domain/offer'
import { costProblem, programmeSpending } from '#domain/offers/programme-spending'
import { makeId, makeOffer, offerId } from '#support/builders'

const programmeId = makeId(1) as ProgrammeId
const programme: Programme = {
  id: programmeId,
  name: 'Ordinateurs',
  purpose: '',
  start: null,
  end: null,
  capPerMatch: 30,
  budget: 50,
  deletedAt: null,
}
const tied = [
  makeOffer({ id: offerId(1), programmeId, matchedWithId: offerId(2), cost: 10.1 }),
  makeOffer({ id: offerId(2), side: 'need', programmeId, matchedWithId: offerId(1), cost: 10.2 }),
]

describe('un programme de solidarité', () => {
  test('compte une offre et le besoin auquel elle répond comme une seule mise en lien', () => {
    expect(
      programmeSpending(programme, [...tied, makeOffer({ id: offerId(3), programmeId, cost: 5 }), makeOffer({ id: offerId(4), cost: 99 })]),
    ).toEqual({
      matches: 1,
      lines: 3,
      spent: 25.3,
      left: 24.7,
      overCap: 0,
    })
  })

  test('refuse un coût au-dessus du plafond d’une mise en lien, coût de l’autre côté compris', () => {
    const [offer] = tied
    if (offer === undefined) throw new Error('sans offre')
    expect(costProblem(programme, { ...offer, cost: 19.8 }, tied)).toBeNull()
    expect(costProblem(programme, { ...offer, cost: 20 }, tied)).toEqual({ kind: 'over-cap', limit: 30, by: 0.2 })
    expect(programmeSpending(programme, [{ ...offer, cost: 20 }, ...tied.slice(1)]).overCap).toBe(1)
  })

  test('prévient quand le budget est dépassé, jamais pour ce qui ne coûte rien', () => {
    const line = makeOffer({ id: offerId(3), programmeId, cost: 30 })
    expect(costProblem(programme, line, tied)).toEqual({ kind: 'over-budget', limit: 50, by: 0.3 })
    expect(costProblem({ ...programme, budget: 1 }, { ...line, cost: null }, tied)).toBeNull()
    expect(costProblem({ ...programme, budget: null, capPerMatch: null }, { ...line, cost: 900 }, tied)).toBeNull()
  })
})
