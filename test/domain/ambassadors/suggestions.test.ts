import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { suggestAmbassadors, suggestionRule } from '#domain/ambassadors/suggestions'
import type { PersonId, TieId } from '#domain/id'
import type { Tie } from '#domain/tie'
import { worldFacts, type SmallWorld } from '#support/small-world'

const brings = (from: string, to: string): Tie => ({
  id: `${from}-${to}` as TieId,
  kind: 'co-optation',
  fromId: from as PersonId,
  toId: to as PersonId,
  start: null,
  end: null,
  byId: null,
  note: '',
  deletedAt: null,
})
const nobody: ReadonlySet<PersonId> = new Set()
const evening = (date: string, came: readonly string[], kind: string) => ({ date, came, kind })

const world: SmallWorld = {
  people: {
    Inès: { joined: '2021-09', roles: ['volunteer 2022..'] },
    Paul: { joined: '2025-12-01' },
    Zoé: { joined: '2019', doNotContact: true, roles: ['volunteer ..'] },
    Luc: { joined: '2019', deceased: true, roles: ['volunteer ..'] },
    Salomé: { joined: '2019', roles: ['employee 2020..', 'volunteer 2019..'] },
    Rémi: { joined: '2018', roles: ['board 2020..'] },
    Ana: { joined: '2018', roles: ['ambassador 2020..', 'board 2020..'] },
  },
  events: [
    evening('2025-10-01', ['Inès', 'Paul', 'Zoé', 'Luc', 'Salomé', 'Ana'], 'Dîner'),
    evening('2025-11-01', ['Inès', 'Paul', 'Zoé', 'Luc', 'Salomé', 'Ana'], 'Atelier'),
    evening('2026-01-10', ['Inès', 'Paul', 'Zoé', 'Luc', 'Salomé', 'Ana'], 'Permanence'),
    evening('2026-02-10', ['Inès'], 'dîner'),
    evening('2024-02-10', ['Rémi', 'Paul', 'Paul', 'Rémi'], 'Sortie'),
  ],
}

describe('qui proposer comme ambassadeur', () => {
  test('trois raisons au moins, chacune dite ; jamais qui est déjà ambassadeur, salarié, décédé ou à ne pas contacter', () => {
    const { people, threshold } = suggestAmbassadors(worldFacts(world, '2026-03-12'), [], nobody)
    expect(threshold).toBe(4)
    expect(people).toEqual([
      {
        personId: 'Inès',
        reasons: [
          { kind: 'engagement', participations: 4 },
          { kind: 'tenure', years: 4 },
          { kind: 'breadth', kinds: ['Atelier', 'Dîner', 'Permanence'] },
          { kind: 'roles', roles: ['volunteer'] },
        ],
      },
    ])
  })

  test('avoir fait venir quelqu’un compte ; une personne déjà au tableau n’est plus proposée', () => {
    const ties = [brings('Rémi', 'Paul'), brings('Rémi', 'Inès'), brings('Rémi', 'Inès')]
    const facts = worldFacts(world, '2026-03-12')
    const found = suggestAmbassadors(facts, ties, nobody).people
    expect(found.map(({ personId }) => personId)).toEqual(['Inès', 'Rémi'])
    expect(found[1]?.reasons).toContainEqual({ kind: 'brought', people: 2 })
    expect(suggestAmbassadors(facts, ties, new Set(['Inès' as PersonId])).people.map(({ personId }) => personId)).toEqual(['Rémi'])
  })

  test('un lien défait ne compte pas', () => {
    const gone = { ...brings('Rémi', 'Paul'), deletedAt: '2026-01-01T00:00:00Z' }
    expect(suggestAmbassadors(worldFacts(world, '2026-03-12'), [gone], nobody).people.map(({ personId }) => personId)).toEqual(['Inès'])
  })
})

const names = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'] as const
const anyWorld = fc.record({
  people: fc.record(
    Object.fromEntries(
      names.map((name) => [
        name,
        fc.record({
          joined: fc.constantFrom('2018', '2024-06', '2026-01-05'),
          doNotContact: fc.boolean(),
          deceased: fc.boolean(),
          roles: fc.subarray(['volunteer 2020..', 'employee 2021..', 'ambassador 2022..', 'mentee 2019..2020']),
        }),
      ]),
    ),
  ),
  events: fc.array(
    fc.record({
      date: fc.constantFrom('2023-05-01', '2025-04-02', '2025-06-02', '2025-09-02', '2025-12-02', '2026-02-02', '2026-05-01'),
      came: fc.subarray([...names]),
      kind: fc.constantFrom('', 'Dîner', 'DINER', 'Atelier', 'Sortie'),
    }),
    { maxLength: 14 },
  ),
})
const anyTies = fc.array(
  fc.tuple(fc.constantFrom(...names), fc.constantFrom(...names)).map(([from, to]) => brings(from, to)),
  { maxLength: 6 },
)

describe('propriétés des propositions', () => {
  test('la réponse ne dépend pas de l’ordre des liens, ne propose que des personnes joignables et dit au moins trois raisons', () => {
    fc.assert(
      fc.property(anyWorld, anyTies, fc.subarray([...names]), (any, ties, taken) => {
        const facts = worldFacts(any, '2026-03-12')
        const already = new Set(taken as readonly string[] as readonly PersonId[])
        const { people } = suggestAmbassadors(facts, ties, already)
        expect(suggestAmbassadors(facts, ties.toReversed(), already).people).toEqual(people)
        for (const { personId, reasons } of people) {
          const person = any.people[personId]
          expect(person?.doNotContact === true || person?.deceased === true || already.has(personId)).toBe(false)
          expect(person?.roles.some((role) => role.startsWith('employee') || role.startsWith('ambassador'))).toBe(false)
          expect(new Set(reasons.map(({ kind }) => kind)).size).toBe(reasons.length)
          expect(reasons.length).toBeGreaterThanOrEqual(suggestionRule.fewestReasons)
        }
        expect(new Set(people.map(({ personId }) => personId)).size).toBe(people.length)
      }),
    )
  })

  test('une raison de plus ne retire jamais de la liste', () => {
    fc.assert(
      fc.property(anyWorld, (any) => {
        const facts = worldFacts(any, '2026-03-12')
        const before = suggestAmbassadors(facts, [], nobody).people.map(({ personId }) => personId)
        const after = suggestAmbassadors(
          facts,
          names.map((name, index) => brings(name, names[(index + 1) % names.length] ?? 'A')),
          nobody,
        ).people.map(({ personId }) => personId)
        expect(after).toEqual(expect.arrayContaining(before))
      }),
    )
  })
})
