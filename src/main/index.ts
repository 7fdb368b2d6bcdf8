import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { app, dialog, ipcMain, protocol, session, type BrowserWindow, type IpcMainInvokeEvent } from 'electron'
import { makeAnswer } from '#main/answer'
import { bringForward, registerApplication } from '#main/application'
import { makeClosing, type Closing } from '#main/closing'
import { appLanguage, makeElectronSystem } from '#main/electron-system'
import { registerReading } from '#main/files/register-reading'
import { registerWriting } from '#main/files/register-writing'
import { guardSession, pageOriginOf } from '#main/guard'
import { openLog } from '#main/log'
import { installMenu } from '#main/menu'
import { appScheme, serveRenderer } from '#main/protocol'
import { registerSafety } from '#main/safety/register-safety'
import type { Room } from '#main/system'
import { makeWindow } from '#main/window'

// Before anything else: where everything is kept, and what `app:` is, cannot change once Electron is ready.
const userData = process.env['MAILLAGE_USER_DATA'] ?? join(app.getPath('appData'), 'Maillage')
app.setName('Maillage')
// Electron refuses to keep anything in a folder that is not there.
mkdirSync(join(userData, 'profile'), { recursive: true })
app.setPath('userData', userData)
// The browser's own files get a folder of their own, so that losing it loses neither journal nor log.
app.setPath('sessionData', join(userData, 'profile'))
if (process.env['MAILLAGE_DOCUMENTS'] !== undefined) app.setPath('documents', process.env['MAILLAGE_DOCUMENTS'])
// A standard and secure scheme has an origin of its own, without which there is no IndexedDB.
protocol.registerSchemesAsPrivileged([{ scheme: appScheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } }])

const log = openLog(userData, () => new Date())
process.on('uncaughtException', (problem) => log.problem('main', problem))
process.on('unhandledRejection', (problem) => log.problem('main', problem))

const page = pageOriginOf(app.isPackaged ? undefined : process.env['ELECTRON_RENDERER_URL'])
let window: BrowserWindow | null = null
let closing: Closing | null = null
/** The system's until the page says which one the settings chose. */
let language: 'fr' | 'en' | null = null
const rooms: Room[] = []

if (app.requestSingleInstanceLock()) {
  app.on('second-instance', () => bringForward(window))
  app.on('window-all-closed', () => app.quit())
  app.on('will-quit', leaveInOrder)
  void app.whenReady().then(start, stopWith).catch(stopWith)
} else {
  log.info('main', 'Maillage is already open: its window comes forward, this second start ends')
  app.quit()
}

async function start(): Promise<void> {
  log.info('main', `start ${app.getVersion()} on ${process.platform}`)
  protocol.handle(appScheme, serveRenderer(join(import.meta.dirname, '../renderer')))
  guardSession(session.defaultSession, page)
  const answer = makeAnswer<IpcMainInvokeEvent>({
    door: ipcMain,
    isTrusted: ({ senderFrame, sender }) =>
      senderFrame !== null && senderFrame.parent === null && sender === window?.webContents && page.isOurs(senderFrame.url),
    logProblem: log.problem,
  })
  const system = makeElectronSystem(() => window, log)
  rooms.push(registerReading(answer, system), registerWriting(answer, system), registerSafety(answer, system))
  const showMenu = (): void =>
    installMenu({
      language: language ?? appLanguage(),
      send: (command) => system.send('menuCommand', command),
      withDeveloperTools: !app.isPackaged && page.startUrl.startsWith('http'),
    })
  registerApplication(answer, {
    log,
    closing: () => closing,
    setLanguage: (chosen) => {
      language = chosen
      showMenu()
    },
  })
  showMenu()
  await openWindow()
}

async function openWindow(): Promise<void> {
  const opened = makeWindow(page)
  window = opened
  closing = makeClosing({
    tellPage: () => opened.webContents.send('desktop:on:closing', { at: new Date().toISOString() }),
    destroy: () => opened.destroy(),
    askToCloseAnyway: (reason) => askToCloseAnyway(opened, reason),
    wait: (milliseconds) => wait(milliseconds),
  })
  opened.on('close', (event) => {
    if (closing?.mayCloseNow() === false) event.preventDefault()
  })
  opened.on('closed', () => {
    window = null
    closing = null
  })
  opened.webContents.on('render-process-gone', (_event, { reason }) => log.problem('window', `the page's process is gone: ${reason}`))
  await opened.loadURL(page.startUrl)
}

async function askToCloseAnyway(over: BrowserWindow, reason: string): Promise<boolean> {
  const french = (language ?? appLanguage()) === 'fr'
  const { response } = await dialog.showMessageBox(over, {
    type: 'warning',
    message: french ? 'Maillage n’a pas fini d’enregistrer.' : 'Maillage is still saving.',
    detail: reason,
    buttons: french ? ['Attendre', 'Fermer quand même'] : ['Wait', 'Close anyway'],
    defaultId: 0,
    cancelId: 0,
  })
  return response === 1
}

/** Workers and files are closed before the process ends. */
function leaveInOrder(event: { readonly preventDefault: () => void }): void {
  const open = rooms.splice(0)
  if (open.length === 0) return
  event.preventDefault()
  void Promise.allSettled(open.map((room) => room.close())).then(() => app.quit())
}

function stopWith(problem: unknown): void {
  log.problem('main', problem)
  dialog.showErrorBox(
    'Maillage',
    appLanguage() === 'fr' ? `Maillage n’a pas pu démarrer. Le détail est dans ${log.path}` : `Maillage could not start. Details are in ${log.path}`,
  )
  app.exit(1)
}
