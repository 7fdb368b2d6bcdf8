import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import { expect, test, type Page } from '@playwright/test'
import { read, utils } from 'xlsx'
import { applyImport, checkRows, countPeople, goToImport, importFile, openFile, receiptLine } from '#support/import-screens'
import { launchApp } from '#support/launch'
import type { LaunchedApp } from '#support/launch-options'
import { messyMembers } from '#support/messy-members'
import { makeTemporaryFolder } from '#support/temporary-folder'
import { saveWorkbook, type SheetCell } from '#support/workbook'

// The first hour: spreadsheets in, as they are, without fear.
let folder: Awaited<ReturnType<typeof makeTemporaryFolder>>
let app: LaunchedApp
const launch = (): Promise<LaunchedApp> => launchApp({ userData: join(folder.path, 'profil'), documents: join(folder.path, 'Documents') })

test.beforeEach(async () => {
  folder = await makeTemporaryFolder()
  app = await launch()
})
test.afterEach(async () => {
  await app.close()
  await folder.remove()
})

const workbook = (name: string, rows: readonly (readonly SheetCell[])[]): Promise<string> => saveWorkbook(join(folder.path, name), { Feuille1: rows })

const tab = (name: string) => app.page.getByRole('tab', { name: new RegExp(`^${name}`, 'u') })
const expectAccessible = async (page: Page): Promise<void> => {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)).toEqual([])
}

test('un tableur désordonné : compris, corrigé sur place, importé ; la seconde fois rien ne change ; annulé, il ne reste rien', async () => {
  const { page } = app
  const file = await workbook('membres 2019-2025.xlsx', messyMembers)
  await goToImport(page)
  await expectAccessible(page)
  await openFile(app, file)
  await expect(page.getByText('En-tête en ligne 3')).toBeVisible()
  await expect(page.getByText('12/03/1998 → 12 mars 1998')).toBeVisible()
  await expectAccessible(page)

  await checkRows(app)
  await expect(tab('Problèmes')).toContainText('3')
  await expect(tab('Rejetées')).toContainText('1')
  await expectAccessible(page)
  await page.getByRole('gridcell', { name: '31/02/1980' }).dblclick()
  await page.keyboard.type('28/02/1980')
  await page.keyboard.press('Tab')
  // Tab went to the next cell to mend: the row without a name.
  await page.keyboard.type('Moreau')
  await page.keyboard.press('Tab')
  await page.keyboard.type('zoe.petit@exemple.fr')
  await page.keyboard.press('Enter')
  await expect(tab('Problèmes')).toContainText('0')
  await expect(tab('À créer')).toContainText('7')

  await applyImport(app)
  await expect(receiptLine(page, 'Fiches créées')).toHaveText('7')
  await expect(receiptLine(page, 'Lignes rejetées')).toHaveText('0')
  await expectAccessible(page)
  expect(await countPeople(page)).toBe(7)

  await page.getByRole('link', { name: 'Importer' }).click()
  await page.getByRole('button', { name: 'Importer un autre fichier' }).click()
  await openFile(app, file)
  await checkRows(app)
  await expect(page.getByText('Tout est déjà connu')).toBeVisible()
  await expect(tab('Identiques')).toContainText('6')
  await page.getByRole('button', { name: 'Terminer' }).click()
  expect(await countPeople(page)).toBe(7)

  await page.getByRole('link', { name: 'Importer' }).click()
  await page.getByRole('button', { name: 'Annuler cet import' }).click()
  await expect(page.getByText('L’import de « membres 2019-2025.xlsx » est annulé.')).toBeVisible()
  expect(await countPeople(page)).toBe(0)
})

