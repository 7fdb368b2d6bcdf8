import { makeWire } from './wire.ts'

/** What the stand-in and the page know each other by. */
export const bindingName = '__maillageStandInCall'
export const receiverName = '__maillageStandInReceive'

interface Door {
  readonly call: (message: string) => Promise<string>
  readonly receiverName: string
  readonly wire: ReturnType<typeof makeWire>
}
type Listener = (event: object, ...values: unknown[]) => void

/** The `electron` module of a sandboxed preload, inside the page. Refers to nothing outside itself: its text is run there. */
const makePreloadElectron = ({ call, receiverName: receiver, wire }: Door): object => {
  const listenersByChannel = new Map<string, Set<Listener>>()
  const listenersOf = (channel: string): Set<Listener> => {
    const known = listenersByChannel.get(channel) ?? new Set<Listener>()
    listenersByChannel.set(channel, known)
    return known
  }
  Object.defineProperty(window, receiver, {
    value: (message: string) => {
      const { channel, values } = wire.decode(message) as { channel: string; values: unknown[] }
      for (const listener of Array.from(listenersOf(channel))) listener({}, ...values)
    },
  })
  const ipcRenderer = {
    invoke: async (channel: string, ...values: unknown[]) => {
      const answer = wire.decode(await call(wire.encode({ kind: 'invoke', channel, values }))) as
        | { ok: true; value: unknown }
        | { ok: false; problem: string }
      if (!answer.ok) throw new Error(`Error invoking remote method '${channel}': ${answer.problem}`)
      return answer.value
    },
    on: (channel: string, listener: Listener) => void listenersOf(channel).add(listener),
    off: (channel: string, listener: Listener) => void listenersOf(channel).delete(listener),
  }
  const frozenCopy = (value: unknown): unknown =>
    typeof value === 'object' && value !== null
      ? Object.freeze(Object.fromEntries(Object.entries(value).map(([key, one]) => [key, frozenCopy(one)])))
      : value
  const contextBridge = {
    exposeInMainWorld: (name: string, api: object) => Object.defineProperty(window, name, { value: frozenCopy(api), enumerable: true }),
  }
  return { ipcRenderer, contextBridge }
}

interface MenuKey {
  readonly accelerator: string
  readonly id: number
}
/** Chromium has no menu of ours: keys of the menu that the page left alone go to main. Its text, too, is run in the page. */
const listenToMenuKeys = (keys: readonly MenuKey[], press: (id: number) => void): void => {
  const nameOf = (event: KeyboardEvent): string =>
    [
      event.ctrlKey || event.metaKey ? 'CmdOrCtrl' : '',
      event.altKey ? 'Alt' : '',
      event.shiftKey ? 'Shift' : '',
      event.key.length === 1 ? event.key.toUpperCase() : event.key,
    ]
      .filter((part) => part !== '')
      .join('+')
  window.addEventListener('keydown', (event) => {
    const key = keys.find(({ accelerator }) => accelerator === nameOf(event))
    if (key === undefined || event.defaultPrevented) return
    event.preventDefault()
    press(key.id)
  })
}

/** Electron asks the application before a window is opened; Chromium would open it, so the page asks. Its text, too, is run there. */
const askBeforeOpening = (ask: (url: string) => void): void => {
  const open = (url: string): null => {
    ask(url)
    return null
  }
  Object.defineProperty(window, 'open', { value: (url: string | URL = '') => open(new URL(url, location.href).href) })
  document.addEventListener(
    'click',
    (event) => {
      const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href][target]') : null
      if (link === null || link.target === '_self') return
      event.preventDefault()
      open(link.href)
    },
    true,
  )
}

export interface PageScriptOptions {
  /** Text of the built preload: one CommonJS file. */
  readonly preload: string
  /** Origins in which the preload runs. */
  readonly origins: readonly string[]
  readonly menuKeys: readonly MenuKey[]
}

/** The script that Chromium runs before any script of the page. */
export const makePageScript = ({ preload, origins, menuKeys }: PageScriptOptions): string => `(() => {
  if (window !== window.top || !${JSON.stringify(origins)}.includes(location.origin)) return
  const binding = window[${JSON.stringify(bindingName)}]
  delete window[${JSON.stringify(bindingName)}]
  const call = (message) => binding(message)
  const wire = (${makeWire.toString()})({ encode: (bytes) => bytes.toBase64(), decode: (text) => Uint8Array.fromBase64(text) })
  const electron = (${makePreloadElectron.toString()})({ call, wire, receiverName: ${JSON.stringify(receiverName)} })
  const require = (name) => {
    if (name === 'electron') return electron
    throw new Error('a sandboxed preload cannot require ' + name)
  };
  (${listenToMenuKeys.toString()})(${JSON.stringify(menuKeys)}, (id) => void call(wire.encode({ kind: 'menu', id })));
  (${askBeforeOpening.toString()})((url) => void call(wire.encode({ kind: 'open', url })));
  (function (require, module, exports) {${preload}
})(require, { exports: {} }, {})
})()`
