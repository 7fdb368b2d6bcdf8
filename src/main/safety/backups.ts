import { randomUUID } from 'node:crypto'
import { copyFile, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { BackupInfo, BackupProblem, CountByTable } from '#bridge/safety'
import { failed, ok, type Result } from '#domain/result'
import {
  createBackupFile,
  DamagedBackupError,
  readManifest,
  readPart,
  verifyBackup,
  type BackupManifest,
  type BackupWriter,
} from '#main/safety/backup-file'
import { backupsToRemove, localDay } from '#main/safety/rotation'
import { syncFolder } from '#main/safety/sync-folder'

export interface BackupOptions {
  /** Where backups go; read anew for each, since the user may choose another. */
  readonly folder: () => string
  /** Whether the folder may be made when it is missing: ours may, a chosen one (a USB stick) must be there. */
  readonly mayMakeFolder: () => boolean
  readonly secondFolder: () => string | null
  readonly appVersion: string
  readonly now: () => Date
  readonly onProblem: (kind: 'backup-failed' | 'second-folder-missing' | 'disk-full', detail: string) => void
}
export type BackupToStart = Pick<BackupInfo, 'databaseId' | 'lastSequence' | 'counts' | 'schemaVersion' | 'reason'>

/** Verified copies of the whole database, as files. */
export interface Backups {
  readonly start: (backup: BackupToStart) => Promise<string>
  readonly addPart: (backupId: string, bytes: Uint8Array) => Promise<void>
  readonly finish: (backupId: string) => Promise<Result<BackupInfo, BackupProblem>>
  /** The good ones in both folders, the latest first; each name once. */
  readonly list: () => Promise<readonly BackupInfo[]>
  /** A file anywhere, verified; it can be read by its name from then on. */
  readonly adopt: (path: string) => Promise<Result<BackupInfo, BackupProblem>>
  readonly readPart: (name: string, index: number) => Promise<Uint8Array | null>
  /** Removes what was begun and not finished. */
  readonly close: () => Promise<void>
}

export const backupExtension = 'maillage'

interface Begun {
  readonly path: string
  readonly folder: string
  readonly info: BackupToStart
  readonly writer: BackupWriter | null
  /** What already went wrong: told by `finish`. */
  problem: BackupProblem | null
}

export const openBackups = (options: BackupOptions): Backups => {
  const begun = new Map<string, Begun>()
  const adopted = new Map<string, string>()
  const infos = new Map<string, BackupInfo>()

  const start = async (info: BackupToStart): Promise<string> => {
    const folder = options.folder()
    const backupId = randomUUID()
    const path = join(folder, `.${backupId}.${backupExtension}-partial`)
    const opened = await prepareFolder(folder, options.mayMakeFolder())
      .then(() => createBackupFile(path))
      .then(ok, (error: unknown) => failed(problemOf(error)))
    begun.set(backupId, { path, folder, info, writer: opened.ok ? opened.value : null, problem: opened.ok ? null : opened.error })
    return backupId
  }

  const addPart = async (backupId: string, bytes: Uint8Array): Promise<void> => {
    const backup = taken(begun, backupId)
    if (backup.problem !== null) return
    await backup.writer?.addPart(bytes).catch((error: unknown) => {
      backup.problem = problemOf(error)
    })
  }

  const finish = async (backupId: string): Promise<Result<BackupInfo, BackupProblem>> => {
    const backup = taken(begun, backupId)
    begun.delete(backupId)
    const at = options.now()
    const finished = await seal(backup, at, options).catch((error: unknown) => failed(problemOf(error)))
    if (!finished.ok) {
      await rm(backup.path, { force: true }).catch(() => undefined)
      options.onProblem(finished.error.kind === 'disk-full' ? 'disk-full' : 'backup-failed', finished.error.detail)
      return finished
    }
    await copyToSecond(join(backup.folder, finished.value.name), options)
    for (const folder of [backup.folder, options.secondFolder()]) if (folder !== null) await rotate(folder, at)
    return finished
  }

  const infosIn = async (folder: string): Promise<readonly (BackupInfo & { readonly path: string })[]> => {
    const names = await readdir(folder).catch((): string[] => [])
    const found: (BackupInfo & { readonly path: string })[] = []
    for (const name of names.filter((each) => each.endsWith(`.${backupExtension}`))) {
      const path = join(folder, name)
      const info = await infoOf(path).catch(() => null)
      if (info !== null) found.push({ ...info, path })
    }
    return found
  }

  /** Manifests are read once for each file as it is: name, size and time say whether it moved. */
  const infoOf = async (path: string): Promise<BackupInfo> => {
    const { size, mtimeMs } = await stat(path)
    const key = `${path}|${size}|${mtimeMs}`
    const known = infos.get(key) ?? manifestToInfo(await readManifest(path), basename(path), size)
    infos.set(key, known)
    return known
  }

  const rotate = async (folder: string, now: Date): Promise<void> => {
    // A damaged file is not in the list: it stays, somebody may want to look at it.
    for (const name of backupsToRemove(await infosIn(folder), now)) await rm(join(folder, name), { force: true }).catch(() => undefined)
  }

  const all = async (): Promise<readonly (BackupInfo & { readonly path: string })[]> => {
    const second = options.secondFolder()
    const found = [...(await infosIn(options.folder())), ...(second === null ? [] : await infosIn(second))]
    const firstByName = [...Map.groupBy(found, ({ name }) => name).values()].flatMap((same) => same.slice(0, 1))
    return firstByName.sort((left, right) => (left.at < right.at ? 1 : -1))
  }

  return {
    start,
    addPart,
    finish,
    list: async () => (await all()).map(({ path: _, ...info }) => info),
    adopt: async (path) => {
      try {
        const verified = await verifyBackup(path)
        if (!sameCounts(verified.counts, verified.manifest.counts)) return failed({ kind: 'count-mismatch', detail: basename(path) })
        const name = basename(path)
        adopted.set(name, path)
        return ok(manifestToInfo(verified.manifest, name, (await stat(path)).size))
      } catch (error) {
        return failed(problemOf(error))
      }
    },
    readPart: async (name, index) => {
      const path = adopted.get(name) ?? (await all()).find((info) => info.name === name)?.path
      if (path === undefined) throw new Error('No such backup')
      return readPart(path, index)
    },
    close: async () => {
      for (const { writer, path } of begun.values()) {
        await writer?.close().catch(() => undefined)
        await rm(path, { force: true }).catch(() => undefined)
      }
      begun.clear()
    },
  }
}

/** Manifest, sync, re-reading and counting, and only then the name of a backup. */
const seal = async (
  { path, folder, info, writer, problem }: Begun,
  at: Date,
  { appVersion }: BackupOptions,
): Promise<Result<BackupInfo, BackupProblem>> => {
  try {
    if (writer === null || problem !== null) return failed(problem ?? { kind: 'unknown', detail: 'not begun' })
    await writer.finish({ ...info, at: at.toISOString(), appVersion })
  } finally {
    await writer?.close()
  }
  const { manifest, counts } = await verifyBackup(path)
  if (!sameCounts(counts, info.counts)) return failed({ kind: 'count-mismatch', detail: JSON.stringify({ expected: info.counts, counts }) })
  const name = await freeName(folder, at)
  await rename(path, join(folder, name))
  await syncFolder(folder)
  return ok(manifestToInfo(manifest, name, (await stat(join(folder, name))).size))
}

const copyToSecond = async (path: string, { secondFolder, onProblem }: BackupOptions): Promise<void> => {
  const folder = secondFolder()
  if (folder === null) return
  const partial = join(folder, `.${randomUUID()}.${backupExtension}-partial`)
  try {
    await copyFile(path, partial)
    const handle = await open(partial, 'r+')
    try {
      await handle.sync()
    } finally {
      await handle.close()
    }
    await verifyBackup(partial)
    await rename(partial, join(folder, basename(path)))
    await syncFolder(folder)
  } catch (error) {
    await rm(partial, { force: true }).catch(() => undefined)
    const { kind, detail } = problemOf(error)
    onProblem(kind === 'folder-missing' ? 'second-folder-missing' : kind === 'disk-full' ? 'disk-full' : 'backup-failed', detail)
  }
}

const prepareFolder = async (folder: string, mayMake: boolean): Promise<void> => {
  if (mayMake) await mkdir(folder, { recursive: true })
  // What an earlier session did not finish is no backup, and never will be.
  const left = (await readdir(folder)).filter((name) => name.startsWith('.') && name.endsWith(`.${backupExtension}-partial`))
  const hourAgo = Date.now() - 3_600_000
  for (const name of left) if ((await stat(join(folder, name))).mtimeMs < hourAgo) await rm(join(folder, name), { force: true })
}

/** « Maillage 2026-03-12 14h05.maillage », numbered when two are made within a minute. */
const freeName = async (folder: string, at: Date): Promise<string> => {
  const taken = new Set(await readdir(folder))
  const time = `${String(at.getHours()).padStart(2, '0')}h${String(at.getMinutes()).padStart(2, '0')}`
  for (let number = 1; ; number += 1) {
    const name = `Maillage ${localDay(at)} ${time}${number === 1 ? '' : ` (${number})`}.${backupExtension}`
    if (!taken.has(name)) return name
  }
}

const taken = (begun: ReadonlyMap<string, Begun>, backupId: string): Begun => {
  const backup = begun.get(backupId)
  if (backup === undefined) throw new Error('No such backup was begun')
  return backup
}

const manifestToInfo = ({ parts: _, ...manifest }: BackupManifest, name: string, size: number): BackupInfo => ({ ...manifest, name, size })

const sameCounts = (left: CountByTable, right: CountByTable): boolean =>
  [...new Set([...Object.keys(left), ...Object.keys(right)])].every((table) => (left[table] ?? 0) === (right[table] ?? 0))

const kindByCode: Readonly<Record<string, BackupProblem['kind']>> = {
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EACCES: 'refused',
  EPERM: 'refused',
  EROFS: 'refused',
  ENOENT: 'folder-missing',
  ENOTDIR: 'folder-missing',
}

/** What went wrong, from a system error or a damaged file. */
export const problemOf = (error: unknown): BackupProblem => {
  if (error instanceof DamagedBackupError) return { kind: 'damaged', detail: error.message }
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return { kind: kindByCode[code] ?? 'unknown', detail: String(error) }
}
