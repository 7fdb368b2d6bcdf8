import type { Session, WebContents } from 'electron'
import { appOrigin } from '#main/protocol'

/** Where the window's page comes from: the built files, or the development server of `npm run dev`. */
export interface PageOrigin {
  readonly startUrl: string
  readonly isOurs: (url: string) => boolean
}

export const pageOriginOf = (developmentServer: string | undefined): PageOrigin => {
  const origin = developmentServer === undefined ? appOrigin : new URL(developmentServer).origin
  return { startUrl: `${origin}/`, isOurs: (url) => url === origin || url.startsWith(`${origin}/`) }
}

/** The page may ask to copy a list of addresses, and that its database be kept when space runs short; Electron would otherwise grant everything. */
const allowedPermissions: ReadonlySet<string> = new Set(['clipboard-sanitized-write', 'persistent-storage'])

/** Refuses permissions and every request that leaves the application. */
export const guardSession = (session: Session, page: PageOrigin): void => {
  session.setPermissionRequestHandler((_contents, permission, reply, details) =>
    reply(allowedPermissions.has(permission) && page.isOurs(details.requestingUrl)),
  )
  session.setPermissionCheckHandler(
    (_contents, permission, requestingOrigin) => allowedPermissions.has(permission) && page.isOurs(requestingOrigin.replace(/\/$/, '')),
  )
  session.webRequest.onBeforeRequest({ urls: ['<all_urls>'] }, (details, reply) => reply({ cancel: !mayRequest(details.url, page) }))
}

/** Refuses to leave the page, to open another window and to hold a foreign page inside. */
export const guardContents = (contents: WebContents, page: PageOrigin): void => {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.on('will-navigate', (event) => {
    if (!page.isOurs(event.url)) event.preventDefault()
  })
  contents.on('will-attach-webview', (event) => event.preventDefault())
}

const mayRequest = (url: string, page: PageOrigin): boolean =>
  page.isOurs(url) ||
  page.isOurs(url.replace(/^blob:/, '')) ||
  page.isOurs(url.replace(/^ws/, 'http')) ||
  url.startsWith('data:') ||
  url.startsWith('devtools:')
