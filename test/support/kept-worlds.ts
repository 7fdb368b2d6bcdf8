import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { callData, openDataThread } from '#support/data-thread'
import { launchApp } from '#support/launch'
import type { LaunchedApp } from '#support/launch-options'
import { makeTemporaryFolder } from '#support/temporary-folder'

/** Where a test lives. */
export interface World {
  readonly userData: string
  readonly documents: string
}
const apps: LaunchedApp[] = []
/** What must be undone after the test. */
export const removals: (() => Promise<void>)[] = []
/** A computer of its own for a test: a profile and a documents folder. */
export const newWorld = async (): Promise<World> => {
  const { path, remove } = await makeTemporaryFolder()
  removals.push(remove)
  return { userData: join(path, 'app'), documents: join(path, 'documents') }
}
/** Starts Maillage there. */
export const launch = async (world: World): Promise<LaunchedApp> => {
  const app = await launchApp(world)
  apps.push(app)
  return app
}
/** Starts it, and opens the data thread to the test. */
export const launchWithData = async (world: World): Promise<LaunchedApp> => {
  const app = await launch(world)
  await openDataThread(app.page)
  await isReady(app.page)
  return app
}
/** After each test: ends what runs, removes what was made. */
export const cleanUp = async (): Promise<void> => {
  for (const app of apps.splice(0)) await app.kill().catch(() => undefined)
  for (const remove of removals.splice(0)) await remove()
}

/** The application is open: its first screen, or its rooms. */
export const isReady = async (page: Page): Promise<void> => {
  await expect(
    page
      .getByText('Bienvenue dans Maillage')
      .or(page.getByRole('link', { name: 'Accueil' }))
      .first(),
  ).toBeVisible()
}
/** The title of the screen that says what happened. */
export const lostTitle = 'Vos données n’ont pas pu être ouvertes telles quelles'
/** That screen is shown. */
export const isLost = (page: Page) => expect(page.getByText(lostTitle)).toBeVisible()
/** People in the data. */
export const countPeople = (page: Page) => callData(page, ['records', 'count'], 'people')
/** Changes the name of one of the people of `writeManyPeople`. */
export const rename = async (page: Page, number: number, lastName: string): Promise<void> => {
  const id = `0190c000-0000-7000-8000-${String(number).padStart(12, '0')}`
  const before = (await callData(page, ['records', 'get'], 'people', id)) as object
  expect(await callData(page, ['records', 'save'], { table: 'people', before, after: { ...before, lastName } })).toMatchObject({ ok: true })
}
/** « Retrouver mes données », to its end. */
export const restore = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Retrouver mes données' }).click()
  await isReady(page)
}

/** Started, and restored when the check says that something is missing: a killed Chromium may well find nothing at its next start. */
export const launchWhole = async (world: World): Promise<LaunchedApp> => {
  const app = await launch(world)
  await openDataThread(app.page)
  const lost = app.page.getByText(lostTitle)
  await expect(
    lost
      .or(app.page.getByRole('link', { name: 'Accueil' }))
      .or(app.page.getByText('Bienvenue dans Maillage'))
      .first(),
  ).toBeVisible()
  if (await lost.isVisible()) await restore(app.page)
  return app
}

/** The files in which Chromium keeps the database. */
export const databaseFiles = async (profileFolder: string): Promise<readonly string[]> => {
  const found = (await readdir(profileFolder, { recursive: true })).filter((path) => /indexeddb/i.test(path)).map((path) => join(profileFolder, path))
  const isFile = (path: string): Promise<boolean> =>
    stat(path).then(
      (entry) => entry.isFile(),
      () => false,
    )
  const files = await Promise.all(found.map(async (path) => ((await isFile(path)) ? path : null)))
  return files.filter((path) => path !== null)
}
/** The largest of the files whose name ends so. */
export const largest = async (paths: readonly string[], ending: RegExp): Promise<string> => {
  const sized = await Promise.all(paths.filter((path) => ending.test(path)).map(async (path) => ({ path, size: (await stat(path)).size })))
  const [first] = sized.sort((left, right) => right.size - left.size)
  if (first === undefined) throw new Error(`no file ${String(ending)} among ${paths.join(', ')}`)
  return first.path
}
