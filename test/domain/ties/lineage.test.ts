import { expect, test } from 'vitest'
import { depthOf, descendantsOf, givingBack, lineageOf, linksOfTheChain } from '#domain/ties/lineage'
import { tiesAndStaying } from '#domain/ties/ties-and-staying'
import { tieFigures } from '#domain/ties/tie-figures'
import { worldFacts } from '#support/small-world'
import { everyMember, indexOf, nameOf, namesOf, networkOf } from './tie-world.ts'

const people = { Aïcha: {}, Bruno: {}, Chloé: {}, David: {} }

test('la lignée : qui fut aidé, puis aida à son tour', () => {
  const network = networkOf({ people }, '2024-06-15', [
    'mentoring Aïcha Bruno 2018..2019',
    'mentoring Bruno Chloé 2021..2022',
    'co-optation Bruno David 2023..',
  ])
  const lineage = lineageOf(network)
  expect(namesOf(network, descendantsOf(lineage, indexOf(network, 'Aïcha'))).toSorted()).toEqual(['Bruno', 'Chloé', 'David'])
  expect(depthOf(lineage, indexOf(network, 'David'))).toBe(2)
  expect(linksOfTheChain(lineage, network.people).map(({ person, depth, descendants }) => [nameOf(network, person), depth, descendants])).toEqual([
    ['Bruno', 1, 2],
  ])
})

test('deux personnes qui se sont aidées l’une l’autre ne font pas tourner la lignée en rond', () => {
  const network = networkOf({ people }, '2024-06-15', ['mentoring Aïcha Bruno 2018..2019', 'mentoring Bruno Aïcha 2021..'])
  const lineage = lineageOf(network)
  expect(namesOf(network, descendantsOf(lineage, indexOf(network, 'Aïcha')))).toEqual(['Bruno'])
  expect(depthOf(lineage, indexOf(network, 'Aïcha'))).toBe(1)
})

test('ancien filleul devenu mentor : par un rôle ou par un mentorat, après avoir été aidé', () => {
  const network = networkOf(
    {
      people: {
        Aïcha: { roles: ['mentee 2019-09-01..2020-06-30', 'mentor 2022-09-01..'] },
        Bruno: { roles: ['mentee 2019-09-01..2020-06-30'] },
        Chloé: { roles: ['mentor 2015-01-01..2016-01-01', 'mentee 2019-09-01..2020-06-30'] },
        David: {},
        Elsa: { roles: ['mentee 2023-09-01..'] },
      },
    },
    '2024-06-15',
    ['mentoring Bruno Elsa 2023-09-01..', 'mentoring Chloé David 2018..2019'],
  )
  const { former, became } = givingBack(network)
  expect(namesOf(network, former)).toEqual(['Aïcha', 'Bruno', 'Chloé', 'David'])
  expect(namesOf(network, became)).toEqual(['Aïcha', 'Bruno'])
})

test('liens et fidélité : la part n’est dite qu’à partir de dix personnes de chaque côté', () => {
  const tied = Array.from({ length: 10 }, (_, index) => `lié${index}`)
  const alone = Array.from({ length: 9 }, (_, index) => `seul${index}`)
  const crowd = Array.from({ length: 60 }, (_, index) => `foule${index}`)
  const world = {
    people: Object.fromEntries([...tied, ...alone, ...crowd].map((name) => [name, {}])),
    events: [
      // Five pairs, each meeting alone: strong ties. The nine others meet nobody but a hall too full to make ties.
      ...[0, 2, 4, 6, 8].map((at) => ({ date: '2023-05-01', came: [tied[at] ?? '', tied[at + 1] ?? ''] })),
      { date: '2023-05-02', came: [...alone, ...crowd.slice(0, 52)] },
      { date: '2024-05-02', came: tied.slice(0, 7) },
      { date: '2024-05-02', came: alone.slice(0, 3) },
    ],
  }
  const facts = worldFacts(world, '2024-06-15')
  const then = networkOf(world, '2023-06-15')
  const figures = tieFigures(then, everyMember(then).slice(0, 19))
  const staying = tiesAndStaying(facts, figures)
  expect(staying.on).toBe('2023-06-15')
  expect(staying.tied.people).toHaveLength(10)
  expect(staying.tied.share).toBeCloseTo(0.7, 12)
  expect(staying.untied.people).toHaveLength(9)
  expect(staying.untied.kept).toHaveLength(3)
  expect(staying.untied.share).toBeNull()
})
