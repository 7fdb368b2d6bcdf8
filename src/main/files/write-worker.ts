import { basename } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import type { OutputCell, SavedFile, SaveProblem } from '#bridge/writing'
import { failed, type Result } from '#domain/result'
import { makeTableWriter } from './make-table-writer.ts'
import { saveFile } from './save-file.ts'
import { TooLargeError } from './too-large.ts'
import type { WriteAnswer, WriteRequest, WriteWorkerData } from './write-messages.ts'

/** The thread in which one file is made: pages of rows, then the file on disk. */
const main = (port: NonNullable<typeof parentPort>, { path, format, sheets, language }: WriteWorkerData): void => {
  const writer = makeTableWriter(format, sheets, language)
  let tooLarge: TooLargeError | null = null
  const answer = (message: WriteAnswer): void => port.postMessage(message)

  const takeRows = (sheet: number, bytes: Uint8Array): void => {
    try {
      // The window's own code wrote these rows, by the contract of `sendRows`.
      if (tooLarge === null) writer.addRows(sheet, JSON.parse(new TextDecoder().decode(bytes)) as readonly (readonly OutputCell[])[])
    } catch (thrown) {
      if (!(thrown instanceof TooLargeError)) throw thrown
      tooLarge = thrown
    }
    answer({ kind: 'taken' })
  }
  const finish = async (): Promise<Result<SavedFile, SaveProblem>> => {
    try {
      if (tooLarge !== null) throw tooLarge
      return await saveFile(path, await writer.finish())
    } catch (thrown) {
      if (!(thrown instanceof TooLargeError)) throw thrown
      return failed({ kind: 'too-large', fileName: basename(path), detail: thrown.message })
    }
  }
  port.on('message', (request: WriteRequest) => {
    if (request.kind === 'rows') takeRows(request.sheet, request.rows)
    else void finish().then((outcome) => answer({ kind: 'finished', outcome }))
  })
}

if (parentPort !== null) main(parentPort, workerData as WriteWorkerData)
