import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { libraries } from '../../../src/renderer/features/settings/libraries.ts'

const root = join(import.meta.dirname, '../../..')
const readJson = (path: string): Record<string, unknown> => JSON.parse(readFileSync(join(root, path), 'utf8')) as Record<string, unknown>

it('la page « À propos » donne la licence de chaque paquet, telle qu’il la donne', () => {
  const shown = libraries.map(({ package: name, licence }) => `${name}: ${licence}`)
  expect(shown).toEqual(libraries.map(({ package: name }) => `${name}: ${String(readJson(`node_modules/${name}/package.json`)['license'])}`))
})

it('aucun paquet de l’application ne manque à la page', () => {
  const shown: readonly string[] = libraries.map(({ package: name }) => name)
  const shipped = Object.keys(readJson('package.json')['dependencies'] as Record<string, string>)
  expect(shipped.filter((name) => !shown.includes(name))).toEqual([])
})
