import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { builtInRoleKinds } from '#domain/role'
import { date, eventId, makeAddress, makeEvent, makePerson, makeSheet, personId } from '#support/builders'
import type { LaunchedApp } from '#support/launch-options'
import { launchSeeded } from '#support/launch-seeded'
import { makeTemporaryFolder } from '#support/temporary-folder'

const rennes = makeAddress({ postalCode: '35000', city: 'Rennes', communeCode: '35238' })
const present = { status: 'present', hours: null } as const
const seed = {
  roleKinds: builtInRoleKinds,
  people: [
    makePerson({ id: personId(1), firstName: 'Aïcha', lastName: 'Benali', addresses: [rennes] }),
    makePerson({ id: personId(2), firstName: 'Bruno', lastName: 'Castel', addresses: [rennes] }),
    makePerson({ id: personId(3), firstName: 'Chloé', lastName: 'Danton' }),
  ],
  events: [makeEvent({ date: date('2025-03-12') })],
  attendance: [makeSheet(eventId(1), { [personId(1)]: present, [personId(2)]: present, [personId(3)]: present })],
}

let folder: Awaited<ReturnType<typeof makeTemporaryFolder>>
let app: LaunchedApp
test.beforeEach(async () => {
  folder = await makeTemporaryFolder()
  app = await launchSeeded({ userData: join(folder.path, 'profil'), documents: join(folder.path, 'Documents') }, seed, '2026-03-12')
  await room(app.page, 'Territoires')
})
test.afterEach(async () => {
  await app.close()
  await folder.remove()
})
const room = (page: Page, name: string) => page.getByRole('navigation', { name: 'Rubriques' }).getByRole('link', { name }).click()
const line = (page: Page, name: string) => page.getByRole('grid', { name: 'Liste des territoires' }).getByRole('row', { name: new RegExp(name) })
const createRennes = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Nouveau territoire' }).click()
  await page.getByRole('combobox', { name: /^Nom/ }).fill('renn')
  await page.getByRole('option', { name: 'Rennes (Ille-et-Vilaine)' }).click()
  await expect(page.getByLabel('Codes')).toHaveValue('35238')
  await page.getByRole('button', { name: 'Créer le territoire' }).click()
  await expect(line(page, 'Rennes')).toBeVisible()
}

test('une commune créée à la main range d’elle-même ses habitants, et son compte ouvre leur liste', async () => {
  const { page } = app
  await createRennes(page)
  await expect(line(page, 'Rennes')).toContainText('commune')
  await expect(page.getByText('1 personne n’est dans aucun territoire.')).toBeVisible()
  await page.getByRole('button', { name: /^2 personnes dans Rennes/ }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Personnes du territoire Rennes' })).toBeVisible()
  await expect(page.getByRole('grid')).toContainText('Benali Aïcha')
  await expect(page.getByRole('grid')).toContainText('Castel Bruno')
  await expect(page.getByRole('grid')).not.toContainText('Danton')
  await room(page, 'Rapports')
  const split = page.getByRole('region', { name: 'Personnes', exact: true })
  await expect(split.getByRole('button', { name: /^Rennes/ }).first()).toContainText('2')
})

test('un territoire se range dans un autre, se renomme, va à la corbeille et en revient', async () => {
  const { page } = app
  await createRennes(page)
  await page.getByRole('button', { name: 'Nouveau territoire' }).click()
  await page.getByLabel('Type').selectOption({ label: 'région' })
  await page.getByRole('combobox', { name: /^Nom/ }).fill('Ouest')
  await page.getByRole('button', { name: 'Créer le territoire' }).click()
  await expect(line(page, 'Ouest')).toBeVisible()
  // A code belongs to one territory only, and a name is needed.
  await page.getByRole('button', { name: 'Nouveau territoire' }).click()
  await page.getByLabel('Codes').fill('35238')
  await page.getByRole('button', { name: 'Créer le territoire' }).click()
  await expect(page.getByText('Le code 35238 est déjà celui de « Rennes ».')).toBeVisible()
  await expect(page.getByText('Donnez un nom au territoire.')).toBeVisible()
  await page.getByRole('complementary', { name: 'Nouveau territoire' }).getByRole('button', { name: 'Annuler' }).click()

  await line(page, 'Rennes').getByText('Rennes').click()
  await page.getByRole('combobox', { name: /^Nom/ }).fill('Rennes centre')
  await page.getByRole('combobox', { name: 'Dans' }).click()
  // What is inside it could not hold it: only the other one is proposed.
  const proposed = page.getByRole('listbox', { name: 'Dans' }).getByRole('option')
  await expect(proposed).toHaveText(['Ouest'])
  await proposed.click()
  await page.getByRole('button', { name: 'Enregistrer' }).click()
  await expect(page.getByRole('button', { name: /^2 personnes dans Ouest/ })).toBeVisible()
  await expect(page.getByRole('button', { name: /^2 personnes dans Rennes centre/ })).toBeVisible()

  await line(page, 'Rennes centre').getByText('Rennes centre').click()
  await page.getByRole('button', { name: 'À la corbeille' }).click()
  await expect(line(page, 'Rennes centre')).toBeHidden()
  await page.getByRole('button', { name: 'Autres actions' }).click()
  await page.getByRole('menuitem', { name: 'Corbeille' }).click()
  await page.getByRole('button', { name: 'Faire revenir « Rennes centre »' }).click()
  await page.getByRole('button', { name: 'Tous les territoires' }).click()
  await expect(page.getByRole('button', { name: /^2 personnes dans Rennes centre/ })).toBeVisible()
  await page.getByRole('heading', { level: 1 }).click()
  await page.keyboard.press('Control+z')
  await expect(line(page, 'Rennes centre')).toBeHidden()
})

test('une sélection de personnes se range dans un territoire ; la fiche dit d’où vient le sien', async () => {
  const { page } = app
  await createRennes(page)
  await room(page, 'Personnes')
  const grid = page.getByRole('grid', { name: 'Liste des personnes' })
  await expect(grid.getByRole('row', { name: /Danton/ })).toBeVisible()
  await grid.focus()
  await page.keyboard.press('End')
  await page.keyboard.press('Space')
  await page.getByRole('button', { name: 'Territoire', exact: true }).click()
  await page.getByLabel('Chercher un territoire').fill('ren')
  await page.getByRole('button', { name: 'Rennes', exact: true }).click()
  await expect(page.getByText('1 personne rangée dans Rennes.')).toBeVisible()
  await grid.getByRole('row', { name: /Castel/ }).dblclick()
  await expect(page.getByRole('heading', { level: 1, name: /Castel/ })).toBeVisible()
  await expect(page.getByRole('term').filter({ hasText: 'Territoire' })).toBeVisible()
  await page.getByRole('button', { name: 'Modifier' }).click()
  await expect(page.getByPlaceholder(/d’après l’adresse.*Rennes/)).toBeVisible()
  await room(page, 'Territoires')
  await expect(page.getByRole('button', { name: /^3 personnes dans Rennes/ })).toBeVisible()
})
