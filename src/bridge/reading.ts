import { z } from 'zod'
import type { FileInfo, FileProblem } from '#domain/importing/sheet'
import type { Result } from '#domain/result'

/** A file that main holds for the window, known by an id: the window never names a path. */
export interface PickedFile {
  readonly fileId: string
  readonly fileName: string
  /** In bytes. */
  readonly size: number
}

/** How far the reading of a file is; `total` null while it cannot be known: `done` bytes are then read in one go. */
export interface FileProgress {
  readonly fileId: string
  readonly done: number
  readonly total: number | null
  readonly unit: 'bytes' | 'rows'
}

/** Reading spreadsheets: parsing happens in a worker thread of main with a memory limit; rows are asked for page by page. */
export interface ReadingApi {
  /** Shows the file dialog; empty when the user gives up. */
  readonly chooseFiles: () => Promise<readonly PickedFile[]>
  /** A dropped or pasted file: its bytes, since the window knows no path. */
  readonly receiveFile: (file: { readonly fileName: string; readonly bytes: Uint8Array }) => Promise<PickedFile>
  /** Parses the file; resolves once its sheets are known. Progress arrives by `onFileProgress`. */
  readonly openFile: (file: { readonly fileId: string }) => Promise<Result<FileInfo, FileProblem>>
  /** Gzip of UTF-8 JSON of `RawRow[]`: rows `from` (0-based) to `from + count - 1` of the sheet, empty rows included. Bytes, so that a web worker can parse them; packed, since the window relays them. */
  readonly readRows: (page: { readonly fileId: string; readonly sheet: number; readonly from: number; readonly count: number }) => Promise<Uint8Array>
  /** Ends the worker, at any time: this is also « Annuler ». */
  readonly closeFile: (file: { readonly fileId: string }) => Promise<void>
}

const fileId = z.uuid()
export const readingPayloads = {
  chooseFiles: z.undefined(),
  receiveFile: z.strictObject({ fileName: z.string().min(1).max(500), bytes: z.instanceof(Uint8Array) }),
  openFile: z.strictObject({ fileId }),
  readRows: z.strictObject({ fileId, sheet: z.int().min(0), from: z.int().min(0), count: z.int().min(1).max(20_000) }),
  closeFile: z.strictObject({ fileId }),
} as const satisfies Record<keyof ReadingApi, z.ZodType>
