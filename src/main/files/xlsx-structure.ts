import { builtInFormat } from './number-format.ts'
import type { DateSystem } from './raw-cell.ts'
import { excelText, startTags, tagAttributes } from './xml-text.ts'
import type { ZipParts } from './zip-parts.ts'

/** What of an xlsx must be known before its cells are read. */
export interface XlsxStructure {
  readonly system: DateSystem
  readonly sheets: readonly { readonly name: string; readonly hidden: boolean; readonly part: Uint8Array }[]
  readonly strings: Uint8Array | null
  /** The number format of each cell style, by the `s` of cells. */
  readonly formats: readonly string[]
}

/** The structure of an ordinary xlsx (ECMA-376 parts 1 and 2); null at any doubt. */
export const readXlsxStructure = (parts: ZipParts): XlsxStructure | null => {
  const rootRels = relations(parts, '')
  const bookPath = rootRels?.find(({ type }) => type.endsWith('/officeDocument'))?.target
  const book = bookPath === undefined ? undefined : parts.get(bookPath)
  const rels = bookPath === undefined ? null : relations(parts, bookPath)
  if (book === undefined || rels === null) return null
  const xml = text(book)
  if (isOdd(xml)) return null
  const partOf = (type: string): Uint8Array | null | undefined => {
    const found = rels.filter((relation) => relation.type.endsWith(type))
    return found.length === 0 ? null : found.length === 1 ? parts.get(found[0]?.target ?? '') : undefined
  }
  const strings = partOf('/sharedStrings')
  const styles = partOf('/styles')
  if (strings === undefined || styles === undefined) return null
  const sheets = startTags(xml, 'sheet').map((tag) => sheetOf(tag, rels, parts))
  const complete = sheets.filter((sheet) => sheet !== null)
  if (complete.length !== sheets.length || complete.length === 0) return null
  const formats = styles === null ? [] : readFormats(text(styles))
  return formats === null ? null : { system: dateSystem(xml), sheets: complete, strings, formats }
}

const dateSystem = (xml: string): DateSystem => {
  const flag = startTags(xml, 'workbookPr').map((tag) => tagAttributes(tag).get('date1904'))[0]
  return flag === '1' || flag === 'true' ? 1904 : 1900
}

const sheetOf = (tag: string, rels: readonly Relation[], parts: ZipParts): XlsxStructure['sheets'][number] | null => {
  const attributes = tagAttributes(tag)
  const id = attributes.get('id')
  const name = attributes.get('name')
  const relation = rels.find((candidate) => candidate.id === id)
  const part = relation?.type.endsWith('/worksheet') === true ? parts.get(relation.target) : undefined
  if (part === undefined || name === undefined) return null
  const state = attributes.get('state') ?? 'visible'
  return { name: excelText(name), hidden: state !== 'visible', part }
}

interface Relation {
  readonly id: string
  readonly type: string
  /** As a part name; external targets are left out, nothing outside the file is ever opened. */
  readonly target: string
}

const relations = (parts: ZipParts, of: string): readonly Relation[] | null => {
  const folder = of.includes('/') ? of.slice(0, of.lastIndexOf('/') + 1) : ''
  const part = parts.get(`${folder}_rels/${of.slice(folder.length)}.rels`)
  if (part === undefined) return null
  return startTags(text(part), 'Relationship').flatMap((tag) => {
    const attributes = tagAttributes(tag)
    const target = attributes.get('Target') ?? ''
    if (attributes.get('TargetMode') === 'External') return []
    return [{ id: attributes.get('Id') ?? '', type: attributes.get('Type') ?? '', target: resolved(folder, target) }]
  })
}

const resolved = (folder: string, target: string): string => {
  const path: string[] = []
  for (const step of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (step === '..') path.pop()
    else if (step !== '' && step !== '.') path.push(step)
  }
  return path.join('/')
}

/** `cellXfs`, each with the text of its number format; null when the styles are not as usual. */
const readFormats = (xml: string): readonly string[] | null => {
  if (isOdd(xml)) return null
  const own = new Map<number, string>()
  const ownBlock = /<(?:[\w-]+:)?numFmts[\s>][\s\S]*?<\/(?:[\w-]+:)?numFmts>/.exec(xml)?.[0] ?? ''
  for (const tag of startTags(ownBlock, 'numFmt')) {
    const attributes = tagAttributes(tag)
    own.set(Number(attributes.get('numFmtId')), excelText(attributes.get('formatCode') ?? ''))
  }
  const block = /<(?:[\w-]+:)?cellXfs[\s>][\s\S]*?<\/(?:[\w-]+:)?cellXfs>/.exec(xml)?.[0]
  if (block === undefined) return null
  return startTags(block, 'xf').map((tag) => {
    const id = Number(tagAttributes(tag).get('numFmtId') ?? 0)
    return own.get(id) ?? builtInFormat(id)
  })
}

/** Comments, CDATA and document types: no spreadsheet program writes them into its cells, and this reader does not follow them. */
export const isOdd = (xml: string): boolean => xml.includes('<!')

const text = (part: Uint8Array): string => new TextDecoder().decode(part)
