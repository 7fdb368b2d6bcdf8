import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import { expect, test, type Page } from '@playwright/test'
import exceljs from 'exceljs'
import { extractText } from 'unpdf'
import { defaultSettings } from '#domain/settings'
import {
  date,
  eventId,
  hoursId,
  makeEvent,
  makeHours,
  makePerson,
  makeRole,
  makeSheet,
  makeTerritory,
  personId,
  roleId,
  rolesById,
  territoryId,
} from '#support/builders'
import { goTo, launchSeeded } from '#support/launch-seeded'
import type { LaunchedApp } from '#support/launch-options'
import { makeTemporaryFolder } from '#support/temporary-folder'

const present = { status: 'present', hours: null } as const
const seed = {
  settings: [{ ...defaultSettings, associationName: 'Les Passerelles' }],
  people: [
    makePerson({
      id: personId(1),
      firstName: 'Aïcha',
      lastName: 'Benali',
      gender: 'female',
      birthDate: date('2009-05-02'),
      territoryId: territoryId(1),
      roles: rolesById(makeRole({ id: roleId(1), start: date('2023-09-01') })),
    }),
    makePerson({ id: personId(2), firstName: 'Bruno', lastName: 'Castel', gender: 'male', birthDate: date('1998') }),
    makePerson({ id: personId(3), firstName: 'Chloé', lastName: 'Danton' }),
  ],
  territories: [makeTerritory()],
  events: [
    makeEvent({ id: eventId(1), name: 'Atelier CV', date: date('2025-02-10'), place: '=Salle "A"' }),
    makeEvent({ id: eventId(2), name: 'Fête', date: date('2024-06-21') }),
    makeEvent({ id: eventId(3), name: 'Galette', date: date('2023-01-14') }),
  ],
  attendance: [
    makeSheet(eventId(1), { [personId(1)]: present, [personId(2)]: { status: 'present', hours: 2.5 } }),
    makeSheet(eventId(2), { [personId(1)]: present, [personId(3)]: present }),
    makeSheet(eventId(3), { [personId(3)]: present }),
  ],
  hours: [makeHours({ id: hoursId(1), personId: personId(2), date: date('2025-03-01'), hours: 3, task: 'accueil' })],
}

let folder: Awaited<ReturnType<typeof makeTemporaryFolder>>
let app: LaunchedApp
test.beforeEach(async () => {
  folder = await makeTemporaryFolder()
  app = await launchSeeded({ userData: join(folder.path, 'profil'), documents: join(folder.path, 'Documents') }, seed, '2026-03-12')
  await goTo(app.page, '/reports')
  await expect(app.page.getByRole('heading', { name: 'Rapport d’activité – Les Passerelles' })).toBeVisible()
})
test.afterEach(async () => {
  await app.close()
  await folder.remove()
})
const summaryRow = (page: Page, name: string) => page.getByRole('region', { name: 'Synthèse' }).getByRole('row', { name: new RegExp(`^${name}`) })

test('l’année terminée est choisie d’elle-même, chaque chiffre ouvre sa liste', async () => {
  const { page } = app
  await expect(page.getByText('Du 1er janvier 2025 au 31 décembre 2025')).toBeVisible()
  await expect(summaryRow(page, 'dont personnes actives').getByRole('cell')).toHaveText(['2', '2', '0'])
  await expect(summaryRow(page, 'Nouvelles personnes').getByRole('cell')).toHaveText(['1', '0', '+1'])
  await expect(summaryRow(page, 'Personnes fidèles').getByRole('cell')).toHaveText(['1', '1', '0'])
  await expect(summaryRow(page, 'Personnes revenues').getByRole('cell')).toHaveText(['0', '1', '\u22121'])
  await expect(summaryRow(page, 'Personnes parties').getByRole('cell')).toHaveText(['1', '0', '+1'])
  await expect(summaryRow(page, 'Taux de fidélité').getByRole('cell')).toHaveText(['50', '100', '\u221250'])
  await expect(summaryRow(page, 'Heures données').getByRole('cell').first()).toHaveText('5,5')
  await summaryRow(page, 'Personnes parties').getByRole('button').first().click()
  await expect(page.getByRole('grid')).toContainText('Danton Chloé')
  await expect(page.getByRole('grid')).not.toContainText('Benali')
  await expect(page.getByText('Actives pendant la période précédente, plus depuis.')).toBeVisible()
})

