import type { OutputCell } from '#bridge/writing'

/** Makes one file out of rows that come page by page. */
export interface TableWriter {
  readonly addRows: (sheet: number, rows: readonly (readonly OutputCell[])[]) => void
  /** The whole file. @throws TooLargeError when the format has no room for so many rows. */
  readonly finish: () => Promise<Uint8Array>
}
