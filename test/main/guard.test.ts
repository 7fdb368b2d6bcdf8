import type { Session, WebContents } from 'electron'
import { describe, expect, it } from 'vitest'
import { guardContents, guardSession, pageOriginOf } from '#main/guard'

const page = pageOriginOf(undefined)
const stranger = 'https://example.org/'

/** What Electron would be told: the three handlers, called as it calls them. */
const guardedSession = () => {
  const handlers = new Map<string, (...values: never[]) => unknown>()
  const keep = (name: string) => (handler: (...values: never[]) => unknown) => void handlers.set(name, handler)
  guardSession(
    {
      setPermissionRequestHandler: keep('request'),
      setPermissionCheckHandler: keep('check'),
      webRequest: { onBeforeRequest: (_filter: object, handler: (...values: never[]) => unknown) => void handlers.set('web', handler) },
    } as unknown as Session,
    page,
  )
  const call = (name: string, ...values: readonly unknown[]): unknown => handlers.get(name)?.(...(values as never[]))
  const answerOf = (name: string, ...values: readonly unknown[]): unknown => {
    let answer: unknown
    call(name, ...values.slice(0, -1), (given: unknown) => (answer = given), ...values.slice(-1))
    return answer
  }
  return {
    requests: (permission: string, requestingUrl: string) => answerOf('request', null, permission, { requestingUrl }),
    checks: (permission: string, origin: string) => call('check', null, permission, origin),
    cancels: (url: string): unknown => {
      let answer: unknown
      call('web', { url }, (given: unknown) => (answer = given))
      return (answer as { readonly cancel: boolean }).cancel
    },
  }
}

const everyPermission = [
  'clipboard-read',
  'display-capture',
  'fullscreen',
  'geolocation',
  'hid',
  'idle-detection',
  'keyboardLock',
  'media',
  'mediaKeySystem',
  'midi',
  'midiSysex',
  'notifications',
  'openExternal',
  'pointerLock',
  'serial',
  'speaker-selection',
  'storage-access',
  'top-level-storage-access',
  'unknown',
  'usb',
  'window-management',
] as const

describe('la session de la fenêtre', () => {
  it.each(everyPermission)('refuse « %s », demandée ou vérifiée', (permission) => {
    const session = guardedSession()
    expect(session.requests(permission, page.startUrl)).toBe(false)
    expect(session.checks(permission, `${page.startUrl}`)).toBe(false)
  })

  it('accorde à notre page seule de garder ses données et de copier un texte', () => {
    const session = guardedSession()
    for (const permission of ['persistent-storage', 'clipboard-sanitized-write']) {
      expect(session.requests(permission, page.startUrl)).toBe(true)
      expect(session.checks(permission, page.startUrl)).toBe(true)
      expect(session.requests(permission, stranger)).toBe(false)
      expect(session.checks(permission, stranger)).toBe(false)
    }
  })

  it.each(['app://maillage/', 'app://maillage/assets/index.js', 'blob:app://maillage/0198c0de', 'data:image/png;base64,AAAA'])(
    'laisse passer %s',
    (url) => expect(guardedSession().cancels(url)).toBe(false),
  )

  it.each([
    stranger,
    'http://127.0.0.1:8080/',
    'ws://example.org/',
    'file:///etc/passwd',
    'ftp://example.org/',
    'app://maillage.example.org/',
    'app://autre/',
    'blob:https://example.org/0198c0de',
    'https://maillage/',
    'chrome-extension://abc/',
  ])('arrête %s', (url) => expect(guardedSession().cancels(url)).toBe(true))
})

describe('le contenu de la fenêtre', () => {
  const guarded = () => {
    const listeners = new Map<string, (event: { readonly url: string; readonly preventDefault: () => void }) => void>()
    let opening: ((details: { readonly url: string }) => unknown) | null = null
    guardContents(
      {
        setWindowOpenHandler: (handler: (details: { readonly url: string }) => unknown) => (opening = handler),
        on: (name: string, listener: (event: { readonly url: string; readonly preventDefault: () => void }) => void) => listeners.set(name, listener),
      } as unknown as WebContents,
      page,
    )
    const isPrevented = (name: string, url: string): boolean => {
      let prevented = false
      listeners.get(name)?.({ url, preventDefault: () => (prevented = true) })
      return prevented
    }
    return { isPrevented, open: (url: string): unknown => opening?.({ url }) }
  }

  it('ne va nulle part ailleurs', () => {
    expect(guarded().isPrevented('will-navigate', stranger)).toBe(true)
    expect(guarded().isPrevented('will-navigate', 'file:///tmp/liste.html')).toBe(true)
    expect(guarded().isPrevented('will-navigate', 'app://maillage/people')).toBe(false)
  })

  it('n’ouvre aucune autre fenêtre, pas même à nous, et ne tient aucune page étrangère', () => {
    for (const url of [stranger, page.startUrl]) expect(guarded().open(url)).toEqual({ action: 'deny' })
    expect(guarded().isPrevented('will-attach-webview', stranger)).toBe(true)
  })
})
