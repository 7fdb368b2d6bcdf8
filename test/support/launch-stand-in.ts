import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { environmentOf, logOf, profileFolderOf, SecondInstance, type LaunchedApp, type LaunchOptions } from '#support/launch-options'
import { killTree } from '#support/processes'
import type { Act } from '#support/stand-in/control'

const root = join(import.meta.dirname, '../..')

export const launchStandIn = async (options: LaunchOptions): Promise<LaunchedApp> => {
  const child = spawn(
    process.execPath,
    [
      '--disable-warning=ExperimentalWarning',
      '--import',
      './test/support/stand-in/register.ts',
      'out/main/index.js',
      `--lang=${options.locale ?? 'fr-FR'}`,
    ],
    { cwd: root, env: environmentOf(options), stdio: ['ignore', 'inherit', 'pipe', 'ipc'] },
  )
  const errors = collect(child)
  const ask = makeAsk(child)
  const endpoint = await readEndpoint(child, () => `${errors()}\n${logOf(options)}`)
  const browser = await chromium.connectOverCDP(endpoint, { timeout: 0 })
  const page = browser.contexts()[0]?.pages()[0]
  if (page === undefined || child.pid === undefined) throw new Error('the stand-in has no page')
  const { pid } = child
  const ended = once(child, 'exit')
  return {
    page,
    pid,
    profileFolder: profileFolderOf(options),
    answerDialogs: async (answers) => void (await ask('answer-dialogs', answers)),
    pressMenu: async (label) => void (await ask('press-menu', label)),
    acts: async () => (await ask('acts', null)) as readonly Act[],
    close: async () => {
      if (child.exitCode === null && child.signalCode === null) {
        child.kill('SIGTERM')
        await ended
      }
      await browser.close()
    },
    kill: async () => {
      await killTree(pid)
      await ended
      await browser.close()
    },
    errors,
  }
}

/** What the stand-in says first: where its browser listens; or it ends, as a second instance does. */
const readEndpoint = async (child: ChildProcess, errors: () => string): Promise<string> => {
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  child.on('message', (message: { readonly endpoint?: string }) => {
    if (message.endpoint !== undefined) resolve(message.endpoint)
  })
  child.once('exit', (code) =>
    reject(code === 0 ? new SecondInstance('another Maillage has this profile') : new Error(`main ended with ${code}\n${errors()}`)),
  )
  return promise
}

const collect = (child: ChildProcess): (() => string) => {
  let text = ''
  child.stderr?.on('data', (chunk: Buffer) => {
    text += chunk.toString()
  })
  return () => text
}

interface Reply {
  readonly id: number
  readonly ok: boolean
  readonly value: unknown
  readonly problem: string
}
const makeAsk = (child: ChildProcess): ((name: string, value: unknown) => Promise<unknown>) => {
  let lastId = 0
  return (name, value) => {
    const id = (lastId += 1)
    const { promise, resolve, reject } = Promise.withResolvers<unknown>()
    const listen = (reply: Reply): void => {
      if (reply.id !== id) return
      child.off('message', listen)
      if (reply.ok) resolve(reply.value)
      else reject(new Error(reply.problem))
    }
    child.on('message', listen)
    child.send({ id, name, value })
    return promise
  }
}
