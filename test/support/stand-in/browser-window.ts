import { EventEmitter } from 'node:events'
import { readFileSync } from 'node:fs'
import type { BrowserWindowConstructorOptions } from 'electron'
import type { Page } from 'playwright-core'
import { appToWeb, webToApp } from './address.ts'
import { isHeadless, openPage } from './host.ts'
import { tellTestWhereToConnect } from './endpoint.ts'
import { answerPage } from './ipc.ts'
import { menuKeys } from './menu.ts'
import { bindingName, makePageScript } from './page-script.ts'
import { WebContents } from './web-contents.ts'

const windows = new Set<BrowserWindow>()
export const openWindows = (): readonly BrowserWindow[] => [...windows]
/** Told when the last window is gone; the application listens. */
export const windowEvents = new EventEmitter<{ 'all-closed': [] }>()

/** A window is a page of Chromium; only what a sandboxed, isolated window can do is offered. */
export class BrowserWindow extends EventEmitter {
  readonly webContents = new WebContents(this)
  readonly #options: BrowserWindowConstructorOptions
  readonly #page: Promise<Page>
  #isDestroyed = false

  constructor(options: BrowserWindowConstructorOptions) {
    super()
    const { sandbox, contextIsolation, nodeIntegration, preload } = options.webPreferences ?? {}
    if (sandbox !== true || contextIsolation !== true || nodeIntegration === true)
      throw new Error('the stand-in has only sandboxed, isolated windows')
    if (preload !== undefined && !preload.endsWith('.cjs')) throw new Error('a sandboxed preload must be CommonJS')
    this.#options = options
    windows.add(this)
    this.#page = this.#open(preload)
  }
  static getAllWindows = (): readonly BrowserWindow[] => openWindows()

  async loadURL(url: string): Promise<void> {
    const page = await this.#page
    await page.goto(appToWeb(url), { waitUntil: 'domcontentloaded' })
    this.emit('ready-to-show')
    tellTestWhereToConnect()
  }
  page = (): Promise<Page> => this.#page
  isDestroyed = (): boolean => this.#isDestroyed
  isMinimized = (): boolean => false
  restore = (): void => {}
  show = (): void => {}
  focus = (): void => void this.#page.then((page) => page.bringToFront())

  close(): void {
    let isPrevented = false
    this.emit('close', { preventDefault: () => (isPrevented = true) })
    if (!isPrevented) this.destroy()
  }
  destroy(): void {
    if (this.#isDestroyed) return
    this.#isDestroyed = true
    windows.delete(this)
    void this.#page.then((page) => page.close()).catch(() => undefined)
    this.emit('closed')
    if (windows.size === 0) windowEvents.emit('all-closed')
  }

  async #open(preload: string | undefined): Promise<Page> {
    const page = await openPage()
    const { width, height } = this.#options
    if (isHeadless && width !== undefined && height !== undefined) await page.setViewportSize({ width, height })
    const origins = ['https://maillage.app.localhost', ...developmentOrigins()]
    await page.exposeBinding(bindingName, ({ frame }, text: string) =>
      answerPage(this, { url: webToApp(frame.url()), isMain: frame === page.mainFrame() }, text),
    )
    const script = makePageScript({ preload: preload === undefined ? '' : readFileSync(preload, 'utf8'), origins, menuKeys: menuKeys() })
    await page.addInitScript({ content: script })
    page.on('close', () => this.destroy())
    page.on('crash', () => this.webContents.emit('render-process-gone', {}, { reason: 'crashed' }))
    return page
  }
}

/** Lets the application refuse to leave its page, as Electron asks it. */
export const isNavigationRefused = (url: string): boolean => openWindows().some((window) => window.webContents.refusesNavigation(url))

const developmentOrigins = (): readonly string[] => {
  const server = process.env['ELECTRON_RENDERER_URL']
  return server === undefined ? [] : [new URL(server).origin]
}
