import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findPairs, keyOfPair } from '#domain/duplicates/find-pairs'
import { comparePeople } from '#domain/importing/compare-people'
import { personToMatchRecord } from '#domain/importing/match-record'
import { atOnce } from '#domain/in-steps'
import type { Person } from '#domain/person'
import { date, makePerson, personId } from '#support/builders'

const pairsOf = (...people: readonly Person[]) => atOnce(findPairs(people))
const camille = makePerson({ id: personId(1), emails: [{ address: 'camille@exemple.fr', label: 'home' }] })
const person = (number: number, fields: Partial<Person>): Person => makePerson({ id: personId(number), ...fields })

describe('chercher les doublons', () => {
  test('même nom et même e-mail : presque sûr, en tête, avec ses raisons', () => {
    const [first, second] = pairsOf(
      person(3, { firstName: 'Denis', lastName: 'Roux' }),
      person(4, { firstName: 'Denis', lastName: 'Rou' }),
      camille,
      person(2, { emails: [{ address: 'CAMILLE@exemple.fr', label: 'work' }] }),
    )
    expect(first).toMatchObject({ leftId: personId(1), rightId: personId(2), isSure: true, reasons: ['email', 'name'] })
    expect(second).toMatchObject({ leftId: personId(3), rightId: personId(4), isSure: false, reasons: ['name-close'] })
  })
  test('deux dates de naissance font deux personnes', () => {
    expect(pairsOf(person(1, { birthDate: date('1998-05-12') }), person(2, { birthDate: date('1987-01-30') }))).toEqual([])
  })
  test('une fiche à la corbeille n’est le double de personne', () => {
    expect(pairsOf(camille, person(2, { deletedAt: '2026-01-01T00:00:00.000Z' }))).toEqual([])
  })
  test('« ce ne sont pas les mêmes » se retient, quelle que soit la fiche qui le porte', () => {
    expect(pairsOf({ ...camille, notSameAs: [{ personId: personId(2) }] }, person(2, {}))).toEqual([])
    expect(pairsOf(camille, person(2, { notSameAs: [{ personId: personId(1) }] }))).toEqual([])
  })

  const someone = fc
    .record({
      firstName: fc.constantFrom('Camille', 'Camile', 'Denis', 'Jean-Paul', 'JP', ''),
      lastName: fc.constantFrom('Durand', 'Durant', 'Durand-Petit', 'Roux', ''),
      email: fc.constantFrom('', 'a@exemple.fr', 'b@exemple.fr'),
      phone: fc.constantFrom('', '+33612345678'),
      birthDate: fc.constantFrom(null, date('1998-05-12'), date('1998')),
      memberNumber: fc.constantFrom('', '12'),
    })
    .map(({ email, phone, ...fields }) => ({
      ...fields,
      emails: email === '' ? [] : [{ address: email, label: 'home' as const }],
      phones: phone === '' ? [] : [{ number: phone, label: 'mobile' as const }],
    }))
  test('chaque paire dit la même chose que la comparaison des imports, et chacune n’est dite qu’une fois', () =>
    fc.assert(
      fc.property(fc.array(someone, { maxLength: 8 }), (fields) => {
        const people = fields.map((each, at) => person(at + 1, each))
        const pairs = pairsOf(...people)
        expect(new Set(pairs.map(keyOfPair)).size).toBe(pairs.length)
        for (const { leftId, rightId, score } of pairs) {
          const [left, right] = [leftId, rightId].map((id) => people.find((one) => one.id === id))
          if (left === undefined || right === undefined) throw new Error('une paire parle de deux fiches qui sont là')
          expect(comparePeople(personToMatchRecord(right), personToMatchRecord(left))).toMatchObject({ score })
        }
        expect(pairs.map(({ score }) => score)).toEqual(pairs.map(({ score }) => score).toSorted((one, other) => other - one))
      }),
    ))
  test('aucune paire presque sûre n’échappe, où qu’elle soit dans la liste', () =>
    fc.assert(
      fc.property(fc.array(someone, { maxLength: 8 }), (fields) => {
        const people = fields.map((each, at) => person(at + 1, each))
        const found = new Set(pairsOf(...people).map(keyOfPair))
        for (const [at, right] of people.entries()) {
          for (const left of people.slice(0, at)) {
            const { outcome } = comparePeople(personToMatchRecord(right), personToMatchRecord(left))
            if (outcome === 'sure') expect(found).toContain(keyOfPair({ leftId: left.id, rightId: right.id }))
          }
        }
      }),
    ))
})
