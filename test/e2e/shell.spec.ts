import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { expect, test, type Page } from '@playwright/test'
import { launchApp } from '#support/launch'
import type { LaunchedApp } from '#support/launch-options'
import { goTo } from '#support/launch-seeded'
import { makeTemporaryFolder } from '#support/temporary-folder'

let folder: Awaited<ReturnType<typeof makeTemporaryFolder>>
let app: LaunchedApp
test.beforeEach(async () => {
  folder = await makeTemporaryFolder()
})
test.afterEach(async () => {
  await app.close()
  await folder.remove()
})

/** An association without anybody yet. */
const begin = async (colorScheme: 'light' | 'dark' = 'light'): Promise<Page> => {
  app = await launchApp({ userData: join(folder.path, 'profil'), documents: join(folder.path, 'Documents'), colorScheme })
  await app.page.getByLabel('Nom de votre association').fill('Les Passerelles')
  await app.page.getByRole('button', { name: /Commencer vide/u }).click()
  await expect(app.page.getByRole('navigation', { name: 'Rubriques' })).toBeVisible()
  return app.page
}
const obstacles = async (page: Page): Promise<readonly string[]> => {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`))
}
const sections = ['association', 'activity', 'roles', 'tags', 'fields', 'appearance', 'backups', 'about'] as const

for (const scheme of ['light', 'dark'] as const) {
  test(`les réglages se lisent et se manient par tous, thème ${scheme}`, async () => {
    const page = await begin(scheme)
    for (const section of sections) {
      await goTo(page, `/settings/${section}`)
      await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible()
      expect({ section, obstacles: await obstacles(page) }).toEqual({ section, obstacles: [] })
    }
    await goTo(page, '/nulle-part')
    await expect(page.getByRole('heading', { name: 'Cette page n’existe pas' })).toBeVisible()
    expect(await obstacles(page)).toEqual([])
  })
}

test('le clavier mène partout', async () => {
  const page = await begin()
  await page.keyboard.press('Control+1')
  await expect(page.getByRole('heading', { level: 1, name: 'Les Passerelles' })).toBeVisible()
  await page.keyboard.press('Control+2')
  await expect(page.getByRole('heading', { level: 1, name: 'À qui parler aujourd’hui' })).toBeVisible()
  await page.keyboard.press('Control+3')
  await expect(page.getByRole('heading', { level: 1, name: 'Personnes' })).toBeVisible()
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'Raccourcis du clavier' })).toBeVisible()
  expect(await obstacles(page)).toEqual([])
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  // N works from any room: it brings the form in.
  await goTo(page, '/settings/about')
  await expect(page.getByRole('heading', { name: 'Maillage', exact: true })).toBeVisible()
  await page.keyboard.press('n')
  await expect(page.getByRole('textbox', { name: 'Nom', exact: true }).or(page.getByLabel('Prénom')).first()).toBeVisible()
})

test('Ctrl+Z dit ce qu’il annule', async () => {
  const page = await begin()
  await goTo(page, '/settings/tags')
  await page.getByPlaceholder('Nom de l’étiquette').fill('à relancer')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('listitem').filter({ hasText: 'à relancer' })).toBeVisible()
  await page.getByRole('heading', { level: 1 }).click()
  await page.keyboard.press('Control+z')
  await expect(page.getByText('Annulé : les étiquettes.')).toBeVisible()
  await expect(page.getByText('Aucune étiquette')).toBeVisible()
  await page.keyboard.press('Control+Shift+z')
  await expect(page.getByRole('listitem').filter({ hasText: 'à relancer' })).toBeVisible()
})

test('langue et apparence changent à l’instant, et restent', async () => {
  const page = await begin()
  await goTo(page, '/settings/appearance')
  await page.getByText('Sombre').click()
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark')
  await page.getByText('English').click()
  await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible()
  await page.reload()
  await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark')
})

test('une copie demandée est faite, relue, et se compare à maintenant', async () => {
  const page = await begin()
  await goTo(page, '/settings/backups')
  await page.getByRole('button', { name: 'Faire une copie maintenant' }).click()
  await expect(page.getByText(/Copie faite et vérifiée/u)).toBeVisible()
  await expect(page.getByRole('listitem').filter({ hasText: 'demandée' })).toBeVisible()
  await goTo(page, '/settings/tags')
  await page.getByPlaceholder('Nom de l’étiquette').fill('de trop')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('listitem').filter({ hasText: 'de trop' })).toBeVisible()
  await goTo(page, '/settings/backups')
  await page
    .getByRole('button', { name: /Voir ce qui changerait/u })
    .first()
    .click()
  await expect(page.getByText('1 à retirer')).toBeVisible()
  await page.getByRole('button', { name: 'Revenir à cette copie' }).click()
  await expect(page.getByText(/sont revenues/u)).toBeVisible()
  await goTo(page, '/settings/tags')
  await expect(page.getByText('Aucune étiquette')).toBeVisible()
})
