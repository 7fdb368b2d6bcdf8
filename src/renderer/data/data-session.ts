import type { BackupInfo, BackupProblem, SafetyState } from '#bridge/safety'
import type { ChangeId } from '#domain/id'
import { failed, type Result } from '#domain/result'
import { copyMemory, makeBackup, type BackupReason } from '#data/backup'
import { backupDue } from '#data/backup-schedule'
import type { AppDatabase, MetaRow } from '#data/database'
import { createFactsMirror } from '#data/facts-mirror'
import type { Host } from '#data/host'
import { createOutbox } from '#data/journal-outbox'
import { newId } from '#data/new-id'
import { createServices, type Services } from '#data/services'
import { calmStatus, type DataStatus } from '#data/start-state'
import { createStore, type Store } from '#data/store'
import type { Surroundings } from '#data/surroundings'
import { createUndoSteps } from '#data/undo-steps'

/** What a window says of itself when it starts the data room. */
export interface RoomOptions {
  readonly device: string
  readonly author: string
  readonly appVersion: string
}

/** Free space, as main measures it. */
export type DiskState = Pick<SafetyState, 'disk' | 'freeBytes'>

/** An open database that passed the check, with everything that keeps it safe: from the check to the closing. */
export interface DataSession {
  readonly store: Store
  readonly services: Services
  /** Everything stored and in the journal. */
  readonly settle: () => Promise<void>
  /** Settles, and copies what changed since the last backup. */
  readonly prepareClose: () => Promise<void>
  readonly setDisk: (space: DiskState) => void
  /** Settles, closes the database. */
  readonly end: () => Promise<void>
}

export interface SessionParts {
  readonly database: AppDatabase
  readonly meta: MetaRow
  readonly safety: SafetyState
  readonly host: Host
  readonly options: RoomOptions
  readonly surroundings: Surroundings
}

const minute = 60_000
const importCopyDelay = 4_000

export const openSession = ({ database, meta, safety, host, options, surroundings }: SessionParts): DataSession => {
  const { now, openAt, repeat } = surroundings
  const store = createStore(database, meta, { now, newChangeId: () => newId<ChangeId>(), device: options.device, author: options.author }, () =>
    host.openGzipThread(),
  )
  const facts = createFactsMirror(store)
  // Read while the window draws its first page.
  void facts.prepare()
  const steps = createUndoSteps(store)
  const journaled = safety.databaseId === meta.databaseId ? safety.journaledSequence : 0
  const outbox = createOutbox(database, store.meta, (batch) => host.desktop.appendJournal(batch), journaled)
  let lastBackup = safety.lastBackup
  let space: DiskState = { disk: safety.disk, freeBytes: safety.freeBytes }
  let running: Promise<Result<BackupInfo, BackupProblem>> | null = null
  let hasFailed = false
  let copyProblem: BackupProblem['kind'] | null = null

  const tellStatus = (): void => {
    const status: DataStatus = {
      ...calmStatus,
      ...space,
      readOnly: store.readOnly() ?? (outbox.problem() === null ? null : 'journal-failed'),
      journal: outbox.problem() === null ? 'ok' : 'behind',
      backup: running === null ? 'idle' : 'running',
      lastBackup,
      copyProblem,
      canUndo: steps.canUndo(),
      canRedo: steps.canRedo(),
    }
    void host.statusMoved(status)
  }

  /** One copy at a time: whoever asks while one is being made gets the next. */
  const backUp = async (reason: BackupReason): Promise<Result<BackupInfo, BackupProblem>> => {
    while (running !== null) await running
    running = makeBackup(store, host.desktop, reason).catch((error: unknown) => failed({ kind: 'unknown', detail: String(error) }))
    tellStatus()
    const made = await running
    running = null
    if (made.ok) lastBackup = made.value
    copyProblem = made.ok ? null : made.error.kind
    tellStatus()
    return made
  }

  const backUpIfDue = async (): Promise<void> => {
    const due = backupDue({ ...store.meta(), now: now(), lastBackup, appVersion: options.appVersion, isEmpty: isEmpty(store.meta()) })
    if (due !== null && running === null) await backUp(due)
  }

  /** Once the list is there: the import is in the journal already, and copying fifty thousand people takes what showing them needs. */
  let stopImportCopy = (): void => undefined
  const copyAfterImport = (): void => {
    stopImportCopy()
    const stop = repeat({ first: importCopyDelay, then: minute }, () => {
      stop()
      void backUp('after-import')
    })
    stopImportCopy = stop
  }

  const setDisk = (next: DiskState): void => {
    space = next
    // Chromium loses whole databases on a full disk: writing stops before, and goes on by itself once there is room.
    if (next.disk === 'full' && store.readOnly() === null) store.setReadOnly('disk-full')
    else if (next.disk !== 'full' && store.readOnly() === 'disk-full' && !hasFailed) store.setReadOnly(null)
    tellStatus()
  }

  store.setGuard({
    // Chromium may lose the whole database after a full disk: while the journal lags, nothing more is acknowledged.
    before: async () => {
      if (outbox.problem() === null) return null
      await outbox.drain()
      return outbox.problem() === null ? null : 'journal-failed'
    },
    after: async (parts) => {
      await outbox.drain(parts)
      tellStatus()
      if (outbox.problem() !== null) void backUp('after-error')
    },
  })
  store.onChange(({ changeId, cause, tables }) => {
    void host.changed({ changeId, cause, tables })
    if (cause?.kind === 'import') copyAfterImport()
  })
  store.onStorageProblem(() => {
    // The next start may find nothing: what is in memory is copied at once.
    hasFailed = true
    tellStatus()
    void backUp('after-error').then((made) => (made.ok ? made : copyMemory(store, host.desktop)))
  })
  const stopBackups = repeat({ first: minute / 4, then: 5 * minute }, () => void backUpIfDue())
  const stopKeeping = repeat({ first: minute / 6, then: 5 * minute }, () => void keepFacts())
  // What could not be sent is tried again without waiting for the next change.
  const stopOutbox = repeat({ first: minute, then: minute }, () => {
    if (outbox.problem() !== null) void outbox.drain().then(tellStatus)
  })
  setDisk(space)
  void outbox.drain().then(tellStatus)

  /** Nine megabytes that can be done without: not on a disk that fills up, nor in a database that refuses. */
  const keepFacts = async (): Promise<void> => {
    if (space.disk === 'ok' && store.readOnly() === null && !isEmpty(store.meta())) await facts.keep()
  }

  const settle = async (): Promise<void> => {
    await store.alone(async () => undefined)
    await outbox.drain()
  }
  return {
    store,
    services: createServices({ store, facts, steps, host, openAt, backUp }),
    settle,
    prepareClose: async () => {
      await settle()
      const { databaseId, lastSequence } = store.meta()
      const isCopied = lastBackup?.databaseId === databaseId && lastBackup.lastSequence >= lastSequence
      if (!isCopied && !isEmpty(store.meta()) && running === null) await backUp('automatic')
      while (running !== null) await running
      await keepFacts()
    },
    setDisk,
    end: async () => {
      stopBackups()
      stopKeeping()
      stopImportCopy()
      stopOutbox()
      await settle()
      database.close()
    },
  }
}

/** Nothing but what the app sets up by itself. */
export const isEmpty = ({ counts }: Pick<MetaRow, 'counts'>): boolean =>
  (counts['people'] ?? 0) + (counts['events'] ?? 0) + (counts['organisations'] ?? 0) + (counts['hours'] ?? 0) === 0
