import type { BackupInfo, BackupProblem, SafetyApi } from '#bridge/safety'
import { failed, type Result } from '#domain/result'
import { tableNames, type RecordByTable, type TableName } from '#domain/tables'
import { packBackupPart } from '#data/backup-part'
import { countedTables, type AppDatabase, type CountedTable } from '#data/database'
import type { Mirror } from '#data/mirror'
import { lyingRows, readRows } from '#data/record-pages'
import type { Store } from '#data/store'
import { recordToStored } from '#data/stored-record'

export type BackupDesk = Pick<SafetyApi, 'startBackup' | 'sendBackupPart' | 'finishBackup'>
export type BackupReason = BackupInfo['reason']

/** Rows a part: a few hundred kilobytes of JSON. */
const partRows = 1_000
const partRowsByTable: Partial<Record<CountedTable, number>> = { attendance: 100, changeParts: 40 }

/**
 * Copies everything to main, rows as IndexedDB keeps them, as it is at one moment: records never change in place, so holding them is the snapshot, and writing goes on meanwhile.
 * Tables that nobody asked for yet are read as they lie, and not kept. Good only when main re-read and counted it.
 */
export const makeBackup = async (store: Store, desk: BackupDesk, reason: BackupReason): Promise<Result<BackupInfo, BackupProblem>> => {
  const snapshot = await store.alone(async () => {
    const held = new Set(store.mirror.inMemory())
    const rows: (readonly [TableName, Iterable<object>])[] = []
    for (const name of tableNames) rows.push([name, held.has(name) ? heldRows(store.mirror, name) : await lyingRows(store.database, name)])
    return { meta: store.meta(), rows }
  })
  const { databaseId, lastSequence, counts } = snapshot.meta
  return sendBackup(desk, { databaseId, lastSequence, counts, schemaVersion: store.database.verno, reason }, async function* () {
    for (const [name, rows] of snapshot.rows) yield* partsOf(name, rows)
    yield* changePages(store.database, lastSequence)
  })
}

/**
 * Copies what is in memory of a database that can no longer be read: records without their history, of the tables that were in use. It is kept aside
 * (`salvage`); what is proposed first is a whole copy and the journal.
 */
export const copyMemory = async (store: Store, desk: BackupDesk): Promise<Result<BackupInfo, BackupProblem>> => {
  const held = store.mirror.inMemory().map((name) => [name, heldRows(store.mirror, name)] as const)
  const { databaseId, lastSequence } = store.meta()
  const counts = Object.fromEntries(held.map(([name]) => [name, store.mirror.loaded(name).size]))
  return sendBackup(desk, { databaseId, lastSequence, counts, schemaVersion: store.database.verno, reason: 'salvage' }, async function* () {
    for (const [name, rows] of held) yield* partsOf(name, rows)
  })
}

/**
 * Copies the rows of an open database that no store holds: before an upgrade rewrites it, or before a damaged one is replaced (`salvage`, never proposed by itself).
 * @throws when the database can't be read.
 */
export const copyRows = async (
  database: AppDatabase,
  { databaseId, lastSequence, counts, reason }: Pick<BackupInfo, 'databaseId' | 'lastSequence' | 'counts' | 'reason'>,
  desk: BackupDesk,
): Promise<Result<BackupInfo, BackupProblem>> =>
  sendBackup(desk, { databaseId, lastSequence, counts, schemaVersion: database.verno, reason }, async function* () {
    const present = new Set(database.tables.map(({ name }) => name))
    for (const name of countedTables) if (present.has(name)) yield* partsOf(name, await rowsOf(database, name))
  })

/** The records in memory as they are now, each made a row only when its turn comes: all at once they would be in memory twice. */
const heldRows = (mirror: Mirror, name: TableName): Iterable<object> => {
  const records = [...mirror.loaded(name).values()]
  return toRows(name, records)
}
function* toRows(name: TableName, records: readonly RecordByTable[TableName][]): Generator<object> {
  for (const record of records) yield recordToStored(name, record)
}

const rowsOf = (database: AppDatabase, name: CountedTable): Promise<readonly object[]> =>
  name === 'changes' || name === 'changeParts' ? database.table<object, string>(name).toArray() : readRows(database, name)

type Part = { readonly table: CountedTable; readonly records: readonly object[] }

const sendBackup = async (
  desk: BackupDesk,
  info: Parameters<BackupDesk['startBackup']>[0],
  parts: () => AsyncGenerator<Part>,
): Promise<Result<BackupInfo, BackupProblem>> => {
  const { backupId } = await desk.startBackup(info)
  try {
    for await (const part of parts()) await desk.sendBackupPart({ backupId, bytes: await packBackupPart(part) })
  } catch (error) {
    // Told by main as a count that does not fit; the reason is here.
    await desk.finishBackup({ backupId })
    return failed({ kind: 'unknown', detail: String(error) })
  }
  return desk.finishBackup({ backupId })
}

function* partsOf(table: CountedTable, rows: Iterable<object>): Generator<Part> {
  const size = partRowsByTable[table] ?? partRows
  let records: object[] = []
  for (const row of rows) {
    records.push(row)
    if (records.length < size) continue
    yield { table, records }
    records = []
  }
  if (records.length > 0) yield { table, records }
}

/** Changes and their parts up to a sequence number: those of later changes are not of this snapshot, nor is what they undid. */
async function* changePages(database: AppDatabase, lastSequence: number): AsyncGenerator<Part> {
  const rows = (await database.changes.toArray()).filter((row) => row.lastSequence <= lastSequence)
  const known = new Set<string>(rows.map(({ id }) => id))
  yield* partsOf(
    'changes',
    rows.map((row) => (row.undoneBy === null || known.has(row.undoneBy) ? row : { ...row, undoneBy: null })),
  )
  const size = partRowsByTable.changeParts ?? partRows
  for (let after = 0; ;) {
    const page = await database.changeParts.where('sequence').between(after, lastSequence, false, true).limit(size).toArray()
    if (page.length > 0) yield { table: 'changeParts', records: page }
    if (page.length < size) return
    after = page.at(-1)?.sequence ?? lastSequence
  }
}
