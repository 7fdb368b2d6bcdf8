/** The XML part in UTF-8: parts in UTF-16 or in an old 8-bit encoding are legal, though no library tried reads them. */
export const toUtf8Xml = (bytes: Uint8Array): Uint8Array => {
  const encoding = xmlEncoding(bytes)
  if (encoding === 'utf-8') return bytes
  const text = new TextDecoder(encoding).decode(bytes)
  return new TextEncoder().encode(text.replace(/^(<\?xml[^>]*?)\s+encoding\s*=\s*(["'])[^"']*\2/, '$1'))
}

/** The encoding of an XML text, by its byte order mark, by its first bytes, by its declaration (XML 1.0, appendix F); `utf-8` when it says nothing. */
export const xmlEncoding = (bytes: Uint8Array): string => {
  const [first, second] = bytes
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return 'utf-16le'
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return 'utf-16be'
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 200))
  const declared = /^(?:\u00ef\u00bb\u00bf)?\s*<\?xml[^>]*?\sencoding\s*=\s*["']([\w.:-]+)["']/.exec(start)?.[1]?.toLowerCase()
  if (declared === undefined || declared.startsWith('utf-16')) return 'utf-8'
  return isKnownEncoding(declared) ? new TextDecoder(declared).encoding : 'utf-8'
}

/** Whether the platform can decode it. */
export const isKnownEncoding = (label: string): boolean => {
  try {
    return new TextDecoder(label).encoding !== ''
  } catch {
    return false
  }
}
