import { AppDatabase } from '#data/database'
import { stepsUpTo, type OpenAt } from '#data/backup-reader'
import { createDataLock, type DataLock } from '#data/data-lock'
import { migrations, schemaVersion } from '#data/migrations'

/** What the data room takes from its surroundings; tests give their own. */
export interface Surroundings {
  readonly openAt: OpenAt
  readonly lock: DataLock
  /** ISO instant. */
  readonly now: () => string
  /** Calls again and again, a first time after `first` milliseconds; answers what stops it. */
  readonly repeat: (times: { readonly first: number; readonly then: number }, act: () => void) => () => void
}

/** The browser's own: to be called in the data thread. */
export const browserSurroundings = (): Surroundings => ({
  openAt: Object.assign((name: string, version: number) => new AppDatabase(name, {}, stepsUpTo(migrations, version)), { current: schemaVersion }),
  lock: createDataLock(navigator.locks, new BroadcastChannel('maillage-data'), { grace: 1_500, patience: 5_000 }),
  now: () => new Date().toISOString(),
  repeat: ({ first, then }, act) => {
    let interval: ReturnType<typeof setInterval> | undefined
    const timeout = setTimeout(() => {
      interval = setInterval(act, then)
      act()
    }, first)
    return () => {
      clearTimeout(timeout)
      clearInterval(interval)
    }
  },
})
