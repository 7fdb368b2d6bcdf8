import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root, runQuietly, tool, type QuietRun } from './tools.ts'

const sources: readonly string[] = ['src', 'resources', 'electron.vite.config.ts', 'package.json', 'package-lock.json']
const stamp = join(root, 'out/.fingerprint')

/** Builds the application unless what stands in `out/` was made from these very sources. */
export const ensureBuilt = async (): Promise<QuietRun> => {
  const fingerprint = fingerprintOf(sources)
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint) return { code: 0, output: '' }
  return build(fingerprint)
}

export const build = async (fingerprint: string = fingerprintOf(sources)): Promise<QuietRun> => {
  const result = await runQuietly('construction de l’application', tool('electron-vite'), ['build'])
  if (result.code === 0) writeFileSync(stamp, fingerprint)
  return result
}

/** The next start builds anew: something else is about to write into `out/`. */
export const forgetBuild = (): void => rmSync(stamp, { force: true })

const fingerprintOf = (paths: readonly string[]): string => {
  const hash = createHash('sha256')
  for (const path of paths) for (const file of filesUnder(path)) hash.update(`${file}\0`).update(readFileSync(join(root, file)))
  return hash.digest('hex')
}

const filesUnder = (path: string): readonly string[] => {
  if (!existsSync(join(root, path))) return []
  if (statSync(join(root, path)).isFile()) return [path]
  const names = readdirSync(join(root, path), { recursive: true, withFileTypes: true, encoding: 'utf8' })
  return names
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .sort()
}
