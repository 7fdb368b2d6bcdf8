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
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Camille Durand et Camille DURAND : une seule personne ?')
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
  await page.getByRole('radio', { name: 'Nom : DURAND', exact: true }).check()
  await page.getByRole('radio', { name: 'Nom : Durand', exact: true }).check()
  await page.getByRole('radio', { name: 'Garder la fiche de Camille Durand', exact: true }).check()
  await page.getByRole('button', { name: 'Fusionner', exact: true }).click()
  await expect(page.getByText('Aucun doublon')).toBeVisible()

  // Une autre modification, après la fusion.
  await goTo(page, `/people/${camille.id}`)
  await expect(page.getByText('Atelier CV').first()).toBeVisible()
  await page.getByRole('button', { name: 'Modifier' }).click()
  const form = page.getByRole('form', { name: 'Fiche de la personne' })
  await form.getByLabel('N° d’adhérent').fill('14')
  await form.getByRole('button', { name: 'Enregistrer' }).click()
  await expect(page.getByText('14', { exact: true }).first()).toBeVisible()
})
