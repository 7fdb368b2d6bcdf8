import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import exceljs from 'exceljs'
import { strFromU8, unzipSync } from 'fflate'
import { extractText } from 'unpdf'
import { builtInRoleKinds } from '#domain/role'
import { defaultSettings } from '#domain/settings'
import { date, makeAddress, makePerson, makeRole, personId, roleId, rolesById } from '#support/builders'
import { goTo, launchSeeded } from '#support/launch-seeded'
import type { LaunchedApp } from '#support/launch-options'
import { makeTemporaryFolder } from '#support/temporary-folder'

const home = makeAddress({ street: '3 rue des Lilas', postalCode: '01000', city: 'Bourg-en-Bresse' })
const mail = (address: string) => [{ address, label: 'home' as const }]
const seed = {
  settings: [{ ...defaultSettings, associationName: 'Les Passerelles' }],
  roleKinds: builtInRoleKinds,
  people: [
    makePerson({
      id: personId(1),
      firstName: 'Aïcha',
      lastName: 'Benali',
      gender: 'female',
      emails: mail('aicha@exemple.fr'),
      addresses: [makeAddress({ street: 'Appartement 12, 8 quai Haut', postalCode: '35000', city: 'Rennes' })],
      roles: rolesById(makeRole({ id: roleId(1), start: date('2023-09-01') })),
    }),
    makePerson({ id: personId(2), firstName: 'Inès', lastName: 'Le Goff', gender: 'female', emails: mail('famille@exemple.fr'), addresses: [home] }),
    makePerson({ id: personId(3), firstName: 'Loïc', lastName: 'Le Goff', emails: mail('Famille@exemple.fr'), addresses: [home] }),
    makePerson({ id: personId(4), firstName: 'Ali', lastName: 'Opposé', emails: mail('ali@exemple.fr'), addresses: [home], doNotContact: true }),
    makePerson({ id: personId(5), firstName: 'Jeanne', lastName: 'Zola', emails: mail('jeanne@exemple.fr'), addresses: [home], deceased: true }),
    makePerson({
      id: personId(6),
      firstName: 'Rose',
      lastName: 'Refus',
      emails: mail('rose@exemple.fr'),
      consents: { 'email:events': { given: false, on: null, source: '' } },
    }),
  ],
}

let folder: Awaited<ReturnType<typeof makeTemporaryFolder>>
let app: LaunchedApp
test.beforeEach(async () => {
  folder = await makeTemporaryFolder()
  app = await launchSeeded({ userData: join(folder.path, 'profil'), documents: folder.path }, seed, '2026-03-12')
  await goTo(app.page, '/people')
  await expect(app.page.getByRole('grid', { name: 'Liste des personnes' })).toBeVisible()
})
test.afterEach(async () => {
  await app.close()
  await folder.remove()
})

const write = async (page: Page, what: string): Promise<void> => {
  await page.getByRole('button', { name: 'Écrire', exact: true }).click()
  await page.getByRole('menuitem', { name: what }).click()
}

test('une lettre à trois personnes : un modèle gardé, un manque dit, une page chacun dans Word et en PDF', async () => {
  const { page } = app
  await write(page, 'Lettre')
  const dialog = page.getByRole('dialog', { name: 'Lettre' })
  await expect(dialog.getByText('3 lettres, une page par personne')).toBeVisible()
  await expect(dialog.getByText('3 personnes n’y sont pas')).toBeVisible()
  await dialog.getByRole('textbox', { name: 'Objet' }).fill('Merci')
  await dialog.getByRole('textbox', { name: 'Texte' }).fill('Bonjour ')
  await dialog.getByRole('button', { name: 'prénom' }).click()
  await dialog.getByRole('textbox', { name: 'Texte' }).pressSequentially(', notre {{role}} {{surnom}}')
  await expect(dialog.getByText('« surnom » n’est pas un champ : ces mots seront imprimés tels quels.')).toBeVisible()
  await expect(dialog.getByText('« rôle » : rien pour 2 personnes (Inès Le Goff et Loïc Le Goff).')).toBeVisible()
  const preview = dialog.getByRole('region', { name: 'Aperçu' })
  await expect(preview).toContainText('Bonjour Aïcha, notre bénévole')
  await dialog.getByRole('button', { name: 'Lettre suivante' }).click()
  await expect(preview).toContainText('Bonjour Inès, notre')

  await dialog.getByRole('button', { name: 'Garder ce modèle' }).click()
  await page.getByRole('textbox', { name: 'Nom du modèle' }).fill('Remerciement')
  await page.getByRole('textbox', { name: 'Nom du modèle' }).press('Enter')
  await expect(page.getByText('Modèle « Remerciement » gardé.')).toBeVisible()

  await app.answerDialogs([{ save: join(folder.path, 'lettres.docx') }])
  await dialog.getByRole('button', { name: 'Word' }).click()
  await expect(page.getByText('« lettres.docx » est enregistré.')).toBeVisible()
  const { 'word/document.xml': xml } = unzipSync(await readFile(join(folder.path, 'lettres.docx')))
  const document = strFromU8(xml ?? new Uint8Array())
  const texts = document.split('<w:pageBreakBefore/>').map((part) => [...part.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/gu)].map(([, text]) => text))
  expect(texts).toEqual([
    [
      'Les Passerelles',
      'Aïcha Benali',
      'Appartement 12',
      '8 quai Haut',
      '35000 RENNES',
      'Objet\u00A0: Merci',
      'Bonjour Aïcha, notre bénévole {{surnom}}',
    ],
    ['Les Passerelles', 'Inès Le Goff', '3 rue des Lilas', '01000 BOURG EN BRESSE', 'Objet\u00A0: Merci', 'Bonjour Inès, notre  {{surnom}}'],
    ['Les Passerelles', 'Loïc Le Goff', '3 rue des Lilas', '01000 BOURG EN BRESSE', 'Objet\u00A0: Merci', 'Bonjour Loïc, notre  {{surnom}}'],
  ])

  await app.answerDialogs([{ save: join(folder.path, 'lettres.pdf') }])
  await dialog.getByRole('button', { name: 'PDF' }).click()
  await expect(page.getByText('« lettres.pdf » est enregistré.')).toBeVisible()
  const pdf = await extractText(new Uint8Array(await readFile(join(folder.path, 'lettres.pdf'))))
  expect(pdf.totalPages).toBe(3)
  expect(pdf.text[1]).toContain('Bonjour Inès')
  expect(pdf.text[1]).not.toContain('Loïc')

  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await write(page, 'Lettre')
  await dialog.getByRole('combobox', { name: 'Modèle' }).click()
  await page.getByRole('option', { name: 'Remerciement' }).click()
  await expect(dialog.getByRole('textbox', { name: 'Objet' })).toHaveValue('Merci')
})

