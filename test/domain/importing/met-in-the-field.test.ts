import { describe, expect, it } from 'vitest'
import { createEventFinder } from '#domain/importing/find-event'
import { fieldOfHeader } from '#domain/importing/header-words'
import { splitFullName } from '#domain/importing/split-name'
import type { RawRow } from '#domain/importing/sheet'
import { date, eventId, makeEvent } from '#support/builders'
import { anAssociation, importSheet, withRecords } from './association.ts'
import { meanings, personOf, readSheet, table } from './read-sheet.ts'

describe('les titres de formulaires et de carnets', () => {
  it.each([
    ['Quel est votre nom ?', 'lastName'],
    ['Veuillez indiquer votre adresse e-mail', 'email'],
    ['J’accepte de recevoir la newsletter', 'consentEmail'],
    ['Souhaitez-vous recevoir la lettre d’information ?', 'consentEmail'],
    ['Mail responsable 1', 'payerEmail'],
    ['Prénom de la mère', 'payerFirstName'],
    ['E-mail resp. légal 1', 'payerEmail'],
    ['Adresse privée', 'street'],
    ['Tél. responsable légal', null],
    ['CP Ville', 'postalCode'],
    ['Rue (domicile)', 'street'],
    ['Téléphone (bureau)', 'phone'],
    ['Membre du bureau', null],
    ['Sexe (M/F)', 'gender'],
    ['Tél. (portable de préférence)', 'phone'],
    ['Téléphone (personne à prévenir)', null],
    ['COD_POSTAL', 'postalCode'],
    ['Désinscrit le', 'refusesEmail'],
  ] as const)('« %s » est %s', (header, field) => {
    expect(fieldOfHeader(header)).toBe(field)
  })

  it('reconnaît l’export d’Outlook en français, dont les dates sont françaises et le domicile n’est pas le bureau', () => {
    const { mapping, drafts } = readSheet(
      table(`
Titre | Prénom | Nom | Rue (bureau) | Ville (bureau) | Rue (domicile) | Ville (domicile) | Code postal (domicile) | Tél. mobile | Adresse de messagerie | Anniversaire
Mme | Emma | Roy | 1 quai B | Nantes | 4 rue W | Rennes | 35000 | 06 12 12 12 12 | emma@example.org | 04/03/1990`),
    )
    expect(mapping.source).toBe('outlook')
    expect(personOf(drafts[0])).toMatchObject({
      lastName: 'Roy',
      birthDate: '1990-03-04',
      addresses: [
        { street: '1 quai B', city: 'Nantes', label: 'work' },
        { street: '4 rue W', city: 'Rennes', postalCode: '35000', label: 'home' },
      ],
    })
  })
})