test('le classeur a ses six feuilles, aux chiffres de l’écran, relues par une autre bibliothèque', async () => {
  const { page } = app
  const path = join(folder.path, 'Documents', 'rapport.xlsx')
  await app.answerDialogs([{ save: path }])
  await page.getByRole('button', { name: 'Enregistrer le classeur' }).click()
  await expect(page.getByText(/rapport\.xlsx.*est enregistré/)).toBeVisible()
  const workbook = new exceljs.Workbook()
  await workbook.xlsx.readFile(path)
  expect(workbook.worksheets.map(({ name }) => name)).toEqual(['Synthèse', 'Personnes', 'Événements', 'Heures', 'Fidélité', 'Méthode'])
  const valuesOf = (sheet: string): readonly unknown[][] => {
    const rows: unknown[][] = []
    workbook.getWorksheet(sheet)?.eachRow((row) => rows.push((row.values as unknown[]).slice(1)))
    return rows
  }
  expect(valuesOf('Synthèse')[0]).toEqual(['Rapport d’activité – Les Passerelles – Synthèse'])
  expect(valuesOf('Synthèse')).toContainEqual(['dont personnes actives', 2, 2, 0])
  expect(valuesOf('Synthèse')).toContainEqual(['Personnes revenues', 0, 1, -1])
  let signed = ''
  workbook.getWorksheet('Synthèse')?.eachRow((row) => {
    if (row.getCell(1).value === 'Personnes revenues') signed = row.getCell(4).numFmt
  })
  expect(signed).toBe('+#,##0;"\u2212"#,##0;0')
  expect(valuesOf('Événements')).toContainEqual(['Atelier CV', new Date('2025-02-10T00:00:00Z'), undefined, '=Salle "A"', 'sur place', 2, 2, 2.5])
  expect(valuesOf('Heures')).toContainEqual(['accueil', 3, 1])
  expect(valuesOf('Personnes')).toContainEqual(['Par territoire', 'Rennes', 1, 0.5])
  expect(valuesOf('Personnes')).toContainEqual(['Par âge', 'non renseigné', 0, 0])
  expect(valuesOf('Fidélité').at(-1)?.[0]).toBe('2025')
  const shown = await page.getByRole('region', { name: 'Synthèse' }).getByRole('row').count()
  expect(valuesOf('Synthèse')).toHaveLength(shown + 4)
})

test('« Retour » d’une liste retrouve la période choisie, au même endroit du rapport', async () => {
  const { page } = app
  // By the menu, as people do: an address set from outside is no step of the history.
  await page.getByRole('link', { name: 'Accueil' }).click()
  await page.getByRole('link', { name: 'Rapports' }).click()
  await page.getByLabel('Période').selectOption({ label: 'Année 2024' })
  await expect(page.getByText('Du 1er janvier 2024 au 31 décembre 2024')).toBeVisible()
  const cell = page.getByRole('table', { name: 'Fidélité' }).getByRole('row', { name: /^2024/ }).getByRole('button').first()
  await cell.scrollIntoViewIfNeeded()
  const main = page.locator('main')
  const height = await main.evaluate((element) => element.scrollTop)
  expect(height).toBeGreaterThan(100)
  await cell.click()
  await expect(page.getByRole('grid')).toBeVisible()
  await page.getByRole('button', { name: 'Retour' }).click()
  await expect(page.getByText('Du 1er janvier 2024 au 31 décembre 2024')).toBeVisible()
  await expect.poll(() => main.evaluate((element) => element.scrollTop)).toBe(height)
})

test('le PDF est la page, sur papier', async () => {
  const { page } = app
  const path = join(folder.path, 'Documents', 'rapport.pdf')
  await app.answerDialogs([{ save: path }])
  await page.getByRole('button', { name: 'Enregistrer le PDF' }).click()
  await expect(page.getByText(/rapport\.pdf.*est enregistré/)).toBeVisible()
  const bytes = await readFile(path)
  expect(bytes.subarray(0, 5).toString('latin1')).toBe('%PDF-')
  expect(bytes.length).toBeGreaterThan(20_000)
  // Read back, it says every line of the page's tables, figures included; blanks are the business of whoever draws, and headers fold.
  const { text } = await extractText(new Uint8Array(bytes), { mergePages: true })
  const bare = (words: string): string => words.normalize('NFKC').replaceAll(/\s+/gu, '')
  const printed = bare(text)
  const rows = page.getByRole('article').locator('tbody').getByRole('row')
  const lines = await rows.evaluateAll((found) => found.map((row) => [...row.children].map(({ textContent }) => textContent).join(' ')))
  expect(lines.length).toBeGreaterThan(25)
  expect(lines.filter((line) => !printed.includes(bare(line)))).toEqual([])
  expect(printed).toContain(bare('Personnes revenues 0 1 −1'))
})

test('d’une date à une autre, et une heure donnée a la valeur que l’on dit', async () => {
  const { page } = app
  await page.getByLabel('Période').selectOption({ label: 'D’une date à une autre' })
  await page.getByLabel('Premier jour').fill('01/03/2025')
  await page.getByLabel('Valeur d’une heure donnée, en euros').fill('15,5')
  await page.getByLabel('Source de ce taux').fill('AG du 12 mars')
  await expect(page.getByText('Du 1er mars 2025 au 31 décembre 2025')).toBeVisible()
  await expect(summaryRow(page, 'Valeur des heures').getByRole('cell').first()).toHaveText('46,5')
  await expect(page.getByText(/évaluées à 15,5.€ l’heure\. Source.: AG du 12 mars/)).toBeVisible()
})

test('les petits nombres se masquent, et la page reste lisible par tous', async () => {
  const { page } = app
  const crossing = page.getByRole('table', { name: 'Âge et genre' })
  await expect(crossing.getByRole('row', { name: /^16 à 17 ans/ }).getByRole('cell')).toHaveText(['1', '0', '0', '0'])
  await page.getByLabel('Masquer les petits nombres des croisements').check()
  await expect(crossing.getByText('masqué').first()).toBeVisible()
  await expect(crossing.getByRole('button')).toHaveCount(0)
  await expect(page.getByText(/les nombres de moins de 5 sont masqués/)).toBeVisible()
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html.slice(0, 120))])).toEqual([])
})
