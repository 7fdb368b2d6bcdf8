import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { TagId } from '#domain/id'
import type { Person } from '#domain/person'
import { findPeople, personToSearchText, queryToWords } from '#data/people-search'
import { makeAddress, makePerson } from '#support/builders'

const music = 'music' as TagId
const tagNames = new Map([[music, 'Fanfare été']])
const people: readonly Person[] = [
  makePerson({
    firstName: 'Jean-Pierre',
    lastName: 'Le Goff',
    emails: [{ address: 'jp.legoff@exemple.fr', label: 'home' }],
    phones: [{ number: '+33612345678', label: 'mobile' }],
  }),
  makePerson({
    firstName: 'Zoé',
    lastName: 'Lefèbvre',
    addresses: [makeAddress({ city: 'L’Haÿ-les-Roses', postalCode: '94240' })],
    memberNumber: 'A-0042',
  }),
  makePerson({ firstName: 'Œdipe', lastName: 'Martin', tags: { [music]: true }, phones: [{ number: '+262692001122', label: 'mobile' }] }),
  makePerson({
    firstName: 'Pierre',
    lastName: 'Martin-Dupont',
    phones: [
      { number: '+32470123456', label: 'mobile' },
      { number: '12 34', label: 'other' },
    ],
  }),
]
const texts = people.map((person) => personToSearchText(person, tagNames))
const everybody = Uint32Array.from(people.keys())
const found = (query: string): readonly string[] =>
  Array.from(findPeople(texts, queryToWords(query), everybody).positions, (position) => people[position]?.firstName ?? '')

describe('retrouver quelqu’un', () => {
  test.each([
    ['jean pierre', ['Jean-Pierre']],
    ['JEANPIERRE', ['Jean-Pierre']],
    ['le-goff', ['Jean-Pierre']],
    ['legoff', ['Jean-Pierre']],
    ['lefebvre zoe', ['Zoé']],
    ['zoé LEF', ['Zoé']],
    ['l’hay les roses', ['Zoé']],
    ['94240', ['Zoé']],
    ['a-0042', ['Zoé']],
    ['oedipe', ['Œdipe']],
    ['ŒDIPE', ['Œdipe']],
    ['fanfare ete', ['Œdipe']],
    ['martin', ['Œdipe', 'Pierre']],
    ['martin pierre', ['Pierre']],
    ['jp.legoff@', ['Jean-Pierre']],
  ])('« %s »', (query, expected) => {
    expect(found(query)).toEqual(expected)
  })

  test.each(['0612345678', '06 12 34', '06.12.34.56.78', '+33 6 12 34', '+33 (0)6 12 34 56 78', '0033 6 12', '+336123', 'goff 06 12'])(
    'un téléphone écrit « %s »',
    (query) => {
      expect(found(query)).toEqual(['Jean-Pierre'])
    },
  )
  test('un numéro d’outre-mer se cherche avec 0 ou avec son indicatif, un numéro étranger avec le sien', () => {
    expect(found('0692 00 11 22')).toEqual(['Œdipe'])
    expect(found('+262 692')).toEqual(['Œdipe'])
    expect(found('+32 470')).toEqual(['Pierre'])
  })
  test('une faute de frappe n’est pardonnée que si rien n’est trouvé, et cela se dit', () => {
    expect(findPeople(texts, queryToWords('martim'), everybody)).toEqual({ positions: Uint32Array.of(2, 3), fuzzy: true })
    expect(found('lefevbre')).toEqual(['Zoé'])
    expect(found('lefebre zoe')).toEqual(['Zoé'])
    expect(findPeople(texts, queryToWords('martin'), everybody).fuzzy).toBe(false)
    expect(found('xyz')).toEqual([])
  })
  test('on ne cherche que parmi les positions données', () => {
    expect(findPeople(texts, ['martin'], Uint32Array.of(3)).positions).toEqual(Uint32Array.of(3))
  })
  test('on retrouve toujours quelqu’un par ses deux noms, dans les deux ordres', () => {
    const name = fc.string({ unit: fc.constantFrom(...'aàbcéèêïoôœuü -’'.split('')), minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(name, name, (firstName, lastName) => {
        const text = [personToSearchText(makePerson({ firstName, lastName }), tagNames)]
        for (const query of [`${firstName} ${lastName}`, `${lastName} ${firstName}`.toUpperCase()])
          expect(findPeople(text, queryToWords(query), Uint32Array.of(0)).positions).toHaveLength(1)
      }),
    )
  })
})
