import { changedPaths, diffRecord, type ChangeCause, type Edit } from '#domain/change'
import type { ChangeId } from '#domain/id'
import { fullName } from '#domain/person'
import { failed, ok, type Result } from '#domain/result'
import { tableNames, type RecordByTable, type TableName } from '#domain/tables'
import { actOf, type Act } from '#data/change-act'
import type { ChangeRow } from '#data/database'
import { recordName } from '#data/record-name'
import type { Store } from '#data/store'
import { readEdits, undoChange, type UndoChoice, type UndoProblem } from '#data/undo'
import type { WriteProblem } from '#data/write'

/** One line of the journal: an act of somebody. */
export interface JournalRow {
  readonly id: ChangeId
  /** ISO instant. */
  readonly at: string
  readonly by: string
  readonly cause: ChangeCause
  readonly act: Act
  readonly isUndone: boolean
}
/** A record that an act touched, in the few fields that one reads. */
export interface TouchedRecord {
  readonly table: TableName
  readonly key: string
  readonly name: string
  readonly kind: 'created' | 'changed' | 'removed'
  readonly paths: readonly string[]
}
export interface TouchedRecords {
  readonly rows: readonly TouchedRecord[]
  readonly count: number
}
/** Something in the bin. */
export interface RemovedRecord {
  readonly table: BinTable
  readonly id: string
  readonly name: string
  readonly deletedAt: string
  /** The record that took this one over; '' when it was not merged. */
  readonly mergedInto: string
}
export type UndoRefusal =
  | { readonly kind: 'later-edits'; readonly count: number; readonly clean: number; readonly names: readonly string[] }
  | { readonly kind: Exclude<UndoProblem['kind'], 'later-edits'> }

/** Emptied, archived or taken out with what they are about. */
const tablesWithoutBin: ReadonlySet<TableName> = new Set([
  'roleKinds',
  'attendance',
  'tags',
  'customFields',
  'imports',
  'importTemplates',
  'savedViews',
  'settings',
  'communityMembers',
  'photos',
])

/** The kinds of records that are put in the bin rather than lost. */
export const binTables = tableNames.filter((table): table is BinTable => !tablesWithoutBin.has(table))
export type BinTable = {
  readonly [Name in TableName]: RecordByTable[Name] extends { readonly deletedAt: string | null } ? Name : never
}[TableName]

/** Journal and corbeille: everything that was done, whatever it touched; everything that can come back. */
export interface HistoryService {
  /** What was done from one instant to another (ISO, the second one excluded), the latest first. */
  readonly journal: (from: string, to: string) => Promise<readonly JournalRow[]>
  /** What an act touched, the first `limit` records. */
  readonly touched: (id: ChangeId, limit: number) => Promise<TouchedRecords>
  /** Takes an act back, whenever it was done; where later edits stand in the way, says which and waits for a choice. */
  readonly undo: (id: ChangeId, choice: UndoChoice) => Promise<Result<null, UndoRefusal>>
  /** Everything in the bin, the last removed first. */
  readonly bin: () => Promise<readonly RemovedRecord[]>
  /** Takes records out of the bin, in one change. */
  readonly restore: (records: readonly Pick<RemovedRecord, 'table' | 'id'>[]) => Promise<Result<ChangeRow | null, WriteProblem>>
}

export const createHistoryService = (store: Store): HistoryService => {
  const { mirror } = store
  const nameOf = ({ table, key }: Pick<Edit, 'table' | 'key'>): string => {
    const record = mirror.loaded(table).get(key)
    return record === undefined ? '' : recordName(mirror, table, record)
  }
  return {
    journal: async (from, to) => {
      const rows = await store.database.changes.orderBy(':id').reverse().toArray()
      return rows
        .filter(({ at, cause }) => at >= from && at < to && cause.kind !== 'setup')
        .map((row) => ({
          id: row.id,
          at: row.at,
          by: row.author === '' ? row.device : row.author,
          cause: row.cause,
          act: actOf(row),
          isUndone: row.undoneBy !== null,
        }))
    },
    touched: async (id, limit) => {
      const row = await store.database.changes.get(id)
      if (row === undefined) return { rows: [], count: 0 }
      const edits = await readEdits(store, row)
      const shown = edits.slice(0, limit)
      await mirror.load('people', 'events', ...new Set(shown.map(({ table }) => table)))
      return { rows: shown.map((edit) => touchedOf(edit, nameOf(edit) || nameBefore(store, edit))), count: edits.length }
    },
    undo: async (id, choice) => {
      const undone = await undoChange(store, id, choice)
      if (undone.ok) return ok(null)
      const { error } = undone
      if (error.kind !== 'later-edits') return failed({ kind: error.kind })
      await mirror.load('people', 'events', ...new Set(error.conflicts.map(({ table }) => table)))
      const names = [...new Set(error.conflicts.map(nameOf).filter((name) => name !== ''))]
      return failed({ kind: 'later-edits', count: error.conflicts.length, clean: error.clean, names: names.slice(0, shownNames) })
    },
    bin: async () => {
      await mirror.load('events', ...binTables)
      return binTables
        .flatMap((table) => removedIn(store, table))
        .toSorted((left, right) => (left.deletedAt < right.deletedAt ? 1 : left.deletedAt > right.deletedAt ? -1 : 0))
    },
    restore: async (records) => {
      await mirror.load(...new Set(records.map(({ table }) => table)))
      const edits = records.map(({ table, id }) => restoreEdit(store, table, id)).filter((edit) => edit !== null)
      return store.write({ cause: { kind: 'form' }, edits })
    },
  }
}

const shownNames = 8
const touchedOf = (edit: Edit, name: string): TouchedRecord => ({
  table: edit.table,
  key: edit.key,
  name,
  kind: edit.before === null ? 'created' : edit.after === null ? 'removed' : 'changed',
  paths: edit.before === null || edit.after === null ? [] : changedPaths(edit).slice(0, shownNames),
})

/** What is gone today still had a name then. */
const nameBefore = ({ mirror }: Store, { table, key, before, after }: Edit): string => {
  const whole = after === null ? before : before === null ? after : null
  return whole === null ? '' : recordName(mirror, table, { ...whole, id: key } as unknown as RecordByTable[TableName])
}

const removedIn = <Name extends BinTable>({ mirror }: Store, table: Name): readonly RemovedRecord[] => {
  const removed: RemovedRecord[] = []
  for (const record of mirror.loaded(table).values()) {
    if (record.deletedAt === null) continue
    const into = 'mergedIntoId' in record && record.mergedIntoId ? mirror.loaded('people').get(record.mergedIntoId) : undefined
    removed.push({
      table,
      id: record.id,
      name: recordName(mirror, table, record),
      deletedAt: record.deletedAt,
      mergedInto: into === undefined ? '' : fullName(into),
    })
  }
  return removed
}

const restoreEdit = <Name extends BinTable>({ mirror }: Store, table: Name, id: string): Edit | null => {
  const record = mirror.loaded(table).get(id)
  return record === undefined ? null : diffRecord(table, record, backFromBin(record))
}

/** Whoever comes back is again a record of her own, even if another one had taken it over. */
const backFromBin = <Record extends { readonly deletedAt: string | null }>(record: Record): Record => ({
  ...record,
  deletedAt: null,
  ...('mergedIntoId' in record ? { mergedIntoId: null } : {}),
})
