import type { Page } from '@playwright/test'
import { medianOf } from './figure.ts'
import { installProbe } from './probe.ts'

export interface MeasuredEngagement {
  /** Nothing of the association was read yet since the window opened. */
  readonly cold: number
  /** Coming back to it, everything in memory. */
  readonly warm: number
}

const returns = 5

/** From asking for « Engagement » to its last chart painted: months, year to year, cohorts, one tab after the other, in milliseconds. */
export const measureEngagement = async (page: Page): Promise<MeasuredEngagement> => {
  // A page that reads no people, in a window just loaded: the data thread begins with nothing in memory.
  await page.evaluate(() => {
    window.location.hash = '#/settings/about'
  })
  await page.reload()
  await page.getByRole('navigation', { name: 'Rubriques' }).waitFor()
  await page.getByRole('heading', { level: 1 }).waitFor()
  await installProbe(page)
  const cold = await page.evaluate(openEngagement)
  const warm: number[] = []
  for (let time = 0; time < returns; time += 1) {
    await page.getByRole('link', { name: 'Réglages' }).click()
    await page.evaluate(() =>
      window.probe.painted(() => window.probe.find('[data-chart]') === null && window.probe.find('[role=tab]', /^Au fil des mois$/) === null),
    )
    warm.push(await page.evaluate(openEngagement))
  }
  return { cold, warm: medianOf(warm) }
}

// Runs in the page.
const openEngagement = async (): Promise<number> => {
  const { probe } = window
  const has = (selector: string) => (): boolean => document.querySelector(selector) !== null
  const asked = await probe.click('nav a', /^Engagement$/)
  // The page comes back to the tab where it was left.
  await probe.click('[role=tab]', /^Au fil des mois$/)
  await probe.painted(has('[data-chart=active] .recharts-area path'))
  await probe.click('[role=tab]', /^D’une année à l’autre$/)
  await probe.painted(has('[data-chart=years] rect[role=button]'))
  await probe.click('[role=tab]', /^Par cohorte$/)
  return (await probe.painted(has('[data-chart=cohorts] button'))) - asked
}
