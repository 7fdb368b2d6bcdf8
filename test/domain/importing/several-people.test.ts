import { describe, expect, it } from 'vitest'
import { isInitialsOnly, severalPeople } from '#domain/importing/several-people'
import { personOf, readSheet, table } from './read-sheet.ts'

describe('plusieurs personnes sous un nom', () => {
  it.each([
    'Anne et Marc Dupont',
    'Anne Martin et Marc Dupont',
    'Anne & Marc Dupont',
    'Anne + Marc',
    'M. et Mme Dupont',
    'M et Mme Dupont',
    'Mme et M. Dupont',
    'Monsieur et Madame Petit',
    'M. Mme Durand',
    'Mr/Mme Le Goff',
    'Anne/Marc Dupont',
  ])('« %s » : deux personnes', (text) => {
    expect(severalPeople(text, 'whole')).toBe('two')
  })
  it.each(['Famille Dupont', 'Foyer Le Goff'])('« %s » : un foyer', (text) => {
    expect(severalPeople(text, 'whole')).toBe('household')
  })
  it.each([
    'Marc Dupont',
    'Mme Dupont',
    'M. Mercier',
    'Madame M. Dupont',
    'Dupont et fils',
    'Durand & associés',
    'Étienne Morin',
    'Jean-Marc Le Goff',
  ])('« %s » : une seule', (text) => {
    expect(severalPeople(text, 'whole')).toBeNull()
  })
  it('deux noms de famille peuvent être ceux d’une seule personne', () => {
    expect([severalPeople('Dupont et Martin', 'last'), severalPeople('M. et Mme Dupont', 'last')]).toEqual([null, 'two'])
  })

  it('ne deviennent jamais une personne : la ligne est rejetée, et dite', () => {
    const { drafts } = readSheet(
      table(`
Nom | Prénom | E-mail
Dupont | Anne et Marc | famille@exemple.fr
M. et Mme Petit | | petit@exemple.fr
Famille Le Goff | | legoff@exemple.fr
Martin | Élodie | elodie@exemple.fr`),
    )
    expect(
      drafts.map(({ rejected, problems }) => [rejected, problems.map(({ kind, column, value, severity }) => [kind, column, value, severity])]),
    ).toEqual([
      [true, [['several-people', 1, 'Anne et Marc', 'rejects']]],
      [true, [['several-people', 0, 'M. et Mme Petit', 'rejects']]],
      [false, [['several-people', 0, 'Famille Le Goff', 'warns']]],
      [false, []],
    ])
    expect(drafts[0]?.person).toBeNull()
  })
  it('dans une colonne de noms entiers aussi', () => {
    const { drafts } = readSheet(
      table(`
Nom et prénom | Téléphone
Anne et Marc Dupont | 0612345678
Élodie Martin | 0612345679`),
    )
    expect(drafts.map(({ rejected }) => rejected)).toEqual([true, false])
  })
})

describe('des initiales seules', () => {
  it.each([
    ['JP', ''],
    ['J.P.', ''],
    ['', 'J-P'],
    ['D', 'J'],
    ['JPD', ''],
  ])('« %s » « %s » ne sont personne', (lastName, firstName) => {
    expect(isInitialsOnly(lastName, firstName)).toBe(true)
  })
  it.each([
    ['Li', ''],
    ['LI', ''],
    ['LÉA', ''],
    ['Dupont', 'J.'],
    ['P.', 'Jean'],
    ['Ng', ''],
  ])('« %s » « %s » sont un nom', (lastName, firstName) => {
    expect(isInitialsOnly(lastName, firstName)).toBe(false)
  })
  it('sont rejetées quand rien d’autre ne dit qui c’est, gardées sinon', () => {
    const { drafts } = readSheet(
      table(`
Nom | Prénom | E-mail | Téléphone
JP | | |
JP | | jp@exemple.fr |
J.P. | | | 0612345678
Durand | Camille | |`),
    )
    expect(drafts.map(({ rejected, problems }) => [rejected, problems.map(({ kind }) => kind)])).toEqual([
      [true, ['initials-only']],
      [false, []],
      [false, []],
      [false, []],
    ])
    expect(personOf(drafts[1])).toMatchObject({ lastName: 'JP', emails: [{ address: 'jp@exemple.fr' }] })
  })
})

it('des heures de début et de fin sont comptées, et montrées', () => {
  const { drafts } = readSheet(
    table(`
Nom | Prénom | Date | Heures | Tâche
Durand | Camille | 12/03/2024 | 9h30 à 12h | accueil
Martin | Élodie | 12/03/2024 | 2h30 | accueil`),
  )
  expect(drafts.map(({ hours }) => hours.map((given) => given.hours))).toEqual([[2.5], [2.5]])
  expect(drafts[0]?.notes).toContainEqual({ row: 1, column: 3, kind: 'number-read', from: '9h30 à 12h', to: '2.5' })
})

it('un signe nul laissé par une copie abîmée est ôté, et dit', () => {
  const { drafts } = readSheet([
    ['Nom', 'Prénom'],
    ['Du\u0000rand', 'Camille'],
  ])
  expect(personOf(drafts[0]).lastName).toBe('Durand')
  expect(drafts[0]?.problems).toEqual([{ row: 1, column: 0, kind: 'damaged-text', value: 'Du�rand', severity: 'warns' }])
})
