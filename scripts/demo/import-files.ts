import { basename } from 'node:path'
import type { Page } from '@playwright/test'
import type { LaunchedApp } from '../../test/support/launch-options.ts'
import type { Camera } from './camera.ts'

/** What the receipt of one file says, by its labels. */
export interface Imported {
  readonly fileName: string
  readonly rows: number
  readonly created: number
  readonly changed: number
  readonly rejected: number
  readonly attendances: number
}

/**
 * Imports files chosen together through the screens of « Importer », as a hurried volunteer: what is proposed is taken, doubtful rows are new people.
 * @throws when a file is refused or a step never comes.
 */
export const importFiles = async ({ page, answerDialogs }: LaunchedApp, paths: readonly string[], camera: Camera): Promise<readonly Imported[]> => {
  await answerDialogs([{ open: [...paths] }])
  await page.getByRole('button', { name: 'Choisir des fichiers' }).click()
  const imported: Imported[] = []
  for (const [index, path] of paths.entries()) {
    await page.getByRole('heading', { name: 'Ce que nous avons compris' }).waitFor()
    await page.getByText(basename(path)).first().waitFor()
    if (index === 0) await camera.shoot('importer-colonnes')
    await answerQuestions(page)
    await page.getByRole('button', { name: 'Vérifier les lignes' }).click()
    await page.getByRole('heading', { name: 'Vérifier avant d’écrire' }).waitFor()
    if (index === 0) await camera.shoot('importer-verification')
    await decideTheRest(page, index, camera)
    await page.getByRole('button', { name: /^Importer \d/u }).click()
    await page.getByRole('heading', { name: 'C’est importé' }).waitFor()
    if (index === 0) await camera.shoot('importer-recu')
    imported.push({ fileName: basename(path), ...(await readReceipt(page)) })
    if (index < paths.length - 1) await page.getByRole('button', { name: 'Fichier suivant' }).click()
  }
  await page.getByRole('button', { name: 'Voir les personnes' }).click()
  return imported
}

/** What must be said before the rows are checked: in France the day comes first, and sensitive columns are not kept without a reason. */
const answerQuestions = async (page: Page): Promise<void> => {
  const dates = page.getByRole('group', { name: 'Ces dates se lisent de deux façons. Laquelle est la bonne ?' })
  for (let left = await dates.count(); left > 0; left -= 1) {
    await dates.first().locator('label').first().click()
    await dates.nth(left - 1).waitFor({ state: 'detached' })
  }
  const sensitive = page.getByRole('button', { name: 'Laisser ces colonnes de côté' })
  if (await sensitive.isVisible()) await sensitive.click()
}

const decideTheRest = async (page: Page, index: number, camera: Camera): Promise<void> => {
  const rest = page.getByRole('button', { name: 'Pour les lignes sans choix' })
  if (!(await rest.isVisible())) return
  if (index > 0) await camera.shoot('importer-a-decider')
  await rest.click()
  await page.getByRole('menuitem', { name: 'Nouvelle personne' }).click()
  await rest.waitFor({ state: 'hidden' })
}

const readReceipt = async (page: Page): Promise<Omit<Imported, 'fileName'>> => {
  const lines = await page
    .locator('main dl > div')
    .evaluateAll((all) => all.map((line) => [line.querySelector('dt')?.textContent ?? '', line.querySelector('dd')?.textContent ?? '']))
  const values = new Map(lines.map(([label = '', value = '']) => [label, Number(value.replace(/\D/g, ''))]))
  const valueOf = (label: string): number => values.get(label) ?? 0
  return {
    rows: valueOf('Lignes lues'),
    created: valueOf('Fiches créées'),
    changed: valueOf('Fiches modifiées'),
    rejected: valueOf('Lignes rejetées'),
    attendances: valueOf('Présences notées'),
  }
}
