import { existsSync } from 'node:fs'
import { chromium } from 'playwright-core'

const knownPaths: readonly string[] = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
]

/** Path of an installed Chromium (`MAILLAGE_CHROMIUM` first, Playwright's own last), or null. */
export const findChromium = (): string | null => {
  const asked = process.env['MAILLAGE_CHROMIUM']
  const candidates = [...(asked === undefined ? [] : [asked]), ...knownPaths, playwrightChromium()]
  return candidates.find((path) => path !== '' && existsSync(path)) ?? null
}

const playwrightChromium = (): string => {
  try {
    return chromium.executablePath()
  } catch {
    return ''
  }
}
