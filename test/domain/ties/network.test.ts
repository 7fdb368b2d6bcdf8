import fc from 'fast-check'
import Graph from 'graphology'
import betweenness from 'graphology-metrics/centrality/betweenness'
import { undirectedDensity } from 'graphology-metrics/graph/density'
import type AnyGraph from 'graphology-types'
import { expect, test } from 'vitest'
import { betweennessOf, densityOf, pairGraph } from '#domain/ties/betweenness'
import { cutOffBy, cutPeople } from '#domain/ties/cut-people'
import { averageDegree, tieFigures } from '#domain/ties/tie-figures'
import { createTieReader } from '#domain/ties/tie-reader'
import type { TieNetwork } from '#domain/ties/tie-network'
import { everyMember, indexOf, nameOf, namesOf, networkOf, worlds } from './tie-world.ts'

/** The same mesh as a graph of graphology: one node a person, one edge a tie. */
const graphOf = (network: TieNetwork): Graph => {
  const graph = new Graph({ type: 'undirected' })
  for (const person of network.people.keys()) graph.addNode(nameOf(network, person))
  const read = createTieReader(network)
  for (const person of network.people.keys()) {
    const row = read(person)
    for (const other of row.other.slice(0, row.count)) if (other > person) graph.addEdge(nameOf(network, person), nameOf(network, other))
  }
  return graph
}
/** Parts of a graph that hang together, without somebody perhaps. */
const partsOf = (graph: AnyGraph, without: string | null): readonly (readonly string[])[] => {
  const seen = new Set<string>()
  const parts: string[][] = []
  for (const start of graph.nodes()) {
    if (start === without || seen.has(start)) continue
    const part = [start]
    seen.add(start)
    for (const node of part)
      for (const next of graph.neighbors(node)) {
        if (next === without || seen.has(next)) continue
        seen.add(next)
        part.push(next)
      }
    parts.push(part)
  }
  return parts
}

test('degré, densité et intermédiarité sont ceux de graphology', () => {
  fc.assert(
    fc.property(worlds, ({ world, ties }) => {
      const network = networkOf(world, '2025-02-01', ties)
      const graph = graphOf(network)
      const figures = tieFigures(network, everyMember(network))
      for (const person of network.people.keys()) expect(figures.degree[person]).toBe(graph.degree(nameOf(network, person)))
      expect(densityOf(graph.order, figures.ties)).toBeCloseTo(undirectedDensity(graph), 12)
      expect(averageDegree(figures)).toBeCloseTo((2 * graph.size) / graph.order, 12)
      const edges = graph.mapEdges((_edge, _attributes, from, to) => [indexOf(network, from), indexOf(network, to)] as const)
      const pairs = pairGraph(
        graph.order,
        edges.map(([from]) => from),
        edges.map(([, to]) => to),
      )
      const expected = betweenness(graph, { getEdgeWeight: null })
      for (const [person, value] of betweennessOf(pairs).entries())
        // Below three people graphology divides by zero.
        expect(value).toBeCloseTo(graph.order < 3 ? 0 : (expected[nameOf(network, person)] ?? 0), 10)
    }),
  )
})

test('les ponts sont ceux dont le départ coupe le réseau, et l’on sait qui ils couperaient', () => {
  fc.assert(
    fc.property(worlds, ({ world, ties }) => {
      const network = networkOf(world, '2025-02-01', ties)
      const graph = graphOf(network)
      const found = new Map(cutPeople(network, everyMember(network)).map(({ person, cutOff }) => [nameOf(network, person), cutOff]))
      const before = partsOf(graph, null)
      for (const name of graph.nodes()) {
        const home = before.find((part) => part.includes(name)) ?? []
        const left = partsOf(graph, name).filter((part) => part.some((node) => home.includes(node)))
        const lost = left.reduce((sum, part) => sum + part.length, 0) - Math.max(0, ...left.map(({ length }) => length))
        expect(found.get(name) ?? 0).toBe(left.length > 1 ? lost : 0)
        if (left.length > 1) expect(cutOffBy(network, everyMember(network), indexOf(network, name))).toHaveLength(lost)
      }
    }),
    { numRuns: 300 },
  )
})

