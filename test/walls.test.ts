import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeTemporaryFolder } from '#support/temporary-folder'

const root = join(import.meta.dirname, '..')

/** A file of a room, what it imports, and whether the house allows it. */
const imports: readonly (readonly [file: string, imported: string, 'allowed' | 'refused'])[] = [
  ['src/domain/a.ts', 'zod', 'allowed'],
  ['src/domain/b.ts', '#domain/person', 'allowed'],
  ['src/domain/c.ts', 'react', 'refused'],
  ['src/domain/d.ts', 'node:fs', 'refused'],
  ['src/domain/e.ts', '#data/write', 'refused'],
  ['src/domain/indicators/f.ts', '../../main/log.ts', 'refused'],
  ['src/domain/indicators/g.ts', '../person.ts', 'allowed'],
  ['src/bridge/a.ts', '#main/log', 'refused'],
  ['src/main/a.ts', 'electron', 'allowed'],
  ['src/main/b.ts', 'xlsx', 'refused'],
  ['src/main/c.ts', '#data/write', 'refused'],
  ['src/main/files/a.ts', 'xlsx', 'allowed'],
  ['src/main/files/b.ts', 'electron', 'refused'],
  ['src/main/safety/a.ts', 'electron', 'refused'],
  ['src/preload/a.ts', '#main/answer', 'refused'],
  ['src/renderer/data/a.ts', 'dexie', 'allowed'],
  ['src/renderer/data/services/b.ts', '#ui/page', 'refused'],
  ['src/renderer/data/services/c.ts', 'node:fs', 'refused'],
  ['src/renderer/ui/a.tsx', '#data/use-live', 'refused'],
  ['src/renderer/ui/b.tsx', 'recharts', 'refused'],
  ['src/renderer/charts/a.tsx', 'recharts', 'allowed'],
  ['src/renderer/charts/b.tsx', 'modern-screenshot', 'allowed'],
  ['src/renderer/charts/c.tsx', '#data/use-live', 'refused'],
  ['src/renderer/features/people/a.tsx', '#data/use-live', 'allowed'],
  ['src/renderer/features/people/b.tsx', '#features/events/event-page', 'refused'],
  ['src/renderer/features/people/c.tsx', '../events/event-page.tsx', 'refused'],
  ['src/renderer/features/people/d.tsx', './person-name.tsx', 'allowed'],
  ['src/renderer/features/people/j.tsx', '#features/people/person-name', 'allowed'],
  ['src/renderer/features/people/lists/k.tsx', '../person-name.tsx', 'allowed'],
  ['src/renderer/features/people/lists/l.tsx', '../../events/event-page.tsx', 'refused'],
  ['src/renderer/features/people/m.tsx', '../../../../resources/sample/roles.xlsx?url', 'allowed'],
  ['src/renderer/features/events/a.tsx', './event-page.tsx', 'allowed'],
  ['src/renderer/features/people/e.tsx', 'dexie', 'refused'],
  ['src/renderer/features/people/f.tsx', 'recharts', 'refused'],
  ['src/renderer/features/people/g.tsx', 'modern-screenshot', 'refused'],
  ['src/renderer/features/people/h.tsx', 'electron', 'refused'],
  ['src/renderer/features/people/i.tsx', '#app/routes', 'refused'],
  ['src/renderer/app/a.tsx', '#features/people/people-page', 'allowed'],
  ['src/renderer/app/b.tsx', 'dexie', 'refused'],
  ['src/renderer/app/c.tsx', '#main/log', 'refused'],
]

describe('the walls of the house', () => {
  let refusedFiles: ReadonlySet<string>
  let house: Awaited<ReturnType<typeof makeTemporaryFolder>>

  beforeAll(async () => {
    house = await makeTemporaryFolder()
    copyFileSync(join(root, 'oxlint.config.ts'), join(house.path, 'oxlint.config.ts'))
    symlinkSync(join(root, 'node_modules'), join(house.path, 'node_modules'))
    for (const [file, imported] of imports) {
      mkdirSync(dirname(join(house.path, file)), { recursive: true })
      writeFileSync(join(house.path, file), `import '${imported}'\n`)
    }
    refusedFiles = new Set(lint(house.path).map(({ filename }) => filename))
  })
  afterAll(() => house.remove())

  for (const [file, imported, verdict] of imports)
    it(`${dirname(file)} importing ${imported} is ${verdict}`, () => {
      expect(refusedFiles.has(file)).toBe(verdict === 'refused')
    })

  it('says why, and what to do instead', () => {
    const told = lint(house.path).find(({ filename }) => filename === 'src/renderer/features/people/b.tsx')
    expect(told?.help).toContain('features never import each other: compose them in #app/routes')
  })
})

interface Diagnostic {
  readonly filename: string
  readonly code: string
  readonly help?: string
}
const lint = (folder: string): readonly Diagnostic[] => {
  const report = JSON.parse(run(folder)) as { readonly diagnostics: readonly Diagnostic[] }
  return report.diagnostics.filter(({ code }) => code.includes('no-restricted-imports'))
}
const run = (folder: string): string => {
  try {
    return execFileSync(join(root, 'node_modules/.bin/oxlint'), ['-f', 'json', 'src'], {
      cwd: folder,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    })
  } catch (problem) {
    // oxlint ends with 1 when it found something, which it must here.
    return (problem as { readonly stdout: string }).stdout
  }
}
