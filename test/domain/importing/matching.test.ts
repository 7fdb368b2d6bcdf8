import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { comparePeople } from '#domain/importing/compare-people'
import { findMatch } from '#domain/importing/find-match'
import { buildMatchIndex } from '#domain/importing/match-index'
import { draftToMatchRecord, personToMatchRecord } from '#domain/importing/match-record'
import type { Candidate } from '#domain/importing/verdict'
import type { Person } from '#domain/person'
import { date, makeAddress, makePerson, personId } from '#support/builders'
import { anAssociation, choosing, importSheet, peopleOf, verdictsOf, type Imported } from './association.ts'
import { table } from './read-sheet.ts'

const email = (address: string): Person['emails'] => [{ address, label: 'home' }]
const phone = (number: string): Person['phones'] => [{ number, label: 'mobile' }]
const known = (overrides: Partial<Person> = {}): Person => makePerson({ emails: email('camille@example.org'), ...overrides })
const verdict = (imported: Imported, at = 0): Imported['judged'][number]['verdict'] => {
  const judged = imported.judged[at]
  if (judged === undefined) throw new Error('No such row')
  return judged.verdict
}
const candidates = (imported: Imported): readonly Candidate[] => {
  const found = verdict(imported)
  return found.kind === 'ambiguous' ? found.candidates : []
}

