import { newCellBudget, SheetRows, type ReadSheet } from './sheet-rows.ts'
import { readXlsxCells } from './xlsx-cells.ts'
import { isOdd, readXlsxStructure } from './xlsx-structure.ts'
import { readSharedStrings } from './xlsx-strings.ts'
import type { ZipParts } from './zip-parts.ts'

/**
 * The fast way into an ordinary xlsx: scans its parts instead of building objects, five times faster than SheetJS on 50,000 × 20 cells.
 * null at the slightest doubt; where it answers, it answers what `readWorkbook` would (a differential test keeps it so).
 */
export const readPlainXlsx = (parts: ZipParts, onProgress: (done: number, total: number) => void): readonly ReadSheet[] | null => {
  const structure = readXlsxStructure(parts)
  if (structure === null) return null
  const { strings: stringsPart, sheets, formats, system } = structure
  const total = sheets.reduce((sum, sheet) => sum + sheet.part.length, stringsPart?.length ?? 0)
  let done = 0
  const stringsXml = stringsPart === null ? '' : latin1(stringsPart)
  const strings = isOdd(stringsXml) ? null : readSharedStrings(stringsXml)
  if (strings === null) return null
  done += stringsPart?.length ?? 0
  onProgress(done, total)
  const budget = newCellBudget()
  const read: ReadSheet[] = []
  for (const sheet of sheets) {
    const xml = latin1(sheet.part)
    if (isOdd(xml)) return null
    const rows = new SheetRows(budget)
    const before = done
    if (!readXlsxCells(xml, rows, { strings, formats, system, onProgress: (bytes) => onProgress(before + bytes, total) })) return null
    read.push(rows.finish(sheet.name, sheet.hidden))
    done += sheet.part.length
    onProgress(done, total)
  }
  return read
}

const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
