import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CommunityId, OfferId, PersonId, TerritoryId } from '#domain/id'
import type { Offer } from '#domain/offer'
import { introductionsToMake, type Introduction } from '#domain/ties/introductions'
import { tieFigures } from '#domain/ties/tie-figures'
import { date } from '#support/builders'
import { day, worldFacts, worldRecords, type SmallWorld } from '#support/small-world'
import { everyMember, indexOf, networkOf, strengthBetween, worlds } from './tie-world.ts'

const today = day('2025-02-01')
const territory = 'rennes' as TerritoryId
const community = 'anciens' as CommunityId

const introductionsOf = (
  world: SmallWorld,
  ties: readonly string[],
  { offers = [], members = [] }: { readonly offers?: readonly Offer[]; readonly members?: readonly string[] } = {},
): readonly Introduction[] => {
  const network = networkOf(world, today, ties)
  const records = new Map(worldRecords(world).people.map((person) => [person.id, person]))
  return introductionsToMake({
    network,
    figures: tieFigures(network, everyMember(network)),
    today,
    personOf: (id) => records.get(id),
    territoryOf: ({ territoryId }) => territoryId,
    membersByCommunity: new Map([[community, members as readonly PersonId[]]]),
    offers,
    knownSince: worldFacts(world, today).index.knownSince,
  })
}
const pairs = (introductions: readonly Introduction[]) => introductions.map(({ people }) => people.join(' '))

test('deux personnes du même quartier qui ne se connaissent pas sont proposées, avec les raisons', () => {
  const world = {
    people: { Aïcha: { territoryId: territory, joined: '2024-12-01' }, Bruno: { territoryId: territory, joined: '2020-01-01' }, Chloé: {} },
  }
  expect(introductionsOf(world, [])).toEqual([
    {
      people: ['Aïcha', 'Bruno'],
      reasons: [
        { kind: 'territory', territoryId: territory },
        { kind: 'isolated', personId: 'Aïcha' },
        { kind: 'newcomer', personId: 'Aïcha' },
        { kind: 'isolated', personId: 'Bruno' },
      ],
    },
  ])
})

test('une compétence, une communauté, une offre qui répond à un besoin et une connaissance commune sont des raisons', () => {
  const reasons = (introductions: readonly Introduction[]) => introductions[0]?.reasons.map(({ kind }) => kind).filter((kind) => kind !== 'isolated')
  expect(reasons(introductionsOf({ people: { a: { skills: ['Comptabilité'] }, b: { skills: ['comptabilite'] } } }, []))).toEqual(['skill'])
  expect(reasons(introductionsOf({ people: { a: {}, b: {} } }, [], { members: ['a', 'b'] }))).toEqual(['community'])
  expect(reasons(introductionsOf({ people: { a: {}, b: {}, c: {} } }, ['acquaintance a b 2025-01-01..', 'acquaintance b c 2025-01-01..']))).toEqual([
    'acquaintance',
  ])
  const offer: Offer = {
    id: 'o1' as OfferId,
    side: 'offer',
    category: 'internship',
    title: '',
    personId: 'a' as PersonId,
    organisationId: null,
    territoryId: null,
    isRemote: false,
    skills: [],
    openedOn: date('2025-01-01'),
    until: null,
    state: 'open',
    matchedWithId: null,
    matchedOn: null,
    programmeId: null,
    cost: null,
    note: '',
    deletedAt: null,
  }
  const need: Offer = { ...offer, id: 'o2' as OfferId, side: 'need', personId: 'b' as PersonId }
  expect(reasons(introductionsOf({ people: { a: {}, b: {} } }, [], { offers: [offer, need] }))).toEqual(['offer'])
  expect(introductionsOf({ people: { a: {}, b: {} } }, [], { offers: [offer, { ...need, category: 'job' }] })).toEqual([])
})

test('jamais proposées : « ne pas contacter », décédée, salariée, mineure, injoignable, qui a tout refusé', () => {
  const refusal = { 'email:news': { given: false, on: null, source: '' } }
  for (const about of [
    { doNotContact: true },
    { deceased: true },
    { roles: ['employee 2020-01-01..'] },
    { birth: '2012' },
    { lostContact: true },
    { consents: refusal },
    { deletedAt: '2025-01-01T00:00:00Z' },
  ])
    expect(introductionsOf({ people: { a: { territoryId: territory }, b: { territoryId: territory, ...about } } }, [])).toEqual([])
})

test('une paire déjà présentée ou écartée n’est plus proposée', () => {
  const world = { people: { a: { territoryId: territory }, b: { territoryId: territory } } }
  expect(pairs(introductionsOf(world, []))).toEqual(['a b'])
  expect(introductionsOf(world, ['introduction a b 2025-01-01..'])).toEqual([])
  expect(introductionsOf(world, ['set-aside b a 2025-01-01..'])).toEqual([])
})

test('personne n’est proposé deux fois, jamais à quelqu’un qu’il connaît, et l’ordre des fiches ne change rien', () => {
  fc.assert(
    fc.property(worlds, fc.array(fc.integer({ min: 0, max: 11 }), { maxLength: 4 }), ({ world, ties }, optedOut) => {
      const people = Object.fromEntries(
        Object.entries(world.people).map(([name, about], index) => [
          name,
          { ...about, territoryId: territory, doNotContact: optedOut.includes(index) },
        ]),
      )
      const proposed = introductionsOf({ ...world, people }, ties)
      const network = networkOf({ ...world, people }, today, ties)
      const all = proposed.flatMap((introduction) => introduction.people)
      expect(new Set(all).size).toBe(all.length)
      for (const {
        people: [left, right],
      } of proposed)
        expect(strengthBetween(network, left, right)).toBeNull()
      for (const person of all) expect(network.people[indexOf(network, person)]?.doNotContact).toBe(false)
      const shuffled = { ...world, people: Object.fromEntries(Object.entries(people).toReversed()) }
      expect(introductionsOf(shuffled, ties)).toEqual(proposed)
    }),
  )
})
