import { readFileSync } from 'node:fs'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import type { ImportField, ImportSource } from '#domain/importing/mapping'
import { recogniseSource } from '#domain/importing/recognise-source'
import type { RawRow } from '#domain/importing/sheet'
import { meanings, personOf, readSheet } from './read-sheet.ts'

const headersOf = (file: string): readonly string[] => {
  const text = readFileSync(new URL(`../../fixtures/foreign/export-headers/${file}.entete.csv`, import.meta.url), 'utf8').replace(/^\ufeff/, '')
  return Papa.parse<string[]>(text).data[0] ?? []
}
/** A row of an export under its real headers: only the columns named are filled. */
const exported = (file: string, ...rows: readonly Readonly<Record<string, string>>[]): readonly RawRow[] => {
  const headers = headersOf(file)
  for (const row of rows)
    for (const name of Object.keys(row)) if (!headers.some((header) => header.trim() === name)) throw new Error(`No column « ${name} » in ${file}`)
  return [headers, ...rows.map((row) => headers.map((header) => row[header.trim()] ?? null))]
}

const files: readonly (readonly [string, ImportSource, readonly ImportField[]])[] = [
  [
    'helloasso_adhesions_jusqu_a_2021',
    'helloasso-memberships-2021',
    [
      'lastName',
      'firstName',
      'email',
      'birthDate',
      'roleStart',
      'payerLastName',
      'payerFirstName',
      'street',
      'postalCode',
      'city',
      'phone',
      'gender',
    ],
  ],
  ['helloasso_adhesions_actuel_partiel', 'helloasso-memberships', ['lastName', 'firstName', 'payerEmail', 'roleStart']],
  ['helloasso_billetterie', 'helloasso-ticketing', ['lastName', 'firstName', 'payerLastName', 'payerFirstName', 'payerEmail']],
  ['helloasso_formulaire_vente', 'helloasso-form', ['lastName', 'firstName', 'email']],
  ['assoconnect_contacts_partiel', 'assoconnect', ['externalId', 'lastName', 'firstName', 'gender', 'birthDate', 'email', 'phone']],
  [
    'galette_adherents_fr',
    'galette',
    [
      'externalId',
      'role',
      'lastName',
      'firstName',
      'birthDate',
      'gender',
      'street',
      'postalCode',
      'city',
      'country',
      'phone',
      'email',
      'note',
      'joinedOn',
      'roleEnd',
      'memberNumber',
    ],
  ],
  [
    'galette_import',
    'galette',
    ['externalId', 'lastName', 'firstName', 'birthDate', 'gender', 'street', 'postalCode', 'city', 'phone', 'email', 'memberNumber'],
  ],
  ['paheko_membres_fr', 'paheko', ['memberNumber', 'fullName', 'email', 'street', 'postalCode', 'city', 'phone', 'consentEmail', 'joinedOn', 'role']],
  [
    'google_contacts_ancien_complet',
    'google-contacts',
    ['firstName', 'lastName', 'birthDate', 'email', 'phone', 'street', 'city', 'postalCode', 'country', 'organisation', 'tag', 'note'],
  ],
  [
    'google_contacts_2024_complet',
    'google-contacts-2024',
    ['firstName', 'lastName', 'birthDate', 'email', 'phone', 'street', 'city', 'postalCode', 'country', 'organisation', 'tag', 'note'],
  ],
  [
    'outlook_complet',
    'outlook',
    ['firstName', 'lastName', 'birthDate', 'email', 'phone', 'street', 'city', 'postalCode', 'country', 'organisation', 'tag', 'note', 'gender'],
  ],
]

describe('reconnaître le logiciel d’où vient un fichier', () => {
  it.each(files)('reconnaît %s', (file, source, fields) => {
    const headers = headersOf(file)
    expect(recogniseSource(headers)).toBe(source)
    expect(new Set(meanings(readSheet([headers]).mapping).filter((field) => field !== null))).toEqual(new Set([...fields, ...optionalFields(source)]))
  })

  it('ne s’arrête ni aux majuscules, ni aux accents, ni aux blancs, ni aux questions ajoutées', () => {
    const headers = headersOf('galette_adherents_fr').map((header) => `\u00a0${header.toUpperCase()} `)
    expect(recogniseSource([...headers, 'Taille de T-shirt'])).toBe('galette')
  })

  it('reconnaît Mailchimp, Brevo et nos propres fichiers', () => {
    expect(recogniseSource(['Email Address', 'First Name', 'Last Name', 'MEMBER_RATING', 'OPTIN_TIME', 'LEID', 'EUID', 'NOTES', 'TAGS'])).toBe(
      'mailchimp',
    )
    expect(recogniseSource(['EMAIL', 'LASTNAME', 'FIRSTNAME', 'SMS', 'EMAIL_BLACKLISTED', 'SMS_BLACKLISTED', 'ADDED_TIME', 'MODIFIED_TIME'])).toBe(
      'brevo',
    )
    expect(recogniseSource(['Identifiant Maillage', 'Nom', 'Prénom'])).toBe('maillage')
  })

  it('ne croit pas reconnaître un tableau quelconque', () => {
    expect(recogniseSource(['Nom', 'Prénom', 'E-mail', 'Téléphone', 'Statut', 'Date'])).toBeNull()
    expect(recogniseSource(['First Name', 'Last Name', 'Email'])).toBeNull()
    expect(recogniseSource([])).toBeNull()
  })
})

