import { host } from './host.ts'
import { strict } from './strict.ts'

type RequestListener = (details: { readonly url: string; readonly method: string }, reply: (answer: { readonly cancel?: boolean }) => void) => void
type CheckHandler = (contents: null, permission: string, requestingOrigin: string, details: object) => boolean

let requestListener: RequestListener | null = null
let hasRequestHandler = false

export const session = strict('session', {
  defaultSession: strict('session.defaultSession', {
    setPermissionRequestHandler: (): void => {
      hasRequestHandler = true
    },
    setPermissionCheckHandler: (handler: CheckHandler): void => void grantWhatIsAllowed(handler),
    webRequest: strict('session.webRequest', {
      onBeforeRequest: (_filter: object, listener: RequestListener): void => {
        requestListener = listener
      },
    }),
  }),
})

/** True when the application itself cancels this request. */
export const isCancelled = async (url: string, method: string): Promise<boolean> => {
  const listener = requestListener
  if (listener === null) return false
  return new Promise((resolve) => listener({ url, method }, (answer) => resolve(answer.cancel === true)))
}

const chromiumNameByPermission = {
  'clipboard-sanitized-write': 'clipboard-write',
  'clipboard-read': 'clipboard-read',
  geolocation: 'geolocation',
  notifications: 'notifications',
}

// Chromium asks nobody here: it is told once what the application would answer, and refuses the rest.
const grantWhatIsAllowed = async (handler: CheckHandler): Promise<void> => {
  const granted = Object.entries(chromiumNameByPermission).filter(([permission]) => handler(null, permission, 'app://maillage/', {}))
  if (!hasRequestHandler) throw new Error('the stand-in wants both permission handlers: Electron grants everything by default')
  await host.context?.grantPermissions(
    granted.map(([, name]) => name),
    { origin: 'https://maillage.app.localhost' },
  )
}
