import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { findElectron } from '../../test/support/find-electron.ts'
import { root, runQuietly, say } from './tools.ts'

/** Many offices cannot reach the site that keeps Electron's binary: it is tried once, then no more until node_modules is made anew. */
const refused = join(root, 'node_modules/.maillage-no-electron')
const patience = 120_000

/** Downloads Electron's binary when it is missing and can be had; says nothing more when it cannot. */
export const ensureElectron = async (): Promise<void> => {
  if (findElectron() !== null || existsSync(refused)) return
  say('première ouverture : téléchargement d’Electron / first start: downloading Electron')
  const { code } = await runQuietly('téléchargement d’Electron', process.execPath, ['-e', downloadScript])
  if (code !== 0) writeFileSync(refused, '')
}

// Electron's own installer knows no time limit.
const downloadScript = `
const { spawn } = require('node:child_process')
const child = spawn(process.execPath, [${JSON.stringify(join(root, 'node_modules/electron/install.js'))}], { stdio: 'inherit' })
const timer = setTimeout(() => child.kill(), ${patience})
child.on('exit', (code) => { clearTimeout(timer); process.exit(code ?? 1) })`
