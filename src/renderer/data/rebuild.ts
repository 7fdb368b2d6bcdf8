import type { BackupInfo, JournalEntry, SafetyApi, SafetyState } from '#bridge/safety'
import type { Change, Edit } from '#domain/change'
import { conflictsOf, rebasedOn } from '#domain/change'
import { failed, ok, type Result } from '#domain/result'
import { tableNames } from '#domain/tables'
import { loadParts, readBackup, type OpenAt } from '#data/backup-reader'
import { unpackPart, type ChangePart } from '#data/change-part'
import { databaseName, type AppDatabase, type MetaRow } from '#data/database'
import { createMirror } from '#data/mirror'
import { countRows } from '#data/recovery'
import type { Restorable } from '#data/start-state'
import { commitChange, stepsOf } from '#data/write'

export type RebuildDesk = Pick<SafetyApi, 'listBackups' | 'readBackupPart' | 'readJournal' | 'setDatabaseAside'>

/** What came back. */
export interface Rebuilt {
  readonly backup: BackupInfo | null
  /** Changes replayed from the journal, after the backup. */
  readonly changes: number
  /** Whether everything up to the last change that main saw is there. */
  readonly isComplete: boolean
}
export type RebuildProblem =
  /** No readable backup, and no journal from the beginning. */
  | { readonly kind: 'nothing-to-restore' }
  | { readonly kind: 'newer-version' }
  /** The browser holds its damaged folder: main puts it aside at the next start. */
  | { readonly kind: 'restart-needed' }
  | { readonly kind: 'storage'; readonly detail: string }

/** What `rebuild` would start from and reach, told without reading the copies themselves. */
export const restorableFrom = (safety: SafetyState, backups: readonly BackupInfo[]): Restorable => {
  const backup = proposedBackups(safety, backups)[0] ?? null
  const from = backup?.databaseId === safety.databaseId ? (backup?.lastSequence ?? 0) : 0
  const follows = safety.journaledSequence > from && safety.journalFrom <= from + 1
  const reached = follows ? safety.journaledSequence : from
  return { backup, journalEntries: follows ? safety.journaledSequence - from : 0, isComplete: reached >= safety.lastSequence }
}

/**
 * Builds the database anew: the last backup that reads well (or the one chosen), then the journal's changes after it, one by one. A backup that turns out
 * damaged gives way to the one before. Whoever interrupts it finds a database that does not pass the check, and starts again.
 */
export const rebuild = async (
  desk: RebuildDesk,
  safety: SafetyState,
  openAt: OpenAt,
  chosen: BackupInfo | null,
  onProgress: (done: number, total: number) => void,
): Promise<Result<Rebuilt, RebuildProblem>> => {
  const candidates = chosen === null ? proposedBackups(safety, await desk.listBackups()) : [chosen]
  if (candidates.length > 0 && candidates.every((backup) => backup.schemaVersion > openAt.current)) return failed({ kind: 'newer-version' })
  for (const backup of candidates.filter((each) => each.schemaVersion <= openAt.current)) {
    // What is there now goes only once the backup was read to its end.
    if (!(await isReadable(desk, backup))) continue
    const cleared = await clearDatabase(desk, openAt)
    if (!cleared.ok) return cleared
    const loaded = await loadBackup(desk, openAt, backup, onProgress).then(ok, (error: unknown) =>
      failed({ kind: 'storage' as const, detail: String(error) }),
    )
    return loaded.ok ? finish(desk, safety, openAt, backup, loaded.value) : loaded
  }
  // Without any backup the journal alone is everything, when it goes back to the first change.
  if (chosen !== null || safety.databaseId === null || safety.journalFrom !== 1) return failed({ kind: 'nothing-to-restore' })
  const cleared = await clearDatabase(desk, openAt)
  if (!cleared.ok) return cleared
  const empty = await openEmpty(openAt, 1)
  await empty.meta.put({ key: 'state', databaseId: safety.databaseId, lastSequence: 0, counts: {} })
  return finish(desk, safety, openAt, null, empty)
}

/**
 * Makes sure that an empty database can be opened in place of the old one, which is gone afterwards: a folder that can't even be emptied is put aside by main.
 */
export const clearDatabase = async (desk: Pick<SafetyApi, 'setDatabaseAside'>, openAt: OpenAt): Promise<Result<null, RebuildProblem>> => {
  const clear = async (): Promise<void> => (await openEmpty(openAt, openAt.current)).close()
  try {
    await clear()
    return ok(null)
  } catch {
    const { isDone } = await desk.setDatabaseAside()
    if (!isDone) return failed({ kind: 'restart-needed' })
    return clear().then(
      () => ok(null),
      (error: unknown) => failed({ kind: 'storage' as const, detail: String(error) }),
    )
  }
}

/** The latest first: those of the database that main knows, else (a new computer) any. */
const proposedBackups = (safety: SafetyState, backups: readonly BackupInfo[]): readonly BackupInfo[] => {
  const good = backups.filter(({ reason }) => reason !== 'salvage')
  const own = good.filter(({ databaseId }) => databaseId === safety.databaseId)
  return own.length > 0 ? own : good
}

const openEmpty = async (openAt: OpenAt, version: number): Promise<AppDatabase> => {
  const database = openAt(databaseName, version)
  await database.delete()
  await database.open()
  return database
}

const isReadable = async (desk: RebuildDesk, backup: BackupInfo): Promise<boolean> => {
  try {
    for await (const _ of readBackup(desk, backup.name));
    return true
  } catch {
    return false
  }
}

