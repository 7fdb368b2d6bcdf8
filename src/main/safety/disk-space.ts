import { statfs } from 'node:fs/promises'

const lowUnder = 500_000_000
const fullUnder = 100_000_000

/** How much room there is. Chromium loses whole databases on a full disk: the app stops writing before that. */
export interface DiskSpace {
  readonly disk: 'ok' | 'low' | 'full'
  readonly freeBytes: number
}

/** The scarcest of some folders; those that are missing (a stick that was pulled out) don't count. */
export const diskSpace = async (folders: readonly string[]): Promise<DiskSpace> => {
  const free = await Promise.all(
    folders.map((folder) =>
      statfs(folder).then(
        ({ bavail, bsize }) => bavail * bsize,
        () => Number.MAX_SAFE_INTEGER,
      ),
    ),
  )
  const freeBytes = Math.min(Number.MAX_SAFE_INTEGER, ...free)
  return { disk: freeBytes < fullUnder ? 'full' : freeBytes < lowUnder ? 'low' : 'ok', freeBytes }
}
