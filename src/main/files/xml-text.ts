/** Entities, then Excel's own `_x000D_` escapes, then line ends (ECMA-376 §22.4.2.4): the text of a `<t>` or a string `<v>`. */
export const excelText = (raw: string): string => {
  const decoded = raw.includes('&') ? decodeEntities(raw) : raw
  const unescaped = decoded.includes('_x')
    ? decoded.replace(/_x([\da-fA-F]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
    : decoded
  return unescaped.includes('\r') ? unescaped.replaceAll('\r\n', '\n') : unescaped
}

/** The five entities of XML and numeric ones; anything else, above all entities that a document declares itself, stays as it is written. */
export const decodeEntities = (text: string): string =>
  text.replace(
    /&(?:(amp|lt|gt|quot|apos)|#(\d{1,7})|#[xX]([\da-fA-F]{1,6}));/g,
    (whole, name: string | undefined, decimal: string | undefined, hex: string | undefined) => {
      if (name !== undefined) return named[name] ?? whole
      const code = decimal === undefined ? parseInt(hex ?? '', 16) : Number(decimal)
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole
    },
  )

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** UTF-8 bytes kept one a character (latin1), as the scanners cut them out, made a real string. */
export const utf8Slice = (latin1: string): string => {
  for (let index = 0; index < latin1.length; index++) {
    if (latin1.charCodeAt(index) > 0x7f) return Buffer.from(latin1, 'latin1').toString('utf8')
  }
  return latin1
}

/** The attributes of a start tag by their name without prefix; entities decoded. */
export const tagAttributes = (tag: string): ReadonlyMap<string, string> => {
  const attributes = new Map<string, string>()
  for (const [, prefix, name, , value] of tag.matchAll(/\s(?:([\w-]+):)?([\w-]+)\s*=\s*(["'])([\s\S]*?)\3/g)) {
    if (name !== undefined && prefix !== 'xmlns') attributes.set(name, decodeEntities(value ?? ''))
  }
  return attributes
}

/** Start tags of a name (any prefix) in document order. */
export const startTags = (xml: string, name: string): readonly string[] => xml.match(new RegExp(`<(?:[\\w-]+:)?${name}(?=[\\s/>])[^>]*>`, 'g')) ?? []
