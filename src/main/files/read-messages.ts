import type { FileInfo, FileProblem } from '#domain/importing/sheet'
import type { Result } from '#domain/result'

/** What the reading thread is born with. A path is read by the thread itself, so that main never waits for a slow disk. */
export type ReadWorkerData = { readonly fileName: string } & ({ readonly path: string } | { readonly bytes: Uint8Array })

/** What the parent asks once the file is open. */
export interface RowsRequest {
  readonly request: number
  readonly sheet: number
  readonly from: number
  readonly count: number
}

/** What the thread tells. `rows` are UTF-8 JSON of `RawRow[]`, transferred. */
export type ReadWorkerMessage =
  | { readonly kind: 'progress'; readonly done: number; readonly total: number | null }
  | { readonly kind: 'opened'; readonly outcome: Result<FileInfo, FileProblem> }
  | { readonly kind: 'rows'; readonly request: number; readonly rows: Uint8Array<ArrayBuffer> }
