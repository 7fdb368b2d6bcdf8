import { proxy, wrap } from 'comlink'
import type { DesktopApi } from '#bridge/desktop-api'
import type { DataRoom, RoomOptions } from '#data/data-room'
import type { Host, WindowNotice } from '#data/host'
import type { Services } from '#data/services'
import { calmStatus, type DataStatus, type StartState } from '#data/start-state'

/** The window's end of the data thread. */
export interface DataClient {
  readonly services: Services
  readonly startState: () => StartState
  readonly status: () => DataStatus
  /** Told whenever `startState` or `status` moved. */
  readonly subscribe: (listener: () => void) => () => void
  /** Told after every change that was stored. */
  readonly onChange: (listener: (notice: WindowNotice) => void) => () => void
  /** Everything stored and in the journal. */
  readonly settle: () => Promise<void>
  readonly close: () => Promise<void>
}

/** Starts the data thread and the check of the data; `startState` tells how it went. */
export const startDataClient = (desktop: DesktopApi): DataClient => {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'data' })
  const remote = wrap<DataRoom>(worker)
  const room: RemoteRoom = {
    start: (host, options) => remote.start(proxy(host), options),
    settle: () => remote.settle(),
    close: async () => {
      await remote.close()
      worker.terminate()
    },
    // Every service function is async, so that its proxy has the very same type.
    services: remote.services as unknown as Services,
  }
  return connect(room, desktop)
}

/** A data room, wherever it runs. */
export type RemoteRoom = DataRoom

/** Ties a data room to the window and to main. Tests give it a room of their own thread. */
export const connect = (room: RemoteRoom, desktop: DesktopApi): DataClient => {
  const listeners = new Set<() => void>()
  const changeListeners = new Set<(notice: WindowNotice) => void>()
  let startState: StartState = { kind: 'starting' }
  let status = calmStatus
  const moved = (): void => {
    for (const listener of listeners) listener()
  }

  const host: Host = {
    safetyState: () => desktop.safetyState(),
    appendJournal: (batch) => desktop.appendJournal(batch),
    readJournal: (page) => desktop.readJournal(page),
    startBackup: (backup) => desktop.startBackup(backup),
    sendBackupPart: (part) => desktop.sendBackupPart(part),
    finishBackup: (backup) => desktop.finishBackup(backup),
    listBackups: () => desktop.listBackups(),
    readBackupPart: (part) => desktop.readBackupPart(part),
    changed: async (notice) => {
      for (const listener of changeListeners) listener(notice)
    },
    statusMoved: async (next) => {
      status = next
      moved()
    },
  }

  const start = async (): Promise<void> => {
    const { device, version } = await desktop.appInfo()
    const options: RoomOptions = { device, author: '', appVersion: version }
    startState = await room.start(host, options)
    moved()
  }
  void start().catch((error: unknown) => {
    startState = { kind: 'lost', loss: 'cannot-open', detail: String(error), restorable: { backup: null, journalEntries: 0, isComplete: false } }
    moved()
  })

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
    settle: () => room.settle(),
    close: () => room.close(),
  }
}
