import type { BackupInfo } from '#bridge/safety'
import { diffRecord } from '#domain/change'
import { failed, ok, type Result } from '#domain/result'
import { builtInRoleKinds } from '#domain/role'
import { copyRows } from '#data/backup'
import { databaseName, type AppDatabase, type MetaRow } from '#data/database'
import { isEmpty, openSession, type DataSession, type DiskState, type RoomOptions } from '#data/data-session'
import type { Host } from '#data/host'
import { clearDatabase, rebuild, restorableFrom, type Rebuilt, type RebuildProblem } from '#data/rebuild'
import { countRows, lookAtDatabase, storedVersion } from '#data/recovery'
import type { Services } from '#data/services'
import { calmStatus, type StartState } from '#data/start-state'
import type { Store } from '#data/store'
import type { Surroundings } from '#data/surroundings'

/** The data room as the window sees it, across the thread or, in tests, beside it. */
export interface DataRoom {
  /** Opens and checks; writes nothing unless all is well. How it went is also told to `host.startMoved`. */
  readonly start: (host: Host, options: RoomOptions) => Promise<void>
  /** From `elsewhere`: asks the other window to let go, and starts here. */
  readonly takeOver: () => Promise<void>
  /** From `lost`: builds everything anew from the last good backup (or the one given) and the journal, then starts. What was left is salvaged first. */
  readonly restoreEverything: (chosen: BackupInfo | null) => Promise<Result<Rebuilt, RebuildProblem>>
  /** From `lost`: leaves what main kept where it is, and begins with nothing. */
  readonly startAfresh: () => Promise<Result<null, RebuildProblem>>
  /** From `lost` with rows or changes missing: goes on with what is there. */
  readonly continueAsIs: () => Promise<Result<null, { readonly kind: 'cannot-open'; readonly detail: string }>>
  readonly setDisk: (space: DiskState) => Promise<void>
  readonly settle: () => Promise<void>
  /** Before the window closes: everything stored, journaled and copied. */
  readonly prepareClose: () => Promise<void>
  readonly close: () => Promise<void>
  /** @throws unless the room is `ready`. */
  readonly services: Services
}

