import type { ChangeId } from '#domain/id'
import { builtInRoleKinds } from '#domain/role'
import { diffRecord } from '#domain/change'
import { AppDatabase, databaseName, type MetaRow } from '#data/database'
import type { Host } from '#data/host'
import { createOutbox, type Outbox } from '#data/journal-outbox'
import { newId } from '#data/new-id'
import { lookAtDatabase } from '#data/recovery'
import { createServices, type Services } from '#data/services'
import { calmStatus, type DataStatus, type StartState } from '#data/start-state'
import { createStore, type Session, type Store } from '#data/store'
import { createUndoSteps } from '#data/undo-steps'

/** What a window says of itself when it starts the data room. */
export interface RoomOptions {
  readonly device: string
  readonly author: string
  readonly appVersion: string
}

/** The data room as the window sees it, across the thread or, in tests, beside it. */
export interface DataRoom {
  readonly start: (host: Host, options: RoomOptions) => Promise<StartState>
  /** Everything stored and in the journal: closing is safe. */
  readonly settle: () => Promise<void>
  /** Ends the connection, after what is under way. */
  readonly close: () => Promise<void>
  /** @throws before `start` answered `ready`. */
  readonly services: Services
}

/** What the room takes from its surroundings. */
export interface Surroundings {
  readonly openDatabase: () => AppDatabase
  readonly now: () => string
}

export const realSurroundings: Surroundings = {
  openDatabase: () => new AppDatabase(databaseName),
  now: () => new Date().toISOString(),
}

/** One per thread: opens the database, checks it against main's safety state, and gives the services. */
export const createDataRoom = ({ openDatabase, now }: Surroundings): DataRoom => {
  let store: Store | null = null
  let outbox: Outbox | null = null
  let services: Services | null = null
  let status: DataStatus = calmStatus

  const start = async (host: Host, options: RoomOptions): Promise<StartState> => {
    const safety = await host.safetyState()
    const database = openDatabase()
    const found = await lookAtDatabase(database, safety)
    if (found.kind === 'newer-version') return found
    if (found.kind === 'lost') return { kind: 'lost', loss: found.loss, detail: found.detail, restorable: { backup: safety.lastBackup, journalEntries: 0, isComplete: false } }

    const session: Session = { now, newChangeId: () => newId<ChangeId>(), device: options.device, author: options.author }
    const meta = found.kind === 'whole' ? found.meta : await createMeta(database)
    const opened = createStore(database, meta, session)
    const journal = createOutbox(database, opened.meta, (batch) => host.appendJournal(batch), safety.databaseId === null ? 0 : safety.lastSequence)
    const steps = createUndoSteps(opened)
    const tellStatus = (): void => {
      status = { ...status, readOnly: opened.readOnly(), journal: journal.problem() === null ? 'ok' : 'behind', lastBackup: safety.lastBackup, disk: safety.disk, freeBytes: safety.freeBytes, canUndo: steps.canUndo(), canRedo: steps.canRedo() }
      void host.statusMoved(status)
    }
    opened.setAfterCommit(async () => {
      await journal.drain()
      tellStatus()
    })
    opened.onChange(({ changeId, cause, tables }) => void host.changed({ changeId, cause, tables }))
    opened.onStorageProblem(tellStatus)
    if (found.kind === 'fresh') await setUp(opened)
    store = opened
    outbox = journal
    services = createServices(opened, steps)
    void journal.drain().then(tellStatus)
    const { people = 0, events = 0, organisations = 0 } = opened.meta().counts
    return { kind: 'ready', isFirst: people + events + organisations === 0 }
  }

  return {
    start,
    settle: async () => {
      await store?.alone(async () => undefined)
      await outbox?.drain()
    },
    close: async () => {
      await store?.alone(async () => undefined)
      store?.database.close()
    },
    get services() {
      if (services === null) throw new Error('The data room was not started')
      return services
    },
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