test('deux groupes reliés par une seule personne : son départ coupe le plus petit', () => {
  const network = networkOf(
    {
      people: { Aïcha: {}, Bruno: {}, Chloé: {}, David: {}, Elsa: {} },
      events: [
        { date: '2024-05-01', came: ['Aïcha', 'Bruno', 'Chloé'] },
        { date: '2024-06-01', came: ['Chloé', 'David'] },
      ],
    },
    '2024-06-15',
  )
  const [bridge, ...others] = cutPeople(network, everyMember(network))
  expect(others).toEqual([])
  expect(nameOf(network, bridge?.person ?? -1)).toBe('Chloé')
  expect(namesOf(network, cutOffBy(network, everyMember(network), bridge?.person ?? -1))).toEqual(['David'])
})

test('une estimation de l’intermédiarité garde l’ordre : le centre d’une étoile reste le premier', () => {
  const star = pairGraph(
    50,
    Array.from({ length: 49 }, () => 0),
    Array.from({ length: 49 }, (_, index) => index + 1),
  )
  const estimate = betweennessOf(star, 1_000)
  expect(estimate.indexOf(Math.max(...estimate))).toBe(0)
})

test('isolé : sans lien, ou lié aux seuls salariés ; les salariés ne comptent pas', () => {
  const network = networkOf(
    {
      people: { Aïcha: {}, Bruno: {}, Chloé: {}, Sam: { roles: ['employee 2020-01-01..'] }, Elsa: {}, Parti: { deceased: true } },
      events: [
        { date: '2024-05-01', came: ['Aïcha', 'Bruno'] },
        { date: '2024-06-01', came: ['Sam', 'Chloé'] },
        { date: '2024-06-02', came: ['Parti', 'Elsa'] },
      ],
    },
    '2024-06-15',
  )
  const { isolated, ties } = tieFigures(network, everyMember(network))
  expect(namesOf(network, isolated.butStaff)).toEqual(['Chloé'])
  expect(namesOf(network, isolated.fromAll)).toEqual(['Elsa'])
  expect(ties).toBe(1)
})

test('un lien ne passe pas par les salariés dès qu’une seule chose qui l’a fait vient des membres', () => {
  const people = { Aïcha: {}, Bruno: {}, Chloé: {}, David: {}, Sam: { roles: ['employee 2020-01-01..'] } }
  const count = (events: readonly { readonly date: string; readonly came: readonly string[] }[], ties: readonly string[]) => {
    const network = networkOf({ people, events }, '2024-06-15', ties)
    const { byMembers, ties: all } = tieFigures(network, everyMember(network))
    return [byMembers, all]
  }
  const withSam = { date: '2024-05-01', came: ['Aïcha', 'Bruno', 'Sam'] }
  expect(count([withSam], [])).toEqual([0, 1])
  expect(count([withSam, { date: '2024-05-09', came: ['Aïcha', 'Bruno'] }], [])).toEqual([1, 1])
  expect(count([withSam], ['introduction Aïcha Bruno 2024-05-02.. par Sam'])).toEqual([0, 1])
  expect(count([withSam], ['introduction Aïcha Bruno 2024-05-02.. par Chloé'])).toEqual([1, 1])
  expect(count([], ['introduction Chloé David 2024-05-02..'])).toEqual([0, 1])
  expect(count([], ['acquaintance Chloé David'])).toEqual([1, 1])
})

test('un lien plus vieux que deux ans ne vit plus, sauf déclaré et sans fin', () => {
  const world = { people: { Aïcha: {}, Bruno: {}, Chloé: {} }, events: [{ date: '2022-06-01', came: ['Aïcha', 'Bruno'] }] }
  const ties = (asOf: string, declared: readonly string[] = []) => {
    const network = networkOf(world, asOf, declared)
    return tieFigures(network, everyMember(network)).ties
  }
  expect(ties('2024-05-31')).toBe(1)
  expect(ties('2024-06-02')).toBe(0)
  expect(ties('2024-06-02', ['acquaintance Aïcha Chloé 2010..'])).toBe(1)
  expect(ties('2024-06-02', ['acquaintance Aïcha Chloé 2010..2012'])).toBe(0)
})

test('un lien récurrent existait il y a un an et a revécu depuis', () => {
  const network = networkOf(
    {
      people: { Aïcha: {}, Bruno: {}, Chloé: {} },
      events: [
        { date: '2023-03-01', came: ['Aïcha', 'Bruno'] },
        { date: '2023-03-02', came: ['Aïcha', 'Chloé'] },
        { date: '2024-05-01', came: ['Aïcha', 'Bruno'] },
        { date: '2024-05-02', came: ['Bruno', 'Chloé'] },
      ],
    },
    '2024-06-15',
  )
  const { ties, older, recurring } = tieFigures(network, everyMember(network))
  expect([ties, older, recurring]).toEqual([3, 2, 1])
})
