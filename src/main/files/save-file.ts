import { randomUUID } from 'node:crypto'
import { access, constants, open, realpath, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { SavedFile, SaveProblem, SaveProblemKind } from '#bridge/writing'
import { failed, ok, type Result } from '#domain/result'

/**
 * Saves a file whole or not at all: written beside the target under another name, synced, measured, then renamed over it. Whatever goes wrong, the old
 * file is as it was and nothing is left beside it. (Measured before it is renamed: a disk that fills up in the middle would otherwise replace the old file by half a new one.)
 */
export const saveFile = async (path: string, bytes: Uint8Array): Promise<Result<SavedFile, SaveProblem>> => {
  const saved: SavedFile = { fileName: basename(path), folder: dirname(path) }
  try {
    // A link stays a link to the same file.
    const target = await realpath(path).catch(() => path)
    const old = await stat(target).catch(() => null)
    if (old !== null) await access(target, constants.W_OK)
    if (await isOpenInOffice(target)) return failed({ kind: 'locked', fileName: saved.fileName, detail: 'LibreOffice has it open' })
    await replace(target, bytes, old?.mode)
    const { size } = await stat(target)
    if (size !== bytes.length)
      return failed({ kind: 'unknown', fileName: saved.fileName, detail: `${size} bytes on disk instead of ${bytes.length}` })
    return ok(saved)
  } catch (thrown) {
    return failed(saveProblem(saved.fileName, thrown))
  }
}

/** What the system refused, in the kinds that the interface has words for. */
export const saveProblem = (fileName: string, thrown: unknown, platform: NodeJS.Platform = process.platform): SaveProblem => {
  const code = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : ''
  return { kind: kindOf(code, platform), fileName, detail: thrown instanceof Error ? thrown.message : String(thrown) }
}

const kindOf = (code: string, platform: NodeJS.Platform): SaveProblemKind => {
  // Windows says EPERM for a file that another program holds; elsewhere it is a matter of rights.
  if (code === 'EBUSY' || code === 'ETXTBSY' || (code === 'EPERM' && platform === 'win32')) return 'locked'
  if (code === 'ENOSPC' || code === 'EDQUOT') return 'disk-full'
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return 'refused'
  if (code === 'ENOENT' || code === 'ENOTDIR') return 'folder-missing'
  if (code === 'EFBIG') return 'too-large'
  return 'unknown'
}

const replace = async (target: string, bytes: Uint8Array, mode: number | undefined): Promise<void> => {
  const temporary = join(dirname(target), `.maillage-${randomUUID()}.tmp`)
  try {
    const file = await open(temporary, 'wx', mode)
    try {
      await file.writeFile(bytes)
      await file.sync()
      const { size } = await file.stat()
      if (size !== bytes.length) throw Object.assign(new Error(`wrote ${size} of ${bytes.length} bytes`), { code: 'ENOSPC' })
    } finally {
      await file.close()
    }
    await rename(temporary, target)
  } catch (thrown) {
    await rm(temporary, { force: true })
    throw thrown
  }
  // The name must be on disk too; Windows opens no folders.
  const folder = await open(dirname(target), 'r').catch(() => null)
  await folder?.sync().catch(() => undefined)
  await folder?.close()
}

/** LibreOffice holds no lock that the system would enforce: it leaves a file beside the one that is open, and would write over ours. */
const isOpenInOffice = (target: string): Promise<boolean> =>
  stat(join(dirname(target), `.~lock.${basename(target)}#`)).then(
    () => true,
    () => false,
  )
