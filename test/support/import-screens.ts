import { expect, type Locator, type Page } from '@playwright/test'
import type { LaunchedApp } from '#support/launch-options'

/** The import as a user goes through it, screen after screen; each step waits for the next screen. */
export const goToImport = async (page: Page): Promise<void> => {
  const firstStart = page.getByRole('button', { name: /Importer un tableur/ })
  await firstStart
    .or(page.getByRole('link', { name: 'Importer' }))
    .first()
    .click()
  await expect(page.getByRole('button', { name: 'Choisir des fichiers' })).toBeVisible()
}

export const openFile = async (app: LaunchedApp, path: string): Promise<void> => {
  await app.answerDialogs([{ open: [path] }])
  await app.page.getByRole('button', { name: 'Choisir des fichiers' }).click()
  await isUnderstood(app.page)
}
export const isUnderstood = (page: Page): Promise<void> => expect(page.getByRole('heading', { name: 'Ce que nous avons compris' })).toBeVisible()

export const checkRows = async ({ page }: LaunchedApp): Promise<void> => {
  await page.getByRole('button', { name: 'Vérifier les lignes' }).click()
  await expect(page.getByRole('heading', { name: 'Vérifier avant d’écrire' })).toBeVisible()
}

export const applyImport = async ({ page }: LaunchedApp): Promise<void> => {
  await page.getByRole('button', { name: /^Importer \d/u }).click()
  await expect(page.getByRole('heading', { name: 'C’est importé' })).toBeVisible()
}

/** The whole way with what is proposed, up to the receipt. */
export const importFile = async (app: LaunchedApp, path: string): Promise<void> => {
  await goToImport(app.page)
  await openFile(app, path)
  await checkRows(app)
  await applyImport(app)
}

/** The number beside some words of the receipt. */
export const receiptLine = (page: Page, label: string): Locator =>
  page.getByRole('term').filter({ hasText: label }).locator('xpath=following-sibling::dd')

/** Opens Personnes and counts who is there. */
export const countPeople = async (page: Page): Promise<number> => {
  await page.getByRole('link', { name: 'Personnes' }).click()
  // A list that still loads has its header row alone.
  const filled = page.getByRole('grid').and(page.locator(':not([aria-rowcount="1"])'))
  await expect(filled.or(page.getByRole('heading', { name: 'Les personnes de votre association seront ici' }))).toBeVisible()
  return (await filled.count()) === 0 ? 0 : Number(await filled.getAttribute('aria-rowcount')) - 1
}
