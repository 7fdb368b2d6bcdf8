import type { Change, ChangeCause, Edit } from '#domain/change'
import type { ChangeId } from '#domain/id'
import { failed, ok, type Result } from '#domain/result'
import { tableNames, type TableName } from '#domain/tables'
import { packChange } from '#data/change-part'
import type { AppDatabase, ChangePartRow, ChangeRow, MetaRow } from '#data/database'
import { createMirror, type Mirror } from '#data/mirror'
import { openPacker, packHere, type Packer } from '#data/packer'
import { createStoredTexts } from '#data/stored-text'
import { pagedTables } from '#data/write-records'
import {
  commitChange,
  StaleMetaError,
  stepsOf,
  type ChangeDraft,
  type Committed,
  type ReadOnlyReason,
  type RecordStep,
  type WriteProblem,
} from '#data/write'

/** Who writes, and when: given from outside, so that tests are fixed. */
export interface Session {
  /** ISO instant. */
  readonly now: () => string
  readonly newChangeId: () => ChangeId
  readonly device: string
  readonly author: string
}

/** What listeners are told after a change was stored (or, `restored`, after all tables were written anew). */
export interface ChangeNotice {
  readonly changeId: ChangeId | null
  readonly cause: ChangeCause | null
  readonly tables: readonly TableName[]
  /** The records touched; empty when everything was restored. */
  readonly steps: readonly RecordStep[]
}

/** The association's data, in one thread: read from `mirror`, written by `write` and by nothing else. */
export interface Store {
  readonly database: AppDatabase
  readonly mirror: Mirror
  readonly session: Session
  /** Applies a change and stores it; null when there was nothing to write. Writes queue up, one after the other. */
  readonly write: (draft: ChangeDraft) => Promise<Result<ChangeRow | null, WriteProblem>>
  /** A bulk change is about to come: the thread that packs it starts meanwhile. */
  readonly expectBulk: () => void
  readonly onChange: (listener: (notice: ChangeNotice) => void) => () => void
  /** Told of every refused write of the kind `storage`: the time for a snapshot. */
  readonly onStorageProblem: (listener: (problem: StorageProblem) => void) => () => void
  /** The journal. */
  readonly setGuard: (guard: WriteGuard) => void
  readonly meta: () => MetaRow
  readonly readOnly: () => ReadOnlyReason | null
  readonly setReadOnly: (reason: ReadOnlyReason | null) => void
  /** Runs between two writes, none being under way: backup, restore, closing. */
  readonly alone: <Value>(work: () => Promise<Value>) => Promise<Value>
  /** After the tables were written by a restore: forgets what was in memory and tells every listener. */
  readonly reload: (meta: MetaRow) => void
}

/** What surrounds every change. Its functions must not throw. */
export interface WriteGuard {
  /** Whether one may write now; why not otherwise. */
  readonly before: () => Promise<ReadOnlyReason | null>
  /** The change is in the database; `write` answers after this. */
  readonly after: (parts: readonly ChangePartRow[]) => Promise<void>
}
export type StorageProblem = Extract<WriteProblem, { readonly kind: 'storage' }>

