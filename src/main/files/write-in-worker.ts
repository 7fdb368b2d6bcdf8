import { basename } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { SavedFile, SaveProblem } from '#bridge/writing'
import { failed, type Result } from '#domain/result'
import type { WriteAnswer, WriteRequest, WriteWorkerData } from './write-messages.ts'

/** A file being made in its own thread, with a limit of memory. */
export interface TableBeingWritten {
  /** Resolves once the rows were taken: the natural brake for who sends them. */
  readonly sendRows: (sheet: number, rows: Uint8Array) => Promise<void>
  readonly finish: () => Promise<Result<SavedFile, SaveProblem>>
  /** Ends the thread; nothing was written on the target unless `finish` said so. */
  readonly cancel: () => Promise<void>
}

const mostMegabytes = 1536

export const writeInWorker = (data: WriteWorkerData, workerUrl: URL): TableBeingWritten => {
  const worker = new Worker(workerUrl, { workerData: data, resourceLimits: { maxOldGenerationSizeMb: mostMegabytes } })
  const waiting: { readonly resolve: (message: WriteAnswer) => void; readonly reject: (problem: unknown) => void }[] = []
  let ended: unknown = null
  worker.on('message', (message: WriteAnswer) => waiting.shift()?.resolve(message))
  const fail = (problem: unknown): void => {
    ended ??= problem
    for (const { reject } of waiting.splice(0)) reject(problem)
  }
  worker.on('error', fail)
  worker.on('exit', () => fail(new Error('the writing thread ended')))

  const ask = (request: WriteRequest): Promise<WriteAnswer> =>
    ended !== null
      ? Promise.reject(ended)
      : new Promise((resolve, reject) => {
          waiting.push({ resolve, reject })
          worker.postMessage(request)
        })
  const finish = async (): Promise<Result<SavedFile, SaveProblem>> => {
    try {
      const answer = await ask({ kind: 'finish' })
      if (answer.kind !== 'finished') throw new Error('answers came out of order')
      return answer.outcome
    } catch (problem) {
      if (isOutOfMemory(problem)) return failed({ kind: 'too-large', fileName: basename(data.path), detail: String(problem) })
      throw problem
    } finally {
      await worker.terminate()
    }
  }
  return {
    sendRows: async (sheet, rows) => {
      // Out of memory shows again, in words, when the table is finished.
      await ask({ kind: 'rows', sheet, rows }).catch((problem: unknown) => {
        if (!isOutOfMemory(problem)) throw problem
      })
    },
    finish,
    cancel: async () => {
      await worker.terminate()
    },
  }
}

const isOutOfMemory = (problem: unknown): boolean => problem instanceof Error && 'code' in problem && problem.code === 'ERR_WORKER_OUT_OF_MEMORY'
