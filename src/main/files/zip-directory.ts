import type { FileProblem } from '#domain/importing/sheet'
import { failed, ok, type Result } from '#domain/result'
import { readLimits } from './read-limits.ts'
import { fileProblem } from './read-problem.ts'

/** One entry as the central directory of a zip announces it: sizes are claims, not facts. */
export interface ZipEntry {
  /** With forward slashes, whatever the writer used. */
  readonly name: string
  readonly method: number
  readonly crc: number
  readonly packedSize: number
  readonly claimedSize: number
  readonly encrypted: boolean
  /** Where the local header starts. */
  readonly offset: number
}

/**
 * Reads the directory of a zip (PKWARE APPNOTE 4.3, zip64 included) and refuses what no honest workbook has: too many entries,
 * too large a sum, too high a ratio. Nothing is inflated here.
 */
export const readZipDirectory = (bytes: Uint8Array): Result<readonly ZipEntry[], FileProblem> => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = findEnd(view)
  if (end === null) return failed(fileProblem('corrupt', 'zip: no end of central directory'))
  const { count, size, offset, position } = end
  if (count > readLimits.zipEntries) return failed(fileProblem('too-large', `zip: ${count} entries`))
  // Something may stand before the zip (self-extracting archives); offsets then count from its true beginning.
  const shift = position - size - offset
  if (shift < 0) return failed(fileProblem('corrupt', 'zip: directory outside the file'))
  const entries: ZipEntry[] = []
  let at = offset + shift
  for (let index = 0; index < count; index++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) return failed(fileProblem('corrupt', 'zip: damaged directory'))
    const entry = readEntry(bytes, view, at, shift)
    if (entry === null) return failed(fileProblem('corrupt', 'zip: damaged entry'))
    entries.push(entry.entry)
    at = entry.next
  }
  return checkedSizes(entries)
}

const checkedSizes = (entries: readonly ZipEntry[]): Result<readonly ZipEntry[], FileProblem> => {
  const claimed = entries.reduce((sum, entry) => sum + entry.claimedSize, 0)
  const packed = entries.reduce((sum, entry) => sum + entry.packedSize, 0)
  if (claimed > readLimits.inflatedSize) return failed(fileProblem('too-large', `zip: ${claimed} bytes announced`))
  if (claimed > readLimits.ratioFloor && claimed > packed * readLimits.ratio)
    return failed(fileProblem('too-large', `zip: ${claimed} bytes out of ${packed}`))
  return ok(entries)
}

interface ZipEnd {
  readonly count: number
  readonly size: number
  readonly offset: number
  /** Where the record stands that ends the directory. */
  readonly position: number
}

const findEnd = (view: DataView): ZipEnd | null => {
  const last = view.byteLength - 22
  for (let at = last; at >= 0 && at >= last - 65_535; at--) {
    if (view.getUint32(at, true) !== 0x06054b50) continue
    const end = { count: view.getUint16(at + 10, true), size: view.getUint32(at + 12, true), offset: view.getUint32(at + 16, true), position: at }
    const isZip64 = end.count === 0xffff || end.size === 0xffffffff || end.offset === 0xffffffff
    return isZip64 ? findZip64End(view, at) : end
  }
  return null
}

const findZip64End = (view: DataView, endAt: number): ZipEnd | null => {
  const locator = endAt - 20
  if (locator < 0 || view.getUint32(locator, true) !== 0x07064b50) return null
  const at = Number(view.getBigUint64(locator + 8, true))
  if (at + 56 > view.byteLength || view.getUint32(at, true) !== 0x06064b50) return null
  const [count, size, offset] = [at + 32, at + 40, at + 48].map((place) => Number(view.getBigUint64(place, true)))
  return count === undefined || size === undefined || offset === undefined ? null : { count, size, offset, position: at }
}

const readEntry = (bytes: Uint8Array, view: DataView, at: number, shift: number): { readonly entry: ZipEntry; readonly next: number } | null => {
  const flags = view.getUint16(at + 8, true)
  const nameLength = view.getUint16(at + 28, true)
  const extraLength = view.getUint16(at + 30, true)
  const next = at + 46 + nameLength + extraLength + view.getUint16(at + 32, true)
  if (next > bytes.length) return null
  const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength))
  const sizes = { claimed: view.getUint32(at + 24, true), packed: view.getUint32(at + 20, true), offset: view.getUint32(at + 42, true) }
  const wide = widenSizes(view, at + 46 + nameLength, extraLength, sizes)
  const entry: ZipEntry = {
    name: name.replaceAll('\\', '/').replace(/^\/+/, ''),
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
    packedSize: wide.packed,
    claimedSize: wide.claimed,
    encrypted: (flags & 1) === 1 || (flags & 0x40) !== 0,
    offset: wide.offset + shift,
  }
  return { entry, next }
}

interface Sizes {
  readonly claimed: number
  readonly packed: number
  readonly offset: number
}

/** Zip64 keeps, in extra field 1, the values that did not fit in 32 bits, in this order. */
const widenSizes = (view: DataView, start: number, length: number, sizes: Sizes): Sizes => {
  for (let at = start; at + 4 <= start + length; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue
    let place = at + 4
    const widened = (value: number): number => {
      if (value !== 0xffffffff || place + 8 > start + length) return value
      place += 8
      return Number(view.getBigUint64(place - 8, true))
    }
    const claimed = widened(sizes.claimed)
    const packed = widened(sizes.packed)
    return { claimed, packed, offset: widened(sizes.offset) }
  }
  return sizes
}
