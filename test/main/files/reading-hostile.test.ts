import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { readFile } from '../../../src/main/files/read-file.ts'
import { makeXlsx, toEntries } from './make-xlsx.ts'

const refusal = (bytes: Uint8Array): string | null => {
  const file = readFile({ fileName: 'hostile.xlsx', bytes })
  return file.ok ? null : file.error.kind
}

const oneCell = { sheetData: '<row r="1"><c r="A1"><v>1</v></c></row>' }
/** Changes bytes of the first central directory entry of that name, at an offset inside it. */
const patchDirectory = (zip: Uint8Array, name: string, offset: number, values: readonly number[]): Uint8Array => {
  const patched = zip.slice()
  const buffer = Buffer.from(patched.buffer)
  for (let at = buffer.indexOf('PK\u0001\u0002'); at >= 0; at = buffer.indexOf('PK\u0001\u0002', at + 4)) {
    if (buffer.toString('latin1', at + 46, at + 46 + buffer.readUInt16LE(at + 28)) === name) patched.set(values, at + offset)
  }
  return patched
}
const sheet = 'xl/worksheets/sheet1.xml'
const little = (value: number): readonly number[] => [value & 255, (value >> 8) & 255, (value >> 16) & 255, (value >>> 24) & 255]

describe('a hostile or broken zip', () => {
  it('that announces 400 MB out of 409 KB is refused before anything is inflated', () => {
    const bomb = zipSync({ ...toEntries(oneCell), 'xl/media/image1.png': new Uint8Array(40_000_000) }, { level: 9 })
    const announced = patchDirectory(bomb, 'xl/media/image1.png', 24, little(400_000_000))
    expect(announced.length).toBeLessThan(409_000)
    expect(refusal(announced)).toBe('too-large')
  })

  it('that hides its size is refused as soon as too much comes out', () => {
    const spaces = new Uint8Array(60_000_000).fill(32)
    const bomb = zipSync({ ...toEntries(oneCell), [sheet]: spaces }, { level: 9 })
    expect(refusal(patchDirectory(bomb, sheet, 24, little(900)))).toBe('too-large')
  })

  it('of 2,001 entries is refused', () => {
    const many = Object.fromEntries(Array.from({ length: 2001 }, (_, index) => [`xl/${index}.xml`, new Uint8Array(0)]))
    expect(refusal(zipSync({ ...toEntries(oneCell), ...many }))).toBe('too-large')
  })

  it('with an encrypted entry is said to be encrypted', () => {
    expect(refusal(patchDirectory(makeXlsx(oneCell), sheet, 8, [1, 0]))).toBe('encrypted')
  })

  it('of an encrypted OpenDocument is said to be encrypted, in the old way and in the new one', () => {
    const mimetype = strToU8('application/vnd.oasis.opendocument.spreadsheet')
    const manifest = strToU8(
      '<manifest:manifest><manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/></manifest:file-entry></manifest:manifest>',
    )
    expect(refusal(zipSync({ mimetype, 'META-INF/manifest.xml': manifest, 'content.xml': new Uint8Array(30).fill(7) }))).toBe('encrypted')
    expect(refusal(zipSync({ mimetype, 'encrypted-package': new Uint8Array(30).fill(7) }))).toBe('encrypted')
  })

  it('cut in the middle, or with a damaged part, is corrupt: no cell changes in silence', () => {
    const whole = makeXlsx({ sheetData: `<row r="1">${'<c><v>1</v></c>'.repeat(500)}</row>` })
    expect(refusal(whole.slice(0, whole.length / 2))).toBe('corrupt')
    expect(refusal(patchDirectory(whole, sheet, 16, [1, 2, 3, 4]))).toBe('corrupt')
  })

  it('without a workbook is unsupported', () => {
    expect(refusal(zipSync({ 'word/document.xml': strToU8('<w:document/>'), '[Content_Types].xml': strToU8('<Types/>') }))).toBe('unsupported')
  })
})

describe('an old workbook', () => {
  const fixture = (name: string): Buffer => readFileSync(join(import.meta.dirname, '../../fixtures/foreign', name))

  it('whose sectors run in a circle is corrupt, at once', () => {
    const looped = readFile({ fileName: 'oleloop.xls', bytes: fixture('odd/xls/oleloop.xls') })
    expect(looped.ok ? null : looped.error.detail).toBe('ole: endless chain')
    const bytes = fixture('odd/xls/ps_visibility.xls')
    const table = (bytes.readUInt32LE(0x4c) + 1) * 512
    // The last sector of the first chain that ends is sent back to the first of the file.
    const end = Array.from({ length: 128 }, (_, sector) => sector).find((sector) => bytes.readUInt32LE(table + sector * 4) === 0xfffffffe) ?? 0
    bytes.writeUInt32LE(0, table + end * 4)
    expect(refusal(bytes)).toBe('corrupt')
  })

  it('cut short is refused, never half read', () => {
    expect(refusal(fixture('odd/xls/ps_visibility.xls').subarray(0, 9000))).toBe('corrupt')
  })
})

it('an XML workbook cut short is corrupt, not empty', () => {
  const bytes = readFileSync(join(import.meta.dirname, '../../fixtures/foreign/odd/xls/excel2003.xml'))
  expect([refusal(bytes), refusal(bytes.subarray(0, bytes.length * 0.6))]).toEqual([null, 'corrupt'])
})

describe('a hostile text', () => {
  it.each([
    [
      'external entity',
      '<?xml version="1.0"?><!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet><Table><Row><Cell><Data>&x;</Data></Cell></Row></Table></Worksheet></Workbook>',
    ],
    ['web page without a table', '<!DOCTYPE html><html><body><p>Bonjour</p></body></html>'],
    ['json', '[{"nom": "Durand"}]'],
    ['calendar', 'BEGIN:VCALENDAR\r\nEND:VCALENDAR'],
  ])('%s is unsupported', (_, text) => {
    expect(refusal(strToU8(text))).toBe('unsupported')
  })

  it('never resolves an entity that a workbook declares', () => {
    const entries = toEntries({ sheetData: '<row r="1"><c r="A1" t="str"><v>a &x; b</v></c></row>' })
    const declared = new TextDecoder()
      .decode(entries[sheet])
      .replace('<worksheet', '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/hostname">]><worksheet')
    const file = readFile({ fileName: 'a.xlsx', bytes: zipSync({ ...entries, [sheet]: strToU8(declared) }) })
    expect(file.ok && file.value.rows(0, 0, 1)).toEqual([['a &x; b']])
  })

  it.each([
    ['zero bytes in the middle', Uint8Array.from([65, 59, 66, 10, 0, 0, 0, 1, 2])],
    ['a PDF', strToU8('%PDF-1.7')],
    ['a gzip', Uint8Array.from([0x1f, 0x8b, 8, 0])],
  ])('%s is unsupported', (_, bytes) => {
    expect(refusal(bytes)).toBe('unsupported')
  })

  it.each([
    ['nothing', ''],
    ['blanks', ' \r\n\t\r\n'],
    ['delimiters alone', ';;;\r\n;;;\r\n'],
  ])('%s is empty', (_, text) => {
    expect(refusal(strToU8(text))).toBe('empty')
  })

  it('with five million and one cells is too large', () => {
    expect(refusal(strToU8(`${'1;'.repeat(999)}1\n`.repeat(5001)))).toBe('too-large')
  })
})

it('inflates stored and deflated parts alike', () => {
  expect(refusal(zipSync(toEntries(oneCell), { level: 0 }))).toBeNull()
})
