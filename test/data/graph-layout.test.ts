import { expect, test } from 'vitest'
import { createGraphLayout } from '#data/graph-layout'

/** Two groups of five who all know each other, joined by one tie, and two people alone. */
const pairs = [0, 5].flatMap((first) =>
  [0, 1, 2, 3, 4].flatMap((left) => [0, 1, 2, 3, 4].filter((right) => right > left).map((right) => [first + left, first + right] as const)),
)
const all = [...pairs, [4, 5] as const]
const input = () => ({
  x: Float32Array.from({ length: 12 }, (_, index) => 30 * Math.cos(index * 2.4)),
  y: Float32Array.from({ length: 12 }, (_, index) => 30 * Math.sin(index * 2.4)),
  from: Int32Array.from(all, ([from]) => from),
  to: Int32Array.from(all, ([, to]) => to),
  strength: Float64Array.from(all, () => 1),
})
const settled = () => {
  const layout = createGraphLayout(input())
  layout.step(300)
  return layout.places()
}
const distance = ({ x, y }: ReturnType<typeof settled>, left: number, right: number): number =>
  Math.hypot((x[left] ?? 0) - (x[right] ?? 0), (y[left] ?? 0) - (y[right] ?? 0))

test('qui se connaît se rapproche, et les groupes se voient', () => {
  const places = settled()
  expect(distance(places, 0, 1)).toBeLessThan(distance(places, 0, 9))
  expect(distance(places, 8, 9)).toBeLessThan(distance(places, 1, 9))
})

test('les personnes sans lien se tiennent autour des autres', () => {
  const places = settled()
  const centre = { x: 0, y: 0 }
  for (let index = 0; index < 10; index += 1) {
    centre.x += (places.x[index] ?? 0) / 10
    centre.y += (places.y[index] ?? 0) / 10
  }
  const far = (index: number): number => Math.hypot((places.x[index] ?? 0) - centre.x, (places.y[index] ?? 0) - centre.y)
  const tied = Math.max(...Array.from({ length: 10 }, (_, index) => far(index)))
  for (const alone of [10, 11]) expect(far(alone)).toBeGreaterThan(tied)
})

test('le même réseau se pose toujours de la même façon', () => {
  expect(settled()).toEqual(settled())
})
