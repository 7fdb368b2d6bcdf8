import { decodeDos } from './dos-text.ts'

/** Encodings of one byte a letter. */
export type OldEncoding = 'windows-1252' | 'macintosh' | 'cp850'

/**
 * Windows-1252, Mac Roman or the DOS page 850? All are one byte a letter; only French tells them apart: in the right one, the bytes above 7F are
 * accented small letters inside words, in the wrong one capitals amid small letters and odd signs. Windows wins ties; DOS, the rarest, must be clearly better.
 */
export const guessOldEncoding = (bytes: Uint8Array): OldEncoding => {
  const windows = score(bytes, 'windows-1252')
  const macintosh = score(bytes, 'macintosh')
  const dos = score(bytes, 'cp850')
  if (dos > 0 && dos > Math.max(windows, macintosh) + 2) return 'cp850'
  return macintosh > windows ? 'macintosh' : 'windows-1252'
}

/** Bytes as text; a byte that an encoding leaves without a sign becomes a control character. */
export const decodeOld = (encoding: OldEncoding, bytes: Uint8Array): string =>
  encoding === 'cp850' ? decodeDos(bytes) : new TextDecoder(encoding).decode(bytes)

const score = (bytes: Uint8Array, encoding: OldEncoding): number => {
  const text = decodeOld(encoding, bytes.subarray(0, 500_000))
  let points = 0
  for (let at = 0; at < text.length; at++) {
    if (text.charCodeAt(at) > 0x7f) points += likelihood(text, at)
  }
  return points
}

const likelihood = (text: string, at: number): number => {
  const sign = text.charAt(at)
  const before = text.charAt(at - 1)
  const after = text.charAt(at + 1)
  // A small letter just before a capital is no French word: « êVêNEMENT ».
  if ('éèêàçëîïôùûâ'.includes(sign) && /\p{Lu}/u.test(after)) return -3
  if ('éèêàçëîïôùûâ'.includes(sign)) return sign === 'é' ? 4 : 3
  if ('œæüöäáíóúñãõåøß'.includes(sign)) return 1
  // « É » begins a word or stands among capitals; a capital after a small letter is the sign of the wrong table.
  if (/\p{Lu}/u.test(sign))
    return /\p{Ll}/u.test(before) || (/\p{Ll}/u.test(after) && /\p{L}/u.test(before)) ? -4 : 'ÉÈÊÀÇÎÔŒ'.includes(sign) ? 2 : -1
  if (sign === '’') return /\p{L}/u.test(before) && /\p{L}/u.test(after) ? 3 : 0
  if ('«»€°\u00a0–—…“”·²'.includes(sign)) return 1
  return /[\u0080-\u009f]/.test(sign) ? -6 : -2
}
