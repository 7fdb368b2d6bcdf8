import { zipSync } from 'fflate'
import type { FileFormat, FileProblem } from '#domain/importing/sheet'
import { failed, ok, type Result } from '#domain/result'
import { readOds } from './read-ods.ts'
import { readPlainXlsx } from './read-plain-xlsx.ts'
import { fileProblem } from './read-problem.ts'
import { readWorkbook } from './read-workbook.ts'
import type { ReadSheet } from './sheet-rows.ts'
import { startTags } from './xml-text.ts'
import { readZipDirectory } from './zip-directory.ts'
import { readZipParts, type ZipParts } from './zip-parts.ts'
import type { OnReadProgress } from './read-progress.ts'

export interface ReadZip {
  readonly format: FileFormat
  readonly sheets: readonly ReadSheet[]
}

/** A zipped workbook: xlsx, xlsm, xlsb or ods, recognised by its parts. Parts that hold no cells (pictures, macros, previews) are never inflated. */
export const readZip = (bytes: Uint8Array, onProgress: OnReadProgress): Result<ReadZip, FileProblem> => {
  const entries = readZipDirectory(bytes)
  if (!entries.ok) return entries
  if (entries.value.some((entry) => entry.encrypted)) return failed(fileProblem('encrypted', 'zip: encrypted entry'))
  const names = new Set(entries.value.map((entry) => entry.name))
  if (names.has('encrypted-package')) return failed(fileProblem('encrypted', 'ods: encrypted package'))
  const parts = readZipParts(bytes, entries.value, isCellPart)
  if (!parts.ok) return parts
  const format = detectFormat(parts.value)
  if (!format.ok) return format
  if (format.value !== 'ods' && format.value !== 'xlsb') {
    const plain = readPlainXlsx(parts.value, onProgress)
    if (plain !== null) return ok({ format: format.value, sheets: plain })
  }
  const content = parts.value.get('content.xml')
  const ods = format.value === 'ods' && content !== undefined ? readOds(content, onProgress) : null
  if (ods !== null) return ok({ format: format.value, sheets: ods })
  const hasTypedDates =
    format.value !== 'ods' && [...parts.value].some(([name, part]) => /worksheets?\//i.test(name) && Buffer.from(part).includes(' t="d"'))
  const sheets = readWorkbook(storedZip(parts.value), format.value === 'ods' ? 'open-document' : hasTypedDates ? 'typed-dates' : 'excel', onProgress)
  return sheets.ok ? ok({ format: format.value, sheets: sheets.value }) : sheets
}

/** Neither properties (`meta.xml` and `docProps` are often damaged and say nothing of cells) nor anything that is drawn, run or kept for printing. */
const isCellPart = (name: string): boolean =>
  (/\.(xml|rels|bin)$/i.test(name) || name === 'mimetype') &&
  !/^(docProps|docMetadata|customXml|Configurations2|Thumbnails)\/|^(meta|settings)\.xml$|\/(pivotCache|pivotTables|printerSettings|drawings|media|theme|charts|externalLinks|comments\d*\.xml|threadedComments|persons|queryTables|slicers|slicerCaches|timelines|ctrlProps|activeX|embeddings)(\/|$)|vbaProject\.bin$|calcChain\.(xml|bin)$/i.test(
    name,
  )

const detectFormat = (parts: ZipParts): Result<FileFormat, FileProblem> => {
  const manifest = text(parts, 'META-INF/manifest.xml')
  if (manifest.includes('encryption-data')) return failed(fileProblem('encrypted', 'ods: encrypted parts'))
  const types = text(parts, '[Content_Types].xml')
  // Defaults by extension say nothing: some writers name every `.bin` a binary workbook.
  const overrides = startTags(types, 'Override').join('')
  if (/vnd\.ms-excel\.(sheet|template)\.macroEnabled\.main/.test(overrides)) return ok('xlsm')
  if (/spreadsheetml\.(sheet|template)\.main/.test(overrides)) return ok('xlsx')
  if (overrides.includes('vnd.ms-excel.sheet.binary.macroEnabled.main') || parts.has('xl/workbook.bin')) return ok('xlsb')
  if (parts.has('xl/workbook.xml')) return ok('xlsx')
  const content = parts.get('content.xml')
  const isOds = text(parts, 'mimetype').includes('opendocument.spreadsheet') || manifest.includes('opendocument.spreadsheet')
  if (content !== undefined && (isOds || Buffer.from(content).includes('<office:spreadsheet'))) return ok('ods')
  if (content === undefined && isOds) return failed(fileProblem('corrupt', 'ods: no content'))
  return failed(fileProblem('unsupported', 'zip: no workbook'))
}

const text = (parts: ZipParts, name: string): string => {
  const part = parts.get(name)
  return part === undefined ? '' : new TextDecoder().decode(part)
}

/** The parts again as a zip, unpacked, for a library that only takes zips: what it reads was counted and cleaned before. */
const storedZip = (parts: ZipParts): Uint8Array => zipSync(Object.fromEntries([...parts].map(([name, part]) => [name, part] as const)), { level: 0 })
