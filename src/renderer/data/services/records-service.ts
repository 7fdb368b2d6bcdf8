import { diffRecord, type ChangeCause, type Edit } from '#domain/change'
import { ok, type Result } from '#domain/result'
import type { RecordByTable, TableName } from '#domain/tables'
import type { ChangeRow } from '#data/database'
import type { Store } from '#data/store'
import type { WriteProblem } from '#data/write'

/** One record as the window read it and as it should become. `before` null creates it. */
export interface RecordToSave<Name extends TableName> {
  readonly table: Name
  readonly before: RecordByTable[Name] | null
  readonly after: RecordByTable[Name]
}

/** What every room of the product needs: one record, a small table, saving a record. Longer lists have queries of their own. */
export interface RecordsService {
  /** null: no such record. */
  readonly get: <Name extends TableName>(table: Name, id: string) => Promise<RecordByTable[Name] | null>
  /** A whole table, in the order of ids: for the small ones (tags, kinds of roles, territories…). */
  readonly all: <Name extends TableName>(table: Name) => Promise<readonly RecordByTable[Name][]>
  readonly count: (table: TableName) => Promise<number>
  /** Writes the fields that differ between `before` and `after`; the others may have moved meanwhile. null: nothing differed. */
  readonly save: <Name extends TableName>(record: RecordToSave<Name>, cause?: ChangeCause) => Promise<Result<ChangeRow | null, WriteProblem>>
  /** Several records in one change, undone together. */
  readonly saveAll: (records: readonly RecordToSave<TableName>[], cause?: ChangeCause) => Promise<Result<ChangeRow | null, WriteProblem>>
  /** Edits made by the caller (`diffRecord`). */
  readonly write: (edits: readonly Edit[], cause: ChangeCause) => Promise<Result<ChangeRow | null, WriteProblem>>
}

export const createRecordsService = (store: Store): RecordsService => {
  const write = (edits: readonly (Edit | null)[], cause: ChangeCause) => {
    const real = edits.filter((edit) => edit !== null)
    return real.length === 0 ? Promise.resolve(ok(null)) : store.write({ cause, edits: real })
  }
  return {
    get: async (table, id) => (await store.mirror.read(table)).get(id) ?? null,
    all: async (table) => [...(await store.mirror.read(table)).values()],
    count: async (table) => (await store.mirror.read(table)).size,
    save: ({ table, before, after }, cause = { kind: 'form' }) => write([diffRecord(table, before, after)], cause),
    saveAll: (records, cause = { kind: 'form' }) =>
      write(
        records.map(({ table, before, after }) => diffRecord(table, before, after)),
        cause,
      ),
    write,
  }
}
