import { join } from 'node:path'
import { findElectron } from '../test/support/find-electron.ts'
import { hasDisplay, sayHowToGetADisplay } from './support/display.ts'
import { ensureChromium } from './support/ensure-chromium.ts'
import { forgetBuild } from './support/ensure-built.ts'
import { root, run, tool } from './support/tools.ts'

// Hot reload by electron-vite: the page at once, main and preload by a restart. Its own profile: nothing typed here meets real data.
if (!hasDisplay()) {
  sayHowToGetADisplay()
  process.exit(1)
}
forgetBuild()
const isElectronThere = findElectron() !== null
if (!isElectronThere && (await ensureChromium()) === null) process.exit(1)
process.exitCode = await run(tool('electron-vite'), ['dev', '--watch'], {
  stdout: 'inherit',
  env: {
    MAILLAGE_USER_DATA: join(root, '.maillage/dev'),
    MAILLAGE_DOCUMENTS: join(root, '.maillage/documents'),
    ...(isElectronThere ? {} : { ELECTRON_EXEC_PATH: join(root, 'test/support/stand-in/electron-command.mjs') }),
  },
})
