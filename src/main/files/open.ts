import { Worker } from 'node:worker_threads'
import type { FileInfo, FileProblem } from '#domain/importing/sheet'
import { failed, type Result } from '#domain/result'
import { readLimits } from './read-limits.ts'
import type { ReadWorkerData, ReadWorkerMessage, RowsRequest } from './read-messages.ts'
import { fileProblem, thrownDetail } from './read-problem.ts'
import { watchMemory } from './watch-memory.ts'
import type { OnReadProgress } from './read-progress.ts'

/** A file being read in its own thread. */
export interface OpenedFile {
  /** What the file is, or why it cannot be taken; settles once, `cancelled` when it is closed before. */
  readonly opened: Promise<Result<FileInfo, FileProblem>>
  /** UTF-8 JSON of `RawRow[]`; rejects when the file is closed or was refused. */
  readonly readRows: (page: { readonly sheet: number; readonly from: number; readonly count: number }) => Promise<Uint8Array>
  /** Kills the thread, whatever it is doing. */
  readonly close: () => Promise<void>
}

export interface OpenOptions {
  /** The entry of the thread: built JavaScript in the application, the TypeScript source in tests and scripts. */
  readonly workerUrl: URL
  readonly onProgress?: OnReadProgress
  /** In milliseconds, for parsing; afterwards the thread waits for requests as long as the file is open. */
  readonly timeLimit?: number
  /** See `readLimits.memoryMegabytes`. */
  readonly memoryMegabytes?: number
}

/** Opens a foreign file in a thread with a memory limit, which is killed when it takes too long. */
export const openInWorker = (file: ReadWorkerData, options: OpenOptions): OpenedFile => {
  const worker = new Worker(options.workerUrl, {
    workerData: file,
    resourceLimits: { maxOldGenerationSizeMb: readLimits.heapMegabytes, maxYoungGenerationSizeMb: 64, stackSizeMb: 4 },
    // Nothing that a parser prints may reach our own output.
    stdout: true,
    stderr: true,
  })
  const pages = new Map<number, { readonly resolve: (rows: Uint8Array) => void; readonly reject: (reason: Error) => void }>()
  let [requests, settled] = [0, false]
  let settle: (outcome: Result<FileInfo, FileProblem>) => void = () => undefined
  const opened = new Promise<Result<FileInfo, FileProblem>>((resolve) => {
    settle = (outcome) => {
      settled = true
      clearTimeout(timer)
      stopWatching()
      resolve(outcome)
      if (!outcome.ok) void worker.terminate()
    }
  })
  const stopWatching = watchMemory(options.memoryMegabytes ?? readLimits.memoryMegabytes, () =>
    settle(failed(fileProblem('too-large', 'memory limit'))),
  )
  const timer = setTimeout(() => settle(failed(fileProblem('too-large', 'time limit'))), options.timeLimit ?? readLimits.time)
  const end = (problem: FileProblem): void => {
    if (!settled) settle(failed(problem))
    for (const { reject } of pages.values()) reject(new Error(`The file is no longer open: ${problem.kind}`))
    pages.clear()
  }
  worker.on('message', (message: ReadWorkerMessage) => {
    if (message.kind === 'progress') options.onProgress?.(message.done, message.total)
    else if (message.kind === 'opened') settle(message.outcome)
    else {
      pages.get(message.request)?.resolve(message.rows)
      pages.delete(message.request)
    }
  })
  worker.on('error', (thrown) => end(threadProblem(thrown)))
  worker.on('exit', () => end(fileProblem('cancelled', 'closed')))
  return {
    opened,
    readRows: ({ sheet, from, count }) =>
      new Promise((resolve, reject) => {
        if (worker.threadId === -1) {
          reject(new Error('The file is no longer open'))
          return
        }
        const request = ++requests
        pages.set(request, { resolve, reject })
        worker.postMessage({ request, sheet, from, count } satisfies RowsRequest)
      }),
    close: async () => {
      end(fileProblem('cancelled', 'closed'))
      await worker.terminate()
    },
  }
}

const threadProblem = (thrown: unknown): FileProblem => {
  const isMemory = thrown instanceof Error && 'code' in thrown && thrown.code === 'ERR_WORKER_OUT_OF_MEMORY'
  return fileProblem(isMemory ? 'too-large' : 'unreadable', thrownDetail(thrown))
}
