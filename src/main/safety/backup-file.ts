import { Buffer } from 'node:buffer'
import { createHash } from 'node:crypto'
import { open, type FileHandle } from 'node:fs/promises'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { z } from 'zod'
import type { BackupInfo, CountByTable } from '#bridge/safety'

/**
 * A backup file: a mark, the gzipped parts one after the other, the manifest as JSON (where each part is, its SHA-256), the manifest's own SHA-256 and
 * length, an end mark. Whatever was cut off or changed, it shows.
 */
export type BackupManifest = Omit<BackupInfo, 'name' | 'size'> & { readonly parts: readonly PartPlace[] }
export interface PartPlace {
  readonly offset: number
  readonly length: number
  readonly sha256: string
}

const startMark = Buffer.from('MAILLAGE-BACKUP-1\n')
const endMark = Buffer.from('MAILLAGE-END-1\n')
const tailSize = 32 + 4 + endMark.length
const largestManifest = 50_000_000

/** Writes a backup into a new file, part after part. The caller renames it, once `verifyBackup` said that it is good. */
export interface BackupWriter {
  readonly addPart: (bytes: Uint8Array) => Promise<void>
  /** Writes the manifest and syncs. */
  readonly finish: (info: Omit<BackupManifest, 'parts'>) => Promise<void>
  /** Closes the file, finished or not. */
  readonly close: () => Promise<void>
}

export const createBackupFile = async (path: string): Promise<BackupWriter> => {
  const handle = await open(path, 'wx')
  const parts: PartPlace[] = []
  let offset = 0
  const write = async (bytes: Uint8Array): Promise<void> => {
    for (let written = 0; written < bytes.length;) written += (await handle.write(bytes, written)).bytesWritten
    offset += bytes.length
  }
  await write(startMark)
  return {
    addPart: async (bytes) => {
      parts.push({ offset, length: bytes.length, sha256: sha256(bytes).toString('hex') })
      await write(bytes)
    },
    finish: async (info) => {
      const manifest = Buffer.from(JSON.stringify({ ...info, parts } satisfies BackupManifest))
      const length = Buffer.alloc(4)
      length.writeUInt32LE(manifest.length)
      await write(Buffer.concat([manifest, sha256(manifest), length, endMark]))
      await handle.sync()
    },
    close: () => handle.close(),
  }
}

/** The manifest of a backup file. @throws `DamagedBackupError` when it is not one, or not all of one; system errors as they come. */
export const readManifest = async (path: string): Promise<BackupManifest> => withFile(path, manifestOf)

/** One part, its checksum verified; null past the end. @throws `DamagedBackupError`. */
export const readPart = async (path: string, index: number): Promise<Uint8Array | null> =>
  withFile(path, async (handle) => {
    const place = (await manifestOf(handle)).parts[index]
    return place === undefined ? null : partOf(handle, place)
  })

/** Reads a whole backup again: every checksum, every part unpacked, its records counted. @throws `DamagedBackupError`. */
export const verifyBackup = async (path: string): Promise<{ readonly manifest: BackupManifest; readonly counts: CountByTable }> =>
  withFile(path, async (handle) => {
    const manifest = await manifestOf(handle)
    const counts: Record<string, number> = {}
    for (const place of manifest.parts) {
      const unpacked = await unzip(await partOf(handle, place)).catch((error: unknown) => damaged(`unpacking: ${String(error)}`))
      const part = partShape.safeParse(parseJson(new TextDecoder().decode(unpacked)))
      if (!part.success) return damaged('a part is not what it should be')
      counts[part.data.table] = (counts[part.data.table] ?? 0) + part.data.records.length
    }
    return { manifest, counts }
  })

/** The file is no backup, is cut short, or was changed. */
export class DamagedBackupError extends Error {
  override readonly name = 'DamagedBackupError'
}

const unzip = promisify(gunzip)

const withFile = async <Value>(path: string, read: (handle: FileHandle) => Promise<Value>): Promise<Value> => {
  const handle = await open(path, 'r')
  try {
    return await read(handle)
  } finally {
    await handle.close()
  }
}

const manifestOf = async (handle: FileHandle): Promise<BackupManifest> => {
  const { size } = await handle.stat()
  if (size < startMark.length + tailSize) return damaged('too short')
  if (!(await bytesAt(handle, 0, startMark.length)).equals(startMark)) return damaged('not a backup of Maillage')
  const tail = await bytesAt(handle, size - tailSize, tailSize)
  const length = tail.readUInt32LE(32)
  if (!tail.subarray(36).equals(endMark)) return damaged('cut short')
  if (length > largestManifest || length > size - tailSize - startMark.length) return damaged('manifest length')
  const json = await bytesAt(handle, size - tailSize - length, length)
  if (!sha256(json).equals(tail.subarray(0, 32))) return damaged('manifest checksum')
  const manifest = manifestShape.safeParse(parseJson(json.toString('utf8')))
  return manifest.success ? manifest.data : damaged('manifest content')
}

const partOf = async (handle: FileHandle, place: PartPlace): Promise<Buffer> => {
  const bytes = await bytesAt(handle, place.offset, place.length)
  return sha256(bytes).toString('hex') === place.sha256 ? bytes : damaged('part checksum')
}

const bytesAt = async (handle: FileHandle, offset: number, length: number): Promise<Buffer> => {
  const bytes = Buffer.alloc(length)
  for (let done = 0; done < length;) {
    const { bytesRead } = await handle.read(bytes, done, length - done, offset + done)
    if (bytesRead === 0) return damaged('cut short')
    done += bytesRead
  }
  return bytes
}

const sha256 = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest()

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

const damaged = (detail: string): never => {
  throw new DamagedBackupError(detail)
}

const partShape = z.object({ table: z.string(), records: z.array(z.unknown()) })
const manifestShape: z.ZodType<BackupManifest> = z.object({
  at: z.string(),
  reason: z.enum(['automatic', 'asked', 'before-update', 'after-import', 'after-error', 'before-restore', 'salvage']),
  databaseId: z.string(),
  lastSequence: z.int().min(0),
  counts: z.record(z.string(), z.int().min(0)),
  appVersion: z.string(),
  schemaVersion: z.int().min(1),
  parts: z.array(z.object({ offset: z.int().min(0), length: z.int().min(1).max(500_000_000), sha256: z.string() })),
})
