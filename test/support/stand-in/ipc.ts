import type { BrowserWindow } from './browser-window.ts'
import { pressMenu } from './menu.ts'
import { nodeWire } from './wire.ts'
import { strict } from './strict.ts'

type Handler = (event: object, ...values: unknown[]) => unknown
const handlerByChannel = new Map<string, Handler>()

export const ipcMain = strict('ipcMain', {
  handle: (channel: string, handler: Handler): void => {
    if (handlerByChannel.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`)
    handlerByChannel.set(channel, handler)
  },
  removeHandler: (channel: string): void => void handlerByChannel.delete(channel),
})

type Message =
  | { readonly kind: 'invoke'; readonly channel: string; readonly values: readonly unknown[] }
  | { readonly kind: 'menu'; readonly id: number }
  | { readonly kind: 'open'; readonly url: string }

/** One call of the page: one JSON string in, one out; what a handler throws comes back as words, as in Electron. */
export const answerPage = async (window: BrowserWindow, frame: { readonly url: string; readonly isMain: boolean }, text: string): Promise<string> => {
  const message = nodeWire.decode(text) as Message
  if (message.kind === 'menu') {
    pressMenu(message.id)
    return nodeWire.encode({ ok: true, value: undefined })
  }
  if (message.kind === 'open') {
    if (window.webContents.mayOpen(message.url)) throw new Error('a second window: not in the stand-in')
    return nodeWire.encode({ ok: true, value: null })
  }
  try {
    const handler = handlerByChannel.get(message.channel)
    if (handler === undefined) throw new Error(`No handler registered for '${message.channel}'`)
    const senderFrame = { url: frame.url, parent: frame.isMain ? null : {} }
    const value = await handler({ sender: window.webContents, senderFrame }, ...message.values)
    return nodeWire.encode({ ok: true, value })
  } catch (problem) {
    return nodeWire.encode({ ok: false, problem: String(problem) })
  }
}
