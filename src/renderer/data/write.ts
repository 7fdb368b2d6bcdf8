import type { CountByTable } from '#bridge/safety'
import { applyEdit, conflictsOf, type Change, type ChangeCause, type Edit, type EditConflict } from '#domain/change'
import type { ChangeId } from '#domain/id'
import { failed, ok, type Result } from '#domain/result'
import type { RecordByTable, TableName } from '#domain/tables'
import { bulkFrom, recordKey, type PackedPart } from '#data/change-part'
import type { AppDatabase, ChangePartRow, ChangeRow, CountedTable, MetaRow } from '#data/database'
import type { Mirror } from '#data/mirror'
import { recordToStored } from '#data/stored-record'

/** What a service asks to be written: one act of the user, however many records it touches. */
export interface ChangeDraft {
  readonly cause: ChangeCause
  /** At most one edit a record. */
  readonly edits: readonly Edit[]
  /** For records that must name their own change (imports); else one is made. */
  readonly id?: ChangeId
}

/** `journal-failed`: the last change is in the database alone; the next must wait until it is safe. */
export type ReadOnlyReason = 'disk-full' | 'storage-failed' | 'journal-failed' | 'elsewhere'
export type WriteProblem =
  /** Somebody changed these records since they were read: nothing was written. */
  | { readonly kind: 'conflict'; readonly conflicts: readonly EditConflict[] }
  | { readonly kind: 'read-only'; readonly reason: ReadOnlyReason }
  /** The database refused: nothing was written, and nothing will be until the data were looked at. */
  | { readonly kind: 'storage'; readonly reason: 'disk-full' | 'storage-failed'; readonly detail: string }

/** One record as it was and as it will be. */
export interface RecordStep<Name extends TableName = TableName> {
  readonly table: Name
  readonly key: string
  readonly before: RecordByTable[Name] | null
  readonly after: RecordByTable[Name] | null
}

/**
 * The records that a change writes, or what stands in its way. The tables must be loaded in the mirror.
 * @throws when two edits speak of one record: the service that drafted them is wrong.
 */
export const stepsOf = (mirror: Mirror, edits: readonly Edit[]): Result<readonly RecordStep[], readonly EditConflict[]> => {
  const seen = new Set<string>()
  const conflicts: EditConflict[] = []
  const steps: RecordStep[] = []
  for (const edit of edits) {
    const { table, key } = edit
    if (seen.has(recordKey(edit))) throw new Error(`Two edits of ${recordKey(edit)} in one change`)
    seen.add(recordKey(edit))
    const before = mirror.loaded(table).get(key) ?? null
    const conflict = conflictsOf(before, edit)
    if (conflict !== null) conflicts.push(conflict)
    else steps.push({ table, key, before, after: applyEdit(before, edit) })
  }
  return conflicts.length > 0 ? failed(conflicts) : ok(steps)
}

/** Chunks of 2,000 puts in one transaction were measured fastest. */
const chunkSize = 2_000

/**
 * The transaction: records, change, parts, counts and sequence, all or nothing. Everything it writes was made before, since awaiting
 * anything else inside would end it early.
 * @throws `StaleMetaError` when another window wrote meanwhile; Dexie's errors otherwise.
 */
export const commitChange = async (
  database: AppDatabase,
  { change, meta, steps, parts }: { readonly change: Change; readonly meta: MetaRow; readonly steps: readonly RecordStep[]; readonly parts: readonly PackedPart[] },
): Promise<{ readonly row: ChangeRow; readonly meta: MetaRow }> => {
  const { edits, ...header } = change
  const firstSequence = meta.lastSequence + 1
  const isBulk = edits.length >= bulkFrom
  const partRows: readonly ChangePartRow[] = parts.map(({ bytes }, index) => ({
    sequence: firstSequence + index,
    changeId: change.id,
    keys: isBulk ? [] : edits.map(recordKey),
    bytes,
  }))
  const row: ChangeRow = {
    ...header,
    editCounts: countsOf(edits),
    firstSequence,
    lastSequence: firstSequence + parts.length - 1,
    ...(isBulk ? { bulk: 1 as const, ranges: parts.map(({ firstKey, lastKey }, index) => ({ sequence: firstSequence + index, firstKey, lastKey })) } : {}),
    undoneBy: null,
  }
  const next: MetaRow = { ...meta, lastSequence: row.lastSequence, counts: countsAfter(meta.counts, steps, parts.length) }
  const stepsByTable = Map.groupBy(steps, ({ table }) => table)
  await database.transaction('rw', [...stepsByTable.keys(), 'changes', 'changeParts', 'meta'], async () => {
    const stored = await database.meta.get('state')
    if (stored?.lastSequence !== meta.lastSequence || stored.databaseId !== meta.databaseId) throw new StaleMetaError()
    for (const [table, tableSteps] of stepsByTable) await putSteps(database, table, tableSteps)
    await database.changeParts.bulkAdd(partRows)
    await database.changes.add(row)
    if (change.cause.kind === 'undo') await database.changes.update(change.cause.changeId, { undoneBy: change.id })
    await database.meta.put(next)
  })
  return { row, meta: next }
}

/** The database moved under our feet: another window, or an older copy of the app, wrote in it. */
export class StaleMetaError extends Error {
  override readonly name = 'StaleMetaError'
}

const putSteps = async (database: AppDatabase, name: TableName, steps: readonly RecordStep[]): Promise<void> => {
  const table = database.table<object, string>(name)
  const created = steps.flatMap(({ before, after }) => (before === null && after !== null ? [recordToStored(name, after)] : []))
  const changed = steps.flatMap(({ before, after }) => (before !== null && after !== null ? [recordToStored(name, after)] : []))
  const removed = steps.flatMap(({ key, after }) => (after === null ? [key] : []))
  for (let from = 0; from < created.length; from += chunkSize) await table.bulkAdd(created.slice(from, from + chunkSize))
  for (let from = 0; from < changed.length; from += chunkSize) await table.bulkPut(changed.slice(from, from + chunkSize))
  if (removed.length > 0) await table.bulkDelete(removed)
}

const countsOf = (edits: readonly Edit[]): CountByTable =>
  Object.fromEntries([...Map.groupBy(edits, ({ table }) => table)].map(([table, ofTable]) => [table, ofTable.length]))

/** Rows by table once the steps are written, with their change in `partCount` parts. */
export const countsAfter = (counts: CountByTable, steps: readonly RecordStep[], partCount: number): CountByTable => {
  const next: Partial<Record<CountedTable, number>> = { ...counts }
  const add = (table: CountedTable, count: number): void => {
    next[table] = (next[table] ?? 0) + count
  }
  for (const { table, before, after } of steps) add(table, (after === null ? 0 : 1) - (before === null ? 0 : 1))
  add('changes', 1)
  add('changeParts', partCount)
  return next
}
