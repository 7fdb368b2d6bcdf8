import { execFileSync } from 'node:child_process'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import exceljs from 'exceljs'
import type { CustomField } from '#domain/custom-field'
import type { Person } from '#domain/person'
import { builtInRoleKinds } from '#domain/role'
import {
  customFieldId,
  date,
  makeAddress,
  makeCustomField,
  makeOrganisation,
  makePerson,
  makeRole,
  makeTag,
  makeTerritory,
  organisationId,
  personId,
  roleId,
  rolesById,
  tagId,
  territoryId,
} from '#support/builders'
import { callData, openDataThread } from '#support/data-thread'
import { goTo, launchSeeded } from '#support/launch-seeded'
import type { LaunchedApp } from '#support/launch-options'
import { makeTemporaryFolder } from '#support/temporary-folder'

// What leaves is what is kept: read back by a library that had no hand in writing it.
const field = (number: number, kind: CustomField['kind'], name: string, choices: readonly string[] = []): CustomField =>
  makeCustomField({ id: customFieldId(number), kind, name, choices, order: number })
const fields = [
  field(1, 'text', 'Filière'),
  field(2, 'number', 'Enfants'),
  field(3, 'date', 'Permis depuis'),
  field(4, 'choice', 'Taille', ['S', 'M', 'L']),
  field(5, 'boolean', 'Droit à l’image'),
]
const agreement = (given: boolean) => ({ given, on: date('2025-09-01'), source: 'bulletin' })
const everything = makePerson({
  id: personId(1),
  lastName: '=Le Goff',
  firstName: 'Inès',
  birthDate: date('1998-05-12'),
  gender: 'female',
  emails: [
    { address: 'famille.legoff@exemple.fr', label: 'home' },
    { address: 'ines@exemple.org', label: 'work' },
  ],
  phones: [
    { number: '+33612345678', label: 'mobile' },
    { number: '+32470123456', label: 'home' },
  ],
  addresses: [
    makeAddress({
      street: '3 rue des Lilas',
      postalCode: '01000',
      city: 'Bourg-en-Bresse',
      communeCode: '01053',
      qpvCode: 'QN00101M',
      country: 'FR',
    }),
  ],
  roles: rolesById(
    makeRole({ id: roleId(1), start: date('2019'), end: date('2021-06-30') }),
    makeRole({ id: roleId(2), start: date('2023-09-01'), end: null }),
  ),
  affiliations: [{ organisationId: organisationId(1), title: 'Professeure', start: null, end: null }],
  tags: { [tagId(1)]: true, [tagId(2)]: true },
  custom: {
    [customFieldId(1)]: '007',
    [customFieldId(2)]: 2.5,
    [customFieldId(3)]: '2016-07',
    [customFieldId(4)]: 'M',
    [customFieldId(5)]: false,
  },
  consents: { 'email:news': agreement(false), 'post:news': agreement(true) },
  territoryId: territoryId(1),
  joinedOn: date('2019-02'),
  memberNumber: '00042',
  payer: { lastName: 'Le Goff', firstName: 'Yann', email: 'yann@exemple.fr' },
  note: 'Vient en train.\nRappeler en mai',
})
// The same e-mail as Inès: a family. Born in 1950, or so one believes.
const brother = makePerson({
  id: personId(2),
  lastName: 'Le Goff',
  firstName: 'Loïc',
  birthDate: date('1950'),
  emails: [{ address: 'famille.legoff@exemple.fr', label: 'home' }],
})
const opposed = makePerson({
  id: personId(3),
  lastName: 'Zidane',
  firstName: 'Ali',
  emails: [{ address: 'ali@exemple.fr', label: 'home' }],
  doNotContact: true,
})
const dead = makePerson({
  id: personId(4),
  lastName: 'Zola',
  firstName: 'Jeanne',
  emails: [{ address: 'jeanne@exemple.fr', label: 'home' }],
  deceased: true,
})
const removed = makePerson({ id: personId(5), lastName: 'Partie', firstName: 'Rose', deletedAt: '2026-01-05T10:00:00.000Z' })
const seed = {
  people: [everything, brother, opposed, dead, removed],
  roleKinds: builtInRoleKinds,
  tags: [makeTag(), makeTag({ id: tagId(2), name: 'à relancer' })],
  organisations: [makeOrganisation()],
  territories: [makeTerritory()],
  customFields: fields,
}

let folder: Awaited<ReturnType<typeof makeTemporaryFolder>>
let app: LaunchedApp
let documents: string
test.beforeEach(async () => {
  folder = await makeTemporaryFolder()
  documents = join(folder.path, 'Documents')
  app = await launchSeeded({ userData: join(folder.path, 'profil'), documents }, seed, '2026-03-12')
  await mkdir(documents, { recursive: true })
  await goTo(app.page, '/people')
  await expect(app.page.getByRole('grid', { name: 'Liste des personnes' })).toBeVisible()
})
test.afterEach(async () => {
  await app.close()
  await folder.remove()
})

