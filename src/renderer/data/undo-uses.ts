import { diffRecord, type Edit } from '#domain/change'
import { withFields } from '#domain/change-fields'
import { referencesOf, speakingTables, withoutReferences } from '#domain/references'
import type { RecordByTable, TableName } from '#domain/tables'
import type { Mirror } from '#data/mirror'

/** A record that speaks of others about to be removed. */
export interface Use {
  readonly table: TableName
  readonly key: string
  /** `table/key` of those it speaks of. */
  readonly of: readonly string[]
  /** What makes it speak of them no more, all that the undo does to it included. */
  readonly cleaned: Edit | null
}

/** Who would still speak of the records that these edits remove: an attendance taken since, hours given, a tag put on somebody. The `speakingTables` must be loaded. */
export const usesOf = (mirror: Mirror, edits: readonly Edit[]): readonly Use[] => {
  const removed = new Set(edits.filter(({ after }) => after === null).map(({ table, key }) => `${table}/${key}`))
  if (removed.size === 0) return []
  const editByRecord = new Map(edits.map((edit) => [`${edit.table}/${edit.key}`, edit]))

  const usesIn = <Name extends TableName>(table: Name): readonly Use[] =>
    [...mirror.loaded(table).values()].flatMap((record) => {
      const edit = editByRecord.get(`${table}/${record.id}`)
      if (edit?.after === null) return []
      const then = edit === undefined ? record : (withFields(table, record.id, record, edit.after) as RecordByTable[Name])
      const of = referencesOf(table, then).filter((reference) => removed.has(reference))
      if (of.length === 0) return []
      return [{ table, key: record.id, of, cleaned: diffRecord(table, record, withoutReferences(table, then, removed)) }]
    })
  return speakingTables.flatMap(usesIn)
}
