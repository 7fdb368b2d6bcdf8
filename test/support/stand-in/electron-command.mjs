#!/usr/bin/env node
// In the place of Electron's program for `electron-vite dev`: `electron . --switch…` runs the built main with the stand-in.
import { spawn } from 'node:child_process'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../../..')
const values = process.argv.slice(2).filter((value) => value !== '.')
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