describe('reconnaître quelqu’un', () => {
  it.each([
    ['même adresse et même nom', known(), 'Nom | Prénom | E-mail\nDURAND | camille | Camille@Example.org'],
    [
      'même téléphone et même nom',
      known({ emails: [], phones: phone('+33612345678') }),
      'Nom | Prénom | Téléphone\nDurand | Camille | 06 12 34 56 78',
    ],
    [
      'même nom et même date de naissance, sans accents ni traits d’union',
      known({ emails: [], lastName: 'Lefèvre', firstName: 'Jean-Luc', birthDate: date('1998-03-12') }),
      'Nom | Prénom | Né le\nLEFEVRE | Jean Luc | 12/03/1998',
    ],
    [
      'même nom et même commune',
      known({ emails: [], addresses: [makeAddress({ city: 'Rennes', postalCode: '35000', communeCode: '35238' })] }),
      'Nom | Prénom | CP | Ville\nDurand | Camille | 35200 | RENNES',
    ],
    ['nom et prénom échangés', known(), 'Nom | Prénom | E-mail\nCamille | Durand | camille@example.org'],
    ['même numéro d’adhérent et même nom', known({ emails: [], memberNumber: '0042' }), 'Nom | Prénom | N° adhérent\nDurand | Camille | 42'],
    ['le nom seul, quand rien ne contredit', known(), 'Nom | Prénom\nDurand | Camille'],
    ['l’adresse seule, quand une seule personne l’a', known(), 'E-mail\ncamille@example.org'],
    [
      'une faute de frappe dans le nom, avec le même prénom et la même adresse',
      known(),
      'Nom | Prénom | E-mail\nDurnad | Camille | camille@example.org',
    ],
  ])('%s', (_, person, rows) => {
    const imported = importSheet(anAssociation(person), table(rows))
    expect(verdict(imported)).toMatchObject({ id: person.id })
    expect(peopleOf(imported.after)).toHaveLength(1)
  })

  it.each([
    ['une sœur derrière la même adresse', known(), 'Nom | Prénom | E-mail\nDurand | Louise | camille@example.org'],
    ['un couple derrière la même adresse', known(), 'Nom | Prénom | E-mail\nPetit | Hugo | camille@example.org'],
    ['un homonyme né un autre jour', known({ birthDate: date('1998-03-12') }), 'Nom | Prénom | Né le\nDurand | Camille | 01/01/1950'],
    [
      'un homonyme d’une autre ville avec une autre adresse',
      known({ addresses: [makeAddress({ city: 'Rennes', communeCode: '35238' })] }),
      'Nom | Prénom | E-mail | CP | Ville\nDurand | Camille | autre@example.org | 75018 | Paris',
    ],
    ['un homonyme qui a un autre numéro d’adhérent', known({ emails: [], memberNumber: '12' }), 'Nom | Prénom | N° adhérent\nDurand | Camille | 13'],
  ])('%s est une autre personne', (_, person, rows) => {
    expect(verdictsOf(importSheet(anAssociation(person), table(rows)))).toEqual(['created'])
  })

  it.each([
    [
      'un numéro d’adhérent connu sous un autre nom',
      known({ emails: [], memberNumber: '42' }),
      'Nom | Prénom | N° adhérent\nMartin | Élodie | 42',
      ['member-number'],
    ],
    ['le même nom avec une autre adresse électronique', known(), 'Nom | Prénom | E-mail\nDurand | Camille | autre@example.org', ['name']],
    [
      'un prénom à une lettre près derrière la même adresse (des jumeaux ?)',
      known({ firstName: 'Léa' }),
      'Nom | Prénom | E-mail\nDurand | Léo | camille@example.org',
      ['email', 'name-close'],
    ],
    [
      'un diminutif derrière la même adresse',
      known({ firstName: 'Frédéric' }),
      'Nom | Prénom | E-mail\nDurand | Fred | camille@example.org',
      ['email', 'diminutive'],
    ],
    [
      'un autre nom avec le même prénom et la même adresse (un mariage ?)',
      known(),
      'Nom | Prénom | E-mail\nLegrand | Camille | camille@example.org',
      ['email'],
    ],
    [
      'une faute de frappe et la même date de naissance',
      known({ emails: [], birthDate: date('1998-03-12') }),
      'Nom | Prénom | Né le\nDurant | Camille | 12/03/1998',
      ['name-close', 'birth-date'],
    ],
    [
      'des initiales derrière le même téléphone',
      known({ emails: [], firstName: 'Jean-Pierre', phones: phone('+33612345678') }),
      'Nom | Prénom | Téléphone\nDurand | J.-P. | 0612345678',
      ['phone', 'diminutive'],
    ],
    ['un nom marital ajouté au sien', known({ emails: [] }), 'Nom | Prénom\nDurand-Petit | Camille', ['name-close']],
    ['un nom dont il manque la particule', known({ emails: [], lastName: 'de La Tour' }), 'Nom | Prénom\nTour | Camille', ['name-close']],
    [
      'les mêmes mots, partagés ailleurs entre nom et prénom',
      known({ emails: [], lastName: 'Nguyen', firstName: 'Thi Hoa' }),
      'Nom | Prénom\nNguyen Thi | Hoa',
      ['name-close'],
    ],
    [
      'même nom et même adresse, nés un autre jour',
      known({ birthDate: date('1998-03-12') }),
      'Nom | Prénom | E-mail | Né le\nDurand | Camille | camille@example.org | 01/01/1960',
      ['email', 'name'],
    ],
  ])('%s se demande, ne se devine pas', (_, person, rows, reasons) => {
    const imported = importSheet(anAssociation(person), table(rows))
    expect(candidates(imported)).toMatchObject([{ personId: person.id, reasons }])
    expect(imported.plan).toMatchObject({ edits: [], counts: { ambiguousSkipped: 1, created: 0, changed: 0 } })
  })

  it('ne choisit pas entre deux homonymes', () => {
    const imported = importSheet(
      anAssociation(known({ emails: [] }), known({ id: personId(2), emails: [] })),
      table('Nom | Prénom\nDurand | Camille'),
    )
    expect(candidates(imported).map((candidate) => candidate.personId)).toEqual([personId(1), personId(2)])
    expect(candidates(imported)[0]?.doubts).toContain('several-candidates')
  })

  it('une fois la réponse donnée, la suit', () => {
    const person = known({ emails: [], memberNumber: '42' })
    const rows = table('Nom | Prénom | N° adhérent\nMartin | Élodie | 42')
    const same = importSheet(anAssociation(person), rows, { decisions: choosing([1, { kind: 'match', personId: person.id }]) })
    expect(peopleOf(same.after)).toMatchObject([{ id: person.id }])
    const other = importSheet(anAssociation(person), rows, { decisions: choosing([1, { kind: 'create' }]) })
    expect(peopleOf(other.after)).toHaveLength(2)
    const skipped = importSheet(anAssociation(person), rows, { decisions: choosing([1, { kind: 'skip' }]) })
    expect(skipped.plan).toMatchObject({ edits: [], rejectedRows: [1] })
  })

  it('ne cherche pas parmi les personnes retirées', () => {
    expect(
      verdictsOf(
        importSheet(
          anAssociation(known({ deletedAt: '2024-01-01T00:00:00Z' })),
          table('Nom | Prénom | E-mail\nDurand | Camille | camille@example.org'),
        ),
      ),
    ).toEqual(['created'])
  })

  it('retrouve toute faute de frappe, où qu’elle soit dans le nom', () => {
    const letters = fc.string({ minLength: 4, maxLength: 12, unit: fc.constantFrom('a', 'b', 'e', 'n', 'r', 't') })
    const slip = fc.record({ at: fc.nat(), kind: fc.constantFrom('more', 'less', 'other', 'swapped'), inFirstName: fc.boolean() })
    fc.assert(
      fc.property(letters, letters, slip, (lastName, firstName, { at, kind, inFirstName }) => {
        const spoil = (name: string): string => {
          const place = at % (name.length - 1)
          if (kind === 'more') return `${name.slice(0, place)}z${name.slice(place)}`
          if (kind === 'less') return name.slice(0, place) + name.slice(place + 1)
          if (kind === 'other') return `${name.slice(0, place)}z${name.slice(place + 1)}`
          return name.slice(0, place) + (name[place + 1] ?? '') + (name[place] ?? '') + name.slice(place + 2)
        }
        const written = inFirstName ? { lastName, firstName: spoil(firstName) } : { lastName: spoil(lastName), firstName }
        fc.pre(written.lastName !== lastName || written.firstName !== firstName)
        const match = findMatch(personToMatchRecord(makePerson({ id: personId(2), ...written })), [
          buildMatchIndex([makePerson({ lastName, firstName })]),
        ])
        return match.kind === 'ask' || match.kind === 'sure'
      }),
      { numRuns: 1000 },
    )
  })

  it('compare pareil dans les deux sens', () => {
    const piece = <Value>(...values: readonly Value[]): fc.Arbitrary<Value> => fc.constantFrom(...values)
    const person = fc.record({
      lastName: piece('Durand', 'Durant', 'Durand Petit', 'Martin', ''),
      firstName: piece('Camille', 'Camile', 'Louise', 'Fred', 'Frédéric', ''),
      birthDate: piece(null, date('1998'), date('1998-03-12'), date('1960-01-01')),
      emails: piece<Person['emails']>([], email('a@example.org'), email('b@example.org')),
      phones: piece<Person['phones']>([], phone('+33612345678')),
      memberNumber: piece('', '1', '2'),
    })
    fc.assert(
      fc.property(person, person, (left, right) => {
        const [first, second] = [personToMatchRecord(makePerson(left)), personToMatchRecord(makePerson({ id: personId(2), ...right }))]
        const there = comparePeople(first, second)
        const back = comparePeople(second, first)
        return there.outcome === back.outcome && there.score === back.score
      }),
      { numRuns: 500 },
    )
  })
})

