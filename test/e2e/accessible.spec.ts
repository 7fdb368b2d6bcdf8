import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { expect, test, type Page } from '@playwright/test'
import { launchApp } from '#support/launch'
import type { LaunchedApp } from '#support/launch-options'
import { goTo } from '#support/launch-seeded'
import { makeTemporaryFolder } from '#support/temporary-folder'

let folder: Awaited<ReturnType<typeof makeTemporaryFolder>>
let app: LaunchedApp
test.beforeAll(async () => {
  test.setTimeout(180_000)
  folder = await makeTemporaryFolder()
  app = await launchApp({ userData: join(folder.path, 'profil'), documents: join(folder.path, 'Documents') })
  await app.page.getByRole('button', { name: /Découvrir avec un exemple/u }).click()
  await expect(app.page.getByRole('navigation', { name: 'Rubriques' })).toBeVisible({ timeout: 120_000 })
})
test.afterAll(async () => {
  await app.close()
  await folder.remove()
})

/** What stands in the way of somebody who cannot see the screen well, or at all. */
const obstacles = async (page: Page): Promise<readonly string[]> => {
  // Whatever appears softly is looked at once it is there.
  await page.evaluate(() => Promise.all(document.getAnimations().map(({ finished }) => finished.catch(() => undefined))))
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`))
}

const openFirst = async (page: Page): Promise<void> => {
  // Enter opens nothing before the rows are there.
  await expect(page.getByRole('row').nth(1)).toHaveText(/\p{L}/u)
  await page.getByRole('grid').focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Modifier' })).toBeVisible()
}
const showTab = (name: string) => async (page: Page) => {
  await page.getByRole('tab', { name }).click()
  await expect(page.getByRole('tabpanel')).toBeVisible()
}

/** Every page, and how one gets to the states it has. */
const pages: readonly {
  readonly name: string
  readonly path: string
  readonly shown: string
  readonly reach?: (page: Page) => Promise<void>
  readonly leave?: (page: Page) => Promise<void>
}[] = [
  { name: 'Accueil', path: '/', shown: 'Les Passerelles (exemple)' },
  { name: 'Personnes', path: '/people', shown: 'Personnes' },
  { name: 'Territoires', path: '/territories', shown: 'Territoires' },
  { name: 'Noyau dur', path: '/communities/core', shown: 'Noyau dur et relève' },
  { name: 'Ambassadeurs', path: '/communities/ambassadors', shown: 'Ambassadeurs' },
  { name: 'Offres et besoins', path: '/communities/offers', shown: 'Offres et besoins' },
  {
    name: 'Maillage',
    path: '/communities/ties',
    shown: 'Maillage',
    reach: (page) => expect(page.locator('canvas[data-state=settled]')).toBeVisible(),
  },
  {
    name: 'Maillage, en liste',
    path: '/communities/ties',
    shown: 'Maillage',
    reach: async (page) => {
      await page.getByText('Liste', { exact: true }).click()
      await expect(page.getByRole('grid')).toBeVisible()
    },
    leave: (page) => page.getByText('Dessin', { exact: true }).click(),
  },
  {
    name: 'Territoires, nouveau territoire',
    path: '/territories',
    shown: 'Territoires',
    reach: (page) => page.getByRole('button', { name: 'Nouveau territoire' }).click(),
  },
  {
    name: 'Personnes, aperçu ouvert et sélection',
    path: '/people',
    shown: 'Personnes',
    reach: async (page) => {
      await page.getByRole('grid').focus()
      await page.keyboard.press('Space')
      await page.getByRole('gridcell').nth(1).click()
      await expect(page.getByRole('toolbar', { name: 'Actions sur la sélection' })).toBeVisible()
    },
  },
  {
    name: 'Personnes, nouvelle fiche',
    path: '/people',
    shown: 'Personnes',
    reach: async (page) => {
      await page.keyboard.press('n')
      await expect(page.getByLabel('Prénom')).toBeVisible()
    },
  },
  { name: 'une personne', path: '/people', shown: 'Personnes', reach: openFirst },
  {
    name: 'une personne, formulaire',
    path: '/people',
    shown: 'Personnes',
    reach: async (page) => {
      await openFirst(page)
      await page.getByRole('button', { name: 'Modifier' }).click()
      await page.getByRole('button', { name: 'Ajouter une organisation' }).click()
      await page.getByRole('button', { name: 'Ajouter un payeur' }).click()
      await expect(page.getByLabel('E-mail du payeur')).toBeVisible()
    },
    leave: async (page) => {
      await page.getByRole('button', { name: 'Annuler', exact: true }).click()
      await page.getByRole('button', { name: 'Quitter' }).click()
    },
  },
  {
    name: 'À qui parler, appel ouvert',
    path: '/calls',
    shown: 'À qui parler aujourd’hui',
    reach: async (page) => {
      await page.getByRole('list', { name: 'Personnes à qui parler' }).getByRole('button').first().click()
      await expect(page.getByRole('button', { name: 'On s’est parlé' })).toBeVisible()
      await page.getByRole('button', { name: 'Ajouter une prochaine étape' }).click()
    },
  },
  {
    name: 'À faire, nouvelle tâche',
    path: '/calls/tasks',
    shown: 'À faire',
    reach: (page) => page.getByRole('button', { name: 'Nouvelle tâche' }).first().click(),
  },
  { name: 'Témoignages et contributions', path: '/calls/register', shown: 'Témoignages et contributions' },
  { name: 'Coordonnées', path: '/calls/details', shown: 'Coordonnées' },
  { name: 'Communautés', path: '/communities', shown: 'Communautés' },
  { name: 'Expériences', path: '/communities/practices', shown: 'Expériences' },
  { name: 'Événements', path: '/events', shown: 'Événements' },
  { name: 'un événement', path: '/events', shown: 'Événements', reach: openFirst },
  { name: 'Engagement, mois', path: '/engagement', shown: 'Engagement et rétention', reach: showTab('Au fil des mois') },
  { name: 'Engagement, années', path: '/engagement', shown: 'Engagement et rétention', reach: showTab('D’une année à l’autre') },
  { name: 'Engagement, cohortes', path: '/engagement', shown: 'Engagement et rétention', reach: showTab('Par cohorte') },
  { name: 'Engagement, photo', path: '/engagement', shown: 'Engagement et rétention', reach: showTab('Photo à une date') },
  { name: 'Rapports', path: '/reports', shown: 'Rapports' },
  { name: 'Importer', path: '/import', shown: 'Importer' },
  ...['association', 'activity', 'roles', 'tags', 'fields', 'appearance', 'backups', 'history', 'about'].map((section) => ({
    name: `Réglages, ${section}`,
    path: `/settings/${section}`,
    shown: 'Réglages',
  })),
  { name: 'une adresse qui ne mène nulle part', path: '/nulle-part', shown: 'Cette page n’existe pas' },
]

for (const scheme of ['light', 'dark'] as const) {
  test.describe(`thème ${scheme}`, () => {
    for (const { name, path, shown, reach, leave } of pages) {
      test(`${name} se lit et se manie par tous`, async () => {
        const { page } = app
        await page.emulateMedia({ colorScheme: scheme })
        await goTo(page, '/')
        await expect(page.getByRole('heading', { level: 1, name: 'Les Passerelles (exemple)' })).toBeVisible()
        await goTo(page, path)
        await expect(page.getByRole('heading', { level: 1, name: shown })).toBeVisible()
        await reach?.(page)
        expect(await obstacles(page)).toEqual([])
        await leave?.(page)
      })
    }
  })
}
