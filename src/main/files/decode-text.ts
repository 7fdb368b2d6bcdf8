import type { FileProblem, TextEncoding } from '#domain/importing/sheet'
import { failed, ok, type Result } from '#domain/result'
import { decodeOld, guessOldEncoding } from './old-encoding.ts'
import { fileProblem } from './read-problem.ts'

export interface DecodedText {
  /** Without byte order mark. */
  readonly text: string
  /**
   * `windows-1252` also stands for the DOS page 850, which `inspect` has no word for: both are the PC's one byte a letter, and where they differ the text
   * given here is the right one.
   */
  readonly encoding: TextEncoding
}

/**
 * The text of a file that says nothing of its encoding, or says it with a byte order mark; `declared` is what an XML or HTML file says inside.
 * Bytes that are no text are `unsupported`.
 */
export const decodeText = (bytes: Uint8Array, declared: string | null = null): Result<DecodedText, FileProblem> => {
  if (startsWith(bytes, [0xff, 0xfe, 0, 0]) || startsWith(bytes, [0, 0, 0xfe, 0xff])) return failed(fileProblem('unsupported', 'text: utf-32'))
  if (startsWith(bytes, [0xef, 0xbb, 0xbf])) return ok({ text: decodeUtf8(bytes.subarray(3)), encoding: 'utf-8' })
  if (startsWith(bytes, [0xff, 0xfe])) return ok({ text: decodeAs('utf-16le', bytes), encoding: 'utf-16le' })
  if (startsWith(bytes, [0xfe, 0xff])) return ok({ text: decodeAs('utf-16be', bytes), encoding: 'utf-16be' })
  const wide = guessUtf16(bytes)
  if (wide !== null) {
    const text = decodeAs(wide, bytes)
    return notText.test(text.slice(0, 4000)) ? failed(fileProblem('unsupported', 'text: no letters')) : ok({ text, encoding: wide })
  }
  if (hasZeros(bytes) && !areStrayZeros(bytes)) return failed(fileProblem('unsupported', 'text: zero bytes'))
  if (isUtf8(bytes)) return ok({ text: decodeAs('utf-8', bytes), encoding: 'utf-8' })
  if (declared === 'macintosh') return ok({ text: decodeAs('macintosh', bytes), encoding: 'macintosh' })
  if (declared === 'windows-1252') return ok({ text: decodeAs('windows-1252', bytes), encoding: 'windows-1252' })
  if (isMostlyUtf8(bytes)) return ok({ text: decodeUtf8(bytes), encoding: 'utf-8' })
  const encoding = guessOldEncoding(bytes)
  return ok({ text: decodeOld(encoding, bytes), encoding: encoding === 'cp850' ? 'windows-1252' : encoding })
}

const startsWith = (bytes: Uint8Array, mark: readonly number[]): boolean => mark.every((byte, index) => bytes[index] === byte)

const decodeAs = (encoding: TextEncoding, bytes: Uint8Array): string => new TextDecoder(encoding).decode(bytes)

/** Signs that no text holds, whatever wrote it: what numbers of two bytes look like when they are taken for letters. */
const notText = /[\u0001-\u0008\u000e-\u001a\u001c-\u001f\ufffe\uffff]/

const hasZeros = (bytes: Uint8Array): boolean => bytes.subarray(0, 100_000).includes(0)

/**
 * A few zeros in what is text otherwise: a broken copy or an old database left them. They stay in their cells, where the draft takes them out and says so.
 * A binary file has many more, or other signs that no text holds, or no lines.
 */
const areStrayZeros = (bytes: Uint8Array): boolean => {
  const start = bytes.subarray(0, 100_000)
  let [zeros, lines] = [0, 0]
  for (const byte of start) {
    if (byte === 0) zeros++
    else if (byte === 0x0a || byte === 0x0d) lines++
    else if (byte < 0x09 || (byte > 0x0d && byte < 0x1b) || (byte > 0x1b && byte < 0x20) || byte === 0x7f) return false
  }
  return lines > 0 && zeros * mostlyLetters <= start.length
}
const mostlyLetters = 50

/** In UTF-16 most letters of our languages have a zero byte, always on the same side. */
const guessUtf16 = (bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null => {
  if (bytes.length < 2 || bytes.length % 2 !== 0) return null
  const length = Math.min(bytes.length, 4000)
  let [even, odd] = [0, 0]
  for (let index = 0; index < length; index++) {
    if (bytes[index] !== 0) continue
    if (index % 2 === 0) even++
    else odd++
  }
  if (even === 0 && odd > length * 0.2) return 'utf-16le'
  return odd === 0 && even > length * 0.2 ? 'utf-16be' : null
}

const isUtf8 = (bytes: Uint8Array): boolean => {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

/** UTF-8 with some lines pasted from an older file: more good sequences, which hardly ever arise by chance, than bad bytes. */
const isMostlyUtf8 = (bytes: Uint8Array): boolean => {
  let [good, bad] = [0, 0]
  for (const { length, valid } of sequences(bytes)) {
    if (!valid) bad++
    else if (length > 1) good++
  }
  return good > bad
}

/** As UTF-8, each byte that is none taken as Windows-1252: nothing is lost in a replacement character. */
const decodeUtf8 = (bytes: Uint8Array): string => {
  if (isUtf8(bytes)) return decodeAs('utf-8', bytes)
  const pieces: string[] = []
  let start = 0
  for (const { at, length, valid } of sequences(bytes)) {
    if (valid) continue
    pieces.push(decodeAs('utf-8', bytes.subarray(start, at)), decodeAs('windows-1252', bytes.subarray(at, at + length)))
    start = at + length
  }
  return [...pieces, decodeAs('utf-8', bytes.subarray(start))].join('')
}

/** The bytes above 7F, as valid sequences or as single bad bytes. */
function* sequences(bytes: Uint8Array): Generator<{ readonly at: number; readonly length: number; readonly valid: boolean }> {
  for (let at = 0; at < bytes.length;) {
    const first = bytes[at] ?? 0
    if (first < 0x80) {
      at++
      continue
    }
    const length = first >= 0xc2 && first < 0xe0 ? 2 : first >= 0xe0 && first < 0xf0 ? 3 : first >= 0xf0 && first < 0xf5 ? 4 : 1
    const rest = bytes.subarray(at + 1, at + length)
    const valid = length > 1 && rest.length === length - 1 && rest.every((byte) => byte >= 0x80 && byte < 0xc0)
    yield { at, length: valid ? length : 1, valid }
    at += valid ? length : 1
  }
}
