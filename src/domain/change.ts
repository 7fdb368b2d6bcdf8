import type { ChangeId, ImportId } from '#domain/id'
import type { TableName } from '#domain/tables'

/**
 * Some fields of one record, by path: `firstName`, or `roles/<id>` inside a map field (see `mapFieldsByTable`).
 * A null at a map path means « no such entry ».
 */
export type FieldValues = Readonly<Record<string, unknown>>

/** What happened to one record. `before` null: it did not exist; `after` null: it exists no more. Only the fields that differ are there. */
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
