import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createCloseNames } from '#domain/importing/close-names'
import { findMatch } from '#domain/importing/find-match'
import { createIndex } from '#domain/importing/match-index'
import { personToMatchRecord, type MatchRecord } from '#domain/importing/match-record'
import { makePerson, personId } from '#support/builders'

const record = (number: number, lastName = 'Durand', firstName = 'Camille'): MatchRecord =>
  personToMatchRecord(makePerson({ id: personId(number), lastName, firstName }))

describe('les noms proches', () => {
  test('se retrouvent sous chacune de leurs clés, dans l’ordre où ils sont venus', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.integer({ min: 0, max: 5_000 }), { maxLength: 30 }), { maxLength: 400 }), (keysByRecord) => {
        const records = keysByRecord.map((_, number) => record(number))
        const names = createCloseNames()
        for (const [at, one] of records.entries()) names.add(keysByRecord[at] ?? [], one)
        for (const key of [...new Set(keysByRecord.flat()), 5_001]) {
          const expected = records.filter((_, at) => keysByRecord[at]?.includes(key) === true)
          expect(names.find(key, records.length)).toEqual(expected)
        }
      }),
      { numRuns: 30 },
    )
  })

  test('ne sont personne sous une clé que toute une foule partage', () => {
    const names = createCloseNames()
    for (let number = 0; number < 5; number++) names.add([7, number], record(number))
    expect(names.find(7, 4)).toEqual([])
    expect(names.find(7, 5)).toHaveLength(5)
    expect(names.find(3, 4)).toHaveLength(1)
  })

  test('à une faute près, quelle que soit la lettre de trop, en moins, autre ou déplacée, se proposent toujours', () => {
    const name = fc.stringMatching(/^[a-z]{4,12}$/)
    fc.assert(
      fc.property(
        name,
        name,
        fc.nat(11),
        fc.constantFrom('more', 'less', 'other', 'swapped'),
        fc.boolean(),
        (last, first, position, slip, onFirst) => {
          const text = onFirst ? first : last
          const at = position % (text.length - 1)
          const letters = { more: `${text.charAt(at)}q`, less: '', other: 'q', swapped: `${text.charAt(at + 1)}${text.charAt(at)}` }[slip]
          const slipped = text.slice(0, at) + letters + text.slice(slip === 'swapped' ? at + 2 : at + 1)
          fc.pre(slipped !== text)
          const index = createIndex()
          index.add(record(1, last, first))
          const match = findMatch({ ...record(2, onFirst ? last : slipped, onFirst ? slipped : first), personId: null, row: 0 }, [index])
          expect(match).toMatchObject({ kind: 'ask', candidates: [{ personId: personId(1) }] })
        },
      ),
    )
  })
})
