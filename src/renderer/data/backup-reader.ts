import type { BackupInfo, SafetyApi } from '#bridge/safety'
import { tableNames, type RecordByTable, type TableName } from '#domain/tables'
import { unpackBackupPart, type BackupPart } from '#data/backup-part'
import type { AppDatabase, CountedTable } from '#data/database'
import type { Migration } from '#data/migrations'
import { storedToRecord } from '#data/stored-record'

export type BackupShelf = Pick<SafetyApi, 'readBackupPart'>

/** The parts of a backup, one after the other. @throws when one is damaged. */
export async function* readBackup(shelf: BackupShelf, name: string): AsyncGenerator<BackupPart> {
  for (let index = 0; ; index += 1) {
    const bytes = await shelf.readBackupPart({ name, index })
    if (bytes === null) return
    yield await unpackBackupPart(bytes)
  }
}

/** Makes a database of the schema of a version, not opened yet. */
export interface OpenAt {
  (name: string, version: number): AppDatabase
  /** The version that this program works with. */
  readonly current: number
}

export const stepsUpTo = (steps: readonly Migration[], version: number): readonly Migration[] => steps.filter((step) => step.version <= version)

/** Every record of a backup, brought up to today's schema, in memory. An older one goes through a scratch database, whose migrations do the work. */
export const readBackupRecords = async (shelf: BackupShelf, backup: BackupInfo, openAt: OpenAt): Promise<BackupRecords> => {
  const tables = emptyTables()
  if (backup.schemaVersion === openAt.current) {
    for await (const { table, records } of readBackup(shelf, backup.name)) keep(tables, table, records)
    return tables
  }
  const scratch = openAt('maillage-scratch', backup.schemaVersion)
  try {
    await scratch.delete()
    await scratch.open()
    await loadParts(scratch, readBackup(shelf, backup.name))
    scratch.close()
    const upgraded = openAt('maillage-scratch', openAt.current)
    await upgraded.open()
    for (const name of tableNames) keep(tables, name, await upgraded.table<object, string>(name).toArray())
    upgraded.close()
    return tables
  } finally {
    await scratch.delete()
  }
}
export type BackupRecords = { readonly [Name in TableName]: Map<string, RecordByTable[Name]> }

/** Writes the parts of a backup into an empty database, as they are. Answers the rows by table. */
export const loadParts = async (
  database: AppDatabase,
  parts: AsyncIterable<BackupPart>,
  onRows: (rows: number) => void = () => undefined,
): Promise<Record<string, number>> => {
  const counts: Record<string, number> = {}
  for await (const { table, records } of parts) {
    await database.table<object, string>(table).bulkAdd([...records])
    counts[table] = (counts[table] ?? 0) + records.length
    onRows(records.length)
  }
  return counts
}

// One map a table: the type says which record each of them holds.
const emptyTables = (): BackupRecords => Object.fromEntries(tableNames.map((name) => [name, new Map()])) as unknown as BackupRecords

const keep = (tables: BackupRecords, table: CountedTable, records: readonly object[]): void => {
  if (table === 'changes' || table === 'changeParts') return
  // The file's checksums were verified by main and each record has its id: what is inside was written by this same program.
  const map = tables[table] as Map<string, object>
  for (const record of records) if ('id' in record && typeof record.id === 'string') map.set(record.id, storedToRecord(table, record))
}
