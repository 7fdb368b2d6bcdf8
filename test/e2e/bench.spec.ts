import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { expect, test } from '@playwright/test'
import { figureNames, type BenchFigure } from '../bench/figure.ts'

const root = join(import.meta.dirname, '../..')

// How fast it is belongs to docs/house.md; here, that it can be measured at all. A tiny association makes it a matter of seconds.
test('« npm run bench » mène l’application d’un bout à l’autre et n’écrit qu’un objet JSON, chaque mesure auprès de son plancher', async () => {
  // Half a minute where nothing else runs; fifteen starts of the application cannot be hurried elsewhere.
  test.setTimeout(360_000)
  const values = ['--disable-warning=ExperimentalWarning', 'scripts/bench.ts', '--people', '150', '--attendances', '1500']
  const child = spawn(process.execPath, values, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
  const [output, errors, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')])
  expect(code, errors).toBe(0)
  const { figures, machine }: { readonly figures: readonly BenchFigure[]; readonly machine: { readonly cores: number } } = JSON.parse(output)
  expect(figures.map(({ name }) => name)).toEqual(figureNames)
  for (const { name, value, unit, floor, ratio } of figures) {
    expect(unit, name).toBe(name.startsWith('memory.') ? 'MB' : 'ms')
    // Memory can only be looked at on Linux.
    if (!name.startsWith('memory.') || process.platform === 'linux') expect(value, name).toBeGreaterThanOrEqual(0)
    if (floor === null || floor === 0) expect(ratio, name).toBeNull()
    else expect(ratio, name).toBeGreaterThan(0)
  }
  expect(machine.cores).toBeGreaterThan(0)
})
