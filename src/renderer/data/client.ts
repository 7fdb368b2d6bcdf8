import { proxy, wrap } from 'comlink'
import type { DesktopApi } from '#bridge/desktop-api'
import type { DataRoom } from '#data/data-room'
import { openGzipThread } from '#data/gzip-thread'
import type { Host, WindowNotice } from '#data/host'
import type { Services } from '#data/services'
import { calmStatus, type DataStatus, type StartState } from '#data/start-state'

/** The window's end of the data thread. The acts are those of `DataRoom`. */
export interface DataClient extends Pick<DataRoom, 'takeOver' | 'restoreEverything' | 'startAfresh' | 'continueAsIs' | 'settle' | 'close'> {
  readonly services: Services
  readonly startState: () => StartState
  readonly status: () => DataStatus
  /** Told whenever `startState` or `status` moved. */
  readonly subscribe: (listener: () => void) => () => void
  /** Told after every change that was stored. */
  readonly onChange: (listener: (notice: WindowNotice) => void) => () => void
}

/**
 * Starts the data thread and the check of the data; `startState` tells how it went.
 * `closingWords` says, in the user's language, what still goes on when she closes the window too early for it.
 */
export const startDataClient = (desktop: DesktopApi, closingWords: () => string = () => ''): DataClient => {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'data' })
  const remote = wrap<DataRoom>(worker)
  // Refused by some browsers and asked of all: data that the browser may not throw away when the disk is full.
  void navigator.storage.persist().catch(() => false)
  return connect(
    {
      start: (host, options) => remote.start(proxy(host), options),
      takeOver: () => remote.takeOver(),
      restoreEverything: (chosen) => remote.restoreEverything(chosen),
      startAfresh: () => remote.startAfresh(),
      continueAsIs: () => remote.continueAsIs(),
      setDisk: (space) => remote.setDisk(space),
      settle: () => remote.settle(),
      prepareClose: () => remote.prepareClose(),
      close: async () => {
        await remote.close()
        worker.terminate()
      },
      // Every service function is async, so that its proxy has the very same type.
      services: remote.services as unknown as Services,
    },
    desktop,
    closingWords,
  )
}

/** Ties a data room to the window and to main. Tests give it a room of their own thread. */
export const connect = (room: DataRoom, desktop: DesktopApi, closingWords: () => string = () => ''): DataClient => {
  const listeners = new Set<() => void>()
  const changeListeners = new Set<(notice: WindowNotice) => void>()
  let startState: StartState = { kind: 'starting' }
  let status = calmStatus
  const moved = (): void => {
    for (const listener of listeners) listener()
  }
  const setStartState = (next: StartState): void => {
    startState = next
    moved()
  }

  const host: Host = {
    desktop,
    openGzipThread,
    changed: async (notice) => {
      for (const listener of changeListeners) listener(notice)
    },
    statusMoved: async (next) => {
      status = next
      moved()
    },
    startMoved: async (next) => setStartState(next),
  }

  const start = async (): Promise<void> => {
    const { device, version } = await desktop.appInfo()
    await room.start(host, { device, author: '', appVersion: version })
    // From now on main asks before it closes the window.
    await desktop.setBusy({ busy: false, reason: '' })
  }
  start().catch((error: unknown) => {
    setStartState({ kind: 'lost', loss: 'cannot-open', detail: String(error), restorable: { backup: null, journalEntries: 0, isComplete: false } })
  })
  const stopListening = [
    desktop.on('diskState', (space) => void room.setDisk(space)),
    desktop.on('closing', () => void prepareClose(room, desktop, closingWords())),
  ]

  return {
    get services() {
      return room.services
    },
    startState: () => startState,
    status: () => status,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    onChange: (listener) => {
      changeListeners.add(listener)
      return () => changeListeners.delete(listener)
    },
    takeOver: () => room.takeOver(),
    restoreEverything: (chosen) => room.restoreEverything(chosen),
    startAfresh: () => room.startAfresh(),
    continueAsIs: () => room.continueAsIs(),
    settle: () => room.settle(),
    close: async () => {
      for (const stop of stopListening) stop()
      await room.close()
    },
  }
}

/** The window stays until everything is stored, journaled and copied; whatever fails, main hears that it may close. */
const prepareClose = async (room: DataRoom, desktop: DesktopApi, reason: string): Promise<void> => {
  await desktop.setBusy({ busy: true, reason })
  await room.prepareClose().catch((error: unknown) => desktop.logProblem({ where: 'closing', message: String(error).slice(0, 2000), stack: '' }))
  await desktop.setBusy({ busy: false, reason: '' })
}
