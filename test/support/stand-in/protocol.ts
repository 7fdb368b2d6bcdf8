import type { BrowserContext, Route } from 'playwright-core'
import { isAppAddress, webToApp } from './address.ts'
import { isCancelled } from './session.ts'
import { strict } from './strict.ts'

type Handler = (request: { readonly url: string; readonly method: string }) => Promise<Response>
const handlerByScheme = new Map<string, Handler>()
const secureSchemes = new Set<string>()

export const protocol = strict('protocol', {
  registerSchemesAsPrivileged: (
    schemes: readonly { readonly scheme: string; readonly privileges: { readonly standard?: boolean; readonly secure?: boolean } }[],
  ): void => {
    for (const { scheme, privileges } of schemes) if (privileges.standard === true && privileges.secure === true) secureSchemes.add(scheme)
  },
  handle: (scheme: string, handler: Handler): void => {
    if (!secureSchemes.has(scheme)) throw new Error(`${scheme}: without « standard » and « secure » it would have no IndexedDB`)
    handlerByScheme.set(scheme, handler)
  },
})

/** Asked before a page leaves its address by itself; true refuses. */
type NavigationCheck = (url: string) => boolean

/** Every request of the browser passes here: cancelled by the application's own rule, answered by its protocol, or (the development server) let through. */
export const routeEverything = async (context: BrowserContext, isNavigationRefused: NavigationCheck): Promise<void> => {
  await context.route('**/*', async (route) => {
    const request = route.request()
    const url = webToApp(request.url())
    if (request.isNavigationRequest() && isNavigationRefused(url)) return route.abort('aborted')
    if (await isCancelled(url, request.method())) return route.abort('blockedbyclient')
    if (!isAppAddress(request.url())) return route.continue()
    return answerByProtocol(route, url)
  })
}

const answerByProtocol = async (route: Route, url: string): Promise<void> => {
  const handler = handlerByScheme.get(new URL(url).protocol.replace(':', ''))
  if (handler === undefined) return route.abort('namenotresolved')
  const response = await handler({ url, method: route.request().method() })
  await route.fulfill({ status: response.status, headers: Object.fromEntries(response.headers), body: Buffer.from(await response.arrayBuffer()) })
}
