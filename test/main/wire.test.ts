import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nodeWire } from '#support/stand-in/wire'
import { strict } from '#support/stand-in/strict'

const acrossTheWire = (value: unknown): unknown => nodeWire.decode(nodeWire.encode(value))

describe('le fil entre la page et le programme, sans Electron', () => {
  it.each([
    ['des octets', Uint8Array.of(0, 1, 255)],
    ['une vue au milieu d’un tampon', Uint8Array.of(1, 2, 3, 4).subarray(1, 3)],
    ['des nombres à virgule', Float64Array.of(0.1, Number.NaN)],
    ['des entiers', Int32Array.of(-1, 2 ** 31 - 1)],
    ['un tampon', Uint8Array.of(7, 8).buffer],
    ['une date', new Date('2026-03-12T00:00:00Z')],
    ['rien', undefined],
    ['rien, dans une liste et dans un champ', { list: [undefined, null], field: undefined }],
    ['des tables', new Map<unknown, unknown>([['a', new Set([1, undefined])]])],
    ['des nombres que JSON ne sait pas écrire', [Number.NaN, Infinity, -Infinity, 12n]],
  ])('garde %s', (_what, value) => {
    expect(acrossTheWire(value)).toStrictEqual(value)
  })

  it('garde toute donnée simple', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(acrossTheWire(value)).toEqual(JSON.parse(JSON.stringify(value)))
      }),
    )
  })

  it('refuse une fonction, comme Electron', () => {
    expect(() => nodeWire.encode({ onDone: () => undefined })).toThrow('could not be cloned')
  })

  it('ce qui n’est pas imité lève une erreur au lieu de se taire', () => {
    const app = strict('app', { getName: () => 'Maillage' })
    expect(app.getName()).toBe('Maillage')
    expect(() => Reflect.get(app, 'getGPUInfo')).toThrow('electron app.getGPUInfo: not in the stand-in')
  })
})
