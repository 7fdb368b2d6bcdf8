import { IDBKeyRange } from 'fake-indexeddb'
import { payloadByCall, type CallName, type DesktopApi, type DesktopCalls } from '#bridge/desktop-api'
import type { PushedEvents } from '#bridge/window'
import type { Answer } from '#main/answer'
import type { DiskSpace } from '#main/safety/disk-space'
import { registerSafety } from '#main/safety/register-safety'
import type { Room, System } from '#main/system'
import { connect, type DataClient } from '#data/client'
import { createDataRoom } from '#data/data-room'
import { AppDatabase } from '#data/database'
import { stepsUpTo, type OpenAt } from '#data/backup-reader'
import type { DataLock } from '#data/data-lock'
import { migrations, type Migration } from '#data/migrations'
import type { StartState } from '#data/start-state'
import { join } from 'node:path'
import { newDisk } from '#support/data-world'

/** One computer: a disk for the browser's database, folders for main, a clock. What survives a restart is here. */
export interface Computer {
  readonly disk: IDBFactory
  readonly folder: string
  readonly clock: { now: Date }
  readonly space: { current: DiskSpace }
  /** What the user answers in the next file or folder dialog. */
  readonly dialogs: { path: string | null }
}

export const newComputer = (disk: IDBFactory, folder: string): Computer => ({
  disk,
  folder,
  clock: { now: new Date('2026-03-12T09:00:00') },
  space: { current: { disk: 'ok', freeBytes: 50_000_000_000 } },
  dialogs: { path: null },
})

/** The same computer once the browser's profile was deleted, or wiped by the browser itself. */
export const withoutProfile = (computer: Computer): Computer => ({ ...computer, disk: newDisk() })

/** The app as it runs on that computer: main's real safety room, the data room, the window's client; only the processes are missing. */
export interface RunningApp {
  readonly client: DataClient
  readonly desktop: DesktopApi
  /** Sends what main sends by itself. */
  readonly push: <Name extends keyof PushedEvents>(name: Name, event: PushedEvents[Name]) => void
  /** Lets the periodic work run once, as if its time had come. */
  readonly tick: () => void
  readonly problems: readonly string[]
  readonly busy: readonly boolean[]
  /** From now on the browser's database neither reads nor writes. */
  readonly breakDatabase: () => void
  /** As if the power went: nothing is stored that was not, nothing is said. */
  readonly kill: () => Promise<void>
}

export interface AppOptions {
  readonly appVersion?: string
  readonly steps?: readonly Migration[]
  readonly lock?: DataLock
}

export const freeLock: DataLock = {
  acquire: async () => true,
  takeOver: async () => undefined,
  release: () => undefined,
  setOnAsked: () => undefined,
  close: () => undefined,
}

export const startApp = async (computer: Computer, options: AppOptions = {}): Promise<RunningApp> => {
  const { appVersion = '1.0.0', steps = migrations, lock = freeLock } = options
  const listeners = new Map<string, (event: never) => void>()
  const problems: string[] = []
  const busy: boolean[] = []
  const handlers = new Map<string, (payload: unknown) => Promise<unknown>>()
  const answer: Answer = (name, handler) =>
    handlers.set(name, async (payload) => (handler as (payload: unknown) => Promise<unknown>)(payloadByCall[name].parse(payload)))
  const rooms: Room[] = []
  rooms.push(
    registerSafety(answer, systemOf(computer, appVersion, problems), {
      now: () => computer.clock.now,
      measureDisk: async () => computer.space.current,
    }),
  )
  answer('appInfo', async () => ({ version: appVersion, device: 'portable-accueil', platform: 'linux', locale: 'fr' }))
  answer('setBusy', async (state) => void busy.push(state.busy))
  answer('logProblem', async ({ message }) => void problems.push(message))

  const desktop = desktopOf(handlers, listeners)
  const ticks = new Set<() => void>()
  const databases: AppDatabase[] = []
  const make = (name: string, version: number): AppDatabase => {
    const database = new AppDatabase(name, { indexedDB: computer.disk, IDBKeyRange }, stepsUpTo(steps, version))
    databases.push(database)
    return database
  }
  const openAt: OpenAt = Object.assign(make, { current: Math.max(...steps.map(({ version }) => version)) })
  const room = createDataRoom({
    openAt,
    lock,
    now: () => computer.clock.now.toISOString(),
    repeat: (_times, act) => {
      ticks.add(act)
      return () => ticks.delete(act)
    },
  })
  const client = connect(room, desktop)
  await started(client)
  return {
    client,
    desktop,
    problems,
    busy,
    push: (name, event) => listeners.get(name)?.(event as never),
    tick: () => {
      for (const act of ticks) act()
    },
    breakDatabase: () => {
      for (const database of databases) database.close()
    },
    kill: async () => {
      for (const database of databases) database.close()
      for (const each of rooms) await each.close()
    },
  }
}

/** Once the check is over, however it went. */
const started = (client: DataClient): Promise<StartState> =>
  new Promise((resolve) => {
    const look = (): void => {
      const state = client.startState()
      if (state.kind !== 'starting') resolve(state)
    }
    client.subscribe(look)
    look()
  })

const systemOf = (computer: Computer, appVersion: string, problems: string[]): System => ({
  folders: { userData: join(computer.folder, 'app'), documents: join(computer.folder, 'documents'), temp: join(computer.folder, 'temp') },
  appVersion,
  language: 'fr',
  dialogs: {
    openFiles: async () => (computer.dialogs.path === null ? [] : [computer.dialogs.path]),
    saveFile: async () => computer.dialogs.path,
    openFolder: async () => computer.dialogs.path,
  },
  printPage: async () => new Uint8Array(),
  revealFile: () => undefined,
  send: () => undefined,
  logProblem: (where, problem) => void problems.push(`${where}: ${String(problem)}`),
})

const desktopOf = (
  handlers: ReadonlyMap<string, (payload: unknown) => Promise<unknown>>,
  listeners: Map<string, (event: never) => void>,
): DesktopApi => {
  const call =
    (name: CallName) =>
    (payload: unknown): Promise<unknown> => {
      const handler = handlers.get(name)
      if (handler === undefined) throw new Error(`${name} is not part of this world`)
      // What crosses between processes is a copy.
      return handler(structuredClone(payload)).then((value) => structuredClone(value))
    }
  const calls = Object.fromEntries((Object.keys(payloadByCall) as CallName[]).map((name) => [name, call(name)]))
  return {
    ...(calls as unknown as DesktopCalls),
    on: (name, listener) => {
      listeners.set(name, listener as (event: never) => void)
      return () => listeners.delete(name)
    },
  }
}