/** Through the panel, as a user does: what for, in which format, where. */
const exportList = async (path: string, { purpose = 'Garder ou transmettre la liste', format = 'Excel (.xlsx)' } = {}): Promise<void> => {
  const { page } = app
  await app.answerDialogs([{ save: path }])
  await page.getByRole('button', { name: 'Exporter', exact: true }).click()
  await page.getByRole('radio', { name: purpose }).check()
  await page.getByRole('combobox', { name: 'Format' }).click()
  await page.getByRole('option', { name: format }).click()
  await page.getByRole('button', { name: 'Enregistrer le fichier…' }).click()
}

type Row = Readonly<Record<string, unknown>>

/** The rows under the header, by header; empty cells are null. */
const readRows = async (path: string): Promise<readonly Row[]> => {
  const book = new exceljs.Workbook()
  await book.xlsx.readFile(path)
  const sheet = book.worksheets[0]
  const rows = Array.from({ length: sheet?.rowCount ?? 0 }, (_, index) => {
    const cells: unknown[] = []
    sheet?.getRow(index + 1).eachCell({ includeEmpty: true }, (cell, column) => (cells[column - 1] = cell.value))
    return cells
  })
  const header = rows.findIndex((row) => row.includes('Identifiant Maillage'))
  return rows.slice(header + 1).map((row) => Object.fromEntries((rows[header] ?? []).map((name, column) => [String(name), row[column] ?? null])))
}

/** What a spreadsheet should say of somebody, told from the record by hand: real days are dates, the rest of a calendar is text, nothing known is empty. */
const expected = (person: Person): Row => {
  const text = (value: string | null | undefined): string | null => (value === undefined || value === '' ? null : value)
  const yesNo = (value: boolean | undefined): string | null => (value === undefined ? null : value ? 'oui' : 'non')
  const day = (value: string | null): unknown =>
    value === null ? null : value.length === 10 ? new Date(`${value}T00:00:00Z`) : value.split('-').toReversed().join('/')
  const [address] = person.addresses
  const custom = person.custom
  return {
    'Identifiant Maillage': person.id,
    Nom: text(person.lastName),
    Prénom: text(person.firstName),
    Rôles: person.id === everything.id ? 'bénévole (2019 → 2021-06-30) | bénévole (2023-09-01 →)' : null,
    'E-mail': text(person.emails[0]?.address),
    'E-mail 2': text(person.emails[1]?.address),
    Téléphone: text(person.phones[0]?.number),
    'Téléphone 2': text(person.phones[1]?.number),
    Adresse: text(address?.street),
    'Code postal': text(address?.postalCode),
    Ville: text(address?.city),
    'Code Insee': text(address?.communeCode),
    'Code QPV': text(address?.qpvCode),
    Pays: text(address?.country),
    'Usage des coordonnées': person.id === everything.id ? 'email 2: work' : null,
    'Date de naissance': day(person.birthDate),
    Genre: person.gender === 'female' ? 'femme' : null,
    'Date d’inscription': day(person.joinedOn),
    'Numéro d’adhérent': text(person.memberNumber),
    Organisation: person.affiliations.length > 0 ? 'Collège Jean-Moulin' : null,
    Fonction: text(person.affiliations[0]?.title),
    Territoire: person.territoryId === null ? null : 'Rennes',
    Étiquettes: Object.keys(person.tags).length > 0 ? 'promo 2021 | à relancer' : null,
    'Accord e-mail': yesNo(person.consents['email:news']?.given),
    'Accord téléphone': yesNo(person.consents['phone:news']?.given),
    'Accord SMS': yesNo(person.consents['sms:news']?.given),
    'Accord courrier': yesNo(person.consents['post:news']?.given),
    'Détail des accords': person.id === everything.id ? 'email:news: no; 2025-09-01; bulletin | post:news: yes; 2025-09-01; bulletin' : null,
    'Ne pas contacter': yesNo(person.doNotContact),
    Décédé: yesNo(person.deceased),
    'Nom payeur': text(person.payer?.lastName),
    'Prénom payeur': text(person.payer?.firstName),
    'E-mail payeur': text(person.payer?.email),
    Notes: text(person.note),
    Filière: custom[customFieldId(1)] ?? null,
    Enfants: custom[customFieldId(2)] ?? null,
    'Permis depuis': custom[customFieldId(3)] === undefined ? null : '07/2016',
    Taille: custom[customFieldId(4)] ?? null,
    'Droit à l’image': custom[customFieldId(5)] === undefined ? null : 'non',
  }
}

