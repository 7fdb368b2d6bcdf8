import AxeBuilder from '@axe-core/playwright'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { builtInRoleKinds } from '#domain/role'
import { makeOffer, makePerson, makeTerritory, offerId, personId, territoryId } from '#support/builders'
import type { LaunchedApp } from '#support/launch-options'
import { goTo, launchSeeded } from '#support/launch-seeded'
import { makeTemporaryFolder } from '#support/temporary-folder'

const lille = makeTerritory({ id: territoryId(1), name: 'Lille' })
const seed = {
  people: [
    makePerson({ id: personId(1) }),
    makePerson({ id: personId(2), firstName: 'Denis', lastName: 'Roux' }),
    makePerson({ id: personId(3), firstName: 'Inès', lastName: 'Morel', doNotContact: true }),
  ],
  roleKinds: builtInRoleKinds,
  territories: [lille],
  offers: [
    makeOffer({ id: offerId(1), category: 'equipment', title: 'Ordinateur portable', territoryId: lille.id }),
    makeOffer({ id: offerId(3), side: 'need', category: 'equipment', title: 'Un écran', personId: personId(3), territoryId: lille.id }),
  ],
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

test('un besoin se note, trouve une offre et se lie à elle ; le bilan le compte', async () => {
  const { page } = await open()
  await goTo(page, '/communities/offers')
  await page.getByRole('button', { name: 'Ajouter', exact: true }).click()
  const form = page.getByRole('complementary', { name: 'Nouvelle annonce' })
  await form.getByLabel('Sens').selectOption('besoin')
  await form.getByLabel('Nature').selectOption('matériel')
  await form.getByLabel('Quoi ?').fill('De quoi suivre les cours')
  await form.getByRole('button', { name: 'Ajouter l’annonce' }).click()
  await expect(form.getByText('Dites de qui vient cette annonce.')).toBeVisible()
  await form.getByRole('textbox', { name: 'Une personne' }).fill('denis')
  await page.getByRole('option', { name: 'Denis Roux' }).click()
  await form.getByRole('button', { name: 'Ajouter l’annonce' }).click()

  const panel = page.getByRole('complementary', { name: 'De quoi suivre les cours' })
  const suggestions = panel.getByRole('region', { name: 'Qui pourrait répondre ?' })
  await expect(suggestions.getByText('lieu à vérifier : l’un des deux n’en dit pas')).toBeVisible()
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
  await suggestions.getByRole('button', { name: 'Mettre en lien avec Ordinateur portable, Camille Durand' }).click()
  await expect(panel.getByText(/Ordinateur portable, Camille Durand \(depuis/u)).toBeVisible()

  await page.getByText('Bilan', { exact: true }).click()
  await expect(page.getByRole('row', { name: /matériel/u })).toHaveText(/matériel\s*1\s*0\s*2\s*1\s*1/u)
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
  await page.keyboard.press('Control+z')
  await expect(page.getByRole('row', { name: /matériel/u })).toHaveText(/matériel\s*1\s*1\s*2\s*2\s*0/u)
})
