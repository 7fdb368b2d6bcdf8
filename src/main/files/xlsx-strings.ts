import { excelText, utf8Slice } from './xml-text.ts'

/** The shared strings of an xlsx (ECMA-376 §18.4), from the part as latin1 text; null at any doubt. Phonetic readings (`rPh`) are left out. */
export const readSharedStrings = (xml: string): readonly string[] | null => {
  const strings: string[] = []
  let at = 0
  for (;;) {
    const open = xml.indexOf('<si', at)
    if (open < 0) return strings
    const afterName = xml.charCodeAt(open + 3)
    if (afterName === slash) {
      strings.push('')
      at = open + 5
      continue
    }
    if (afterName !== greater) return null
    const close = xml.indexOf('</si>', open)
    if (close < 0) return null
    const string = stringItem(xml, open + 4, close)
    if (string === null) return null
    strings.push(string)
    at = close + 5
  }
}

/** The text between two places of a string item: one `<t>`, or the `<t>` of its runs. */
export const stringItem = (xml: string, from: number, to: number): string | null => {
  const inner = xml.slice(from, to)
  const bare = inner.includes('<rPh') ? inner.replace(/<rPh[\s>][\s\S]*?<\/rPh>/g, '') : inner
  let raw = ''
  let at = 0
  for (;;) {
    const open = bare.indexOf('<t', at)
    if (open < 0) return excelText(utf8Slice(raw))
    const next = bare.charCodeAt(open + 2)
    if (next !== greater && next !== space && next !== slash) return null
    const start = bare.indexOf('>', open) + 1
    if (start === 0) return null
    at = start
    if (bare.charCodeAt(start - 2) === slash) continue
    const close = bare.indexOf('</t>', start)
    if (close < 0) return null
    raw += bare.slice(start, close)
    at = close + 4
  }
}

const [greater, slash, space] = [0x3e, 0x2f, 0x20]