/** A store over an open database whose `meta` row is there (see `recovery.ts`). `openThread`: a thread that packs bulk changes. */
export const createStore = (database: AppDatabase, meta: MetaRow, session: Session, openThread: OpenThread = noThread): Store => {
  const mirror = createMirror(database)
  const listeners = new Set<(notice: ChangeNotice) => void>()
  const problemListeners = new Set<(problem: StorageProblem) => void>()
  let current = meta
  let readOnly: ReadOnlyReason | null = null
  let guard: WriteGuard = { before: async () => null, after: async () => undefined }
  let bulkPacker: Packer | null = null
  let queue: Promise<unknown> = Promise.resolve()

  const alone = <Value>(work: () => Promise<Value>): Promise<Value> => {
    const done = queue.then(work)
    queue = done.catch(() => undefined)
    return done
  }

  const tell = (notice: ChangeNotice): void => {
    mirror.touched(notice.tables)
    for (const listener of listeners) listener(notice)
  }

  const refuse = (error: unknown): WriteProblem => {
    if (error instanceof StaleMetaError) {
      readOnly = 'elsewhere'
      return { kind: 'read-only', reason: 'elsewhere' }
    }
    const problem: StorageProblem = { kind: 'storage', reason: isQuota(error) ? 'disk-full' : 'storage-failed', detail: String(error) }
    readOnly = problem.reason
    for (const listener of problemListeners) listener(problem)
    return problem
  }

  const expectBulk = (): void => {
    bulkPacker ??= openPacker(openThread)
  }

  const commitNow = async (change: Change, steps: readonly RecordStep[]): Promise<Result<Committed, WriteProblem>> => {
    const paged = pagedTables(steps)
    const textOf = createStoredTexts()
    if (paged.size > 0) expectBulk()
    const packer = bulkPacker ?? packHere
    const parts = packChange(change, database.verno, { packer, textOf, paged })
    // Should the transaction fail first, nobody waits for them any more.
    parts.catch(() => undefined)
    try {
      return ok(await commitChange(database, mirror, { change, meta: current, steps, parts, textOf }))
    } catch (error) {
      return failed(refuse(error))
    } finally {
      bulkPacker?.close()
      bulkPacker = null
    }
  }

  const writeNow = async (draft: ChangeDraft): Promise<Result<ChangeRow | null, WriteProblem>> => {
    if (readOnly !== null) return failed({ kind: 'read-only', reason: readOnly })
    if (draft.edits.length === 0) return ok(null)
    const reason = await guard.before()
    if (reason !== null) return failed({ kind: 'read-only', reason })
    await mirror.load(...tablesOf(draft.edits))
    const steps = stepsOf(mirror, draft.edits)
    if (!steps.ok) return failed({ kind: 'conflict', conflicts: steps.error })
    const change: Change = {
      id: draft.id ?? session.newChangeId(),
      at: session.now(),
      device: session.device,
      author: session.author,
      cause: draft.cause,
      edits: draft.edits,
    }
    const committed = await commitNow(change, steps.value)
    if (!committed.ok) return committed
    current = committed.value.meta
    for (const moves of committed.value.moves) mirror.pages.move(moves)
    for (const { table, key, after } of steps.value) mirror.put(table, key, after)
    tell({ changeId: change.id, cause: change.cause, tables: tablesOf(change.edits), steps: steps.value })
    await guard.after(committed.value.parts)
    return ok(committed.value.row)
  }

  return {
    database,
    mirror,
    session,
    alone,
    write: (draft) => alone(() => writeNow(draft)),
    expectBulk,
    onChange: (listener) => subscribe(listeners, listener),
    onStorageProblem: (listener) => subscribe(problemListeners, listener),
    setGuard: (next) => {
      guard = next
    },
    meta: () => current,
    readOnly: () => readOnly,
    setReadOnly: (reason) => {
      readOnly = reason
    },
    reload: (next) => {
      current = next
      mirror.forget()
      tell({ changeId: null, cause: null, tables: tableNames, steps: [] })
    },
  }
}

type OpenThread = Parameters<typeof openPacker>[0]
const noThread: OpenThread = async () => {
  throw new Error('no threads here')
}

const tablesOf = (edits: readonly Edit[]): readonly TableName[] => [...new Set(edits.map(({ table }) => table))]

const subscribe = <Listener>(listeners: Set<Listener>, listener: Listener): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Dexie wraps the browser's error in an AbortError or a BulkError, one level down or more. */
const isQuota = (error: unknown): boolean => {
  if (!(error instanceof Error)) return false
  if (error.name === 'QuotaExceededError') return true
  const inner: unknown = 'inner' in error ? error.inner : undefined
  const failures: unknown = 'failures' in error ? error.failures : undefined
  return isQuota(inner) || (Array.isArray(failures) && failures.some(isQuota))
}
