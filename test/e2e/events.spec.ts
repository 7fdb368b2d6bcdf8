import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import { expect, test } from '@playwright/test'
import { makePerson, personId } from '#support/builders'
import { goTo, launchSeeded } from '#support/launch-seeded'
import type { LaunchedApp } from '#support/launch-options'
import { makeTemporaryFolder } from '#support/temporary-folder'

const seed = {
  people: [
    makePerson({ id: personId(1), firstName: 'Aïcha', lastName: 'Benali' }),
    makePerson({ id: personId(2), firstName: 'Bruno', lastName: 'Castel' }),
    makePerson({ id: personId(3), firstName: 'Béatrice', lastName: 'Castel' }),
  ],
}

let folder: Awaited<ReturnType<typeof makeTemporaryFolder>>
let app: LaunchedApp
test.beforeEach(async () => {
  folder = await makeTemporaryFolder()
  app = await launchSeeded({ userData: join(folder.path, 'profil'), documents: join(folder.path, 'Documents') }, seed, '2026-03-12')
  await goTo(app.page, '/events')
})
test.afterEach(async () => {
  await app.close()
  await folder.remove()
})

test('une liste d’émargement se saisit au clavier : on cherche, on valide, nom après nom', async () => {
  const { page } = app
  await page.getByRole('button', { name: 'Nouvel événement' }).first().click()
  await page.getByLabel('Nom').fill('Dîner des mentors')
  await page.getByLabel('Date', { exact: true }).fill('10/03/2026')
  // Escape never drops what was typed: it asks, and over the question it is « no ».
  await page.keyboard.press('Escape')
  await expect(page.getByRole('alertdialog', { name: 'Quitter sans enregistrer ?' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByLabel('Date', { exact: true })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Dîner des mentors' })).toBeVisible()

  const box = page.getByLabel('Qui est venu ?')
  await page.keyboard.press('/')
  await expect(box).toBeFocused()
  await page.keyboard.type('aicha')
  await expect(page.getByRole('option', { name: /Benali Aïcha/ })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('grid')).toContainText('Benali Aïcha')
  await page.keyboard.type('castel be')
  await expect(page.getByRole('option', { name: /Castel Béatrice/ })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('grid')).toContainText('Castel Béatrice')
  await page.keyboard.type('Yanis Morel')
  await expect(page.getByRole('option', { name: /Créer « Yanis Morel »/ })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('grid')).toContainText('Morel Yanis')

  await page.getByLabel('Présence de Aïcha Benali').selectOption({ label: 'excusé' })
  await page.getByLabel('Heures de Béatrice Castel').fill('1h30')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Retour' }).click()
  const row = page.getByRole('row', { name: /Dîner des mentors/ })
  await expect(row).toContainText('10 mars 2026')
  await expect(row.getByRole('gridcell').nth(4)).toHaveText('2')
  await expect(row.getByRole('gridcell').nth(5)).toHaveText('1\u00A0h\u00A030')
})

test('Ctrl+Z reprend la dernière coche', async () => {
  const { page } = app
  await page.getByRole('button', { name: 'Nouvel événement' }).first().click()
  await page.getByLabel('Nom').fill('Permanence')
  await page.getByRole('button', { name: 'Créer l’événement' }).click()
  await page.getByLabel('Qui est venu ?').fill('bruno')
  await page.getByRole('option', { name: /Castel Bruno/ }).click()
  await expect(page.getByRole('grid')).toContainText('Castel Bruno')
  await page.getByRole('heading', { level: 1 }).click()
  await page.keyboard.press('Control+z')
  await expect(page.getByRole('grid')).not.toContainText('Castel Bruno')
})

test('la feuille d’un événement à la corbeille se lit sans se modifier ; on l’en fait revenir d’un geste', async () => {
  const { page } = app
  await page.getByRole('button', { name: 'Nouvel événement' }).first().click()
  await page.getByLabel('Nom').fill('Permanence')
  await page.getByRole('button', { name: 'Créer l’événement' }).click()
  await page.getByLabel('Qui est venu ?').fill('bruno')
  await page.getByRole('option', { name: /Castel Bruno/ }).click()
  await expect(page.getByLabel('Présence de Bruno Castel')).toBeVisible()
  await page.getByRole('button', { name: 'Autres actions' }).click()
  await page.getByRole('menuitem', { name: 'Mettre à la corbeille' }).click()
  await expect(page.getByText(/sa feuille se lit sans se modifier/)).toBeVisible()
  const sheet = page.getByRole('region', { name: 'Feuille de présence' })
  await expect(sheet.getByRole('row', { name: /Castel Bruno/ })).toContainText('présent')
  await expect(sheet.getByRole('combobox')).toHaveCount(0)
  await expect(sheet.getByRole('textbox')).toHaveCount(0)
  await expect(sheet.getByRole('button', { name: /Retirer/ })).toHaveCount(0)
  await page.getByRole('button', { name: 'Faire revenir' }).click()
  await expect(page.getByLabel('Présence de Bruno Castel')).toBeVisible()
  await expect(page.getByLabel('Qui est venu ?')).toBeVisible()
})

test('la liste et la feuille sont accessibles', async () => {
  const { page } = app
  const seriousProblems = async (): Promise<unknown> => {
    const { violations } = await new AxeBuilder({ page }).analyze()
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => [id, nodes.map(({ html }) => html.slice(0, 200))])
  }
  expect(await seriousProblems()).toEqual([])
  await page.getByRole('button', { name: 'Nouvel événement' }).first().click()
  expect(await seriousProblems()).toEqual([])
  await page.getByLabel('Nom').fill('Permanence')
  await page.getByRole('button', { name: 'Créer l’événement' }).click()
  await page.getByLabel('Qui est venu ?').fill('bruno')
  await page.getByRole('option', { name: /Castel Bruno/ }).click()
  await expect(page.getByRole('grid')).toContainText('Castel Bruno')
  expect(await seriousProblems()).toEqual([])
})
