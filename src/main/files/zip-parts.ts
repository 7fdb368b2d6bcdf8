import { crc32, inflateRawSync } from 'node:zlib'
import type { FileProblem } from '#domain/importing/sheet'
import { failed, ok, type Result } from '#domain/result'
import { readLimits } from './read-limits.ts'
import { fileProblem, thrownDetail } from './read-problem.ts'
import { toUtf8Xml } from './xml-encoding.ts'
import type { ZipEntry } from './zip-directory.ts'

/** The inflated parts of a zip by name; XML parts are UTF-8 whatever they were written in. */
export type ZipParts = ReadonlyMap<string, Uint8Array>

/**
 * Inflates the wanted entries of a zip whose directory was checked, counting what really comes out, since announced sizes lie.
 * A part whose checksum is wrong makes the whole file `corrupt`: no cell may change in silence.
 */
export const readZipParts = (bytes: Uint8Array, entries: readonly ZipEntry[], isWanted: (name: string) => boolean): Result<ZipParts, FileProblem> => {
  const parts = new Map<string, Uint8Array>()
  let inflated = 0
  for (const entry of entries) {
    if (entry.name.endsWith('/') || !isWanted(entry.name)) continue
    const part = inflateEntry(bytes, entry, readLimits.inflatedSize - inflated)
    if (!part.ok) return part
    inflated += part.value.length
    parts.set(entry.name, /\.(xml|rels)$/i.test(entry.name) ? toUtf8Xml(part.value) : part.value)
  }
  return ok(parts)
}

const inflateEntry = (bytes: Uint8Array, entry: ZipEntry, budget: number): Result<Uint8Array, FileProblem> => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (entry.offset + 30 > bytes.length || view.getUint32(entry.offset, true) !== 0x04034b50)
    return failed(fileProblem('corrupt', `zip: no local header for ${entry.name}`))
  const start = entry.offset + 30 + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true)
  if (start + entry.packedSize > bytes.length) return failed(fileProblem('corrupt', `zip: ${entry.name} is cut short`))
  const packed = bytes.subarray(start, start + entry.packedSize)
  if (entry.method === 0) return checked(packed, entry)
  if (entry.method !== 8) return failed(fileProblem('unsupported', `zip: method ${entry.method}`))
  const most = Math.min(budget, Math.max(readLimits.ratioFloor, packed.length * readLimits.ratio))
  // In one piece when the announced size is true; Node would otherwise glue thousands of small ones.
  const chunkSize = Math.min(Math.max(entry.claimedSize + 64, 16_384), most + 64, 64_000_000)
  try {
    return checked(inflateRawSync(packed, { maxOutputLength: Math.max(1, most), chunkSize }), entry)
  } catch (thrown) {
    const tooLarge = thrown instanceof RangeError || (thrown instanceof Error && 'code' in thrown && thrown.code === 'ERR_BUFFER_TOO_LARGE')
    return failed(fileProblem(tooLarge ? 'too-large' : 'corrupt', `zip: ${entry.name}: ${thrownDetail(thrown)}`))
  }
}

const checked = (part: Uint8Array, entry: ZipEntry): Result<Uint8Array, FileProblem> =>
  crc32(part) === entry.crc ? ok(part) : failed(fileProblem('corrupt', `zip: wrong checksum for ${entry.name}`))
