import { EventEmitter } from 'node:events'
import type { BrowserWindow } from './browser-window.ts'
import { receiverName } from './page-script.ts'
import { nodeWire } from './wire.ts'

type OpenHandler = (details: { readonly url: string }) => { readonly action: 'deny' | 'allow' }

export class WebContents extends EventEmitter {
  readonly #window: BrowserWindow
  #openHandler: OpenHandler = () => ({ action: 'allow' })

  constructor(window: BrowserWindow) {
    super()
    this.#window = window
  }
  /** One evaluation in the page; a page that is going away hears nothing. */
  send(channel: string, ...values: unknown[]): void {
    const message = nodeWire.encode({ channel, values })
    void this.#window
      .page()
      .then((page) => page.evaluate(`window[${JSON.stringify(receiverName)}]?.(${JSON.stringify(message)})`))
      .catch(() => undefined)
  }
  isDestroyed = (): boolean => this.#window.isDestroyed()
  setWindowOpenHandler(handler: OpenHandler): void {
    this.#openHandler = handler
  }
  mayOpen = (url: string): boolean => this.#openHandler({ url }).action === 'allow'
  refusesNavigation(url: string): boolean {
    let isRefused = false
    this.emit('will-navigate', { url, preventDefault: () => (isRefused = true) })
    return isRefused
  }
  async printToPDF(options: {
    readonly pageSize?: string
    readonly printBackground?: boolean
    readonly preferCSSPageSize?: boolean
    readonly landscape?: boolean
  }): Promise<Buffer> {
    const page = await this.#window.page()
    const { pageSize = 'A4', ...rest } = options
    return page.pdf({ format: pageSize, ...rest })
  }
}
