import { hostname } from 'node:os'
import { app, shell, type BrowserWindow } from 'electron'
import type { Answer } from '#main/answer'
import { appLanguage } from '#main/electron-system'
import { allowedLink } from '#main/links'
import type { Closing } from '#main/closing'
import type { Log } from '#main/log'

export interface ApplicationOptions {
  readonly log: Log
  readonly closing: () => Closing | null
  readonly setLanguage: (language: 'fr' | 'en') => void
}

/** The small calls about the application itself. */
export const registerApplication = (answer: Answer, { log, closing, setLanguage }: ApplicationOptions): void => {
  answer('appInfo', async () => ({ version: app.getVersion(), device: hostname(), platform: process.platform, locale: appLanguage() }))
  answer('logProblem', async ({ where, message, stack }) => log.problem(`page ${where}`, `${message}\n${stack}`))
  answer('setBusy', async (state) => closing()?.setBusy(state))
  answer('setLanguage', async ({ language }) => setLanguage(language))
  answer('openExternal', async ({ url }) => {
    const link = allowedLink(url)
    if (link === null) throw new Error('this address is not on the list of sites that may be opened')
    await shell.openExternal(link)
  })
}

export const bringForward = (window: BrowserWindow | null): void => {
  if (window === null) return
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}
