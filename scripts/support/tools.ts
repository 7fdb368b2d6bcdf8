import { spawn } from 'node:child_process'
import { join } from 'node:path'

/** Folder of the project. */
export const root = join(import.meta.dirname, '../..')

/** Path of a tool that npm installed. */
export const tool = (name: string): string => join(root, 'node_modules/.bin', name)

export const say = (text: string): void => void process.stderr.write(`Maillage : ${text}\n`)

interface RunOptions {
  readonly env?: Readonly<Record<string, string>>
  /** Where the tool's own stdout goes; stderr unless said otherwise, since stdout belongs to the task. */
  readonly stdout?: 'inherit' | 'stderr'
}

/** Runs a program whose output is worth showing as it comes; answers its exit code. */
export const run = async (command: string, values: readonly string[], { env = {}, stdout = 'stderr' }: RunOptions = {}): Promise<number> => {
  const child = spawn(command, values, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', stdout === 'inherit' ? 'inherit' : 2, 'inherit'],
  })
  return exitOf(child)
}

export interface QuietRun {
  readonly code: number
  readonly output: string
}

/** Runs a program whose output matters only when it fails; meanwhile one line says what is going on and since when. */
export const runQuietly = async (
  label: string,
  command: string,
  values: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<QuietRun> => {
  const child = spawn(command, values, { cwd: root, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  const collect = (chunk: Buffer): void => {
    output += chunk.toString()
  }
  child.stdout.on('data', collect)
  child.stderr.on('data', collect)
  const stop = showWaiting(label)
  const code = await exitOf(child)
  stop(code === 0)
  return { code, output }
}

const exitOf = async (child: ReturnType<typeof spawn>): Promise<number> =>
  new Promise((resolve) => {
    child.on('error', (problem) => {
      say(String(problem))
      resolve(127)
    })
    child.on('close', (code) => resolve(code ?? 1))
  })

/** A line with the seconds gone by: rewritten in a terminal, repeated every 20 seconds in a log. */
const showWaiting = (label: string): ((isGood: boolean) => void) => {
  const from = Date.now()
  const seconds = (): string => `${Math.round((Date.now() - from) / 1000)} s`
  const isTerminal = process.stderr.isTTY === true
  const line = (mark: string): string => `${isTerminal ? '\r\x1b[K' : ''}${mark} ${label} (${seconds()})${isTerminal ? '' : '\n'}`
  const timer = setInterval(() => process.stderr.write(line('…')), isTerminal ? 1000 : 20_000)
  return (isGood) => {
    clearInterval(timer)
    process.stderr.write(line(isGood ? '✔' : '✘') + (isTerminal ? '\n' : ''))
  }
}
