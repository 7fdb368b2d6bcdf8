import type { Page } from '@playwright/test'
import { launchApp } from '#support/launch'
import type { LaunchedApp, LaunchOptions } from '#support/launch-options'
import { seedProfile, type Seed } from '#support/seed-profile'

/** Launches an application that already holds these records, on a day of the test's choosing (the clock of the page stands still). */
export const launchSeeded = async (options: LaunchOptions, seed: Seed, today: string): Promise<LaunchedApp> => {
  const first = await launchApp(options)
  await whenReady(first.page)
  await seedProfile(first.page, seed)
  await first.close()
  const app = await launchApp(options)
  await whenReady(app.page)
  await app.page.clock.setFixedTime(new Date(`${today}T10:00:00`))
  return app
}

/** The data are open: the screen, whichever it is, has something to press. */
const whenReady = async (page: Page): Promise<void> => {
  await page.getByRole('button').first().waitFor()
  await page.waitForFunction(hasMeta)
}

// Runs in the page. Opening a database that is not there would create it: its name is looked up first.
const hasMeta = async (): Promise<boolean> => {
  const known = await indexedDB.databases()
  if (!known.some(({ name }) => name === 'maillage')) return false
  const database = await new Promise<IDBDatabase>((resolve) => {
    const request = indexedDB.open('maillage')
    request.addEventListener('success', () => resolve(request.result))
  })
  const stores = [...database.objectStoreNames]
  const found = stores.includes('meta')
    ? await new Promise<boolean>((resolve) => {
        const request = database.transaction('meta').objectStore('meta').get('state')
        request.addEventListener('success', () => resolve(request.result !== undefined && request.result.lastSequence > 0))
      })
    : false
  database.close()
  return found
}

/** Goes to a page of the application by its address, `/events`. */
export const goTo = async (page: Page, path: string): Promise<void> => {
  await page.evaluate((hash) => {
    window.location.hash = hash
  }, `#${path}`)
}
