import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { builtInRoleKinds } from '#domain/role'
import { makePerson, personId } from '#support/builders'
import { goTo, launchSeeded } from '#support/launch-seeded'
import type { LaunchedApp } from '#support/launch-options'
import { makeTemporaryFolder } from '#support/temporary-folder'

// What an association knows that no other does: its own fields, roles and tags.
let folder: Awaited<ReturnType<typeof makeTemporaryFolder>>
let app: LaunchedApp
test.beforeEach(async () => {
  folder = await makeTemporaryFolder()
  const seed = { people: [makePerson({ id: personId(1) })], roleKinds: builtInRoleKinds }
  app = await launchSeeded({ userData: join(folder.path, 'profil'), documents: join(folder.path, 'Documents') }, seed, '2026-03-12')
})
test.afterEach(async () => {
  await app.close()
  await folder.remove()
})

const addField = async (page: Page, name: string, kind: string, { choices = '', sensitive = false } = {}): Promise<void> => {
  await page.getByRole('button', { name: 'Ajouter un champ' }).click()
  await page.getByLabel('Nom du champ').fill(name)
  await page.getByRole('combobox', { name: 'Type' }).click()
  await page.getByRole('option', { name: kind }).click()
  if (choices !== '') await page.getByLabel('Choix proposés, un par ligne').fill(choices)
  if (sensitive) await page.getByLabel(/Donnée sensible/u).check()
  await page.getByRole('button', { name: 'Créer le champ' }).click()
  await expect(page.getByRole('listitem').filter({ hasText: name })).toBeVisible()
}

test('un champ de chaque sorte se crée, se remplit, se lit sur la fiche ; un champ sensible ne sort que si on le demande', async () => {
  const { page } = app
  await goTo(page, '/settings/fields')
  await addField(page, 'Filière', 'texte')
  await addField(page, 'Enfants', 'nombre')
  await addField(page, 'Permis depuis', 'date')
  await addField(page, 'Taille', 'choix dans une liste', { choices: 'S\nM\nL' })
  await addField(page, 'Droit à l’image', 'oui ou non')
  await addField(page, 'Allergies', 'texte', { sensitive: true })

  await goTo(page, '/people')
  await page.getByRole('row', { name: /Durand Camille/u }).dblclick()
  await page.getByRole('button', { name: 'Modifier' }).click()
  await page.getByLabel('Filière').fill('STMG')
  await page.getByLabel('Enfants').fill('deux')
  await expect(page.getByLabel('Enfants')).toHaveAttribute('aria-invalid', 'true')
  await page.getByLabel('Enfants').fill('2,5')
  await page.getByLabel('Permis depuis').fill('07/2016')
  await page.getByRole('combobox', { name: 'Taille' }).click()
  await page.getByRole('option', { name: 'M', exact: true }).click()
  await page.getByRole('combobox', { name: 'Droit à l’image' }).click()
  await page.getByRole('option', { name: 'non', exact: true }).click()
  await page.getByLabel('Allergies').fill('arachides')
  await page.keyboard.press('Control+s')
  const about = page.getByRole('region', { name: 'À propos' })
  for (const shown of ['STMG', '2,5', '07/2016', 'arachides']) await expect(about).toContainText(shown)

  await goTo(page, '/people')
  const documents = join(folder.path, 'Documents')
  await mkdir(documents, { recursive: true })
  const exported = async (file: string, withSensitive: boolean): Promise<string> => {
    await app.answerDialogs([{ save: join(documents, file) }])
    await page.getByRole('button', { name: 'Exporter', exact: true }).click()
    await page.getByRole('combobox', { name: 'Format' }).click()
    await page.getByRole('option', { name: 'Texte (.csv)' }).click()
    if (withSensitive) await page.getByLabel(/Avec les données sensibles\s: Allergies/u).check()
    await page.getByRole('button', { name: 'Enregistrer le fichier…' }).click()
    await expect(page.getByText(new RegExp(file, 'u'))).toBeVisible()
    return readFile(join(documents, file), 'utf8')
  }
  const usual = await exported('sans.csv', false)
  expect(usual).toContain('Filière;Enfants;Permis depuis;Taille;Droit à l’image')
  expect(usual).toContain('STMG;2,5;07/2016;M;non')
  expect(usual).not.toContain('arachides')
  expect(await exported('avec.csv', true)).toContain('arachides')
})

test('la liste des rôles est celle de l’association', async () => {
  const { page } = app
  await goTo(page, '/settings/roles')
  await page.getByPlaceholder('Nom du rôle').fill('Référent de quartier')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('listitem').filter({ hasText: 'Référent de quartier' })).toBeVisible()
  await goTo(page, '/people')
  await page.getByRole('row', { name: /Durand Camille/u }).dblclick()
  await page.getByRole('button', { name: 'Modifier' }).click()
  await page.getByRole('button', { name: 'Ajouter un rôle' }).click()
  await page.getByRole('combobox', { name: 'Rôle' }).click()
  await page.getByRole('option', { name: 'Référent de quartier' }).click()
  await page.getByLabel('Début').fill('2024')
  await page.keyboard.press('Control+s')
  await expect(page.getByRole('region', { name: 'Rôles' }).getByRole('row', { name: /Référent de quartier/u })).toContainText('2024')
})
