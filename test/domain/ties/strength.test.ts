import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createTieReader } from '#domain/ties/tie-reader'
import { fadedStrength, largestMeeting } from '#domain/ties/tie-rules'
import { networkOf, strengthBetween, worlds } from './tie-world.ts'

const abc = { people: { Aïcha: {}, Bruno: {}, Chloé: {} } }

test('une rencontre à trois vaut un demi pour chaque paire, une rencontre à deux vaut un', () => {
  const network = networkOf(
    {
      ...abc,
      events: [
        { date: '2024-06-01', came: ['Aïcha', 'Bruno', 'Chloé'] },
        { date: '2024-06-10', came: ['Aïcha', 'Bruno'] },
      ],
    },
    '2024-06-15',
  )
  expect(strengthBetween(network, 'Aïcha', 'Bruno')).toBeCloseTo(1.5, 12)
  expect(strengthBetween(network, 'Aïcha', 'Chloé')).toBeCloseTo(0.5, 12)
})

test('une présentation, une cooptation et un mentorat s’ajoutent aux rencontres', () => {
  const ties = ['introduction Aïcha Bruno 2024-06-02..', 'co-optation Aïcha Chloé 2024-06-02..', 'mentoring Bruno Chloé 2024-06-02..']
  const network = networkOf({ ...abc, events: [{ date: '2024-06-10', came: ['Aïcha', 'Bruno'] }] }, '2024-06-15', ties)
  expect(strengthBetween(network, 'Bruno', 'Aïcha')).toBe(2)
  expect(strengthBetween(network, 'Chloé', 'Aïcha')).toBe(2)
  expect(strengthBetween(network, 'Chloé', 'Bruno')).toBe(3)
})

test('le lien perd un dixième par mois entier sans rien, et compte depuis la dernière fois', () => {
  const at = (asOf: string): number | null =>
    strengthBetween(
      networkOf(
        {
          ...abc,
          events: [
            { date: '2024-01-10', came: ['Aïcha', 'Bruno'] },
            { date: '2024-03-10', came: ['Aïcha', 'Bruno'] },
          ],
        },
        asOf,
      ),
      'Aïcha',
      'Bruno',
    )
  expect(at('2024-03-10')).toBe(2)
  expect(at('2024-04-08')).toBe(2)
  expect(at('2024-04-11')).toBeCloseTo(1.8, 12)
  expect(at('2025-03-11')).toBeCloseTo(2 * 0.9 ** 12, 12)
})

test('un événement de plus de soixante personnes ne fait pas de lien', () => {
  const crowd = Array.from({ length: largestMeeting + 1 }, (_, index) => `p${index}`)
  const people = Object.fromEntries(crowd.map((name) => [name, {}]))
  const all = networkOf({ people, events: [{ date: '2024-06-01', came: crowd }] }, '2024-06-15')
  expect(all.tooLarge).toBe(1)
  expect(strengthBetween(all, 'p0', 'p1')).toBeNull()
  const sixty = networkOf({ people, events: [{ date: '2024-06-01', came: crowd.slice(0, largestMeeting) }] }, '2024-06-15')
  expect(strengthBetween(sixty, 'p0', 'p1')).toBeCloseTo(1 / 59, 12)
})

test('un mentorat en cours ne s’efface pas, un mentorat fini s’efface depuis sa fin', () => {
  const going = networkOf(abc, '2026-06-15', ['mentoring Aïcha Bruno 2020-01-01..'])
  expect(strengthBetween(going, 'Aïcha', 'Bruno')).toBe(3)
  const ended = networkOf(abc, '2026-06-15', ['mentoring Aïcha Bruno 2020-01-01..2026-03-01'])
  expect(strengthBetween(ended, 'Aïcha', 'Bruno')).toBeCloseTo(3 * 0.9 ** 3, 12)
})

test('ni l’avenir, ni la famille, ni une paire écartée, ni un événement sans date ne font de lien', () => {
  const ties = ['family Aïcha Bruno', 'guardian Aïcha Bruno', 'set-aside Aïcha Chloé 2024-01-01..', 'acquaintance Bruno Chloé 2025-01-01..']
  const network = networkOf(
    {
      ...abc,
      events: [
        { date: '2025-01-01', came: ['Aïcha', 'Bruno'] },
        { date: null, came: ['Aïcha', 'Chloé'] },
      ],
    },
    '2024-06-15',
    ties,
  )
  for (const [left, right] of [
    ['Aïcha', 'Bruno'],
    ['Aïcha', 'Chloé'],
    ['Bruno', 'Chloé'],
  ] as const)
    expect(strengthBetween(network, left, right)).toBeNull()
})

test('la force est la même vue des deux côtés', () => {
  fc.assert(
    fc.property(worlds, ({ world, ties }) => {
      const network = networkOf(world, '2025-02-01', ties)
      const read = createTieReader(network)
      const seen = new Map<string, number>()
      for (const person of network.people.keys()) {
        const row = read(person)
        for (let at = 0; at < row.count; at += 1) seen.set(`${person} ${row.other[at]}`, row.strength[at] ?? 0)
      }
      for (const [key, strength] of seen) expect(seen.get(key.split(' ').toReversed().join(' '))).toBe(strength)
    }),
  )
})

test('sans rien de nouveau, un lien ne fait que pâlir', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 50, noNaN: true }), fc.nat(4000), fc.nat(4000), (strength, days, more) => {
      expect(fadedStrength(strength, days + more)).toBeLessThanOrEqual(fadedStrength(strength, days))
      expect(fadedStrength(strength, days)).toBeGreaterThanOrEqual(0)
    }),
  )
})

test('l’ordre des fiches, des événements et des liens ne change aucune force', () => {
  fc.assert(
    fc.property(worlds, ({ world, ties }) => {
      const forwards = networkOf(world, '2025-02-01', ties)
      const backwards = networkOf(
        { people: Object.fromEntries(Object.entries(world.people).toReversed()), events: world.events ?? [] },
        '2025-02-01',
        ties,
      )
      for (const left of Object.keys(world.people))
        for (const right of Object.keys(world.people)) expect(strengthBetween(backwards, left, right)).toBe(strengthBetween(forwards, left, right))
    }),
  )
})