test('des étiquettes : une par foyer, à leur place sur la planche, et qui n’en a pas est dit et s’enregistre', async () => {
  const { page } = app
  await write(page, 'Étiquettes d’adresse')
  const dialog = page.getByRole('dialog', { name: 'Étiquettes d’adresse' })
  await expect(dialog.getByText('2 étiquettes sur 1 planche')).toBeVisible()
  await expect(dialog.getByText('ne pas contacter (1)')).toBeVisible()
  await expect(dialog.getByText('pas d’adresse connue (1)')).toBeVisible()
  // The last place of a sheet of twenty-one, then the first of the next.
  await dialog.getByRole('textbox', { name: 'Commencer à l’étiquette n°' }).fill('21')
  await expect(dialog.getByText('2 étiquettes sur 2 planches')).toBeVisible()
  await app.answerDialogs([{ save: join(folder.path, 'etiquettes.pdf') }])
  await dialog.getByRole('button', { name: 'PDF' }).click()
  await expect(page.getByText('« etiquettes.pdf » est enregistré.')).toBeVisible()
  const { text, totalPages } = await extractText(new Uint8Array(await readFile(join(folder.path, 'etiquettes.pdf'))))
  expect(totalPages).toBe(2)
  expect(text.map((one) => one.replaceAll(/\s+/gu, ' ').trim())).toEqual([
    'Aïcha Benali Appartement 12 8 quai Haut 35000 RENNES',
    'Inès et Loïc Le Goff 3 rue des Lilas 01000 BOURG EN BRESSE',
  ])

  await app.answerDialogs([{ save: join(folder.path, 'ecartees.xlsx') }])
  await dialog.getByRole('button', { name: 'Enregistrer cette liste…' }).click()
  await expect(page.getByText('« ecartees.xlsx » est enregistré.')).toBeVisible()
  const book = new exceljs.Workbook()
  await book.xlsx.readFile(join(folder.path, 'ecartees.xlsx'))
  const rows = book.worksheets[0]?.getSheetValues().slice(2) ?? []
  expect(rows.map((row) => (Array.isArray(row) ? row.slice(1) : row))).toEqual([
    ['Opposé', 'Ali', 'ne pas contacter'],
    ['Refus', 'Rose', 'pas d’adresse connue'],
    ['Zola', 'Jeanne', 'décès'],
  ])
})

test('les adresses d’une sélection se copient par lots et s’ouvrent en copie cachée ; les badges se découpent par huit', async () => {
  const { page } = app
  await page.getByRole('grid', { name: 'Liste des personnes' }).getByRole('checkbox').first().click()
  await page
    .getByRole('toolbar', { name: /s.lection/iu })
    .getByRole('button', { name: 'Écrire' })
    .click()
  await page.getByRole('menuitem', { name: 'Copier les adresses e-mail' }).click()
  const dialog = page.getByRole('dialog', { name: 'Copier les adresses e-mail' })
  await expect(dialog.getByText('refuse ce moyen de contact (1)')).toBeVisible()
  await dialog.getByRole('textbox', { name: 'Adresses par lot' }).fill('1')
  await dialog.getByRole('button', { name: 'Copier le lot 2' }).click()
  await expect(dialog.getByRole('status').filter({ hasText: 'Copié' })).toHaveCount(1)
  await dialog.getByRole('textbox', { name: 'Adresses par lot' }).fill('50')
  await dialog.getByRole('button', { name: 'Ouvrir la messagerie avec le lot 1' }).click()
  await expect.poll(() => app.acts()).toContainEqual({ kind: 'link', url: 'mailto:?bcc=aicha%40exemple.fr,famille%40exemple.fr' })
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()

  await page
    .getByRole('toolbar', { name: /s.lection/iu })
    .getByRole('button', { name: 'Écrire' })
    .click()
  await page.getByRole('menuitem', { name: 'Badges' }).click()
  await page.getByRole('textbox', { name: 'Événement' }).fill('Rencontre de printemps')
  await app.answerDialogs([{ save: join(folder.path, 'badges.pdf') }])
  await page.getByRole('button', { name: 'PDF' }).click()
  await expect(page.getByText('« badges.pdf » est enregistré.')).toBeVisible()
  const { text, totalPages } = await extractText(new Uint8Array(await readFile(join(folder.path, 'badges.pdf'))))
  expect(totalPages).toBe(1)
  expect(text[0]?.match(/Rencontre de printemps/gu)).toHaveLength(5)
  expect(text[0]).toContain('Opposé')
  expect(text[0]).not.toContain('Zola')
})
