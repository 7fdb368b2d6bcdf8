import { EventEmitter } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { isNavigationRefused, openWindows, windowEvents } from './browser-window.ts'
import { listenToTest } from './control.ts'
import { answerNextDialogs } from './dialog.ts'
import { host, isControlled, languageArgument, launchBrowser } from './host.ts'
import { takeInstanceLock } from './instance-lock.ts'
import { pressMenuItem } from './menu.ts'
import { routeEverything } from './protocol.ts'
import { strict } from './strict.ts'

const home = homedir()
const configuration = process.env['XDG_CONFIG_HOME'] || join(home, '.config')
const pathByName = new Map<string, string>([
  ['home', home],
  ['appData', configuration],
  ['userData', join(configuration, 'maillage')],
  ['sessionData', join(configuration, 'maillage')],
  ['temp', tmpdir()],
  ['documents', join(home, 'Documents')],
  ['downloads', join(home, 'Downloads')],
])

class App extends EventEmitter {
  readonly isPackaged = false
  #name = 'Electron'
  #isQuitting = false
  #isReady: Promise<void> | null = null

  setName = (name: string): void => {
    this.#name = name
  }
  getName = (): string => this.#name
  getVersion = (): string => (JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }).version
  getLocale = (): string => languageArgument()
  getPath(name: string): string {
    const path = pathByName.get(name)
    if (path === undefined) throw new Error(`app.getPath('${name}'): not in the stand-in`)
    return path
  }
  setPath = (name: string, path: string): void => {
    this.getPath(name)
    if (!existsSync(path)) throw new Error(`app.setPath('${name}'): the folder does not exist`)
    pathByName.set(name, path)
  }
  requestSingleInstanceLock = (): boolean => takeInstanceLock(this.getPath('userData'), () => this.emit('second-instance', {}, [], process.cwd()))

  whenReady(): Promise<void> {
    this.#isReady ??= this.#start()
    return this.#isReady
  }
  async #start(): Promise<void> {
    await launchBrowser(this.getPath('sessionData'))
    const context = host.context
    if (context === null) throw new Error('Chromium did not start')
    await routeEverything(context, isNavigationRefused)
    context.on('close', () => this.#end(0))
    this.emit('ready')
  }

  /** As Electron: before-quit, every window is asked, will-quit (may be put off), then the end. */
  quit(): void {
    if (this.#isQuitting) return
    this.emit('before-quit', {})
    for (const window of openWindows()) window.close()
    if (openWindows().length > 0) return
    let isPutOff = false
    this.emit('will-quit', { preventDefault: () => (isPutOff = true) })
    if (!isPutOff) this.#end(0)
  }
  exit = (code: number): void => this.#end(code)

  #end(code: number): void {
    if (this.#isQuitting) return
    this.#isQuitting = true
    this.emit('quit', {}, code)
    // The browser writes its databases out before it ends.
    void (host.context?.close() ?? Promise.resolve()).catch(() => undefined).then(() => process.exit(code))
  }
}

const plainApp = new App()
export const app = strict('app', plainApp)
windowEvents.on('all-closed', () => {
  if (plainApp.listenerCount('window-all-closed') === 0) plainApp.quit()
  else plainApp.emit('window-all-closed')
})
process.on('SIGTERM', () => plainApp.quit())
process.on('SIGINT', () => plainApp.quit())
if (isControlled)
  listenToTest({
    'answer-dialogs': answerNextDialogs,
    'press-menu': pressMenuItem,
    quit: () => plainApp.quit(),
    'profile-folder': () => plainApp.getPath('sessionData'),
  })