test('la liste exportée, relue par une autre bibliothèque, est la base, champ par champ', async () => {
  const path = join(documents, 'personnes.xlsx')
  await exportList(path)
  await expect(app.page.getByText('4 personnes dans « personnes.xlsx ».')).toBeVisible()
  await openDataThread(app.page)
  await expect(app.page.getByRole('grid', { name: 'Liste des personnes' })).toBeVisible()
  const kept = (await callData(app.page, ['records', 'all'], 'people')) as readonly Person[]
  const present = kept.filter(({ deletedAt }) => deletedAt === null)
  expect(present).toHaveLength(4)
  const read = await readRows(path)
  const byId = (rows: readonly Row[]): Readonly<Record<string, Row>> =>
    Object.fromEntries(rows.map((row) => [String(row['Identifiant Maillage']), row]))
  expect(byId(read)).toEqual(byId(present.map(expected)))
})

test('une liste pour écrire laisse de côté qui ne veut pas ou ne peut pas l’être, et le dit', async () => {
  const path = join(documents, 'courriels.xlsx')
  await exportList(path, { purpose: 'Écrire par e-mail' })
  // Inès refused e-mails, Ali any contact, Jeanne died.
  await expect(app.page.getByText(/1\spersonne dans «\scourriels\.xlsx\s»\..*3\sn’y sont pas/u)).toBeVisible()
  expect((await readRows(path)).map((row) => row['Prénom'])).toEqual(['Loïc'])
})

test('les mêmes personnes en LibreOffice, en texte et en carnet d’adresses', async () => {
  const { page } = app
  await exportList(join(documents, 'p.ods'), { format: 'LibreOffice (.ods)' })
  await expect(page.getByText(/p\.ods/u)).toBeVisible()
  expect((await readFile(join(documents, 'p.ods'))).subarray(0, 2).toString()).toBe('PK')
  await exportList(join(documents, 'p.csv'), { format: 'Texte (.csv)' })
  await expect(page.getByText(/p\.csv/u)).toBeVisible()
  const csv = await readFile(join(documents, 'p.csv'), 'utf8')
  // What a spreadsheet would run is neutralised, phones are not.
  expect(csv).toContain(`;'=Le Goff;Inès;`)
  expect(csv).toContain(';+33612345678;+32470123456;')
  await exportList(join(documents, 'p.vcf'), { format: 'Carnet d’adresses (.vcf)' })
  await expect(page.getByText(/2\spersonnes dans «\sp\.vcf\s»\..*2\sn’y sont pas/u)).toBeVisible()
  const cards = await readFile(join(documents, 'p.vcf'), 'utf8')
  expect(cards.match(/BEGIN:VCARD/gu)).toHaveLength(2)
  expect(cards).not.toContain('Zidane')
})

test('un fichier ouvert ailleurs ou un dossier parti se disent en mots, et l’ancien fichier reste entier', async () => {
  const { page } = app
  const path = join(documents, 'liste.xlsx')
  await writeFile(path, 'ce qu’il y avait')
  await writeFile(join(documents, '.~lock.liste.xlsx#'), ',moi,portable,12.03.2026 10:00;')
  await exportList(path)
  await expect(page.getByText('« liste.xlsx » est ouvert dans un autre logiciel. Fermez-le, puis recommencez.')).toBeVisible()
  expect(await readFile(path, 'utf8')).toBe('ce qu’il y avait')
  await rm(join(documents, '.~lock.liste.xlsx#'))
  await exportList(join(documents, 'clé retirée', 'liste.xlsx'))
  await expect(page.getByText('Le dossier de « liste.xlsx » n’existe plus. Choisissez-en un autre.')).toBeVisible()
  expect(await readdir(documents)).toContain('liste.xlsx')
})

test('un disque plein se dit en mots, et l’ancien fichier reste entier', async () => {
  test.skip(process.getuid?.() !== 0, 'il faut être root pour monter un petit disque')
  const disk = join(folder.path, 'clé')
  await mkdir(disk)
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', disk])
  try {
    const path = join(disk, 'liste.xlsx')
    await writeFile(path, 'ce qu’il y avait')
    await writeFile(join(disk, 'plein'), Buffer.alloc(40_000)).catch(() => undefined)
    execFileSync('sh', ['-c', `cat /dev/zero > '${join(disk, 'reste')}' 2>/dev/null || true`])
    await exportList(path)
    await expect(app.page.getByText('Le disque est plein : « liste.xlsx » n’a pas été écrit, l’ancien fichier est intact.')).toBeVisible()
    expect(await readFile(path, 'utf8')).toBe('ce qu’il y avait')
    expect((await readdir(disk)).toSorted()).toEqual(['liste.xlsx', 'plein', 'reste'])
  } finally {
    execFileSync('umount', ['-l', disk])
  }
})
