/**
 * The signs of bytes 80 to FF in code page 850, in which DOS programs and old Access exports wrote French. Code page 437, that of American machines, has the
 * same small letters at the same places, and boxes where 850 has capitals: a list of members is read alike.
 */
const signs =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐' + '└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0'

/** Bytes of code page 850 as text. */
export const decodeDos = (bytes: Uint8Array): string => {
  const pieces: string[] = []
  for (let from = 0; from < bytes.length; from += pieceSize) {
    const piece = bytes.subarray(from, from + pieceSize)
    const units = new Uint16Array(piece.length)
    for (let at = 0; at < piece.length; at++) {
      const byte = piece[at] ?? 0
      units[at] = byte < 0x80 ? byte : signs.charCodeAt(byte - 0x80)
    }
    pieces.push(new TextDecoder('utf-16le').decode(units))
  }
  return pieces.join('')
}

const pieceSize = 1_000_000