describe('la même personne sur plusieurs lignes', () => {
  it('est une seule personne, et cela se voit', () => {
    const imported = importSheet(
      anAssociation(),
      table(`
Nom | Prénom | E-mail | Téléphone
Durand | Camille | camille@example.org |
Martin | Élodie | elodie@example.org |
DURAND | Camille | camille@example.org | 06 12 34 56 78`),
    )
    expect(imported.judged.map(({ rows, joinedBy }) => [rows, joinedBy])).toEqual([
      [
        [1, 3],
        ['email', 'name'],
      ],
      [[2], []],
    ])
    expect(peopleOf(imported.after).find((person) => person.lastName === 'Durand')).toMatchObject({ phones: [{ number: '+33612345678' }] })
  })
  it('dit ce que la seconde ligne contredit', () => {
    const imported = importSheet(
      anAssociation(),
      table(`
Nom | Prénom | E-mail | N° adhérent | Filière
Durand | Camille | camille@example.org | 12 | STMG
Durand | Camille | camille@example.org | 12 | ES`),
    )
    expect(imported.judged[0]?.draft.problems).toEqual([{ row: 2, column: null, kind: 'conflicting-value', value: 'ES', severity: 'leaves-out' }])
  })
  it('ne mêle pas deux membres d’une famille', () => {
    const imported = importSheet(
      anAssociation(),
      table(`
Nom | Prénom | E-mail
Durand | Camille | famille@example.org
Durand | Louise | famille@example.org`),
    )
    expect(peopleOf(imported.after)).toHaveLength(2)
  })
  it('un second numéro sous le même nom est quelqu’un d’autre dès la première fois, quand la première ligne a donné le premier', () => {
    const person = known()
    const rows = table('Nom | Prénom | E-mail | N° adhérent\nDurand | Camille | camille@example.org | 1\nDurand | Camille | | 2')
    const once = importSheet(anAssociation(person), rows)
    expect(verdictsOf(once)).toEqual(['changed', 'created'])
    expect(importSheet(once.after, rows).plan.edits).toEqual([])
  })

  it('deux homonymes numérotés se demandent quand on en connaît un sans numéro', () => {
    const imported = importSheet(
      anAssociation(known({ emails: [] })),
      table('Nom | Prénom | N° adhérent\nDurand | Camille | 1\nDurand | Camille | 2'),
    )
    expect(verdictsOf(imported)).toEqual(['ambiguous', 'ambiguous'])
    expect(imported.plan.edits).toEqual([])
  })

  it('un numéro d’adhérent donné à deux personnes ne remplace personne', () => {
    const imported = importSheet(
      anAssociation(),
      table(`
Nom | Prénom | N° adhérent
Durand | Camille | 12
Martin | Élodie | 12`),
    )
    expect(imported.judged[1]?.draft.problems).toMatchObject([{ row: 2, kind: 'repeated-member-number', value: '12' }])
    expect(verdictsOf(imported)).toEqual(['created', 'ambiguous'])
  })
  it('se demande quand deux lignes se ressemblent sans preuve, et se sépare ou se joint à la demande', () => {
    const rows = table(`
Nom | Prénom | E-mail
Durand | Camille | a@example.org
Durand | Camille | b@example.org`)
    const asked = importSheet(anAssociation(), rows)
    expect(asked.judged[1]?.verdict).toMatchObject({ kind: 'ambiguous', candidates: [{ personId: null, row: 1 }] })
    expect(peopleOf(importSheet(anAssociation(), rows, { decisions: choosing([2, { kind: 'create' }]) }).after)).toHaveLength(2)
    const joined = importSheet(anAssociation(), rows, { decisions: choosing([2, { kind: 'join', row: 1 }]) })
    expect(peopleOf(joined.after)).toMatchObject([{ emails: [{ address: 'a@example.org' }, { address: 'b@example.org' }] }])
  })
  it('lit les lignes et les personnes avec les mêmes yeux', () => {
    const person = makePerson({ emails: email('a@example.org'), phones: phone('+33612345678'), birthDate: date('1998-03-12') })
    const draft = draftToMatchRecord({ ...person, maillageId: null, roles: [], tags: [], custom: [], affiliations: [], territory: null }, 3)
    expect({ ...draft, personId: person.id, row: null }).toEqual(personToMatchRecord(person))
  })
})