const optionalFields = (source: ImportSource): readonly ImportField[] => {
  switch (source) {
    case 'helloasso-memberships-2021':
      return ['organisation', 'orderStatus']
    case 'helloasso-memberships':
      return ['orderStatus']
    case 'helloasso-ticketing':
    case 'helloasso-form':
      return ['orderStatus', 'organisation']
    case 'galette':
      return ['organisation', 'joinedOn', 'roleEnd', 'country', 'note']
    case 'google-contacts':
      return ['fullName', 'gender', 'organisationTitle']
    case 'google-contacts-2024':
    case 'outlook':
      return ['organisationTitle']
    default:
      return []
  }
}

describe('HelloAsso', () => {
  it('ne donne pas à l’enfant l’adresse du parent qui paie', () => {
    const { drafts } = readSheet(
      exported('helloasso_billetterie', {
        'Nom participant': 'Durand',
        'Prénom participant': 'Léa',
        'Nom payeur': 'Durand',
        'Prénom payeur': 'Sophie',
        'Email payeur': 'sophie@example.org',
        'Statut de la commande': 'Validé',
      }),
    )
    expect(personOf(drafts[0])).toMatchObject({
      firstName: 'Léa',
      emails: [],
      payer: { lastName: 'Durand', firstName: 'Sophie', email: 'sophie@example.org' },
    })
  })
  it('garde l’adresse de qui paie pour soi', () => {
    const { drafts } = readSheet(
      exported('helloasso_billetterie', {
        'Nom participant': 'DURAND',
        'Prénom participant': 'Sophie',
        'Nom payeur': 'Durand',
        'Prénom payeur': 'sophie',
        'Email payeur': 'sophie@example.org',
      }),
    )
    expect(personOf(drafts[0])).toMatchObject({ emails: [{ address: 'sophie@example.org' }], payer: null })
  })
  it('prend le payeur pour la personne quand le formulaire n’a pas de participant', () => {
    const { drafts } = readSheet(
      exported('helloasso_formulaire_vente', { 'Nom payeur': 'Durand', 'Prénom payeur': 'Sophie', 'Email payeur': 'sophie@example.org' }),
    )
    expect(personOf(drafts[0])).toMatchObject({ lastName: 'Durand', emails: [{ address: 'sophie@example.org' }], payer: null })
  })
  it('lit l’ancienne date vide 01/01/1970 comme vide, et le dit', () => {
    const { drafts } = readSheet(
      exported('helloasso_adhesions_jusqu_a_2021', {
        Nom: 'Durand',
        Prénom: 'Léa',
        'Date de naissance': '01/01/1970',
        Date: '01/10/2019 20:36:00',
        'Nom acheteur': 'Durand',
        'Prénom acheteur': 'Sophie',
        Email: 'sophie@example.org',
      }),
    )
    expect(personOf(drafts[0])).toMatchObject({ birthDate: null, emails: [], payer: { email: 'sophie@example.org' } })
    expect(drafts[0]?.notes.map((note) => note.kind)).toEqual(expect.arrayContaining(['empty-date', 'payer-email']))
  })
  it('fait d’une adhésion un rôle d’un an à sa date', () => {
    const { drafts } = readSheet(
      exported('helloasso_adhesions_actuel_partiel', {
        'Nom adhérent': 'Durand',
        'Prénom adhérent': 'Léa',
        'Date de la commande': '01/10/2024 20:36',
      }),
    )
    expect(personOf(drafts[0]).roles).toEqual([{ kind: { id: 'member', name: '' }, start: '2024-10-01', end: '2025-09-30', byYear: false }])
  })
  it('n’inscrit pas qui a été remboursé', () => {
    const { drafts } = readSheet(
      exported('helloasso_adhesions_actuel_partiel', {
        'Nom adhérent': 'Durand',
        'Prénom adhérent': 'Léa',
        'Date de la commande': '01/10/2024 20:36',
        'Statut de la commande': 'Remboursé',
      }),
    )
    expect(personOf(drafts[0]).roles).toEqual([])
    expect(drafts[0]?.notes.some((note) => note.kind === 'cancelled-order')).toBe(true)
  })
})

