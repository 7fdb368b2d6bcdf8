import AxeBuilder from '@axe-core/playwright'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { builtInRoleKinds } from '#domain/role'
import { date, eventId, makeEvent, makePerson, makeSheet, personId } from '#support/builders'
import type { LaunchedApp } from '#support/launch-options'
import { goTo, launchSeeded } from '#support/launch-seeded'
import { makeTemporaryFolder } from '#support/temporary-folder'

const camille = makePerson({ id: personId(1), emails: [{ address: 'camille@exemple.fr', label: 'home' }], memberNumber: '12' })
const double = makePerson({
  id: personId(2),
  lastName: 'DURAND',
  emails: [{ address: 'camille@exemple.fr', label: 'home' }],
  phones: [{ number: '+33612345678', label: 'mobile' }],
  birthDate: date('1998-05-12'),
})
const denis = makePerson({ id: personId(3), firstName: 'Denis', lastName: 'Roux' })
const workshop = makeEvent({ id: eventId(1), name: 'Atelier CV', date: date('2025-11-08') })
const seed = {
  people: [camille, double, denis],
  roleKinds: builtInRoleKinds,
  events: [workshop],
  attendance: [makeSheet(workshop.id, { [double.id]: { status: 'present', hours: 2 } })],
}

const cleanUps: (() => Promise<void>)[] = []
test.afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp()
})
const open = async (): Promise<LaunchedApp> => {
  const folder = await makeTemporaryFolder()
  cleanUps.push(() => folder.remove())
  const app = await launchSeeded({ userData: join(folder.path, 'data'), documents: join(folder.path, 'documents') }, seed, '2026-03-12')
  cleanUps.push(() => app.close())
  return app
}

test('deux fiches d’une même personne se fusionnent, et la fusion s’annule après d’autres modifications', async () => {
  const { page } = await open()
  await goTo(page, '/people')
  await page.getByRole('button', { name: 'Autres actions' }).click()
  await page.getByRole('menuitem', { name: 'Chercher les doublons' }).click()
  await page.getByRole('row', { name: /presque sûr/ }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Une seule personne ?')
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
  await page.getByRole('radio', { name: 'Nom : DURAND', exact: true }).check()
  await page.getByRole('radio', { name: 'Nom : Durand', exact: true }).check()
  await page.getByRole('radio', { name: 'Garder la fiche de Camille Durand', exact: true }).check()
  await page.getByRole('button', { name: 'Fusionner', exact: true }).click()
  await expect(page.getByText('Aucun doublon')).toBeVisible()

  // Une autre modification, après la fusion.
  await goTo(page, `/people/${camille.id}`)
  await expect(page.getByText('Atelier CV').first()).toBeVisible()
  await page.getByRole('button', { name: 'Modifier' }).press('Enter')
  await page.getByLabel('Date de naissance').fill('1999')
  await page.keyboard.press('Control+s')
  await expect(page.getByText('Fiche de Camille Durand enregistrée.')).toBeVisible()

  // Le journal annule la fusion, et garde ce qui a suivi.
  await goTo(page, '/journal')
  await page.getByText('Depuis le début', { exact: true }).click()
  await page.getByRole('row', { name: /Fusion de deux fiches/ }).click()
  const panel = page.getByRole('complementary', { name: 'Fusion de deux fiches' })
  await panel.getByRole('button', { name: 'Annuler' }).click()
  await expect(panel.getByRole('alert')).toContainText('Une fiche a été modifiée depuis.')
  await panel.getByRole('button', { name: 'Annuler le reste' }).click()
  await expect(page.getByText('C’est annulé.')).toBeVisible()
  await goTo(page, `/people/${camille.id}`)
  await expect(page.getByText('1999', { exact: true }).first()).toBeVisible()
  await expect(page.getByText('Aucun événement noté')).toBeVisible()
  await goTo(page, `/people/${double.id}`)
  await expect(page.getByText('Atelier CV').first()).toBeVisible()
})

test('Ctrl+K ouvre une personne, un événement, une page', async () => {
  const { page } = await open()
  const find = async (text: string, option: RegExp): Promise<void> => {
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox', { name: 'Rechercher partout' }).fill(text)
    await expect(page.getByRole('option', { name: option }).first()).toHaveAttribute('aria-selected', 'true')
    await expect(page.getByRole('listbox', { name: 'Résultats' })).toHaveAttribute('data-answers', text)
    await page.keyboard.press('Enter')
  }
  await find('roux', /Denis Roux/)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Denis Roux')
  await find('atelier', /Atelier CV/)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Atelier CV')
  await find('corbeille', /Corbeille/)
  await expect(page.getByText('La corbeille est vide')).toBeVisible()
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('option').first()).toContainText('Atelier CV')
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
})

test('une photo se choisit, se garde petite, se retire', async () => {
  const { page } = await open()
  await goTo(page, `/people/${denis.id}`)
  const chosen = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Ajouter une photo' }).click()
  await (await chosen).setFiles('docs/screenshots/accueil.png')
  const face = page.getByRole('img', { name: 'Photo de Denis Roux' })
  await expect(face).toBeVisible()
  expect((await face.getAttribute('src'))?.length).toBeLessThanOrEqual(40_000)
  await page.getByRole('button', { name: 'Retirer la photo' }).click()
  await expect(face).toBeHidden()
})
