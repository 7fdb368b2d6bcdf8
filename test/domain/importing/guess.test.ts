import { describe, expect, it } from 'vitest'
import { eventId, makeCustomField, makeEvent, makeTag, date } from '#support/builders'
import { guessMapping } from '#domain/importing/guess-mapping'
import { findLayout } from '#domain/importing/find-layout'
import { fieldOfHeader } from '#domain/importing/header-words'
import type { ColumnTarget } from '#domain/importing/mapping'
import { sensitiveColumns } from '#domain/importing/sensitive'
import type { RawRow } from '#domain/importing/sheet'
import { fitTemplate, signatureOf } from '#domain/importing/signature'
import { context, meanings, readSheet, table } from './read-sheet.ts'

const targets = (rows: readonly RawRow[]): readonly (ColumnTarget | null)[] => readSheet(rows).mapping.columns.map((column) => column.target)

describe('deviner une colonne par son titre', () => {
  it.each([
    ['NOM', 'lastName'],
    ['Nom de famille', 'lastName'],
    ['Prénom(s)', 'firstName'],
    ['PRENOM', 'firstName'],
    ['Nom et prénom', 'fullName'],
    ['Adresse e-mail', 'email'],
    ['Courriel', 'email'],
    ['Mél', 'email'],
    ['N° de tél.', 'phone'],
    ['Tél. portable', 'phone'],
    ['Téléphone 2', 'phone'],
    ['Né(e) le', 'birthDate'],
    ['DDN', 'birthDate'],
    ['Date de naissance (jj/mm/aaaa)', 'birthDate'],
    ['Année de naissance', 'birthYear'],
    ['CP', 'postalCode'],
    ['Code postal', 'postalCode'],
    ['CodePostal', 'postalCode'],
    ['Commune de résidence', 'city'],
    ['Code INSEE', 'communeCode'],
    ['Code QPV', 'qpvCode'],
    ['Sexe', 'gender'],
    ['Civilité', 'gender'],
    ['Adresse postale', 'street'],
    ['Statut', 'role'],
    ['Date d’adhésion', 'roleStart'],
    ['Date de fin', 'roleEnd'],
    ['Date d’inscription', 'joinedOn'],
    ['N° adhérent', 'memberNumber'],
    ['Newsletter', 'consentEmail'],
    ['Remarques', 'note'],
    ['Étiquettes', 'tag'],
    ['Établissement', 'organisation'],
    ['Quartier', 'territory'],
    ['Nb heures', 'hours'],
    ['Surname', 'lastName'],
    ['First name', 'firstName'],
    ['Zip code', 'postalCode'],
    ['Prénom de l’adhérent', 'firstName'],
    ['E-mail du bénévole', 'email'],
    ['Champ additionnel: Code Postal', 'postalCode'],
    ['E-mail des parents', 'payerEmail'],
    ['Ne pas contacter', 'doNotContact'],
    ['Décédé', 'deceased'],
  ] as const)('« %s » est %s', (header, field) => {
    expect(fieldOfHeader(header)).toBe(field)
  })
  it('ne devine rien d’un titre inconnu', () => {
    expect(['Taille de T-shirt', 'Pointure', 'Colonne A', ''].map(fieldOfHeader)).toEqual([null, null, null, null])
  })
})

