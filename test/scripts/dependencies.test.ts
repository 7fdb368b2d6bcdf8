import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '../..')
const read = (path: string): string => readFileSync(join(root, path), 'utf8')
const { dependencies, devDependencies } = JSON.parse(read('package.json')) as Readonly<Record<string, Readonly<Record<string, string>>>>
const names = Object.keys({ ...dependencies, ...devDependencies })

const filesUnder = (folder: string): readonly string[] =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|tsx|mjs|css)$/u.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))

describe('the packages that Maillage stands on', () => {
  it('are each used somewhere', () => {
    // The walls and the page of licences name packages without using them.
    const sources = [
      ...['src', 'scripts', 'test'].flatMap(filesUnder),
      ...['electron.vite', 'vitest', 'playwright'].map((name) => join(root, `${name}.config.ts`)),
    ]
      .filter((path) => !/(libraries|dependencies\.test|walls\.test)\.ts$/u.test(path))
      .map((path) => readFileSync(path, 'utf8'))
    // The compiler and its helpers are run by name; electron-vite runs vite.
    const isTool = (name: string): boolean => name.startsWith('@types/') || ['typescript', 'oxlint-tsgolint', 'vite'].includes(name)
    const marks = (name: string): readonly string[] => [`'${name}'`, `'${name}/`, `/${name}/`, `@vitest-environment ${name}`]
    const isUsed = (name: string): boolean => isTool(name) || sources.some((text) => marks(name).some((mark) => text.includes(mark)))
    expect(names.filter((name) => !isUsed(name))).toEqual([])
  })

  it('have each their reason in the book of the house', () => {
    const book = read('docs/house.md').split('## Dependencies')[1] ?? ''
    const isExplained = (name: string): boolean => name.startsWith('@types/') || book.includes(name) || book.includes(`${name.split('/')[0] ?? ''}/*`)
    expect(names.filter((name) => !isExplained(name))).toEqual([])
  })

  it('and the book names none that is gone', () => {
    const rows = [...(read('docs/house.md').split('## Dependencies')[1] ?? '').matchAll(/^\| ([^|]+) \|/gmu)].slice(2)
    const named = rows.flatMap(([, cell = '']) => cell.replaceAll(/\([^)]*\)/gu, '').split(',')).map((name) => name.trim())
    expect(named.filter((name) => !names.includes(name) && !name.endsWith('/*'))).toEqual([])
  })

  it('come from whatever registry the machine has: the lock file names none', () => {
    expect(read('package-lock.json')).not.toContain('"resolved"')
  })
})
