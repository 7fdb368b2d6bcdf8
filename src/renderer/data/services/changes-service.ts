import type { Change, FieldValues } from '#domain/change'
import type { ChangeId } from '#domain/id'
import type { Result } from '#domain/result'
import type { TableName } from '#domain/tables'
import { unpackPart } from '#data/change-part'
import type { ChangeRow } from '#data/database'
import type { Store } from '#data/store'
import { undoChange, type UndoChoice, type UndoProblem } from '#data/undo'
import type { UndoSteps } from '#data/undo-steps'

/** One line of a record's history. */
export interface HistoryEntry {
  readonly change: Omit<Change, 'edits'>
  readonly undoneBy: ChangeId | null
  readonly before: FieldValues | null
  readonly after: FieldValues | null
}

/** History, undo and redo. */
export interface ChangesService {
  /** What happened to one record, the latest first. */
  readonly history: (table: TableName, key: string) => Promise<readonly HistoryEntry[]>
  /** The latest changes, whatever they touched. */
  readonly recent: (limit: number) => Promise<readonly ChangeRow[]>
  readonly undoChange: (changeId: ChangeId, choice: UndoChoice) => Promise<Result<ChangeRow, UndoProblem>>
  /** Ctrl+Z: takes back the last act of this session, which it answers. `nothing-left` when there is none. */
  readonly undo: (choice?: UndoChoice) => Promise<Result<ChangeRow, UndoProblem>>
  readonly redo: (choice?: UndoChoice) => Promise<Result<ChangeRow, UndoProblem>>
}

export const createChangesService = (store: Store, steps: UndoSteps): ChangesService => ({
  history: (table, key) => historyOf(store, `${table}/${key}`),
  recent: (limit) => store.database.changes.orderBy(':id').reverse().limit(limit).toArray(),
  undoChange: (changeId, choice) => undoChange(store, changeId, choice),
  undo: (choice = 'ask') => steps.undo(choice),
  redo: (choice = 'ask') => steps.redo(choice),
})

const historyOf = async (store: Store, recordPath: string): Promise<readonly HistoryEntry[]> => {
  const { changes, changeParts } = store.database
  const bulk = await changes.where('bulk').equals(1).toArray()
  const inBulk = bulk.flatMap(({ ranges }) => ranges ?? []).filter(({ firstKey, lastKey }) => firstKey <= recordPath && recordPath <= lastKey)
  const small = await changeParts.where('keys').equals(recordPath).toArray()
  const large = await changeParts.bulkGet(inBulk.map(({ sequence }) => sequence))
  const entries: (HistoryEntry & { readonly sequence: number })[] = []
  for (const part of [...small, ...large]) {
    if (part === undefined) continue
    const { change, edits } = await unpackPart(part.bytes)
    const edit = edits.find(({ table, key }) => `${table}/${key}` === recordPath)
    if (edit === undefined) continue
    const row = await changes.get(change.id)
    entries.push({ change, undoneBy: row?.undoneBy ?? null, before: edit.before, after: edit.after, sequence: part.sequence })
  }
  return entries.sort((left, right) => right.sequence - left.sequence).map(({ sequence: _, ...entry }) => entry)
}
