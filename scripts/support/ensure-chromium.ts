import { existsSync } from 'node:fs'
import { findChromium } from '../../test/support/stand-in/find-chromium.ts'
import { runQuietly, say, tool } from './tools.ts'

/** Path of a Chromium: one that is there, else Debian's package (as root), else Playwright's own; null, in words on stderr, when none can be had. */
export const ensureChromium = async (): Promise<string | null> => {
  const found = findChromium()
  if (found !== null) return found
  say('aucun Chromium sur cette machine, il va être installé / no Chromium on this machine, installing one')
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    await aptGet('mise à jour de la liste des paquets', ['update'])
    await aptGet('installation de chromium (paquet Debian)', ['install', '-y', '--no-install-recommends', 'chromium', 'fonts-liberation'])
    const installed = findChromium()
    if (installed !== null) return installed
  }
  const playwright = await runQuietly('installation de chromium (Playwright)', tool('playwright'), ['install', 'chromium'])
  const installed = findChromium()
  if (installed !== null) return installed
  say(
    `aucun Chromium n’a pu être installé. Installez-en un (par exemple « sudo apt install chromium ») ou indiquez-le par MAILLAGE_CHROMIUM.\n${playwright.output.slice(-2000)}`,
  )
  return null
}

const aptGet = async (label: string, values: readonly string[]): Promise<void> => {
  const { code, output } = await runQuietly(label, 'apt-get', ['-q', ...values], { DEBIAN_FRONTEND: 'noninteractive' })
  if (code !== 0) say(output.slice(-2000))
}
