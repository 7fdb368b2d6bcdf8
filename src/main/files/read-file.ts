import { isEmptyCell } from '#domain/importing/cell-text'
import type { FileFormat, FileInfo, FileProblem, RawRow, TextEncoding } from '#domain/importing/sheet'
import { turnSidewaysGrid } from '#domain/importing/sideways-grid'
import { failed, ok, type Result } from '#domain/result'
import { decodeText } from './decode-text.ts'
import { detectContainer, detectText } from './detect.ts'
import { readHtmlTables } from './html-tables.ts'
import { readCsv } from './read-csv.ts'
import { readLimits } from './read-limits.ts'
import { fileProblem } from './read-problem.ts'
import { readOds } from './read-ods.ts'
import { readVcards } from './read-vcard.ts'
import { readWorkbook } from './read-workbook.ts'
import { readZip } from './read-zip.ts'
import { TooManyCells, type ReadSheet } from './sheet-rows.ts'
import { xmlEncoding } from './xml-encoding.ts'
import type { OnReadProgress } from './read-progress.ts'

/** A file that was read whole: what it is, and its rows. */
export interface ReadFile {
  readonly info: FileInfo
  /** Rows `from` to `from + count - 1` of a sheet (0-based), those that are there; empty rows are `[]`. */
  readonly rows: (sheet: number, from: number, count: number) => readonly RawRow[]
}

/** Reads a foreign file of any known format. Everything in it is hostile until proven otherwise: run this in a thread that can be killed. */
export const readFile = (
  file: { readonly fileName: string; readonly bytes: Uint8Array },
  onProgress: OnReadProgress = () => undefined,
): Result<ReadFile, FileProblem> => {
  if (file.bytes.length > readLimits.fileSize) return failed(fileProblem('too-large', `${file.bytes.length} bytes`))
  try {
    const container = detectContainer(file.bytes)
    if (!container.ok) return container
    const content =
      container.value === 'text'
        ? readText(file.bytes, onProgress)
        : container.value === 'zip'
          ? readZipped(file.bytes, onProgress)
          : readXls(file.bytes, onProgress)
    return content.ok ? toReadFile(file.fileName, content.value) : content
  } catch (thrown) {
    if (thrown instanceof TooManyCells) return failed(thrown.problem)
    throw thrown
  }
}

interface Content {
  readonly format: FileFormat
  readonly encoding: TextEncoding | null
  readonly delimiter: string | null
  readonly sheets: readonly ReadSheet[]
}

const readZipped = (bytes: Uint8Array, onProgress: OnReadProgress): Result<Content, FileProblem> => {
  const zip = readZip(bytes, onProgress)
  return zip.ok ? ok({ ...zip.value, encoding: null, delimiter: null }) : zip
}

const readXls = (bytes: Uint8Array, onProgress: OnReadProgress): Result<Content, FileProblem> => {
  const sheets = readWorkbook(bytes, 'excel', onProgress)
  return sheets.ok ? ok({ format: 'xls', encoding: null, delimiter: null, sheets: sheets.value }) : sheets
}

const readText = (bytes: Uint8Array, onProgress: OnReadProgress): Result<Content, FileProblem> => {
  const decoded = decodeText(bytes, declaredEncoding(bytes))
  if (!decoded.ok) return decoded
  const { text, encoding } = decoded.value
  if (text.trim() === '') return failed(fileProblem('empty', 'text: blanks only'))
  const kind = detectText(text)
  switch (kind) {
    case 'csv': {
      const { delimiter, sheet } = readCsv(text, onProgress)
      return ok({ format: kind, encoding, delimiter, sheets: [sheet] })
    }
    case 'vcf':
      return ok({ format: kind, encoding, delimiter: null, sheets: [readVcards(text)] })
    case 'html': {
      const tables = readHtmlTables(text)
      if (tables.length === 0) return failed(fileProblem('unsupported', 'html: no table'))
      return ok({ format: kind, encoding, delimiter: null, sheets: tables })
    }
    case 'xml2003':
    case 'fods': {
      // No spreadsheet program declares entities: whoever does is up to something.
      if (text.includes('<!ENTITY')) return failed(fileProblem('unsupported', 'xml: entity declaration'))
      // A file cut while it was copied must not pass for a short one.
      if (!/<\/(?:[\w-]+:)?(?:Workbook|document)\s*>/.test(text.slice(-2000))) return failed(fileProblem('corrupt', 'xml: no end'))
      const flat = kind === 'fods' ? readOds(new TextEncoder().encode(text), onProgress) : null
      if (flat !== null) return ok({ format: kind, encoding, delimiter: null, sheets: flat })
      const sheets = readWorkbook(text, kind === 'fods' ? 'open-document' : 'excel', onProgress)
      return sheets.ok ? ok({ format: kind, encoding, delimiter: null, sheets: sheets.value }) : sheets
    }
    case 'unsupported':
      return failed(fileProblem('unsupported', 'text: another format'))
  }
}

/** What an HTML or XML file says of its own encoding; null when nothing, or nothing that matters. */
const declaredEncoding = (bytes: Uint8Array): string | null => {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 2000))
  if (/^\s*<\?xml/.test(start)) return xmlEncoding(bytes)
  const label = /<meta[^>]*charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(start)?.[1]
  if (label === undefined) return null
  return /mac/i.test(label) ? 'macintosh' : /^(iso-8859-1|iso-8859-15|latin1|windows-1252|cp1252|us-ascii)$/i.test(label) ? 'windows-1252' : null
}

/** An attendance grid with a person a column is handed on with a person a row: nobody after the reading has to know of it but to tell. */
const upright = (sheet: ReadSheet): ReadSheet => {
  const rows = turnSidewaysGrid(sheet.rows)
  if (rows === null) return sheet
  const columns = rows.reduce((widest, row) => Math.max(widest, row.length), 0)
  return { rows, info: { ...sheet.info, rows: rows.length, columns, turned: true } }
}

const toReadFile = (fileName: string, content: Content): Result<ReadFile, FileProblem> => {
  const baseName = fileName.replace(/\.[^.]*$/, '')
  const sheets = content.sheets.map(({ info, rows }) => upright({ rows, info: info.name === '' ? { ...info, name: baseName } : info }))
  if (sheets.every(({ rows }) => rows.every((row) => row?.every(isEmptyCell) ?? true)))
    return failed(fileProblem('empty', `${content.format}: no cells`))
  return ok({
    info: { fileName, format: content.format, encoding: content.encoding, delimiter: content.delimiter, sheets: sheets.map(({ info }) => info) },
    rows: (sheet, from, count) => {
      const rows = sheets[sheet]?.rows ?? []
      return Array.from({ length: Math.max(0, Math.min(count, rows.length - from)) }, (_, index) => rows[from + index] ?? [])
    },
  })
}
