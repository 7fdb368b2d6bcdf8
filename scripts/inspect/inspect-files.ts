import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { FileProblem } from '#domain/importing/sheet'
import type { FileReport } from './report.ts'
import { refusal } from './refusal.ts'

/** Below the 20 seconds that a file may take, with room for ending the process. */
const defaultTimeLimit = 17_000

/**
 * Inspects files one after the other in a process with a memory limit; a file that costs this process its life only costs its own report.
 * A process, since nobody watches here: the application reads in a thread, whose memory it watches.
 */
export async function* inspectFiles(files: readonly string[], timeLimit = defaultTimeLimit): AsyncGenerator<FileReport> {
  let reader: Reader | null = null
  for (const file of files) {
    reader ??= startReader()
    const outcome = await reader.inspect(file, timeLimit)
    if ('problem' in outcome) {
      reader.end()
      reader = null
      yield refusal(file, outcome.problem)
    } else yield outcome.report
  }
  reader?.end()
}

type Outcome = { readonly report: FileReport } | { readonly problem: FileProblem }
interface Reader {
  readonly inspect: (file: string, timeLimit: number) => Promise<Outcome>
  readonly end: () => void
}

const startReader = (): Reader => {
  // Whatever a library or a dying V8 prints must not come between the lines.
  const child = fork(fileURLToPath(new URL('./inspect-child.ts', import.meta.url)), {
    // Most of what reading makes is thrown away at once: room for the young saves a third of the time.
    execArgv: ['--max-old-space-size=1400', '--max-semi-space-size=64'],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  let settle: (outcome: Outcome) => void = () => undefined
  child.on('message', (message) => settle({ report: message as FileReport }))
  child.on('error', (thrown) => settle({ problem: { kind: 'unreadable', detail: thrown.message } }))
  // V8 ends a process that needs too much memory by a signal of its own.
  child.on('exit', (_, signal) =>
    settle({ problem: { kind: signal === null ? 'unreadable' : 'too-large', detail: `the process ended: ${signal ?? 'by itself'}` } }),
  )
  return {
    inspect: (file, timeLimit) =>
      new Promise((resolve) => {
        const timer = setTimeout(() => resolve({ problem: { kind: 'too-large', detail: 'time limit' } }), timeLimit)
        settle = (outcome) => {
          clearTimeout(timer)
          resolve(outcome)
        }
        child.send(file)
      }),
    end: () => child.kill('SIGKILL'),
  }
}
