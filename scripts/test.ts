import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { ensureBuilt } from './support/ensure-built.ts'
import { ensureChromium } from './support/ensure-chromium.ts'
import { countPlaywright, countVitest, type Tally } from './support/test-reports.ts'
import { root, run, runQuietly, say, tool } from './support/tools.ts'

// `npm test`: everything that can be checked, cheapest first. Types, lint, format and build count as one test each; the last line is the sum.
const reports = join(root, 'test-results/reports')
rmSync(reports, { recursive: true, force: true })
mkdirSync(reports, { recursive: true })

const tallies: Tally[] = []
tallies.push(await check('types', 'tsc', ['-b', '--pretty']))
tallies.push(await check('lint', 'oxlint', ['--type-aware', '--quiet']))
tallies.push(await check('format', 'oxfmt', ['--check', '.']))
tallies.push(await unitTests())
const built = await ensureBuilt()
tallies.push(oneTest('build', built.code, built.output))
if (existsSync(join(root, 'test/e2e')) && built.code === 0) tallies.push(await endToEndTests())

const passed = sum(tallies.map((tally) => tally.passed))
const failed = sum(tallies.map((tally) => tally.failed))
const failures = tallies.flatMap((tally) => tally.failures)
if (failures.length > 0) process.stdout.write(`\n${failures.map((failure) => `✘ ${failure}`).join('\n')}\n`)
process.stdout.write(`${passed} passed, ${failed} failed\n`)
process.exitCode = failed === 0 ? 0 : 1

async function check(name: string, command: string, values: readonly string[]): Promise<Tally> {
  const { code, output } = await runQuietly(name, tool(command), values)
  return oneTest(name, code, output)
}

function oneTest(name: string, code: number, output: string): Tally {
  if (code === 0) return { passed: 1, failed: 0, failures: [] }
  process.stdout.write(`\n${output.trim()}\n`)
  return { passed: 0, failed: 1, failures: [name] }
}

async function unitTests(): Promise<Tally> {
  say('tests sans fenêtre')
  const report = join(reports, 'vitest.json')
  const code = await run(tool('vitest'), ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`])
  return countVitest(report, code)
}

async function endToEndTests(): Promise<Tally> {
  if (readdirSync(join(root, 'test/e2e')).length === 0) return { passed: 0, failed: 0, failures: [] }
  if ((await ensureChromium()) === null) return { passed: 0, failed: 1, failures: ['end to end: no Chromium'] }
  say('tests de bout en bout')
  const report = join(reports, 'playwright.json')
  const code = await run(tool('playwright'), ['test', '--reporter=list,json'], { env: { PLAYWRIGHT_JSON_OUTPUT_FILE: report } })
  return countPlaywright(report, code)
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