/** One per thread. */
export const createDataRoom = (surroundings: Surroundings): DataRoom => {
  const { openAt, lock } = surroundings
  let started: { readonly host: Host; readonly options: RoomOptions } | null = null
  let session: DataSession | null = null

  const given = (): { readonly host: Host; readonly options: RoomOptions } => {
    if (started === null) throw new Error('The data room was not started')
    return started
  }
  const tell = (state: StartState): Promise<void> => given().host.startMoved(state)
  const openDatabase = (): AppDatabase => openAt(databaseName, openAt.current)

  const check = async (): Promise<void> => {
    const { host } = given()
    await copyBeforeUpgrade()
    const safety = await host.desktop.safetyState()
    const database = openDatabase()
    const found = await lookAtDatabase(database, safety)
    if (found.kind === 'whole') return begin(database, found.meta)
    if (found.kind === 'fresh') return begin(database, await createMeta(database))
    database.close()
    if (found.kind === 'newer-version') return tell(found)
    return tell({ kind: 'lost', loss: found.loss, detail: found.detail, restorable: restorableFrom(safety, await host.desktop.listBackups()) })
  }

  /** The app may run: the database is whole. */
  const begin = async (database: AppDatabase, meta: MetaRow): Promise<void> => {
    const { host, options } = given()
    const opened = openSession({ database, meta, safety: await host.desktop.safetyState(), host, options, surroundings })
    if (meta.lastSequence === 0) await setUp(opened.store)
    session = opened
    await tell({ kind: 'ready', isFirst: isEmpty(opened.store.meta()) })
  }

  const letGo = async (): Promise<void> => {
    const ending = session
    session = null
    await ending?.end()
    if (started !== null) await tell({ kind: 'elsewhere' })
  }
  lock.setOnAsked(letGo)

  /** Opening an older database rewrites it: it is copied first, as it is. Should that fail, the journal still has every change. */
  const copyBeforeUpgrade = async (): Promise<void> => {
    const version = await storedVersion(openAt)
    if (version === null || version >= openAt.current) return
    const { host } = given()
    const database = openAt(databaseName, version)
    try {
      await database.open()
      const meta = await database.meta.get('state')
      if (meta !== undefined && !isEmpty(meta)) await copyRows(database, { ...meta, reason: 'before-update' }, host.desktop)
    } catch (error) {
      await host.desktop.logProblem({ where: 'copy before update', message: String(error).slice(0, 2000), stack: '' })
    } finally {
      database.close()
    }
  }

  /** Keeps a copy of what is left, when it can still be read. */
  const salvage = async (): Promise<void> => {
    const { host } = given()
    const database = openDatabase()
    try {
      await database.open()
      const counts = await countRows(database)
      const { databaseId } = await host.desktop.safetyState()
      const meta = await database.meta.get('state')
      const info = {
        databaseId: meta?.databaseId ?? databaseId ?? crypto.randomUUID(),
        lastSequence: meta?.lastSequence ?? 0,
        counts,
        reason: 'salvage' as const,
      }
      if (Object.values(counts).some((count) => count > 0)) await copyRows(database, info, host.desktop)
    } catch {
      // It can't be read: there is nothing to keep.
    } finally {
      database.close()
    }
  }

  return {
    start: async (host, options) => {
      started = { host, options }
      if (await lock.acquire()) await check()
      else await tell({ kind: 'elsewhere' })
    },
    takeOver: async () => {
      await lock.takeOver()
      await check()
    },
    restoreEverything: async (chosen) => {
      const { host } = given()
      const safety = await host.desktop.safetyState()
      await salvage()
      const onProgress = (done: number, total: number): void =>
        void host.statusMoved({ ...calmStatus, lastBackup: safety.lastBackup, restoring: { done, total } })
      const rebuilt = await rebuild(host.desktop, safety, openAt, chosen, onProgress)
      if (!rebuilt.ok) return rebuilt
      await (rebuilt.value.isComplete ? check() : adopt())
      return rebuilt
    },
    startAfresh: async () => {
      await salvage()
      const cleared = await clearDatabase(given().host.desktop, openAt)
      if (!cleared.ok) return cleared
      const database = openDatabase()
      await database.open()
      await begin(database, await createMeta(database))
      return ok(null)
    },
    continueAsIs: async () => {
      await salvage()
      return adopt().then(
        () => ok(null),
        (error: unknown) => failed({ kind: 'cannot-open' as const, detail: String(error) }),
      )
    },
    setDisk: async (space) => session?.setDisk(space),
    settle: async () => session?.settle(),
    prepareClose: async () => session?.prepareClose(),
    close: async () => {
      const ending = session
      session = null
      await ending?.end()
      lock.release()
      lock.close()
    },
    get services() {
      if (session === null) throw new Error('The data are not open')
      return session.services
    },
  }

  /** Goes on with the database as it is, counted anew, under a new name when main saw more than it holds. */
  async function adopt(): Promise<void> {
    const database = openDatabase()
    await database.open()
    const safety = await given().host.desktop.safetyState()
    const meta = await database.meta.get('state')
    const last = (await database.changeParts.orderBy(':id').last())?.sequence ?? 0
    const hasNewName = meta !== undefined && meta.databaseId !== safety.databaseId
    const next: MetaRow = {
      key: 'state',
      databaseId: hasNewName ? meta.databaseId : crypto.randomUUID(),
      lastSequence: Math.max(meta?.lastSequence ?? 0, last),
      counts: await countRows(database),
    }
    await database.meta.put(next)
    await begin(database, next)
  }
}

const createMeta = async (database: AppDatabase): Promise<MetaRow> => {
  const meta: MetaRow = { key: 'state', databaseId: crypto.randomUUID(), lastSequence: 0, counts: {} }
  await database.meta.add(meta)
  return meta
}

/** A new association starts with the built-in kinds of roles. */
const setUp = async (store: Store): Promise<void> => {
  const edits = builtInRoleKinds.map((kind) => diffRecord('roleKinds', null, kind)).filter((edit) => edit !== null)
  await store.write({ cause: { kind: 'setup' }, edits })
}
