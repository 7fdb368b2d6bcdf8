import { fieldAt, isSameValue, recordToFields, withFields, type FieldValues } from '#domain/change-fields'
import type { ChangeId, ImportId } from '#domain/id'
import type { RecordByTable, TableName } from '#domain/tables'

export type { FieldValues }

/**
 * What happened to one record: only the fields that differ. `before` null: it did not exist; `after` null: it exists no more; the other side then holds the
 * whole record, its maps as they are.
 */
export interface Edit {
  readonly table: TableName
  readonly key: string
  readonly before: FieldValues | null
  readonly after: FieldValues | null
}

export type ChangeCause =
  | { readonly kind: 'form' }
  | { readonly kind: 'setup' }
  | { readonly kind: 'import'; readonly importId: ImportId; readonly fileName: string }
  | { readonly kind: 'merge' }
  | { readonly kind: 'undo'; readonly changeId: ChangeId }
  | { readonly kind: 'restore'; readonly backupName: string }

/** Everything that one act of the user wrote: the only way anything is ever written. */
export interface Change {
  readonly id: ChangeId
  /** ISO instant. */
  readonly at: string
  readonly device: string
  readonly author: string
  readonly cause: ChangeCause
  readonly edits: readonly Edit[]
}

/**
 * What has to be written so that `before` becomes `after`; null when they say the same.
 * `before` null: the record is created; `after` null: it is removed. A null entry of a map field (an emptied custom field) is no entry.
 */
export const diffRecord = <Name extends TableName>(
  table: Name,
  before: RecordByTable[Name] | null,
  after: RecordByTable[Name] | null,
): Edit | null => {
  const key = (after ?? before)?.id
  if (key === undefined) return null
  if (before === null || after === null) {
    return { table, key, before: before && { ...before }, after: after && { ...after } }
  }
  return changeOfFields(table, key, recordToFields(table, before), recordToFields(table, after))
}

/**
 * The record after an edit; null when the edit removes it.
 * @throws when the record is missing (or already there, for a creation): callers look at `conflictsOf` first.
 */
export const applyEdit = <Name extends TableName>(
  record: RecordByTable[Name] | null,
  edit: Edit & { readonly table: Name },
): RecordByTable[Name] | null => {
  if ((edit.before === null) !== (record === null)) throw new Error(`Edit of ${edit.table}/${edit.key} does not fit the record`)
  // The fields of an edit come from a record of the same table, by `diffRecord` or through the checked door of a backup.
  return edit.after === null ? null : (withFields(edit.table, edit.key, record, edit.after) as RecordByTable[Name])
}

/** The edit that takes this one back. */
export const invertEdit = (edit: Edit): Edit => ({ table: edit.table, key: edit.key, before: edit.after, after: edit.before })

/** A field that no longer holds what an edit starts from. */
export interface FieldConflict {
  readonly path: string
  /** What the edit found when it was made. */
  readonly expected: unknown
  /** What is there now. */
  readonly current: unknown
  /** What the edit would write. */
  readonly wanted: unknown
}

/**
 * Why an edit can't be applied as it is. `missing`: the record is gone; `exists`: it is already there; `changed`: some fields moved since;
 * `used`: other records speak of the one to be removed (told by the data room, which knows them).
 */
export interface EditConflict {
  readonly table: TableName
  readonly key: string
  readonly kind: 'missing' | 'exists' | 'changed' | 'used'
  readonly fields: readonly FieldConflict[]
}

/** What stands in the way of an edit, null when nothing does. For a removal every field counts, even those the edit does not know. */
export const conflictsOf = (current: object | null, edit: Edit): EditConflict | null => {
  const conflict = (kind: EditConflict['kind'], fields: readonly FieldConflict[] = []): EditConflict => ({
    table: edit.table,
    key: edit.key,
    kind,
    fields,
  })
  if (edit.before === null) return current === null ? null : conflict('exists')
  if (current === null) return conflict('missing')
  const isRemoval = edit.after === null
  const before = isRemoval ? recordToFields(edit.table, edit.before) : edit.before
  const paths = isRemoval ? Object.keys({ ...before, ...recordToFields(edit.table, current) }) : changedPaths(edit)
  const fields = paths
    .filter((path) => !isSameValue(fieldAt(current, path), before[path]))
    .map((path) => ({ path, expected: before[path] ?? null, current: fieldAt(current, path), wanted: edit.after?.[path] ?? null }))
  return fields.length === 0 ? null : conflict('changed', fields)
}

/** The part of an edit that still fits the record of today; null when nothing of it does. */
export const withoutConflicts = (current: object | null, edit: Edit): Edit | null => {
  const conflict = conflictsOf(current, edit)
  if (conflict === null) return edit
  if (conflict.kind !== 'changed' || edit.before === null || edit.after === null) return null
  const moved = new Set(conflict.fields.map(({ path }) => path))
  const kept = changedPaths(edit).filter((path) => !moved.has(path))
  return kept.length === 0 ? null : { ...edit, before: pick(edit.before, kept), after: pick(edit.after, kept) }
}

/** The same outcome as `edit`, starting from the record of today whatever happened to it; null when there is nothing left to do. */
export const rebasedOn = (current: object | null, edit: Edit): Edit | null => {
  if (edit.after === null) return current === null ? null : { ...edit, before: { ...current } }
  if (current === null) return edit.before === null ? edit : null
  if (edit.before === null) return changeOfFields(edit.table, edit.key, recordToFields(edit.table, current), recordToFields(edit.table, edit.after))
  const paths = changedPaths(edit)
  return changeOfFields(edit.table, edit.key, Object.fromEntries(paths.map((path) => [path, fieldAt(current, path)])), edit.after)
}

/** Every path an edit speaks of, each once; for a record that came or went, its fields. */
export const changedPaths = (edit: Edit): readonly string[] => [...new Set([...Object.keys(edit.before ?? {}), ...Object.keys(edit.after ?? {})])]

const changeOfFields = (table: TableName, key: string, before: FieldValues, after: FieldValues): Edit | null => {
  const paths = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((path) => !isSameValue(before[path], after[path]))
  return paths.length === 0 ? null : { table, key, before: pick(before, paths), after: pick(after, paths) }
}

const pick = (fields: FieldValues, paths: readonly string[]): FieldValues => Object.fromEntries(paths.map((path) => [path, fields[path] ?? null]))
