import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { expect, test, type Page } from '@playwright/test'
import { launchApp } from '#support/launch'
import type { LaunchOptions } from '#support/launch-options'
import { goTo } from '#support/launch-seeded'
import { makeTemporaryFolder } from '#support/temporary-folder'

let folder: Awaited<ReturnType<typeof makeTemporaryFolder>>
let folders: LaunchOptions
test.beforeEach(async () => {
  folder = await makeTemporaryFolder()
  folders = { userData: join(folder.path, 'profil'), documents: join(folder.path, 'Documents') }
})
test.afterEach(() => folder.remove())

/** Whatever stands in the way of somebody who cannot see the screen well, or at all. */
const obstacles = async (page: Page): Promise<readonly string[]> => {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`))
}

test('découvre une association d’exemple, importée pour de vrai, puis la retire d’un clic', async () => {
  const app = await launchApp(folders)
  const { page } = app
  await expect(page.getByRole('heading', { name: 'Bienvenue dans Maillage' })).toBeVisible()
  expect(await obstacles(page)).toEqual([])
  await page.getByRole('button', { name: /Découvrir avec un exemple/u }).click()
  await expect(page.getByRole('heading', { name: 'Les Passerelles (exemple)' })).toBeVisible({ timeout: 60_000 })

  await goTo(page, '/people')
  await expect(page.getByText('182 personnes')).toBeVisible()
  await goTo(page, '/events')
  await expect(page.getByRole('grid')).toHaveAttribute('aria-rowcount', '41')

  await goTo(page, '/settings/association')
  await page.getByRole('button', { name: 'Retirer l’exemple' }).click()
  await page.getByRole('group').getByRole('button', { name: 'Retirer l’exemple' }).click()
  await expect(page.getByRole('heading', { name: 'Bienvenue dans Maillage' })).toBeVisible()
  await page.getByRole('button', { name: /Commencer vide/u }).click()
  await expect(page.getByText('Les personnes de votre association seront ici')).toBeVisible()
  await app.close()
})

test('ne demande le nom de l’association qu’une fois', async () => {
  const first = await launchApp(folders)
  await first.page.getByLabel('Nom de votre association').fill('Les Amis du canal')
  await first.page.getByRole('combobox', { name: 'Vos années commencent en' }).click()
  await first.page.getByRole('option', { name: /septembre/u }).click()
  await first.page.getByRole('button', { name: /Commencer vide/u }).click()
  await expect(first.page.getByRole('navigation', { name: 'Rubriques' })).toBeVisible()
  await first.close()

  const again = await launchApp(folders)
  await expect(again.page.getByRole('navigation', { name: 'Rubriques' })).toBeVisible()
  await expect(again.page.getByText('Les Amis du canal').first()).toBeVisible()
  await goTo(again.page, '/settings/activity')
  await expect(again.page.getByRole('radio', { name: /Année scolaire/u })).toBeChecked()
  await again.close()
})

test('parle anglais dès le premier écran à qui le demande', async () => {
  const app = await launchApp(folders)
  await app.page.getByText('English').click()
  await expect(app.page.getByRole('heading', { name: 'Welcome to Maillage' })).toBeVisible()
  await app.page.getByRole('button', { name: /Start empty/u }).click()
  await expect(app.page.getByRole('link', { name: 'People' })).toBeVisible()
  expect(await app.page.evaluate(() => document.documentElement.lang)).toBe('en')
  await app.close()
})
