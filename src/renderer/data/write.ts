import Dexie from 'dexie'
import type { CountByTable } from '#bridge/safety'
import { applyEdit, conflictsOf, type Change, type ChangeCause, type Edit, type EditConflict } from '#domain/change'
import type { ChangeId } from '#domain/id'
import { failed, ok, type Result } from '#domain/result'
import type { RecordByTable, TableName } from '#domain/tables'
import { bulkFrom, recordKey, type PackedPart } from '#data/change-part'
import type { AppDatabase, ChangePartRow, ChangeRow, CountedTable, MetaRow } from '#data/database'
import type { Mirror } from '#data/mirror'
import type { PageMoves } from '#data/page-places'
import { storedText, type StoredText } from '#data/stored-text'
import { pagedTables, writeRecords } from '#data/write-records'

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
  const seenByTable = new Map<TableName, Set<string>>()
  const conflicts: EditConflict[] = []
  const steps: RecordStep[] = []
  for (const edit of edits) {
    const { table, key } = edit
    const seen = seenByTable.get(table) ?? new Set<string>()
    if (seen.has(key)) throw new Error(`Two edits of ${recordKey(edit)} in one change`)
    seenByTable.set(table, seen.add(key))
    const before = mirror.loaded(table).get(key) ?? null
    const conflict = conflictsOf(before, edit)
    if (conflict !== null) conflicts.push(conflict)
    else steps.push({ table, key, before, after: applyEdit(before, edit) })
  }
  return conflicts.length > 0 ? failed(conflicts) : ok(steps)
}

/** Everything that one transaction writes. */
export interface Commit {
  readonly change: Change
  readonly meta: MetaRow
  readonly steps: readonly RecordStep[]
  /** May still be in the making: it goes on while the database swallows the records. */
  readonly parts: Promise<readonly PackedPart[]>
  /** Shared with the making of the parts. */
  readonly textOf?: StoredText
}
export interface Committed {
  readonly row: ChangeRow
  readonly parts: readonly ChangePartRow[]
  readonly meta: MetaRow
  /** To be told to the mirror. */
  readonly moves: readonly PageMoves[]
}

/**
 * The transaction: records, change, parts, counts and sequence, all or nothing. The tables it writes must be loaded in the mirror.
 * @throws `StaleMetaError` when another window wrote meanwhile; Dexie's errors otherwise.
 */
export const commitChange = async (
  database: AppDatabase,
  mirror: Mirror,
  { change, meta, steps, parts, textOf = storedText }: Commit,
): Promise<Committed> => {
  const stepsByTable = Map.groupBy(steps, ({ table }) => table)
  const paged = pagedTables(steps)
  return database.transaction('rw', [...stepsByTable.keys(), 'recordPages', 'changes', 'changeParts', 'meta'], async () => {
    const stored = await database.meta.get('state')
    if (stored?.lastSequence !== meta.lastSequence || stored.databaseId !== meta.databaseId) throw new StaleMetaError()
    const moves: PageMoves[] = []
    for (const [table, tableSteps] of stepsByTable)
      moves.push(await writeRecords(database, mirror, table, tableSteps, { isPaged: paged.has(table), textOf }))
    // Waiting for anything that is not of the database would end the transaction: `waitFor` keeps it busy meanwhile.
    const packed = await Dexie.waitFor(parts)
    const partRows = partRowsOf(change, meta.lastSequence + 1, packed)
    const row = changeRowOf(change, meta.lastSequence + 1, packed)
    const next: MetaRow = { ...meta, lastSequence: row.lastSequence, counts: countsAfter(meta.counts, steps, packed.length) }
    await database.changeParts.bulkAdd(partRows)
    await database.changes.add(row)
    if (change.cause.kind === 'undo') await database.changes.update(change.cause.changeId, { undoneBy: change.id })
    await database.meta.put(next)
    return { row, parts: partRows, meta: next, moves }
  })
}

const isBulk = ({ edits }: Change): boolean => edits.length >= bulkFrom

const partRowsOf = (change: Change, firstSequence: number, parts: readonly PackedPart[]): readonly ChangePartRow[] => {
  const keys = isBulk(change) ? [] : change.edits.map(recordKey)
  return parts.map(({ bytes }, index) => ({ sequence: firstSequence + index, changeId: change.id, keys, bytes }))
}

const changeRowOf = (change: Change, firstSequence: number, parts: readonly PackedPart[]): ChangeRow => {
  const { edits, ...header } = change
  const ranges = parts.map(({ firstKey, lastKey }, index) => ({ sequence: firstSequence + index, firstKey, lastKey }))
  return {
    ...header,
    editCounts: countsOf(edits),
    firstSequence,
    lastSequence: firstSequence + parts.length - 1,
    ...(isBulk(change) ? { bulk: 1 as const, ranges } : {}),
    undoneBy: null,
  }
}

/** The database moved under our feet: another window, or an older copy of the app, wrote in it. */
export class StaleMetaError extends Error {
  override readonly name = 'StaleMetaError'
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
