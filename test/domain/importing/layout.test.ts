import { describe, expect, it } from 'vitest'
import { chooseSheet } from '#domain/importing/choose-sheet'
import { findLayout, layoutWithHeader } from '#domain/importing/find-layout'
import type { SheetSample } from '#domain/importing/layout'
import type { RawRow } from '#domain/importing/sheet'
import { table } from './read-sheet.ts'

const people = table(`
Nom | Prénom | E-mail
Durand | Camille | camille@example.org
Martin | Élodie | elodie@example.org`)

describe('trouver le tableau dans une feuille', () => {
  it('trouve l’en-tête en première ligne', () => {
    expect(findLayout(people)).toMatchObject({ headerRow: 0, groupRow: null, headers: ['Nom', 'Prénom', 'E-mail'], dataRows: [1, 2], skipped: [] })
  })

  it('trouve l’en-tête sous un titre, une date et une ligne vide', () => {
    const layout = findLayout([['Liste des membres 2024'], ['Mise à jour :', { date: '2024-03-12' }], [], ...people])
    expect(layout).toMatchObject({ headerRow: 3, groupRow: null, dataRows: [4, 5] })
  })

  it('lit deux lignes d’en-tête, groupe puis nom', () => {
    const layout = findLayout(
      table(`
Identité | | Contact | |
Nom | Prénom | E-mail | Téléphone
Durand | Camille | c@example.org | 06 12 34 56 78
Martin | Élodie | e@example.org | 06 12 34 56 79`),
    )
    expect(layout).toMatchObject({
      headerRow: 1,
      groupRow: 0,
      headers: ['Identité / Nom', 'Identité / Prénom', 'Contact / E-mail', 'Contact / Téléphone'],
      dataRows: [2, 3],
    })
  })

  it('lit deux lignes d’en-tête dont la première porte les noms fusionnés verticalement', () => {
    const layout = findLayout(
      table(`
Nom | Prénom | Présences | | |
 | | Atelier CV | Sortie théâtre | Bilan
Durand | Camille | X | | X
Martin | Élodie | | X | X`),
    )
    expect(layout).toMatchObject({
      headerRow: 1,
      groupRow: 0,
      headers: ['Nom', 'Prénom', 'Présences / Atelier CV', 'Présences / Sortie théâtre', 'Présences / Bilan'],
      dataRows: [2, 3],
    })
  })

  it('prend pour un en-tête des jours et des années à côté de noms connus', () => {
    const days = findLayout(
      table(`
Nom | 12/03/2024 | 19/03/2024 | 26/03/2024 | 02/04/2024 | 09/04/2024
Durand | X | X | | X |
Martin | | X | X | | X`),
    )
    expect(days).toMatchObject({
      headerRow: 0,
      headers: ['Nom', '12/03/2024', '19/03/2024', '26/03/2024', '02/04/2024', '09/04/2024'],
      dataRows: [1, 2],
    })
    const years = findLayout(
      table(`
Nom | 2019 | 2020 | 2021 | 2022 | 2023
Durand | X | X | | X |`),
    )
    expect(years).toMatchObject({ headerRow: 0, dataRows: [1] })
  })

  it('distingue deux colonnes du même nom', () => {
    expect(
      findLayout(
        table(`
Nom | Prénom | Commentaires | Commentaires
Durand | Camille | a | b`),
      ).headers,
    ).toEqual(['Nom', 'Prénom', 'Commentaires', 'Commentaires (2)'])
  })

  it('laisse de côté totaux, en-têtes répétés, lignes vides et notes, en le disant', () => {
    const layout = findLayout(
      table(`
Nom | Prénom | Ville | Montant
Durand | Camille | Rennes | 20
 | | | |
Nom | Prénom | Ville | Montant
Martin | Élodie | Rennes | 15
Petit | Anna | Rennes | 15
Total | | | 50

Légende : les montants sont en euros`),
    )
    expect(layout.dataRows).toEqual([1, 4, 5])
    expect(layout.skipped).toEqual([
      { row: 3, why: 'repeated-header' },
      { row: 6, why: 'total' },
      { row: 8, why: 'note' },
    ])
  })

  it('reconnaît une ligne de sommes sans le mot', () => {
    const rows: readonly RawRow[] = [
      ['Nom', 'Prénom', 'Montant', 'Heures'],
      ['Durand', 'Camille', 20, 3],
      ['Martin', 'Élodie', 15, 2],
      ['Petit', 'Anna', 15, 1],
      [null, null, 50, 6],
    ]
    expect(findLayout(rows)).toMatchObject({ dataRows: [1, 2, 3], skipped: [{ row: 4, why: 'total' }] })
  })

  it('garde une personne qui s’appelle Total ou dont seul le nom est connu', () => {
    expect(
      findLayout(
        table(`
Nom | Prénom | Ville
Total | Camille | Rennes
Martin | |
Petit | Anna | Rennes`),
      ).dataRows,
    ).toEqual([1, 2, 3])
  })

  it('accepte un fichier sans en-tête', () => {
    const layout = findLayout(
      table(`
Durand | Camille | camille@example.org | 0612345678
Martin | Élodie | elodie@example.org | 0612345679`),
    )
    expect(layout).toMatchObject({ headerRow: null, headers: ['Colonne A', 'Colonne B', 'Colonne C', 'Colonne D'], dataRows: [0, 1] })
  })

  it('laisse dire à l’utilisatrice où est l’en-tête', () => {
    expect(layoutWithHeader(people, 1)).toMatchObject({ headerRow: 1, dataRows: [2] })
    expect(layoutWithHeader(people, null)).toMatchObject({ headerRow: null, dataRows: [0, 1, 2] })
  })

  it('ne tombe pas sur une feuille vide', () => {
    expect(findLayout([])).toEqual({ headerRow: null, groupRow: null, headers: [], dataRows: [], skipped: [] })
  })
})

describe('choisir la feuille', () => {
  const sample = (name: string, rows: readonly RawRow[], hidden = false): SheetSample => ({ name, hidden, rowCount: rows.length, rows })
  it('passe la couverture, les feuilles vides et les feuilles masquées', () => {
    const cover = table(`
Résumé de l’exportation
Ce document a été exporté | depuis Numbers`)
    expect(chooseSheet([sample('Résumé', cover), sample('Feuille2', []), sample('Membres', people)])).toBe(2)
    expect(chooseSheet([sample('Ancien', [...people, ...people.slice(1)], true), sample('Membres', people)])).toBe(1)
  })
  it('prend la feuille masquée quand elle est la seule à contenir quelque chose', () => {
    expect(chooseSheet([sample('Vide', []), sample('Membres', people, true)])).toBe(1)
  })
})
