/**
 * Windows-1252 or Mac Roman? Both are one byte a letter; only French tells them apart: in the right one, the bytes above 7F are
 * accented small letters inside words, in the wrong one capitals amid small letters and odd signs. Windows wins ties.
 */
export const guessOldEncoding = (bytes: Uint8Array): 'windows-1252' | 'macintosh' =>
  score(bytes, 'macintosh') > score(bytes, 'windows-1252') ? 'macintosh' : 'windows-1252'

const score = (bytes: Uint8Array, encoding: 'windows-1252' | 'macintosh'): number => {
  const text = new TextDecoder(encoding).decode(bytes.subarray(0, 500_000))
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
  if ('éèêàçëîïôùûâ'.includes(sign)) return sign === 'é' ? 4 : 3
  if ('œæüöäáíóúñãõåøß'.includes(sign)) return 1
  // « É » begins a word or stands among capitals; a capital after a small letter is the sign of the wrong table.
  if (/\p{Lu}/u.test(sign))
    return /\p{Ll}/u.test(before) || (/\p{Ll}/u.test(after) && /\p{L}/u.test(before)) ? -4 : 'ÉÈÊÀÇÎÔŒ'.includes(sign) ? 2 : -1
  if (sign === '’') return /\p{L}/u.test(before) && /\p{L}/u.test(after) ? 3 : 0
  if ('«»€°\u00a0–—…“”·²'.includes(sign)) return 1
  return /[\u0080-\u009f]/.test(sign) ? -6 : -2
}
