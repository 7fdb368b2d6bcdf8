import { describe, expect, it } from 'vitest'
import { turnSidewaysGrid } from '#domain/importing/sideways-grid'
import type { RawRow } from '#domain/importing/sheet'
import { personOf, readSheet, table } from './read-sheet.ts'

const read = (rows: readonly RawRow[]) => {
  const turned = turnSidewaysGrid(rows)
  if (turned === null) throw new Error('Not turned')
  return readSheet(turned).drafts.map((draft) => [
    `${personOf(draft).firstName} ${personOf(draft).lastName}`.trim(),
    draft.attendances.map(({ event, status, hours }) => [event.name, event.date, status, hours]),
  ])
}

describe('une grille de présence dont les colonnes sont des personnes', () => {
  it('est retournée : dates et ateliers deviennent des événements, les totaux s’en vont', () => {
    expect(
      read(
        table(`
Présences du printemps
Date | Atelier | Anne Dupont | Marc Martin | Élodie Petit | Total
12/03/2024 | Atelier CV | X | | X | 2
19/03/2024 | Sortie | | 2h | excusée | 1
Total | | 1 | 1 | 2 | 3`),
      ),
    ).toEqual([
      ['Anne Dupont', [['Atelier CV', '2024-03-12', 'present', null]]],
      ['Marc Martin', [['Sortie', '2024-03-19', 'present', 2]]],
      [
        'Élodie Petit',
        [
          ['Atelier CV', '2024-03-12', 'present', null],
          ['Sortie', '2024-03-19', 'excused', null],
        ],
      ],
    ])
  })

  it('avec de vraies dates, et des prénoms seuls', () => {
    expect(
      read([
        ['Jour', 'Camille', 'Marc', 'Élodie'],
        [{ date: '2024-03-12' }, 'x', null, 1],
        [{ date: '2024-03-19T00:00:00' }, null, 'oui', null],
      ]).map(([name, attended]) => [name, (attended as unknown[][]).map(([, on]) => on)]),
    ).toEqual([
      ['Camille', ['2024-03-12']],
      ['Marc', ['2024-03-19']],
      ['Élodie', ['2024-03-12']],
    ])
  })

  it('avec des événements sans date ni mot connu, sous « Événement »', () => {
    expect(
      read(
        table(`
Événement | Anne Dupont | Marc Martin | Élodie Petit
Kermesse | x | | x
Ludothèque | | x | x`),
      ).map(([name, attended]) => [name, (attended as unknown[][]).map(([event]) => event)]),
    ).toEqual([
      ['Anne Dupont', ['Kermesse']],
      ['Marc Martin', ['Ludothèque']],
      ['Élodie Petit', ['Kermesse', 'Ludothèque']],
    ])
  })

  it('un numéro de séance garde son mot', () => {
    expect(turnSidewaysGrid(table('Séance | Camille D. | Marc M. | Élodie P.\n1 | x | | x'))?.[0]).toEqual(['Nom et prénom', 'Séance 1'])
  })

  it.each([
    ['une grille debout', 'Nom | Prénom | Atelier CV 12/03/2024\nDurand | Camille | x'],
    ['une liste de membres', 'Nom | Prénom | E-mail\nDurand | Camille | c@exemple.fr'],
    ['qui est avec qui', 'Mentor | Anne Dupont | Marc Martin | Élodie Petit\nCamille Durand | x | |\nPaul Morin | | x | x'],
    ['une fiche', 'Nom | Anne Dupont | Marc Martin | Élodie Petit\nE-mail | oui | oui | oui'],
    ['des votes', 'Sujet | Anne Dupont | Marc Martin | Élodie Petit\nCouleur | x | | x'],
    ['des textes sous les noms', 'Date | Anne Dupont | Marc Martin | Élodie Petit\n12/03/2024 | accueil | cuisine | caisse'],
    ['des personnes par ligne, sans en-tête', 'Anne Dupont | x | x\nMarc Martin | | x'],
  ])('laisse telle quelle : %s', (_, text) => {
    expect(turnSidewaysGrid(table(text))).toBeNull()
  })
})
