import Dexie, { type DexieOptions, type Table } from 'dexie'
import type { CountByTable } from '#bridge/safety'
import type { Change } from '#domain/change'
import type { ChangeId } from '#domain/id'
import { tableNames, type RecordByTable, type TableName } from '#domain/tables'
import { migrations, type Migration } from '#data/migrations'
import { unfoldPages, type PageKey, type RecordPage } from '#data/record-pages'

/** What is kept of a change beside its edits, which are in its parts. */
export interface ChangeRow extends Omit<Change, 'edits'> {
  readonly editCounts: CountByTable
  readonly firstSequence: number
  readonly lastSequence: number
  /** Only there for bulk changes: the range of keys in each part, so that one record's history opens the fewest parts. */
  readonly bulk?: 1
  readonly ranges?: readonly PartRange[]
  readonly undoneBy: ChangeId | null
}
export interface PartRange {
  readonly sequence: number
  readonly firstKey: string
  readonly lastKey: string
}

/** A part of a change, as main's journal has it too: gzip of the JSON of a `ChangePart`. */
export interface ChangePartRow {
  readonly sequence: number
  readonly changeId: ChangeId
  /** `table/key` of each edit; empty for bulk changes. */
  readonly keys: readonly string[]
  readonly bytes: Uint8Array
}

/** The one row of `meta`, written in the same transaction as every change. */
export interface MetaRow {
  readonly key: 'state'
  readonly databaseId: string
  readonly lastSequence: number
  /** Rows by table, `changes` and `changeParts` included, as they must be found at the next start. */
  readonly counts: CountByTable
}

/** Tables that are counted, backed up and restored. */
export const countedTables = [...tableNames, 'changes', 'changeParts'] as const
export type CountedTable = (typeof countedTables)[number]

export const databaseName = 'maillage'

/** Dexie over the schema of `migrations`; only the data room knows it. */
export class AppDatabase extends Dexie {
  declare readonly changes: Table<ChangeRow, string>
  declare readonly changeParts: Table<ChangePartRow, number>
  declare readonly meta: Table<MetaRow, string>
  declare readonly recordPages: Table<RecordPage, PageKey>

  constructor(name: string = databaseName, options: DexieOptions = {}, steps: readonly Migration[] = migrations) {
    // Strict: a change is said to be kept once it is on disk. `cache` serves Dexie's live queries, of which there are none.
    super(name, { chromeTransactionDurability: 'strict', cache: 'disabled', autoOpen: false, ...options })
    for (const { version, stores, upgrade } of steps) {
      const step = this.version(version).stores({ ...stores })
      if (upgrade === undefined) continue
      step.upgrade(async (transaction) => {
        await unfoldPages(transaction)
        await upgrade(transaction)
      })
    }
  }

  /** The table of one kind of record. */
  records<Name extends TableName>(name: Name): Table<RecordByTable[Name], string> {
    return this.table<RecordByTable[Name], string>(name)
  }
}
