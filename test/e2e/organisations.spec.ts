import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { builtInRoleKinds } from '#domain/role'
import { makeOrganisation, makePerson } from '#support/builders'
import type { LaunchedApp } from '#support/launch-options'
import { goTo, launchSeeded } from '#support/launch-seeded'
import { makeTemporaryFolder } from '#support/temporary-folder'

const seed = { roleKinds: builtInRoleKinds, people: [makePerson()], organisations: [makeOrganisation({ kind: 'collège' })] }

let folder: Awaited<ReturnType<typeof makeTemporaryFolder>>
let app: LaunchedApp
test.beforeEach(async () => {
  folder = await makeTemporaryFolder()
  app = await launchSeeded({ userData: join(folder.path, 'profil'), documents: join(folder.path, 'Documents') }, seed, '2026-03-12')
  await goTo(app.page, '/settings/organisations')
})
test.afterEach(async () => {
  await app.close()
  await folder.remove()
})

test('une organisation se crée, se modifie, va à la corbeille et en revient, à la main', async () => {
  const { page } = app
  const list = page.getByRole('list', { name: 'Organisations', exact: true })
  await expect(list.getByRole('listitem')).toHaveText([/Collège Jean-Moulin/])
  await page.getByRole('button', { name: 'Ajouter une organisation' }).click()
  const form = page.getByRole('form', { name: 'Ajouter une organisation' })
  await form.getByLabel('Nom').fill('collège jean-moulin')
  await form.getByLabel('E-mail').fill('contact@')
  await form.getByRole('button', { name: 'Créer l’organisation' }).click()
  await expect(form.getByText('Ce nom existe déjà.')).toBeVisible()
  await expect(form.getByText('Cette adresse e-mail n’est pas complète.')).toBeVisible()
  await form.getByLabel('Nom').fill('Mairie de Fougères')
  await form.getByLabel('E-mail').fill('contact@mairie.exemple')
  await form.getByLabel('Commune').fill('Fougères')
  await form.getByRole('button', { name: 'Créer l’organisation' }).click()
  await expect(list.getByRole('listitem')).toHaveText([/Collège Jean-Moulin/, /Mairie de Fougères/])

  await page.getByRole('button', { name: 'Actions pour « Mairie de Fougères »' }).click()
  await page.getByRole('menuitem', { name: 'Modifier' }).click()
  const edited = page.getByRole('form', { name: 'Mairie de Fougères' })
  await expect(edited.getByLabel('E-mail')).toHaveValue('contact@mairie.exemple')
  await edited.getByLabel('Nom').fill('Ville de Fougères')
  await edited.getByRole('button', { name: 'Enregistrer' }).click()
  await expect(list.getByRole('listitem')).toHaveText([/Collège Jean-Moulin/, /Ville de Fougères.*Fougères/])

  await page.getByRole('button', { name: 'Actions pour « Ville de Fougères »' }).click()
  await page.getByRole('menuitem', { name: 'Mettre à la corbeille' }).click()
  await expect(list.getByRole('listitem')).toHaveCount(1)
  await page
    .getByRole('list', { name: /^Dans la corbeille/ })
    .getByRole('button', { name: 'Faire revenir' })
    .click()
  await expect(list.getByRole('listitem')).toHaveCount(2)
})
