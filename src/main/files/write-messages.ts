import type { OutputSheet, SavedFile, SaveProblem, TableFormat } from '#bridge/writing'
import type { Result } from '#domain/result'
import type { OutputLanguage } from './output-value.ts'

/** What the writing thread is started with. */
export interface WriteWorkerData {
  readonly path: string
  readonly format: TableFormat
  readonly sheets: readonly OutputSheet[]
  readonly language: OutputLanguage
}
export type WriteRequest = { readonly kind: 'rows'; readonly sheet: number; readonly rows: Uint8Array } | { readonly kind: 'finish' }
/** One answer a request, in order. */
export type WriteAnswer = { readonly kind: 'taken' } | { readonly kind: 'finished'; readonly outcome: Result<SavedFile, SaveProblem> }
