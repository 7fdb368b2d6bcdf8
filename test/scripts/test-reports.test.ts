import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { countPlaywright, countVitest } from '../../scripts/support/test-reports.ts'
import { makeTemporaryFolder } from '#support/temporary-folder'

let folder: Awaited<ReturnType<typeof makeTemporaryFolder>>
beforeAll(async () => {
  folder = await makeTemporaryFolder()
})
afterAll(() => folder.remove())
const write = async (report: object): Promise<string> => {
  const path = join(folder.path, 'report.json')
  await writeFile(path, JSON.stringify(report))
  return path
}

describe('le compte des tests', () => {
  it('compte ce qui a réussi et nomme ce qui a échoué', async () => {
    const path = await write({
      testResults: [
        {
          name: 'a.test.ts',
          status: 'failed',
          assertionResults: [
            { fullName: 'un', status: 'passed' },
            { fullName: 'deux', status: 'failed' },
          ],
        },
        {
          name: 'b.test.ts',
          status: 'passed',
          assertionResults: [
            { fullName: 'trois', status: 'passed' },
            { fullName: 'quatre', status: 'skipped' },
          ],
        },
      ],
    })
    expect(countVitest(path, 1)).toEqual({ passed: 2, failed: 1, failures: ['deux'] })
  })

  it('compte comme un échec un fichier qui n’a pas pu être lu', async () => {
    const path = await write({ testResults: [{ name: 'a.test.ts', status: 'failed', assertionResults: [] }] })
    expect(countVitest(path, 1)).toEqual({ passed: 0, failed: 1, failures: ['a.test.ts'] })
  })

  it('compte comme un échec une fin anormale que nul test n’explique, ou sans rapport', async () => {
    const path = await write({ testResults: [{ name: 'a.test.ts', status: 'passed', assertionResults: [{ fullName: 'un', status: 'passed' }] }] })
    expect(countVitest(path, 1)).toMatchObject({ passed: 1, failed: 1 })
    expect(countVitest(join(folder.path, 'absent.json'), 0)).toMatchObject({ passed: 0, failed: 1 })
    expect(countPlaywright(join(folder.path, 'absent.json'), 1)).toMatchObject({ passed: 0, failed: 1 })
  })

  it('descend dans les groupes de Playwright ; un test capricieux est un échec', async () => {
    const spec = (title: string, status: string): object => ({ title, ok: status === 'expected', tests: [{ status }] })
    const path = await write({
      suites: [
        {
          title: 'a.spec.ts',
          specs: [spec('un', 'expected')],
          suites: [{ title: 'groupe', specs: [spec('deux', 'flaky'), spec('trois', 'unexpected'), spec('quatre', 'skipped')] }],
        },
      ],
      errors: [{ message: 'SyntaxError: b.spec.ts\n  at …' }],
    })
    expect(countPlaywright(path, 1)).toEqual({ passed: 1, failed: 3, failures: ['deux', 'trois', 'SyntaxError: b.spec.ts'] })
  })
})
