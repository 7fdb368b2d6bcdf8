import type { ChangeId, ImportId } from '#domain/id'
import type { ImportMapping } from '#domain/importing/mapping'

/** What the user is told after an import, and can look up for ever. */
export interface ImportCounts {
  readonly rows: number
  readonly created: number
  readonly changed: number
  readonly same: number
  readonly ambiguousSkipped: number
  readonly rejected: number
  readonly eventsCreated: number
  readonly attendances: number
}

/** One import that was applied: its receipt. `undoneBy` says which change took it back, if any. */
export interface ImportRecord {
  readonly id: ImportId
  /** ISO instant. */
  readonly at: string
  readonly fileName: string
  readonly sheet: string
  readonly source: string | null
  readonly counts: ImportCounts
  readonly changeId: ChangeId
  readonly undoneBy: ChangeId | null
}

/** A mapping kept for the next file with the same headers; `id` is the signature of those headers. */
export interface ImportTemplate {
  readonly id: string
  readonly name: string
  readonly mapping: ImportMapping
  readonly usedAt: string
}
