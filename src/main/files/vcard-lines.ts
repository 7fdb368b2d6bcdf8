import { decodeText } from './decode-text.ts'
import { isKnownEncoding } from './xml-encoding.ts'

/** One property of a vCard, decoded: quoted-printable, charset, folding and the bare parameters of version 2.1 are gone. */
export interface VcardLine {
  /** Upper case, without its group. */
  readonly name: string
  /** Lower case. */
  readonly types: readonly string[]
  /** `VALUE` parameter, lower case; '' when there is none. */
  readonly valueType: string
  /** Still escaped as in version 3.0. */
  readonly value: string
}

/** The properties of each card of a file, whatever its version (RFC 2426, RFC 6350, vCard 2.1); pictures, sounds and keys are left out. */
export const vcardLines = (text: string): readonly (readonly VcardLine[])[] => {
  const cards: VcardLine[][] = []
  let card: VcardLine[] | null = null
  for (const line of logicalLines(text)) {
    if (/^BEGIN:VCARD\s*$/i.test(line)) cards.push((card = []))
    else if (/^END:VCARD\s*$/i.test(line)) card = null
    else {
      const property = parseLine(line)
      if (property !== null && !heavy.has(property.name)) card?.push(property)
    }
  }
  return cards
}

const heavy: ReadonlySet<string> = new Set(['PHOTO', 'LOGO', 'SOUND', 'KEY', 'VERSION'])

/** Folded lines joined: a blank goes on from the line before; a quoted-printable line ending in « = » goes on below. */
const logicalLines = (text: string): readonly string[] => {
  const lines: string[] = []
  for (const line of text.split(/\r\n|\n|\r/)) {
    const last = lines.length - 1
    const before = lines[last] ?? ''
    if (/^[^:]*;?(?:ENCODING=)?QUOTED-PRINTABLE[^:]*:/i.test(before) && before.endsWith('='))
      lines[last] = before.slice(0, -1) + line.replace(/^[ \t]+(?==)/, '')
    else if (/^[ \t]/.test(line) && last >= 0) lines[last] = before + line.slice(1)
    else lines.push(line)
  }
  return lines
}

const parseLine = (line: string): VcardLine | null => {
  const colon = valueStart(line)
  if (colon < 0) return null
  const [head = '', ...parameters] = splitOutsideQuotes(line.slice(0, colon))
  const name = head
    .slice(head.lastIndexOf('.') + 1)
    .trim()
    .toUpperCase()
  if (!/^[A-Z][A-Z0-9-]*$/.test(name)) return null
  const types: string[] = []
  let [encoding, charset, valueType] = ['', 'utf-8', '']
  for (const parameter of parameters) {
    const equals = parameter.indexOf('=')
    const key = equals < 0 ? '' : parameter.slice(0, equals).trim().toUpperCase()
    const value = parameter
      .slice(equals + 1)
      .trim()
      .replace(/^"|"$/g, '')
      .toLowerCase()
    if (key === 'ENCODING' || (key === '' && (value === 'quoted-printable' || value === 'base64'))) encoding = value
    else if (key === 'CHARSET') charset = value
    else if (key === 'VALUE') valueType = value
    else if (key === 'TYPE' || key === '') types.push(...value.split(',').filter((type) => type !== ''))
  }
  if (encoding === 'base64' || encoding === 'b') return null
  const raw = line.slice(colon + 1)
  return { name, types, valueType, value: encoding === 'quoted-printable' ? decodeQuotedPrintable(raw, charset) : raw }
}

const valueStart = (line: string): number => {
  let quoted = false
  for (let at = 0; at < line.length; at++) {
    const sign = line.charAt(at)
    if (sign === '"') quoted = !quoted
    else if (sign === ':' && !quoted) return at
  }
  return line.indexOf(':')
}

const splitOutsideQuotes = (head: string): readonly string[] => head.match(/(?:"[^"]*"|[^;"]|")+/g) ?? []

/** RFC 2045 §6.7; line ends become the `\n` of vCard 3.0. */
const decodeQuotedPrintable = (raw: string, charset: string): string => {
  const bytes: number[] = []
  const encoder = new TextEncoder()
  for (let at = 0; at < raw.length;) {
    const hex = /^=([\dA-Fa-f]{2})/.exec(raw.slice(at, at + 3))?.[1]
    const sign = String.fromCodePoint(raw.codePointAt(at) ?? 0)
    bytes.push(...(hex === undefined ? encoder.encode(sign) : [parseInt(hex, 16)]))
    at += hex === undefined ? sign.length : 3
  }
  return decoded(Uint8Array.from(bytes), charset).replace(/\r\n|\r|\n/g, '\\n')
}

const decoded = (bytes: Uint8Array, charset: string): string => {
  const known = charset === 'utf-8' || !isKnownEncoding(charset) ? null : charset
  if (known !== null) return new TextDecoder(known).decode(bytes)
  const text = decodeText(bytes)
  return text.ok ? text.value.text : new TextDecoder().decode(bytes)
}
