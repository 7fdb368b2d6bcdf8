import { existsSync, readFileSync } from 'node:fs'

export interface Tally {
  readonly passed: number
  readonly failed: number
  /** Names of what failed. */
  readonly failures: readonly string[]
}

interface VitestReport {
  readonly testResults: readonly {
    readonly name: string
    readonly status: string
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[]
  }[]
}

/** Reads Vitest's report. A file that could not even be loaded is one failure; so is a run that failed without naming a test. */
export const countVitest = (path: string, code: number): Tally => {
  const report = readReport<VitestReport>(path)
  if (report === null) return lostRun('unit tests', code)
  const tests = report.testResults.flatMap((file) => file.assertionResults)
  const brokenFiles = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.every(({ status }) => status !== 'failed'),
  )
  return withExitCode('unit tests', code, {
    passed: tests.filter(({ status }) => status === 'passed').length,
    failures: [...tests.filter(({ status }) => status === 'failed').map(({ fullName }) => fullName), ...brokenFiles.map(({ name }) => name)],
  })
}

interface PlaywrightSuite {
  readonly title: string
  readonly suites?: readonly PlaywrightSuite[]
  readonly specs?: readonly { readonly title: string; readonly ok: boolean; readonly tests: readonly { readonly status: string }[] }[]
}
interface PlaywrightReport {
  readonly suites: readonly PlaywrightSuite[]
  readonly errors: readonly { readonly message?: string }[]
}

/** Reads Playwright's report; errors outside any test (a spec that does not compile) are failures too. */
export const countPlaywright = (path: string, code: number): Tally => {
  const report = readReport<PlaywrightReport>(path)
  if (report === null) return lostRun('end to end', code)
  const tests = specsOf(report.suites).flatMap((spec) => spec.tests.map(({ status }) => ({ title: spec.title, status })))
  return withExitCode('end to end', code, {
    passed: tests.filter(({ status }) => status === 'expected').length,
    failures: [
      ...tests.filter(({ status }) => status === 'unexpected' || status === 'flaky').map(({ title }) => title),
      ...report.errors.map(({ message }) => message?.split('\n')[0] ?? 'an error outside the tests'),
    ],
  })
}

const specsOf = (suites: readonly PlaywrightSuite[]): readonly NonNullable<PlaywrightSuite['specs']>[number][] =>
  suites.flatMap((suite) => [...(suite.specs ?? []), ...specsOf(suite.suites ?? [])])

const readReport = <Report>(path: string): Report | null => (existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Report) : null)

const lostRun = (name: string, code: number): Tally => ({ passed: 0, failed: 1, failures: [`${name}: ended with ${code} and left no report`] })

const withExitCode = (name: string, code: number, { passed, failures }: Pick<Tally, 'passed' | 'failures'>): Tally => {
  const all = code !== 0 && failures.length === 0 ? [`${name}: ended with ${code}, an error outside the tests`] : failures
  return { passed, failed: all.length, failures: all }
}