test('une ligne qui pourrait être quelqu’un de connu se décide au clavier', async () => {
  const { page } = app
  await goToImport(page)
  await openFile(
    app,
    await workbook('a.xlsx', [
      ['Nom', 'Prénom', 'E-mail', 'Ville'],
      ['Martin', 'Paul', 'paul@exemple.fr', 'Rennes'],
      ['Durand', 'Camille', 'camille@exemple.fr', 'Brest'],
    ]),
  )
  await checkRows(app)
  await applyImport(app)
  await page.getByRole('button', { name: 'Importer un autre fichier' }).click()
  await openFile(
    app,
    await workbook('b.xlsx', [
      ['Nom', 'Prénom', 'E-mail', 'Genre'],
      ['Martin', 'Paul', 'p.martin@autre.fr', 'H'],
      ['Durand', 'Camille', 'c.durand@autre.fr', 'F'],
    ]),
  )
  await checkRows(app)
  await expect(tab('À décider')).toContainText('2')
  await expectAccessible(page)
  await page.getByRole('region', { name: 'Paul Martin, ligne 2' }).focus()
  await page.keyboard.press('1')
  await expect(page.getByRole('region', { name: 'Camille Durand, ligne 3' })).toBeFocused()
  await page.keyboard.press('n')
  await expect(tab('À modifier')).toContainText('1')
  await expect(tab('À créer')).toContainText('1')
  await tab('À modifier').click()
  await expect(page.getByText('p.martin@autre.fr')).toBeVisible()
  await expectAccessible(page)
  await applyImport(app)
  await expect(receiptLine(page, 'Fiches modifiées')).toHaveText('1')
  expect(await countPeople(page)).toBe(3)
})

test('une grille de présence devient des événements', async () => {
  const { page } = app
  await goToImport(page)
  await openFile(
    app,
    await workbook('présences.xlsx', [
      ['Nom', 'Prénom', 'Atelier CV 12/01/2026', 'Sortie 03/02/2026'],
      ['Martin', 'Paul', 'X', 'oui'],
      ['Durand', 'Camille', '', '1'],
    ]),
  )
  await checkRows(app)
  await applyImport(app)
  await expect(receiptLine(page, 'Événements créés')).toHaveText('2')
  await expect(receiptLine(page, 'Présences notées')).toHaveText('3')
  await page.getByRole('link', { name: 'Événements' }).click()
  await expect(page.getByText('Atelier CV').first()).toBeVisible()
})

test('une grille dont les colonnes sont des personnes est retournée, et le dit', async () => {
  const { page } = app
  await goToImport(page)
  await openFile(
    app,
    await workbook('émargement.xlsx', [
      ['Date', 'Atelier', 'Anne Dupont', 'Marc Martin', 'Élodie Petit'],
      ['12/01/2026', 'Atelier CV', 'X', '', 'X'],
      ['03/02/2026', 'Sortie', '', '9h-12h', 'absente'],
    ]),
  )
  await expect(page.getByText('Ce tableau a une personne par colonne')).toBeVisible()
  await checkRows(app)
  await applyImport(app)
  await expect(receiptLine(page, 'Événements créés')).toHaveText('2')
  await expect(receiptLine(page, 'Présences notées')).toHaveText('4')
})

test('deux personnes dans une cellule n’en deviennent jamais une', async () => {
  const { page } = app
  await goToImport(page)
  await openFile(
    app,
    await workbook('foyers.xlsx', [
      ['Nom', 'Prénom', 'E-mail'],
      ['Dupont', 'Anne et Marc', 'foyer@exemple.fr'],
      ['Martin', 'Paul', 'paul@exemple.fr'],
    ]),
  )
  await checkRows(app)
  await tab('Rejetées').click()
  await expect(page.getByText('Plusieurs personnes sur une ligne').first()).toBeVisible()
  await applyImport(app)
  expect(await countPeople(page)).toBe(1)
})

