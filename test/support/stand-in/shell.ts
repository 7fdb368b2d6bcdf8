import { spawn } from 'node:child_process'
import { record } from './control.ts'
import { isControlled } from './host.ts'
import { dirname } from 'node:path'
import { strict } from './strict.ts'

export const shell = strict('shell', {
  openExternal: async (url: string): Promise<void> => {
    record({ kind: 'link', url })
    if (!isControlled) openWithDesktop(url)
  },
  showItemInFolder: (path: string): void => {
    record({ kind: 'reveal', path })
    if (!isControlled) openWithDesktop(dirname(path))
  },
})

const openWithDesktop = (target: string): void => {
  const opener = spawn('xdg-open', [target], { stdio: 'ignore', detached: true })
  opener.on('error', () => console.error(`Maillage: ${target}`))
  opener.unref()
}
