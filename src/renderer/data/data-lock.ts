/** Who holds the data: one window (in truth its data thread) at a time. */
export interface DataLock {
  /** True: ours until `release`. False: another window has it. */
  readonly acquire: () => Promise<boolean>
  /** Asks the holder to finish and let go, then takes its place; takes it by force when the holder does not answer. */
  readonly takeOver: () => Promise<void>
  readonly release: () => void
  /** Called when another window asks for our place, or took it: finish, close the database, and answer by `release`. */
  readonly setOnAsked: (onAsked: () => Promise<void>) => void
  readonly close: () => void
}

const lockName = 'maillage-data'
/** In milliseconds. */
export interface LockTimes {
  /** A page that was just reloaded leaves its lock a moment later: so long one waits before saying « elsewhere ». */
  readonly grace: number
  /** That the holder has to store what is under way, when it is asked to let go. */
  readonly patience: number
}

/** Web Locks, which the browser lets go by itself when a window or its thread ends, and a channel to ask politely. */
export const createDataLock = (locks: LockManager, channel: BroadcastChannel, { grace, patience }: LockTimes): DataLock => {
  let release = (): void => undefined
  let onAsked = async (): Promise<void> => undefined

  channel.addEventListener('message', ({ data }) => {
    if (data !== 'let go') return
    void onAsked().finally(() => release())
  })

  /** Holds the lock until `release`; a steal by another window ends it too. */
  const hold = (options: LockOptions): Promise<boolean> =>
    new Promise((resolve, reject) => {
      let isGranted = false
      locks
        .request(lockName, options, (lock) => {
          if (lock === null) {
            resolve(false)
            return
          }
          isGranted = true
          return new Promise<void>((done) => {
            release = () => {
              release = () => undefined
              done()
            }
            resolve(true)
          })
        })
        .catch((error: unknown) => {
          if (!isGranted) {
            reject(error)
            return
          }
          // Somebody took it by force.
          release = () => undefined
          void onAsked()
        })
    })

  return {
    acquire: () => hold({ signal: AbortSignal.timeout(grace) }).catch(() => false),
    takeOver: async () => {
      channel.postMessage('let go')
      const granted = await hold({ signal: AbortSignal.timeout(patience) }).catch(() => false)
      if (!granted) await hold({ steal: true })
    },
    release: () => release(),
    setOnAsked: (next) => {
      onAsked = next
    },
    close: () => channel.close(),
  }
}
