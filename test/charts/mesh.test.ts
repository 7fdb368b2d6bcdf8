import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fitCamera, toScreen, toWorld, zoomAt } from '../../src/renderer/charts/mesh/camera.ts'
import { around, lineBatches } from '../../src/renderer/charts/mesh/mesh-data.ts'

const coordinate = fc.double({ min: -5000, max: 5000, noNaN: true })
const size = { width: 800, height: 500 }

test('tout montrer met chaque personne dans le cadre', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(coordinate, coordinate), { minLength: 1, maxLength: 30 }), (points) => {
      const places = { x: Float32Array.from(points, ([x]) => x), y: Float32Array.from(points, ([, y]) => y) }
      const camera = fitCamera(places, size)
      for (let index = 0; index < points.length; index += 1) {
        const at = toScreen(camera, size, { x: places.x[index] ?? 0, y: places.y[index] ?? 0 })
        expect(at.x).toBeGreaterThanOrEqual(-0.1)
        expect(at.x).toBeLessThanOrEqual(size.width + 0.1)
        expect(at.y).toBeGreaterThanOrEqual(-0.1)
        expect(at.y).toBeLessThanOrEqual(size.height + 0.1)
      }
    }),
  )
})

test('agrandir garde sous la souris ce qui y était', () => {
  fc.assert(
    fc.property(coordinate, coordinate, fc.double({ min: 0.5, max: 2, noNaN: true }), (x, y, factor) => {
      const camera = { x, y, scale: 1 }
      const at = { x: 120, y: 300 }
      const [before, after] = [toWorld(camera, size, at), toWorld(zoomAt(camera, size, at, factor), size, at)]
      expect(after.x).toBeCloseTo(before.x, 6)
      expect(after.y).toBeCloseTo(before.y, 6)
    }),
  )
})

test('autour de quelqu’un : elle, ses liens, puis les liens de ceux-ci', () => {
  const chain = { names: ['a', 'b', 'c', 'd'], from: Int32Array.of(0, 1, 2), to: Int32Array.of(1, 2, 3) }
  expect([...around(chain, 0, 1)]).toEqual([0, 1])
  expect(around(chain, 1, 1)).toEqual(new Set([0, 1, 2]))
  expect([...around(chain, 0, 2)]).toEqual([0, 1, 2])
})

test('un lien plus fort est plus large, un lien plus ancien plus pâle', () => {
  const [old, recent] = lineBatches({ strength: Float64Array.of(2, 0.1), idle: Int32Array.of(900, 3) })
  expect(old?.edges).toEqual([0])
  expect(recent?.edges).toEqual([1])
  expect(old?.width).toBeGreaterThan(recent?.width ?? 9)
  expect(old?.opacity).toBeLessThan(recent?.opacity ?? 0)
})