test('une colonne sensible se décide avant que rien n’en soit gardé', async () => {
  const { page } = app
  await goToImport(page)
  await openFile(
    app,
    await workbook('santé.xlsx', [
      ['Nom', 'Prénom', 'Handicap'],
      ['Martin', 'Paul', 'oui'],
    ]),
  )
  await page.getByRole('button', { name: 'Ce que devient la colonne « Handicap »' }).click()
  await page.getByRole('option', { name: 'Nouveau champ personnalisé…' }).click()
  await expect(page.getByRole('region', { name: 'Données sensibles' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Vérifier les lignes' })).toBeDisabled()
  await page.getByRole('button', { name: 'Laisser ces colonnes de côté' }).click()
  await expect(page.getByRole('button', { name: 'Vérifier les lignes' })).toBeEnabled()
})

test('les lignes rejetées sortent dans un fichier qui dit ce qui ne va pas', async () => {
  const { page } = app
  const saved = join(folder.path, 'à corriger.xlsx')
  await goToImport(page)
  await openFile(
    app,
    await workbook('membres.xlsx', [
      ['Nom', 'Prénom', 'CP'],
      ['Martin', 'Paul', '01000'],
      ['', '', '02100'],
    ]),
  )
  await checkRows(app)
  await applyImport(app)
  await app.answerDialogs([{ save: saved }])
  await page.getByRole('button', { name: 'Enregistrer les lignes rejetées' }).click()
  await expect(page.getByText('est enregistré : corrigez-le')).toBeVisible()
  const [sheet] = Object.values(read(await readFile(saved)).Sheets)
  expect(utils.sheet_to_json(sheet ?? {}, { header: 1, defval: null })).toEqual([
    ['Nom', 'Prénom', 'CP', 'Problème'],
    [null, null, '02100', 'Aucun nom sur cette ligne'],
  ])
})

test('un tableau copié dans un tableur se colle', async () => {
  const { page } = app
  await goToImport(page)
  await page.evaluate(() => {
    const data = new DataTransfer()
    data.setData('text/plain', 'Nom\tPrénom\tTéléphone\nMartin\tPaul\t06 00 00 00 03\n')
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
  })
  await expect(page.getByRole('heading', { name: 'Ce que nous avons compris' })).toBeVisible()
  await checkRows(app)
  await applyImport(app)
  await expect(receiptLine(page, 'Fiches créées')).toHaveText('1')
})

test('un fichier illisible est refusé avec ce qu’il faut faire', async () => {
  const { page } = app
  await goToImport(page)
  await app.answerDialogs([{ open: [join(folder.path, 'parti.xlsx')] }])
  await page.getByRole('button', { name: 'Choisir des fichiers' }).click()
  await expect(page.getByRole('alert')).toContainText('ne peut pas être ouvert')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Choisir un autre fichier' }).click()
  await expect(page.getByRole('button', { name: 'Choisir des fichiers' })).toBeVisible()
})

test('tué au milieu de l’écriture, rien n’est à moitié importé', async () => {
  const rows = [
    ['Nom', 'Prénom', 'E-mail'],
    ...Array.from({ length: 4_000 }, (_, index) => [`Nom${index}`, `Prénom${index}`, `personne${index}@exemple.fr`]),
  ]
  await goToImport(app.page)
  await openFile(app, await workbook('grand.xlsx', rows))
  await checkRows(app)
  await app.page.getByRole('button', { name: /^Importer \d/u }).click()
  await expect(app.page.getByText('Enregistrement en cours')).toBeVisible()
  await app.kill()

  app = await launch()
  const { page } = app
  // A killed browser may well find nothing at its next start: then the app says so, and gives back what was written.
  const lost = page.getByRole('button', { name: 'Retrouver mes données' })
  const welcome = page.getByRole('heading', { name: 'Bienvenue dans Maillage' })
  await expect(
    lost
      .or(page.getByRole('link', { name: 'Accueil' }))
      .or(welcome)
      .first(),
  ).toBeVisible()
  if (await lost.isVisible()) await lost.click()
  await expect(page.getByRole('link', { name: 'Accueil' }).or(welcome).first()).toBeVisible()
  expect([0, 4_000]).toContain((await welcome.isVisible()) ? 0 : await countPeople(page))
})

test('« Annuler » pendant la lecture ramène au début, et rien n’est gardé', async () => {
  const { page } = app
  const path = join(folder.path, 'très-grand.csv')
  const line = 'Durand;Camille;camille.durand@exemple.fr;0612345678;35000;Rennes;bénévole;2021-09-01;une remarque assez longue pour peser\n'
  await writeFile(path, `Nom;Prénom;E-mail;Téléphone;Code postal;Ville;Rôle;Début;Remarque\n${line.repeat(400_000)}`)
  await goToImport(page)
  await app.answerDialogs([{ open: [path] }])
  await page.getByRole('button', { name: 'Choisir des fichiers' }).click()
  await expect(page.getByRole('progressbar')).toBeVisible()
  await page.getByRole('button', { name: 'Annuler', exact: true }).click()
  await expect(page.getByRole('button', { name: 'Choisir des fichiers' })).toBeVisible()
  await expect(page.getByRole('progressbar')).toHaveCount(0)
  await expect(page.getByText('très-grand.csv')).toHaveCount(0)
  expect(await countPeople(page)).toBe(0)
  // The way is free for another file.
  await writeFile(path, 'Nom;Prénom\nBenali;Aïcha\n')
  await importFile(app, path)
  expect(await countPeople(page)).toBe(1)
})