describe('deviner une colonne par ses valeurs', () => {
  it('reconnaît adresses, téléphones et noms sans titre', () => {
    expect(
      meanings(
        readSheet(
          table(`
Camille Durand | camille@example.org | 0612345678
Élodie Martin | elodie@example.org | 0612345679`),
        ).mapping,
      ),
    ).toEqual(['fullName', 'email', 'phone'])
  })
  it('lit « Nom » comme nom complet quand il n’y a pas de prénom ailleurs', () => {
    expect(
      meanings(
        readSheet(
          table(`
Nom | E-mail
Camille DURAND | camille@example.org
Élodie MARTIN | elodie@example.org`),
        ).mapping,
      ),
    ).toEqual(['fullName', 'email'])
  })
  it('prend des croix sous une année pour une adhésion de cette année', () => {
    expect(
      targets(
        table(`
Nom | Prénom | 2021 | Adhésion 2022 | Saison 2022-2023 | Bénévole 2023
Durand | Camille | x | x | x | x`),
      ).slice(2),
    ).toEqual([
      { kind: 'role-year', role: 'member', year: 2021, span: 'civil' },
      { kind: 'role-year', role: 'member', year: 2022, span: 'civil' },
      { kind: 'role-year', role: 'member', year: 2022, span: 'school' },
      { kind: 'role-year', role: 'volunteer', year: 2023, span: 'civil' },
    ])
  })
  it('lit une grille de présences : un événement par colonne', () => {
    expect(
      targets(
        table(`
Nom | Prénom | Atelier CV 12/03/2024 | Sortie théâtre | 2024-05-02 | Bilan (12 juin 2024)
Durand | Camille | X | oui | 1 | présent
Martin | Élodie | absent | | x | excusée`),
      ).slice(2),
    ).toEqual([
      { kind: 'event', id: null, name: 'Atelier CV', date: '2024-03-12' },
      { kind: 'event', id: null, name: 'Sortie théâtre', date: null },
      { kind: 'event', id: null, name: '2024-05-02', date: '2024-05-02' },
      { kind: 'event', id: null, name: 'Bilan', date: '2024-06-12' },
    ])
  })
  it('retrouve l’événement connu', () => {
    const rows = table(`
Nom | Prénom | Atelier CV 12/03/2024
Durand | Camille | X`)
    const known = { ...context.known, events: [makeEvent({ id: eventId(4), name: 'Atelier CV', date: date('2024-03-12') })] }
    expect(guessMapping(findLayout(rows), rows, known).columns[2]?.target).toEqual({
      kind: 'event',
      id: eventId(4),
      name: 'Atelier CV',
      date: '2024-03-12',
    })
  })
  it('prend des croix sous le nom d’un rôle pour ce rôle, sous un autre mot pour une étiquette', () => {
    expect(
      targets(
        table(`
Nom | Prénom | Bénévole | Mentor | Permis B | Végétarien
Durand | Camille | x | | x | oui
Martin | Élodie | | x | | non`),
      ).slice(2),
    ).toEqual([
      { kind: 'role', id: 'volunteer', name: 'Bénévole' },
      { kind: 'role', id: 'mentor', name: 'Mentor' },
      { kind: 'tag', id: null, name: 'Permis B' },
      { kind: 'custom', id: null, name: 'Végétarien', type: 'boolean' },
    ])
  })
  it('ne prend pas des nombres pour des croix', () => {
    expect(
      targets(
        table(`
Nom | Prénom | Rang | Enfants
Durand | Camille | 1 | 1
Martin | Élodie | 1 | 0
Petit | Anna | 1 | 3`),
      ).slice(2),
    ).toEqual([
      { kind: 'custom', id: null, name: 'Rang', type: 'number' },
      { kind: 'custom', id: null, name: 'Enfants', type: 'number' },
    ])
  })
  it('ne prend « Statut » pour un rôle que si ses valeurs en sont', () => {
    expect(
      meanings(
        readSheet(
          table(`
Nom | Prénom | Statut
Durand | Camille | bénévole
Martin | Élodie | mentor`),
        ).mapping,
      )[2],
    ).toBe('role')
    expect(
      meanings(
        readSheet(
          table(`
Nom | Prénom | Statut
Durand | Camille | dossier complet
Martin | Élodie | dossier incomplet`),
        ).mapping,
      )[2],
    ).toBe('custom')
  })
  it('propose les champs et étiquettes de l’association sous leur nom', () => {
    const rows = table(`
Nom | Prénom | Filière | promo 2021
Durand | Camille | bac pro | x
Martin | Élodie | STMG | `)
    const known = { ...context.known, customFields: [makeCustomField()], tags: [makeTag()] }
    expect(
      guessMapping(findLayout(rows), rows, known)
        .columns.slice(2)
        .map((column) => column.target),
    ).toEqual([
      { kind: 'custom', id: makeCustomField().id, name: 'Filière', type: 'text' },
      { kind: 'tag', id: makeTag().id, name: 'promo 2021' },
    ])
  })
  it('distingue personnes, événements, organisations et heures', () => {
    expect(
      readSheet(
        table(`
Événement | Date | Lieu
Atelier CV | 12/03/2024 | Rennes`),
      ).mapping,
    ).toMatchObject({ subject: 'events' })
    expect(
      readSheet(
        table(`
Raison sociale | SIRET | E-mail
Collège Jean-Moulin | 12345678900012 | college@example.org`),
      ).mapping,
    ).toMatchObject({ subject: 'organisations' })
    const hours = readSheet(
      table(`
Nom | Prénom | Date | Heures | Tâche
Durand | Camille | 12/03/2024 | 2h30 | accueil`),
    ).mapping
    expect(hours).toMatchObject({ subject: 'hours' })
    expect(meanings(hours)).toEqual(['lastName', 'firstName', 'hoursDate', 'hours', 'hoursTask'])
  })
})

describe('les colonnes sensibles', () => {
  it('sont signalées par sujet', () => {
    expect(
      sensitiveColumns([
        'Nom',
        'Problèmes de santé',
        'Religion',
        'Nationalité',
        'Casier judiciaire',
        'Syndicat',
        'Orientation sexuelle',
        'N° de sécurité sociale',
        'RQTH',
      ]).map(({ index, subject }) => [index, subject]),
    ).toEqual([
      [1, 'health'],
      [2, 'religion'],
      [3, 'origin'],
      [4, 'justice'],
      [5, 'opinions'],
      [6, 'sexual-life'],
      [7, 'identity-number'],
      [8, 'health'],
    ])
    expect(sensitiveColumns(['Quartier politique de la ville', 'Courriel', 'Ville'])).toEqual([])
  })
  it('sont laissées de côté tant que personne n’a décidé', () => {
    expect(
      targets(
        table(`
Nom | Prénom | Handicap
Durand | Camille | oui`),
      )[2],
    ).toBeNull()
  })
})

describe('les modèles d’import', () => {
  const headers = ['Nom ', 'PRÉNOM', 'E-mail']
  it('se retrouvent malgré blancs, accents et majuscules', () => {
    expect(signatureOf(headers)).toBe(signatureOf(['nom', 'Prenom', ' e mail']))
    expect(signatureOf(headers)).not.toBe(signatureOf(['Prénom', 'Nom', 'E-mail']))
  })
  it('ne s’appliquent qu’aux mêmes titres', () => {
    const { mapping } = readSheet(table('Nom | Prénom\nDurand | Camille'))
    expect(fitTemplate(mapping, ['nom', 'prenom'])).toBe(mapping)
    expect(fitTemplate(mapping, ['Nom', 'Prénom', 'E-mail'])).toBeNull()
  })
})
