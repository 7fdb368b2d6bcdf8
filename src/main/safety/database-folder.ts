import { existsSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'

/** Where the browser keeps IndexedDB, under the profile: Chromium by itself has one profile more. */
const candidates = ['IndexedDB', join('Default', 'IndexedDB')]
export const databaseFolders = (profileFolder: string): readonly string[] => candidates.map((candidate) => join(profileFolder, candidate))

/**
 * Puts the browser's database folder aside: renamed `IndexedDB-damaged-<date>`, never removed. False when the system would not (the browser holds it):
 * then it is done at the next start, by `finishSettingAside`.
 */
export const setDatabaseAside = async (profileFolder: string, safetyFolder: string, now: Date): Promise<boolean> => {
  try {
    renameAll(profileFolder, now)
    return true
  } catch {
    await mkdir(safetyFolder, { recursive: true })
    writeFileSync(markerOf(safetyFolder), now.toISOString())
    return false
  }
}

/** To be called before the browser opens its profile. */
export const finishSettingAside = (profileFolder: string, safetyFolder: string, now: Date): void => {
  if (!existsSync(markerOf(safetyFolder))) return
  renameAll(profileFolder, now)
  rmSync(markerOf(safetyFolder))
}

const markerOf = (safetyFolder: string): string => join(safetyFolder, 'set-database-aside')

const renameAll = (profileFolder: string, now: Date): void => {
  for (const path of databaseFolders(profileFolder)) {
    if (existsSync(path)) renameSync(path, `${path}-damaged-${now.toISOString().replaceAll(':', '-')}`)
  }
}
