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

/** The database is open: the first screen, whichever it is, has a heading. */
const whenReady = (page: Page): Promise<void> => page.getByRole('heading', { level: 1 }).first().waitFor()

/** Goes to a page of the application by its address, `/events`. */
export const goTo = async (page: Page, path: string): Promise<void> => {
  await page.evaluate((hash) => {
    window.location.hash = hash
  }, `#${path}`)
}
