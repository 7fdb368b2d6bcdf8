import { join } from 'node:path'
import { launchApp } from '#support/launch'
import type { LaunchedApp } from '#support/launch-options'
import { largerPeaks, memoryPeaks, type MemoryPeaks } from './memory.ts'
import { installProbe } from './probe.ts'

/** What one measurement after the other shares: folders, the peaks of memory, and somebody to tell how far it is. */
export interface Bench {
  readonly folder: string
  readonly say: (text: string) => void
  readonly peaks: { all: MemoryPeaks; empty: MemoryPeaks }
}

const lookEvery = 500

/** Opens the application on the profile of that name, measures, closes it as a user would; its memory is watched to the end and counts in the peaks. */
export const withApp = async <Value>(bench: Bench, profile: string, measure: (app: LaunchedApp) => Promise<Value>): Promise<Value> => {
  const app = await launchApp(foldersOf(bench, profile))
  // Memory only ever counts upwards (`VmHWM`): looking now and then misses nothing but what the last moments add.
  const look = (): void => {
    bench.peaks.all = largerPeaks(bench.peaks.all, memoryPeaks(app.pid))
    if (profile === emptyProfile) bench.peaks.empty = largerPeaks(bench.peaks.empty, memoryPeaks(app.pid))
  }
  const timer = setInterval(look, lookEvery)
  try {
    await makeReady(app)
    return await measure(app)
  } finally {
    look()
    await app.close()
    clearInterval(timer)
  }
}

/** The same for what only prepares or compares (seeding, floors): it fills the window with what no user brings there, so its memory does not count. */
export const withUnwatchedApp = async <Value>(bench: Bench, profile: string, act: (app: LaunchedApp) => Promise<Value>): Promise<Value> => {
  const app = await launchApp(foldersOf(bench, profile))
  try {
    await makeReady(app)
    return await act(app)
  } finally {
    await app.close()
  }
}

const makeReady = async ({ page }: LaunchedApp): Promise<void> => {
  await page.getByRole('button').or(page.getByRole('navigation')).first().waitFor({ timeout: 60_000 })
  await installProbe(page)
}

/** The profile that stays without anybody: what memory and starting cost by themselves. */
export const emptyProfile = 'vide'

export const foldersOf = ({ folder }: Bench, profile: string) => ({
  userData: join(folder, profile, 'profil'),
  documents: join(folder, profile, 'Documents'),
})

/** Takes a new profile past the first screen, so that the next start shows the application itself. */
export const begin = async ({ page }: LaunchedApp): Promise<void> => {
  await page.getByLabel('Nom de votre association').fill('Les Mesureuses')
  await page.getByRole('button', { name: /Commencer vide/u }).click()
  await page.getByRole('navigation', { name: 'Rubriques' }).waitFor()
}
