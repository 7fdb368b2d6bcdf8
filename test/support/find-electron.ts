import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Path of Electron's binary when it is installed; null otherwise. Importing `electron` itself would try to download it. */
export const findElectron = (): string | null => {
  const folder = join(import.meta.dirname, '../../node_modules/electron')
  const override = process.env['ELECTRON_OVERRIDE_DIST_PATH']
  const pathFile = join(folder, 'path.txt')
  const name = existsSync(pathFile) ? readFileSync(pathFile, 'utf8').trim() : 'electron'
  const path = join(override ?? join(folder, 'dist'), name)
  return existsSync(path) ? path : null
}
