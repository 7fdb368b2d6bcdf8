import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'

export interface Log {
  readonly info: (where: string, message: string) => void
  readonly problem: (where: string, problem: unknown) => void
  readonly path: string
}

const maximumSize = 1_000_000

/**
 * A log of one line per event in `folder/maillage.log`; at 1 MB it becomes `maillage.1.log` and a new one begins.
 * Written at once, since what matters most is the line before a crash. A log that cannot be written never stops the application.
 */
export const openLog = (folder: string, now: () => Date): Log => {
  const path = join(folder, 'maillage.log')
  const write = (level: 'info' | 'problem', where: string, text: string): void => {
    try {
      mkdirSync(folder, { recursive: true })
      if (sizeOf(path) > maximumSize) renameSync(path, join(folder, 'maillage.1.log'))
      appendFileSync(path, `${now().toISOString()} ${level} [${where}] ${text.replaceAll('\n', '\n    ')}\n`)
    } catch {
      // A full disk or a folder that cannot be written to: the safety room says so to the user.
    }
  }
  return {
    path,
    info: (where, message) => write('info', where, message),
    problem: (where, problem) => write('problem', where, problemToText(problem)),
  }
}

const sizeOf = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0

const problemToText = (problem: unknown): string =>
  problem instanceof Error
    ? (problem.stack ?? `${problem.name}: ${problem.message}`)
    : typeof problem === 'string'
      ? problem
      : JSON.stringify(problem)
