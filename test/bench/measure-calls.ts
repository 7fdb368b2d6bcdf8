import type { Page } from '@playwright/test'
import { medianOf } from './figure.ts'

const openings = 5

/** From asking for « À qui parler » to its first lines painted, in milliseconds, facts in memory: the middle of several times. */
export const measureCalls = async (page: Page): Promise<number> => {
  const spent: number[] = []
  for (let opening = 0; opening < openings; opening += 1) {
    await page.getByRole('link', { name: 'Réglages' }).click()
    await page.evaluate(() => window.probe.painted(() => window.probe.find('[data-calls]') === null))
    spent.push(await page.evaluate(openCalls))
  }
  return medianOf(spent)
}

/** One `getAll` of the journal and of what is to be done. */
export const floorOfReadingJournal = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open('maillage')
      request.addEventListener('success', () => resolve(request.result))
    })
    const start = performance.now()
    const transaction = database.transaction(['contacts', 'tasks'])
    await Promise.all(
      ['contacts', 'tasks'].map(
        (table) =>
          new Promise<void>((resolve) => {
            transaction
              .objectStore(table)
              .getAll()
              .addEventListener('success', () => resolve())
          }),
      ),
    )
    const spent = performance.now() - start
    database.close()
    return spent
  })

// Runs in the page.
const openCalls = async (): Promise<number> => {
  const { probe } = window
  const asked = await probe.click('nav a', /^À qui parler$/)
  return (await probe.painted(() => document.querySelector('[data-calls] button') !== null)) - asked
}
