import { spawn } from 'node:child_process'
import { findElectron } from '../test/support/find-electron.ts'
import { ensureBuilt } from './support/ensure-built.ts'
import { ensureChromium } from './support/ensure-chromium.ts'
import { ensureElectron } from './support/ensure-electron.ts'
import { hasDisplay, sayHowToGetADisplay } from './support/display.ts'
import { root, say } from './support/tools.ts'

const built = await ensureBuilt()
if (built.code !== 0) {
  process.stderr.write(built.output)
  process.exit(1)
}
if (!hasDisplay()) {
  sayHowToGetADisplay()
  process.exit(1)
}
await ensureElectron()
const electron = findElectron()
if (electron !== null) open(electron, ['.', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])])
else if ((await ensureChromium()) === null) process.exitCode = 1
else {
  say(
    'le programme Electron n’est pas installé : la même application s’ouvre dans Chromium / Electron’s binary is not here: the same application opens in Chromium',
  )
  open(process.execPath, ['--disable-warning=ExperimentalWarning', '--import', './test/support/stand-in/register.ts', 'out/main/index.js'])
}

function open(program: string, values: readonly string[]): void {
  const child = spawn(program, [...values, ...process.argv.slice(2)], { cwd: root, stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal))
  child.on('exit', (code) => process.exit(code ?? 1))
}