describe('les colonnes', () => {
  it('« Saison 22/23 » et « Adh. 2023 » sont des années, non un événement du 22', () => {
    const { mapping } = readSheet(table('Nom | Prénom | Saison 22/23 | Adh. 2023\nDurand | Léa | x |\nPetit | Paul | | x'))
    expect(mapping.columns.slice(2).map(({ target }) => target)).toEqual([
      { kind: 'role-year', role: 'member', year: 2022, span: 'school' },
      { kind: 'role-year', role: 'member', year: 2023, span: 'civil' },
    ])
  })

  it('« 7 » sous « Septembre 2024 » est le 7 septembre 2024', () => {
    const rows: readonly RawRow[] = [
      [null, null, 'Septembre 2024', null, 'Octobre 2024'],
      ['Nom', 'Prénom', '7', '14', '5'],
      ['Durand', 'Léa', 'x', null, 'x'],
      ['Petit', 'Paul', null, 'x', null],
    ]
    const { layout, drafts } = readSheet(rows)
    expect(layout.headerRow).toBe(1)
    expect(drafts.map((draft) => draft.attendances.map(({ event }) => event.date))).toEqual([['2024-09-07', '2024-10-05'], ['2024-09-14']])
  })

  it('ne fait pas d’étiquette d’un « oui » mis à tout le monde', () => {
    const { mapping } = readSheet(table('Nom | Prénom | Actif | Chorale\nDurand | Léa | Oui | x\nPetit | Paul | Oui |'))
    expect(meanings(mapping)).toEqual(['lastName', 'firstName', 'custom', 'tag'])
  })

  it('une liste de subventions est une liste d’organisations, sans étiquette ni rôle', () => {
    const { mapping, drafts } = readSheet(
      table('N° SIRET | NOM Bénéficiaire | Statut - Bilan | Pluriannuel\n21290019100011 | AMIS DU PARC | Oui | x\n21290019100012 | CLUB | Non |'),
    )
    expect(mapping.subject).toBe('organisations')
    expect(meanings(mapping)).toEqual(['organisationNumber', 'organisation', null, null])
    expect(drafts.map(({ organisation }) => organisation?.name)).toEqual(['AMIS DU PARC', 'CLUB'])
  })

  it('« Association / Nom » nomme l’association, « Représentant légal / Nom » la personne', () => {
    const { mapping } = readSheet([
      ['Association', null, 'Représentant légal', null],
      ['N° Siret', 'Nom', 'Nom', 'Prénom'],
      ['21290019100011', 'Les Amis du parc', 'Durand', 'Léa'],
      ['21290019100012', 'Club nautique', 'Petit', 'Paul'],
    ])
    expect(meanings(mapping)).toEqual(['organisationNumber', 'organisation', 'lastName', 'firstName'])
  })

  it('une table qui ne nomme personne n’a ni étiquette ni champ', () => {
    expect(meanings(readSheet(table('Dossier | Éligible ? | Montant\nD1 | x | 100\nD2 | | 200')).mapping)).toEqual([null, null, null])
  })

  it('« Nom » à côté d’une nature juridique est une organisation', () => {
    const { mapping } = readSheet(table('ID | Nature juridique | Nom\n1 | Association | Les Amis du parc\n2 | Association | Club nautique'))
    expect([mapping.subject, meanings(mapping)]).toEqual(['organisations', ['externalId', 'organisationKind', 'organisation']])
  })

  it('sous un titre anglais, une seule date en mois/jour suffit à lire les autres ainsi', () => {
    const { drafts } = readSheet(table('Name | Birthday\nJane Roe | 2/13/1990\nJohn Poe | 3/4/1991'))
    expect(drafts.map((draft) => personOf(draft).birthDate)).toEqual(['1990-02-13', '1991-03-04'])
  })

  it('« Désinscrit » l’emporte sur « Newsletter », qu’il soit coché, daté ou dit', () => {
    const { drafts } = readSheet(
      table('Nom | Newsletter | Désinscrit\nDurand | oui | x\nPetit | oui | 12/03/2024\nRoux | oui | désinscrite\nBlanc | oui | non\nNoir | oui |'),
    )
    expect(drafts.map((draft) => personOf(draft).consents['email:news']?.given)).toEqual([false, false, false, true, true])
    expect(personOf(drafts[1]).consents['email:news']?.on).toBe('2024-03-12')
  })

  it('une ligne de parrainage est d’abord la première personne, à qui l’adresse de l’autre n’est pas donnée', () => {
    const { drafts } = readSheet(table('Mentor | Mail mentor | Mentoré | Mail mentoré\nLéa Durand | l@x.fr | Tom Abadie | t@x.fr'))
    expect(personOf(drafts[0])).toMatchObject({ lastName: 'Durand', emails: [{ address: 'l@x.fr' }] })
    expect(personOf(drafts[0]).custom.map(({ name, value }) => [name, value])).toEqual([
      ['Mentoré', 'Tom Abadie'],
      ['Mail mentoré', 't@x.fr'],
    ])
  })

  it('« Depuis » date les rôles cochés, et dit de qui n’en a aucun depuis quand on la connaît', () => {
    const { drafts } = readSheet(
      table('Nom | Adhérent | Bénévole | Depuis\nDurand | Oui | Non | 2019\nPetit | Oui | Oui | 09/2021\nRoux | Non | Non | 2020'),
    )
    expect(drafts.map((draft) => personOf(draft).roles.map(({ kind, start }) => [kind.id, start]))).toEqual([
      [['member', '2019']],
      [
        ['member', '2021-09'],
        ['volunteer', '2021-09'],
      ],
      [],
    ])
    expect(drafts.map((draft) => personOf(draft).joinedOn)).toEqual([null, null, '2020'])
  })

  it('la directrice d’un partenaire n’est pas notre salariée, la bénévole d’une entreprise est notre bénévole', () => {
    const rows = (title: string) => table(`Structure | Nom | Prénom | Fonction\nCCAS | Durand | Léa | ${title}\nMairie | Petit | Paul | ${title}`)
    expect(meanings(readSheet(rows('Directrice')).mapping).at(-1)).toBe('organisationTitle')
    expect(meanings(readSheet(rows('Bénévole')).mapping).at(-1)).toBe('role')
  })

  it('« Date de début » d’une liste d’événements est leur date', () => {
    const { mapping, drafts } = readSheet(table('Nom de l’événement | Date de début | Lieu\nForum | 07/09/2024 | Gymnase'))
    expect(mapping.subject).toBe('events')
    expect(drafts[0]?.event).toMatchObject({ name: 'Forum', date: '2024-09-07' })
  })

  it('ne perd pas la fin d’un rôle que rien ne nomme', () => {
    const { mapping, drafts } = readSheet(table('Nom | Prénom | Date de fin\nDurand | Léa | 30/06/2024'))
    expect(meanings(mapping)).toEqual(['lastName', 'firstName', 'custom'])
    expect(personOf(drafts[0]).custom).toMatchObject([{ name: 'Date de fin', value: '2024-06-30' }])
  })

  it('une adresse qui rebondit n’est pas réabonnée', () => {
    const { mapping, drafts } = readSheet(
      table('Email Address | OPTIN_TIME | LEID | EUID | CLEAN_TIME\nzoe@example.org | 2020-01-02 03:04:05 | 1 | a | 2023-05-06 07:08:09'),
    )
    expect(mapping.source).toBe('mailchimp')
    expect(personOf(drafts[0]).consents['email:news']).toMatchObject({ given: false, on: '2023-05-06' })
  })
})

