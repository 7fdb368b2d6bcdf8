import { readFileSync, statSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import { gzipSync } from 'node:zlib'
import type { FileProblem } from '#domain/importing/sheet'
import { failed, ok, type Result } from '#domain/result'
import { readFile, type ReadFile } from './read-file.ts'
import { readLimits } from './read-limits.ts'
import type { ReadWorkerData, ReadWorkerMessage, RowsRequest } from './read-messages.ts'
import { fileProblem, thrownDetail } from './read-problem.ts'
import type { OnReadProgress } from './read-progress.ts'

/** The thread in which foreign files are parsed: one file, then pages of its rows until it is ended from outside. */
const main = (port: NonNullable<typeof parentPort>, file: ReadWorkerData): void => {
  const tell = (message: ReadWorkerMessage): void => port.postMessage(message)
  const read = readSafely(file, (done, total) => tell({ kind: 'progress', done, total }))
  tell({ kind: 'opened', outcome: read.ok ? ok(read.value.info) : read })
  if (!read.ok) return
  port.on('message', ({ request, sheet, from, count }: RowsRequest) => {
    // The fastest level: the window relays a tenth of the bytes, and this thread has nothing else to do.
    const rows = new Uint8Array(gzipSync(JSON.stringify(read.value.rows(sheet, from, count)), { level: 1 }))
    port.postMessage({ kind: 'rows', request, rows } satisfies ReadWorkerMessage, [rows.buffer])
  })
}

const readSafely = (file: ReadWorkerData, onProgress: OnReadProgress): Result<ReadFile, FileProblem> => {
  const bytes = loadBytes(file)
  if (!bytes.ok) return bytes
  try {
    return readFile({ fileName: file.fileName, bytes: bytes.value }, onProgress)
  } catch (thrown) {
    // Whatever a hostile file makes a parser throw, the user must hear of a file, not of a bug.
    return failed(fileProblem('unreadable', thrownDetail(thrown)))
  }
}

const loadBytes = (file: ReadWorkerData): Result<Uint8Array, FileProblem> => {
  // Bytes may come in shared memory, which decoders refuse.
  if ('bytes' in file) return ok(new Uint8Array(file.bytes))
  try {
    const { size } = statSync(file.path)
    if (size > readLimits.fileSize) return failed(fileProblem('too-large', `${size} bytes`))
    return ok(readFileSync(file.path))
  } catch (thrown) {
    return failed(fileProblem('unreadable', thrownDetail(thrown)))
  }
}

if (parentPort !== null) main(parentPort, workerData as ReadWorkerData)
