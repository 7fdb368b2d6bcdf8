import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { chromium, type BrowserContext, type Page } from 'playwright-core'
import { findChromium } from './find-chromium.ts'

/** What the modules of the stand-in share: the browser, once it runs, and what tests have asked. */
export interface Host {
  context: BrowserContext | null
  /** The first page Chromium opens by itself, until a window takes it. */
  firstPage: Page | null
  profile: string
}
export const host: Host = { context: null, firstPage: null, profile: '' }

export const isControlled = process.send !== undefined
export const isHeadless = isControlled || (process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY'])

export const languageArgument = (): string => {
  const asked = process.argv.find((argument) => argument.startsWith('--lang='))?.slice('--lang='.length)
  const system = process.env['LC_ALL'] || process.env['LC_MESSAGES'] || process.env['LANG'] || ''
  return asked ?? (/^[a-z]{2}/.exec(system)?.[0] === 'en' ? 'en-US' : 'fr-FR')
}

/** Starts Chromium on a profile. The recipe of switches keeps it quiet: no first run, no update, no request of its own. */
export const launchBrowser = async (profile: string): Promise<void> => {
  const executablePath = findChromium()
  if (executablePath === null) throw new Error('no Chromium on this machine: run `npm start`, which finds or installs one')
  writePreferences(profile)
  const language = languageArgument()
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless: isHeadless,
    viewport: null,
    // A machine under load may take its time: nothing here has a time limit that Electron has not.
    timeout: 0,
    chromiumSandbox: false,
    acceptDownloads: false,
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    ignoreDefaultArgs: ['--enable-automation', '--hide-scrollbars'],
    // Playwright would emulate the language in pages only; the environment also reaches web workers.
    env: { ...definedOnly(process.env), LANGUAGE: language.replace('-', '_'), LANG: `${language.replace('-', '_')}.UTF-8` },
    args: [
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--test-type',
      `--lang=${language}`,
      `--accept-lang=${language}`,
      '--window-size=1280,800',
      ...(isHeadless ? [] : ['--app=data:text/html,<title>Maillage</title>']),
      ...(isControlled ? ['--remote-debugging-port=0'] : []),
    ],
  })
  context.setDefaultNavigationTimeout(0)
  host.context = context
  host.profile = profile
  host.firstPage = context.pages()[0] ?? null
}

/** A new profile does not offer to translate or to keep passwords. */
const writePreferences = (profile: string): void => {
  const path = join(profile, 'Default/Preferences')
  if (existsSync(path)) return
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, JSON.stringify({ translate: { enabled: false }, credentials_enable_service: false, autofill: { profile_enabled: false } }))
}

export const openPage = async (): Promise<Page> => {
  const page = host.firstPage
  host.firstPage = null
  if (page !== null) return page
  if (host.context === null) throw new Error('a window before the application is ready')
  return host.context.newPage()
}

const definedOnly = (environment: NodeJS.ProcessEnv): Record<string, string> =>
  Object.fromEntries(Object.entries(environment).filter((entry): entry is [string, string] => entry[1] !== undefined))
