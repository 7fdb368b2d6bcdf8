#!/usr/bin/env node
// In the place of Electron's program for `electron-vite dev`: `electron . --switch…` runs the built main with the stand-in.
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

const root = join(import.meta.dirname, '../../..')
const values = process.argv.slice(2).filter((value) => value !== '.')

// A rebuilt main is started before the one it replaces has ended, and a profile has one master at a time.
for (let tries = 0; tries < 50 && isProfileTaken(); tries += 1) await wait(100)

const child = spawn(
  process.execPath,
  ['--disable-warning=ExperimentalWarning', '--import', './test/support/stand-in/register.ts', 'out/main/index.js', ...values],
  {
    cwd: root,
    stdio: 'inherit',
  },
)
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
child.on('exit', (code) => process.exit(code ?? 1))

function isProfileTaken() {
  try {
    process.kill(Number(readFileSync(join(process.env['MAILLAGE_USER_DATA'] ?? '', 'stand-in.pid'), 'utf8')), 0)
    return true
  } catch {
    return false
  }
}
