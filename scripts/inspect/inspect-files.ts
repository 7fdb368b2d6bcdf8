import { Worker } from 'node:worker_threads'
import type { FileProblem } from '#domain/importing/sheet'
import { readLimits } from '#main/files/read-limits'
import type { FileReport } from './report.ts'
import { refusal } from './refusal.ts'

/** Below the 20 seconds that a file may take, with room for ending the thread. */
const defaultTimeLimit = 18_500

/** Inspects files one after the other in a thread with a memory limit; a file that costs the thread its life only costs its own report. */
export async function* inspectFiles(files: readonly string[], timeLimit = defaultTimeLimit): AsyncGenerator<FileReport> {
  let thread: InspectThread | null = null
  for (const file of files) {
    thread ??= startThread()
    const outcome = await thread.inspect(file, timeLimit)
    if ('problem' in outcome) {
      await thread.end()
      thread = null
      yield refusal(file, outcome.problem)
    } else yield outcome.report
  }
  await thread?.end()
}

type Outcome = { readonly report: FileReport } | { readonly problem: FileProblem }
interface InspectThread {
  readonly inspect: (file: string, timeLimit: number) => Promise<Outcome>
  readonly end: () => Promise<unknown>
}

const startThread = (): InspectThread => {
  const worker = new Worker(new URL('./inspect-worker.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: readLimits.heapMegabytes, maxYoungGenerationSizeMb: 64, stackSizeMb: 4 },
    // What a library prints must not come between the lines.
    stdout: true,
    stderr: true,
  })
  let settle: (outcome: Outcome) => void = () => undefined
  worker.on('message', (report: FileReport) => settle({ report }))
  worker.on('error', (thrown) => {
    const isMemory = thrown instanceof Error && 'code' in thrown && thrown.code === 'ERR_WORKER_OUT_OF_MEMORY'
    settle({ problem: { kind: isMemory ? 'too-large' : 'unreadable', detail: String(thrown) } })
  })
  worker.on('exit', () => settle({ problem: { kind: 'unreadable', detail: 'the thread ended' } }))
  return {
    inspect: (file, timeLimit) =>
      new Promise((resolve) => {
        const timer = setTimeout(() => resolve({ problem: { kind: 'too-large', detail: 'time limit' } }), timeLimit)
        settle = (outcome) => {
          clearTimeout(timer)
          resolve(outcome)
        }
        worker.postMessage(file)
      }),
    end: () => worker.terminate(),
  }
}