describe('les lignes', () => {
  it('un intertitre n’est personne', () => {
    const { layout, drafts } = readSheet(
      table(`
Nom | Prénom | Tél
BÉNÉVOLES
Durand | Léa | 0612345678
Membres du CA
Petit | Paul | 0612345679
Martin`),
    )
    expect(layout.skipped).toEqual([
      { row: 1, why: 'heading' },
      { row: 3, why: 'heading' },
    ])
    expect(drafts.map((draft) => personOf(draft).lastName)).toEqual(['Durand', 'Petit', 'Martin'])
  })

  it('le compte des présents sous une grille n’est personne', () => {
    const { layout } = readSheet([
      ['Nom', 'Prénom', '07/09/2024', '14/09/2024'],
      ['Durand', 'Léa', 'x', null],
      ['Petit', 'Paul', 'x', 'x'],
      ['Présents', null, 2, 1],
    ])
    expect([layout.dataRows, layout.skipped]).toEqual([[1, 2], [{ row: 3, why: 'total' }]])
  })

  it('une liste de noms sans titre n’y perd pas le premier', () => {
    const { layout, drafts } = readSheet(table('Léa Durand\nPaul Petit\nEva Roux'))
    expect(layout.headerRow).toBeNull()
    expect(drafts.map((draft) => personOf(draft).firstName)).toEqual(['Léa', 'Paul', 'Eva'])
  })

  it('une erreur de calcul écrite en toutes lettres reste une erreur', () => {
    const { drafts } = readSheet(table('Nom | Prénom | Remarques\nDurand | Léa | #REF!\nPetit | Paul | #VALEUR!\nRoux | Eva | #MeToo'))
    expect(drafts.map(({ problems }) => problems.map(({ kind }) => kind))).toEqual([['spreadsheet-error'], ['spreadsheet-error'], []])
  })

  it('une adresse d’une seule cellule n’est partagée que si la ville a ce code', () => {
    const { drafts } = readSheet([
      ['Nom', 'Adresse'],
      ['Durand', '12 rue des Lilas 35000 Rennes'],
      ['Petit', '5 bis av. Foch\n29200 BREST, France'],
      ['Roux', 'Résidence 12000 lieu dit'],
      ['Blanc', '3 rue X 35000 Brest'],
    ])
    expect(drafts.map((draft) => personOf(draft).addresses.map((one) => [one.street, one.postalCode, one.city, one.communeCode])[0])).toEqual([
      ['12 rue des Lilas', '35000', 'Rennes', '35238'],
      ['5 bis av. Foch', '29200', 'BREST', '29019'],
      ['Résidence 12000 lieu dit', '', '', null],
      ['3 rue X 35000 Brest', '', '', null],
    ])
    expect(drafts[0]?.notes).toMatchObject([{ kind: 'several-values', column: 1, from: '12 rue des Lilas 35000 Rennes' }])
  })
})

