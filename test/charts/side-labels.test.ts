import { expect, test } from 'vitest'
import fc from 'fast-check'
import { spreadLabels } from '../../src/renderer/charts/side-labels.ts'

test('un nombre seul reste en face de son segment', () => {
  expect([...spreadLabels([{ id: 'parties', at: 120 }])]).toEqual([['parties', 120]])
})
test('deux nombres trop proches s’écartent de part et d’autre', () => {
  expect([
    ...spreadLabels([
      { id: 'bas', at: 104 },
      { id: 'haut', at: 100 },
    ]),
  ]).toEqual([
    ['haut', 95.5],
    ['bas', 108.5],
  ])
})
test('quels que soient les segments, aucun nombre n’en recouvre un autre ni ne change de rang', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 300 }), { maxLength: 6 }), (places) => {
      const spread = spreadLabels(places.map((at) => ({ id: at, at })))
      const inOrder = places.toSorted((left, right) => left - right).map((id) => spread.get(id) ?? Number.NaN)
      for (const [index, place] of inOrder.entries()) if (index > 0) expect(place - (inOrder[index - 1] ?? 0)).toBeGreaterThanOrEqual(13 - 1e-6)
    }),
  )
})
