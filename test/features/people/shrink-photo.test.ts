import fc from 'fast-check'
import { expect, test } from 'vitest'
import { keptSize, photoSide } from '../../../src/renderer/features/people/shrink-photo.ts'

test('une photo se garde au plus en 256 pixels, jamais agrandie, sans être déformée', () => {
  expect(keptSize(4000, 3000)).toEqual([256, 192])
  expect(keptSize(120, 80)).toEqual([120, 80])
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 20_000 }), fc.integer({ min: 1, max: 20_000 }), (width, height) => {
      const [keptWidth, keptHeight] = keptSize(width, height)
      expect(Math.max(keptWidth, keptHeight)).toBeLessThanOrEqual(photoSide)
      expect(keptWidth).toBeLessThanOrEqual(width)
      expect(keptHeight).toBeLessThanOrEqual(height)
    }),
  )
})
