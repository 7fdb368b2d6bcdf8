import { join } from 'node:path'
import { _electron } from '@playwright/test'
import { environmentOf, logOf, profileFolderOf, SecondInstance, type LaunchedApp, type LaunchOptions } from '#support/launch-options'
import { killTree } from '#support/processes'
import type { Act } from '#support/stand-in/control'
import type { DialogAnswer } from '#support/stand-in/dialog'

const root = join(import.meta.dirname, '../..')

/** The same on real Electron: its dialogs and shell are replaced inside main, everything else is Electron's own. */
export const launchElectron = async (executablePath: string, options: LaunchOptions): Promise<LaunchedApp> => {
  const launching = _electron.launch({
    executablePath,
    cwd: root,
    args: [root, `--lang=${options.locale ?? 'fr-FR'}`, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
    env: environmentOf(options),
  })
  const app = await launching.catch((problem: unknown) => {
    throw logOf(options).trimEnd().split('\n').at(-1)?.includes('already open') === true ? new SecondInstance(String(problem)) : problem
  })
  let errors = ''
  app.process().stderr?.on('data', (chunk: Buffer) => {
    errors += chunk.toString()
  })
  await app.evaluate(({ dialog, shell }) => {
    const scripted: DialogAnswer[] = []
    const acts: Act[] = []
    const next = (what: string, values: readonly unknown[]): DialogAnswer => {
      const { title = '', message = '', defaultPath = '' } = values.at(-1) as { title?: string; message?: string; defaultPath?: string }
      acts.push({ kind: 'dialog', what, title: title || message, path: defaultPath })
      const answer = scripted.shift()
      if (answer === undefined) throw new Error(`no answer was scripted for the dialog « ${title || message} »`)
      return answer
    }
    Object.assign(globalThis, { maillageTest: { scripted, acts } })
    Object.assign(dialog, {
      showOpenDialog: async (...values: unknown[]) => {
        const answer = next('open', values)
        const filePaths = answer !== null && 'open' in answer ? answer.open : []
        return { canceled: filePaths.length === 0, filePaths }
      },
      showSaveDialog: async (...values: unknown[]) => {
        const answer = next('save', values)
        return answer !== null && 'save' in answer ? { canceled: false, filePath: answer.save } : { canceled: true, filePath: '' }
      },
      showMessageBox: async (...values: unknown[]) => {
        const answer = next('message', values)
        return { response: answer !== null && 'button' in answer ? answer.button : 0, checkboxChecked: false }
      },
    })
    Object.assign(shell, {
      openExternal: async (url: string) => void acts.push({ kind: 'link', url }),
      showItemInFolder: (path: string) => void acts.push({ kind: 'reveal', path }),
    })
  })
  const page = await app.firstWindow()
  const pid = app.process().pid
  if (pid === undefined) throw new Error('Electron has no process')
  return {
    page,
    pid,
    profileFolder: profileFolderOf(options),
    answerDialogs: async (answers) =>
      app.evaluate((_electron, more) => {
        ;(globalThis as unknown as { maillageTest: { scripted: unknown[] } }).maillageTest.scripted.push(...more)
      }, answers),
    pressMenu: async (label) =>
      app.evaluate(({ Menu }, words) => {
        const items = Menu.getApplicationMenu()?.items.flatMap((group) => group.submenu?.items ?? []) ?? []
        const item = items.find((one) => one.label === words)
        if (item === undefined) throw new Error(`the menu has no ${words}`)
        item.click()
      }, label),
    acts: async () => app.evaluate(() => (globalThis as unknown as { maillageTest: { acts: Act[] } }).maillageTest.acts),
    close: async () => app.close(),
    kill: async () => {
      await killTree(pid)
      await new Promise<void>((resolve) =>
        app.process().exitCode === null && app.process().signalCode === null ? app.process().once('exit', () => resolve()) : resolve(),
      )
    },
    errors: () => errors,
  }
}
