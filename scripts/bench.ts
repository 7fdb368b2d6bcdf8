// npm run -s bench -- --people 50000 --attendances 500000: how fast and how large, beside floors measured in the same run. One JSON object on stdout, how far it is on stderr.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { describeMachine, loadNow } from '../test/bench/machine.ts'
import { runBench } from '../test/bench/run-bench.ts'
import { ensureBuilt } from './support/ensure-built.ts'
import { ensureChromium } from './support/ensure-chromium.ts'
import { say } from './support/tools.ts'
import { findElectron } from '../test/support/find-electron.ts'

const { values } = parseArgs({ options: { people: { type: 'string', default: '50000' }, attendances: { type: 'string', default: '500000' } } })
const sizes = { people: Number(values.people), attendances: Number(values.attendances) }
if (!Object.values(sizes).every((size) => Number.isInteger(size) && size > 0)) {
  console.error('Usage : npm run -s bench -- --people 50000 --attendances 500000')
  process.exit(2)
}
const built = await ensureBuilt()
if (built.code !== 0) {
  process.stderr.write(built.output)
  process.exit(1)
}
if (findElectron() === null && (await ensureChromium()) === null) process.exit(1)

const loadBefore = loadNow()
const folder = await mkdtemp(join(tmpdir(), 'maillage-mesure-'))
try {
  const { figures, browserVersion } = await runBench(sizes, folder, say)
  process.stdout.write(`${JSON.stringify({ figures, machine: describeMachine(browserVersion, loadBefore) })}\n`)
} finally {
  await rm(folder, { recursive: true, force: true })
}
