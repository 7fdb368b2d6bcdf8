import type { BackupInfo } from '#bridge/safety'
import { diffRecord, type Edit } from '#domain/change'
import { failed, ok, type Result } from '#domain/result'
import { tableNames, type RecordByTable, type TableName } from '#domain/tables'
import { readBackupRecords, type BackupRecords, type BackupShelf, type OpenAt } from '#data/backup-reader'
import type { ChangeRow } from '#data/database'
import type { Store } from '#data/store'
import type { WriteProblem } from '#data/write'

/** What restoring a backup would do to one table. */
export interface RestoredTable {
  readonly table: TableName
  readonly created: number
  readonly changed: number
  /** Added since the backup: they would go (and come back by undoing the restore). */
  readonly removed: number
  /** Names of a few of them, for the eye. */
  readonly samples: { readonly created: readonly string[]; readonly changed: readonly string[]; readonly removed: readonly string[] }
}
export interface RestorePreview {
  readonly backup: BackupInfo
  /** Only the tables that would change. */
  readonly tables: readonly RestoredTable[]
}
export type RestoreProblem =
  | { readonly kind: 'newer-version' }
  | { readonly kind: 'unreadable'; readonly detail: string }
  | { readonly kind: 'nothing-to-change' }
  | WriteProblem

const sampleSize = 5

/** What would change, nothing being written. */
export const previewRestore = async (
  store: Store,
  shelf: BackupShelf,
  openAt: OpenAt,
  backup: BackupInfo,
): Promise<Result<RestorePreview, RestoreProblem>> => {
  const edits = await editsToward(store, shelf, openAt, backup)
  if (!edits.ok) return edits
  const byTable = Map.groupBy(edits.value.edits, ({ table }) => table)
  const tables = [...byTable].map(([table, ofTable]): RestoredTable => {
    const created = ofTable.filter(({ before }) => before === null)
    const removed = ofTable.filter(({ after }) => after === null)
    const changed = ofTable.filter(({ before, after }) => before !== null && after !== null)
    const names = (some: readonly Edit[]): readonly string[] =>
      some.slice(0, sampleSize).map(({ key }) => nameOf(store, edits.value.records, table, key))
    return {
      table,
      created: created.length,
      changed: changed.length,
      removed: removed.length,
      samples: { created: names(created), changed: names(changed), removed: names(removed) },
    }
  })
  return ok({ backup, tables })
}

/** Brings every record back to what it was in the backup: one change, which can be undone like any other. */
export const applyRestore = async (
  store: Store,
  shelf: BackupShelf,
  openAt: OpenAt,
  backup: BackupInfo,
): Promise<Result<ChangeRow, RestoreProblem>> => {
  const edits = await editsToward(store, shelf, openAt, backup)
  if (!edits.ok) return edits
  const written = await store.write({ cause: { kind: 'restore', backupName: backup.name }, edits: edits.value.edits })
  if (!written.ok) return written
  return written.value === null ? failed({ kind: 'nothing-to-change' }) : ok(written.value)
}

const editsToward = async (
  store: Store,
  shelf: BackupShelf,
  openAt: OpenAt,
  backup: BackupInfo,
): Promise<Result<{ readonly edits: readonly Edit[]; readonly records: BackupRecords }, RestoreProblem>> => {
  if (backup.schemaVersion > openAt.current) return failed({ kind: 'newer-version' })
  const read = await readBackupRecords(shelf, backup, openAt).then(ok, (error: unknown) =>
    failed<RestoreProblem>({ kind: 'unreadable', detail: String(error) }),
  )
  if (!read.ok) return read
  await store.mirror.load(...tableNames)
  return ok({ edits: tableNames.flatMap((table) => editsOfTable(store, read.value, table)), records: read.value })
}

const editsOfTable = <Name extends TableName>(store: Store, records: BackupRecords, table: Name): readonly Edit[] => {
  const now = store.mirror.loaded(table)
  const then = records[table]
  const ids = new Set([...now.keys(), ...then.keys()])
  return [...ids].map((id) => diffRecord(table, now.get(id) ?? null, then.get(id) ?? null)).filter((edit) => edit !== null)
}

const nameOf = (store: Store, records: BackupRecords, table: TableName, key: string): string => {
  const record = records[table].get(key) ?? store.mirror.loaded(table).get(key)
  return record === undefined ? '' : recordName(record)
}

/** What a user knows the record by; '' when it has no name. */
const recordName = (record: RecordByTable[keyof RecordByTable]): string => {
  if ('lastName' in record) return [record.firstName, record.lastName].filter((part) => part !== '').join(' ')
  if ('name' in record) return record.name ?? ''
  return 'fileName' in record ? record.fileName : ''
}