const loadBackup = async (
  desk: RebuildDesk,
  openAt: OpenAt,
  backup: BackupInfo,
  onProgress: (done: number, total: number) => void,
): Promise<AppDatabase> => {
  const database = await openEmpty(openAt, backup.schemaVersion)
  const total = Object.values(backup.counts).reduce((sum, count) => sum + count, 0)
  let done = 0
  try {
    const counts = await loadParts(database, readBackup(desk, backup.name), (rows) => {
      done += rows
      onProgress(done, total)
    })
    const { databaseId, lastSequence } = backup
    await database.meta.put({ key: 'state', databaseId, lastSequence, counts })
    return database
  } catch (error) {
    database.close()
    throw error
  }
}

/** Journal, then today's schema, then the meta row that says how whole it is. */
const finish = async (
  desk: RebuildDesk,
  safety: SafetyState,
  openAt: OpenAt,
  backup: BackupInfo | null,
  loaded: AppDatabase,
): Promise<Result<Rebuilt, RebuildProblem>> => {
  let database = loaded
  try {
    const isOwn = backup === null || backup.databaseId === safety.databaseId
    const replayed = isOwn && safety.databaseId !== null ? await replayAll(desk, safety.databaseId, openAt, database) : { database, changes: 0 }
    database = replayed.database
    if (database.verno < openAt.current) database = await reopenAt(database, openAt, openAt.current)
    const meta = await database.meta.get('state')
    if (meta === undefined) throw new Error('meta is missing')
    const isComplete = isOwn && meta.lastSequence >= safety.lastSequence
    // A database that lacks something main saw goes on under a new name: main's journal of the old one is left as it is.
    const databaseId = isComplete ? meta.databaseId : crypto.randomUUID()
    await database.meta.put({ ...meta, databaseId, counts: await countRows(database) })
    return ok({ backup, changes: replayed.changes, isComplete })
  } catch (error) {
    return failed({ kind: 'storage', detail: String(error) })
  } finally {
    database.close()
  }
}

const reopenAt = async (database: AppDatabase, openAt: OpenAt, version: number): Promise<AppDatabase> => {
  database.close()
  const next = openAt(databaseName, version)
  await next.open()
  return next
}

const pageSize = 64

/** Applies whole changes, in order, until the journal ends, lacks an entry, or holds one that can't be read. */
const replayAll = async (
  desk: RebuildDesk,
  databaseId: string,
  openAt: OpenAt,
  start: AppDatabase,
): Promise<{ readonly database: AppDatabase; readonly changes: number }> => {
  let database = start
  let replayer = await createReplayer(database)
  let changes = 0
  let pending: PendingPart[] = []
  for (let after = replayer.lastSequence(); ;) {
    const page = await desk.readJournal({ databaseId, after, limit: pageSize })
    for (const entry of page) {
      if (entry.sequence !== after + 1) return { database, changes }
      after = entry.sequence
      const part = await unpackPart(entry.bytes).catch(() => null)
      if (part === null) return { database, changes }
      if (part.part === 0) pending = []
      pending.push({ entry, part })
      if (!part.isLast || pending.some(({ part: each }, index) => each.part !== index || each.change.id !== part.change.id)) continue
      if (part.schema > database.verno) {
        database = await reopenAt(database, openAt, part.schema)
        replayer = await createReplayer(database)
      }
      await replayer.replay(pending)
      pending = []
      changes += 1
    }
    if (page.length < pageSize) return { database, changes }
  }
}

interface PendingPart {
  readonly entry: JournalEntry
  readonly part: ChangePart
}

/** Writes changes as they were written the first time: same ids, same instants, same sequence numbers. */
const createReplayer = async (
  database: AppDatabase,
): Promise<{ readonly replay: (parts: readonly PendingPart[]) => Promise<void>; readonly lastSequence: () => number }> => {
  const stored = await database.meta.get('state')
  if (stored === undefined) throw new Error('meta is missing')
  const mirror = createMirror(database)
  // A schema of before has not all tables of now.
  const present = new Set(database.tables.map(({ name }) => name))
  await mirror.load(...tableNames.filter((name) => present.has(name)))
  let meta: MetaRow = stored
  return {
    lastSequence: () => meta.lastSequence,
    replay: async (parts) => {
      const [first] = parts
      if (first === undefined) return
      const original = parts.flatMap(({ part }) => part.edits)
      const edits = original.map((edit) => asItWas(mirror.loaded(edit.table).get(edit.key) ?? null, edit)).filter((edit) => edit !== null)
      const steps = stepsOf(mirror, edits)
      if (!steps.ok) throw new Error('A journaled change does not apply')
      const change: Change = { ...first.part.change, edits: original }
      const packed = parts.map(({ entry, part }) => ({
        bytes: entry.bytes,
        firstKey: keyOf(part.edits.at(0)),
        lastKey: keyOf(part.edits.at(-1)),
      }))
      const committed = await commitChange(database, mirror, { change, meta, steps: steps.value, parts: Promise.resolve(packed) })
      meta = committed.meta
      for (const moves of committed.moves) mirror.pages.move(moves)
      for (const { table, key, after } of steps.value) mirror.put(table, key, after)
    },
  }
}

/** The journal is what happened: should a record differ from what the edit found then, the edit's outcome wins. */
const asItWas = (current: object | null, edit: Edit): Edit | null => (conflictsOf(current, edit) === null ? edit : rebasedOn(current, edit))

const keyOf = (edit: Edit | undefined): string => (edit === undefined ? '' : `${edit.table}/${edit.key}`)