describe('les noms entiers', () => {
  it.each([
    ['Marie-Claude De La Tour', 'last-first', 'De La Tour', 'Marie-Claude'],
    ['Mme Le Gall', 'first-last', 'Le Gall', ''],
    ['Le Goff Yann', 'first-last', 'Le Goff', 'Yann'],
    ['Martin Jean', 'last-first', 'Martin', 'Jean'],
    ['Van Nguyen', 'first-last', 'Nguyen', 'Van'],
  ] as const)('« %s » (%s) est %s, %s', (text, order, lastName, firstName) => {
    expect(splitFullName(text, order)).toEqual({ lastName, firstName })
  })
})

describe('un nom en deux colonnes dont une seule se dit', () => {
  it.each([
    ['en deux langues', 'Nom / Name | Prénom / First name\nDurand | Léa'],
    ['à l’anglaise', 'Name | Surname\nLéa | Durand'],
    ['nom complet et prénom', 'Nom complet | Prénom\nDURAND Léa | Léa'],
    ['sans titre', 'Durand | Léa | l@x.fr\nPetit | Paul | p@x.fr\nRoux | Eva | e@x.fr'],
  ])('%s', (_, rows) => {
    expect(personOf(readSheet(table(rows)).drafts[0])).toMatchObject({ lastName: expect.stringMatching(/^durand$/i), firstName: 'Léa' })
  })
})

describe('plusieurs séances d’un même nom', () => {
  const rows = table(`
Nom | Prénom | Événement | Date de l’événement | Présence
Durand | Léa | Couture | 12/01/2024 | présente
Durand | Léa | Couture | 19/01/2024 | présente
Petit | Paul | Couture | | présent`)

  it('sont plusieurs événements, et une séance sans date en est une autre, deux fois de suite', () => {
    const once = importSheet(anAssociation(), rows)
    expect(once.plan.counts).toMatchObject({ eventsCreated: 3, attendances: 3 })
    expect(importSheet(once.after, rows).plan.edits).toEqual([])
  })

  it('un événement connu sans date prend la première, et pas les suivantes', () => {
    const known = withRecords(anAssociation(), 'events', makeEvent({ id: eventId(1), name: 'Couture', date: null }))
    const once = importSheet(known, rows.slice(0, 3))
    expect(once.plan.counts).toMatchObject({ eventsCreated: 1, attendances: 2 })
    expect(once.plan.edits.filter(({ table: name, key }) => name === 'events' && key === eventId(1))).toHaveLength(1)
    expect(importSheet(once.after, rows.slice(0, 3)).plan.edits).toEqual([])
  })

  it('ne mêle pas deux mois connus en partie', () => {
    const events = createEventFinder([makeEvent({ date: date('2024-03') }), makeEvent({ id: eventId(2), date: date('2024-04') })])
    expect(events.find({ id: null, name: 'Atelier CV', date: date('2024-04-12') })?.id).toBe(eventId(2))
    expect(events.find({ id: null, name: 'Atelier CV', date: date('2024-05-12') })).toBeNull()
  })
})