describe('les autres logiciels', () => {
  it('Galette : civilités, dates, téléphones et pays', () => {
    const { drafts } = readSheet(
      exported('galette_adherents_fr', {
        "ID de l'adhérent": '12',
        Statut: 'Membre actif',
        Nom: 'Durand',
        Prénom: 'Camille',
        'Date de naissance': '12/03/1998',
        Genre: 'Femme',
        'Code Postal': '35000',
        Ville: 'Rennes',
        Pays: 'France',
        GSM: '06 12 34 56 78',
        Courriel: 'camille@example.org',
        'Date d’échéance': '31/12/2024',
        'Date de création': '01/02/2020',
        'Numéro adhérent': '0042',
      }),
    )
    expect(personOf(drafts[0])).toMatchObject({
      birthDate: '1998-03-12',
      gender: 'female',
      memberNumber: '0042',
      joinedOn: '2020-02-01',
      externalIds: { galette: '12' },
      roles: [{ kind: { id: 'member' }, start: null, end: '2024-12-31' }],
      addresses: [{ communeCode: '35238', country: '' }],
    })
  })
  it('Paheko : le nom et le prénom dans une seule colonne, la lettre d’information refusée', () => {
    const { drafts } = readSheet(
      exported('paheko_membres_fr', {
        'Numéro de membre': '7',
        'Nom & prénom': 'DURAND Camille',
        "Inscription à la lettre d'information": 'Non',
        Catégorie: 'Membres actifs',
      }),
    )
    expect(personOf(drafts[0])).toMatchObject({
      lastName: 'DURAND',
      firstName: 'Camille',
      consents: { 'email:news': { given: false } },
      roles: [{ kind: { id: 'member' } }],
    })
  })
  it('Google : plusieurs valeurs par case, groupes du système laissés de côté', () => {
    const { drafts } = readSheet(
      exported('google_contacts_2024_complet', {
        'First Name': 'Camille',
        'Last Name': 'Durand',
        Labels: 'Bureau ::: * myContacts',
        'E-mail 1 - Value': 'a@example.org ::: b@example.org',
        'Address 1 - City': 'Rennes',
        'Address 1 - Postal Code': '35000',
      }),
    )
    expect(personOf(drafts[0])).toMatchObject({
      tags: [{ name: 'Bureau' }],
      emails: [{ address: 'a@example.org' }, { address: 'b@example.org' }],
      addresses: [{ communeCode: '35238' }],
    })
  })
  it('Outlook : les dates commencent par le mois', () => {
    const { drafts, mapping } = readSheet(
      exported('outlook_complet', {
        'First Name': 'Camille',
        'Last Name': 'Durand',
        Birthday: '3/12/1998',
        'Business City': 'Lyon',
        'Home City': 'Rennes',
        'Home Postal Code': '35000',
      }),
    )
    expect(mapping.columns.find((column) => column.header === 'Birthday')?.dateOrder).toBe('mdy')
    expect(personOf(drafts[0])).toMatchObject({
      birthDate: '1998-03-12',
      addresses: [
        { city: 'Rennes', label: 'home' },
        { city: 'Lyon', label: 'work' },
      ],
    })
  })
  it('AssoConnect : identifiant, téléphone sans signe plus', () => {
    const { drafts } = readSheet(
      exported('assoconnect_contacts_partiel', { 'ID du Contact': '9876', Nom: 'Durand', Prénom: 'Camille', 'Téléphone mobile': '33612345678' }),
    )
    expect(personOf(drafts[0])).toMatchObject({ externalIds: { assoconnect: '9876' }, phones: [{ number: '+33612345678', label: 'mobile' }] })
  })
  it('Mailchimp et Brevo : qui s’est désinscrit le reste', () => {
    const mailchimp = readSheet([
      ['Email Address', 'First Name', 'Last Name', 'MEMBER_RATING', 'OPTIN_TIME', 'LEID', 'EUID', 'UNSUB_TIME'],
      ['c@example.org', 'Camille', 'Durand', '2', '2020-01-05 10:00:00', '1', '2', '2023-02-03 08:00:00'],
      ['e@example.org', 'Élodie', 'Martin', '2', '2020-01-05 10:00:00', '1', '2', null],
    ])
    expect(mailchimp.drafts.map((draft) => personOf(draft).consents['email:news'])).toMatchObject([
      { given: false, on: '2023-02-03' },
      { given: true, on: '2020-01-05' },
    ])
    const brevo = readSheet([
      ['EMAIL', 'LASTNAME', 'FIRSTNAME', 'SMS', 'EMAIL_BLACKLISTED', 'SMS_BLACKLISTED', 'ADDED_TIME', 'MODIFIED_TIME'],
      ['c@example.org', 'Durand', 'Camille', '33612345678', '1', '0', '05-01-2020 10:00', '05-01-2020 10:00'],
    ])
    expect(personOf(brevo.drafts[0])).toMatchObject({ consents: { 'email:news': { given: false } }, phones: [{ number: '+33612345678' }] })
  })
})
