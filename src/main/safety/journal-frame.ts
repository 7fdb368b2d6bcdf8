import { Buffer } from 'node:buffer'
import { crc32 } from 'node:zlib'

/**
 * One frame of a journal file: mark, kind, length, checksum, sequence (24 bytes, little endian), then the payload.
 * `entry`: a stored part of a change. `counts`: rows by table after the entry of the same sequence, as JSON.
 */
export interface Frame {
  readonly kind: 'entry' | 'counts'
  readonly sequence: number
  readonly payload: Uint8Array
}

/** A valid frame, where it was found. `payload` is a view on the scanned bytes. */
export interface FoundFrame extends Frame {
  /** Of the payload, in the file. */
  readonly offset: number
}

export interface Scan {
  readonly frames: readonly FoundFrame[]
  /** Just after the last valid frame: what follows is the torn tail of an append that a crash or a full disk cut short. */
  readonly end: number
  /** Whether invalid bytes were followed by valid frames: no crash does that, the disk lost something. */
  readonly isDamaged: boolean
}

const mark = Buffer.from('MJF1')
export const headerSize = 24
const kinds = ['entry', 'counts'] as const

export const encodeFrame = ({ kind, sequence, payload }: Frame): Uint8Array => {
  const frame = Buffer.alloc(headerSize + payload.length)
  mark.copy(frame)
  frame.writeUInt32LE(kinds.indexOf(kind), 4)
  frame.writeUInt32LE(payload.length, 8)
  frame.writeBigUInt64LE(BigInt(sequence), 16)
  frame.set(payload, headerSize)
  frame.writeUInt32LE(checksum(frame), 12)
  return frame
}

/** Every valid frame of a file, stepping over what is not. Never throws, whatever the bytes. */
export const scanFrames = (bytes: Uint8Array): Scan => {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const frames: FoundFrame[] = []
  let end = 0
  let at = 0
  let isDamaged = false
  while (at < file.length) {
    const found = frameAt(file, at)
    if (found === null) {
      at = file.indexOf(mark, at + 1)
      if (at < 0) break
      continue
    }
    if (at > end) isDamaged = true
    frames.push(found)
    at = found.offset + found.payload.length
    end = at
  }
  return { frames, end, isDamaged }
}

const frameAt = (file: Buffer, at: number): FoundFrame | null => {
  if (at + headerSize > file.length || file.compare(mark, 0, mark.length, at, at + mark.length) !== 0) return null
  const kind = kinds[file.readUInt32LE(at + 4)]
  const offset = at + headerSize
  const end = offset + file.readUInt32LE(at + 8)
  if (kind === undefined || end > file.length) return null
  const frame = file.subarray(at, end)
  if (checksum(frame) !== frame.readUInt32LE(12)) return null
  return { kind, sequence: Number(frame.readBigUInt64LE(16)), payload: file.subarray(offset, end), offset }
}

/** Of the whole frame, its own place left out. */
const checksum = (frame: Buffer): number => crc32(frame.subarray(16), crc32(frame.subarray(0, 12)))
