import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { unzipSync } from 'fflate'
import { afterEach, describe, expect, test } from 'vitest'
import * as XLSX from 'xlsx'
import type { OutputCell, OutputColumn, OutputSheet, TableFormat } from '#bridge/writing'
import { makeTableWriter } from '../../../src/main/files/make-table-writer.ts'
import { localDate } from '../../../src/main/files/output-value.ts'
import { sheetNames } from '../../../src/main/files/sheet-names.ts'
import { writeInWorker } from '../../../src/main/files/write-in-worker.ts'

const folders: string[] = []
const newFolder = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'maillage-ecrire-'))
  folders.push(folder)
  return folder
}
afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true })
})

const column = (header: string, kind: OutputColumn['kind'], width: number | null = null): OutputColumn => ({ header, kind, width })
const people: OutputSheet = {
  name: 'Personnes',
  notes: ['Personnes actives en 2025', 'Règle : venues au moins une fois'],
  columns: [
    column('Nom', 'text'),
    column('Code postal', 'text'),
    column('Naissance', 'date'),
    column('Venues', 'integer'),
    column('Heures', 'number'),
    column('Part', 'percent'),
    column('Contact', 'boolean'),
  ],
}
const rows: readonly (readonly OutputCell[])[] = [
  ['Durand & fils <"é">', '01000', '1998-05-12', 12, 2.5, 0.125, true],
  ['=HYPERLINK("http://exemple.invalid")', '00042', '1998-05', 0, 0, 0, false],
  ['+33612345678', '2A004', '1998', null, null, null, null],
  ['  deux\nlignes\r\net un \u0007 bip ', '', '1899-07-14', 1_234_567, 0.1, 1, null],
  ['_x0041_ 🎉', null, '2024-02-29', 1, 7.25, 0.5, true],
  ['@SUM(A1)', '-1', null, -3, -2.75, null, null],
]
const write = async (
  format: TableFormat,
  sheets: readonly OutputSheet[] = [people],
  pages: readonly (readonly (readonly OutputCell[])[])[] = [rows],
  language: 'fr' | 'en' = 'fr',
): Promise<Buffer> => {
  const writer = makeTableWriter(format, sheets, language)
  for (const page of pages) writer.addRows(0, page)
  return Buffer.from(await writer.finish())
}
const openWithExcelJs = async (bytes: Buffer): Promise<ExcelJS.Workbook> => {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(bytes as unknown as ArrayBuffer)
  return workbook
}
const day = (iso: string): Date => new Date(`${iso}T00:00:00Z`)

describe('classeur Excel', () => {
  test('relu par une autre bibliothèque, chaque cellule est ce qui a été donné', async () => {
    const sheet = (await openWithExcelJs(await write('xlsx'))).getWorksheet('Personnes')
    expect(sheet?.getRow(1).getCell(1).value).toBe('Personnes actives en 2025')
    expect(sheet?.getRow(4).values).toEqual([undefined, 'Nom', 'Code postal', 'Naissance', 'Venues', 'Heures', 'Part', 'Contact'])
    const read = [5, 6, 7, 8, 9, 10].map((row) => Array.from({ length: 7 }, (_, index) => sheet?.getRow(row).getCell(index + 1).value ?? null))
    expect(read).toEqual([
      ['Durand & fils <"é">', '01000', day('1998-05-12'), 12, 2.5, 0.125, 'oui'],
      ['=HYPERLINK("http://exemple.invalid")', '00042', '05/1998', 0, 0, 0, 'non'],
      ['+33612345678', '2A004', '1998', null, null, null, null],
      ['  deux\nlignes\r\net un  bip ', null, '14/07/1899', 1_234_567, 0.1, 1, null],
      [expect.stringContaining('🎉'), null, day('2024-02-29'), 1, 7.25, 0.5, 'oui'],
      ['@SUM(A1)', '-1', null, -3, -2.75, null, null],
    ])
  })

  test('aucune formule, des codes en texte, de vraies dates et de vrais nombres', async () => {
    const sheet = (await openWithExcelJs(await write('xlsx'))).getWorksheet('Personnes')
    const types = new Set<ExcelJS.ValueType>()
    sheet?.eachRow((row) => row.eachCell((cell) => types.add(cell.type)))
    expect(types).toEqual(new Set([ExcelJS.ValueType.String, ExcelJS.ValueType.Number, ExcelJS.ValueType.Date]))
    expect(sheet?.getCell('B5').numFmt).toBe('@')
    expect(sheet?.getCell('F5').numFmt).toBe('0.0%')
    expect([sheet?.getCell('E5').numFmt, sheet?.getCell('E6').numFmt, sheet?.getCell('D5').numFmt]).toEqual(['#,##0.0#', '#,##0', '#,##0'])
  })

  test('un écart reste un nombre, que son format écrit avec son signe', async () => {
    const changes: OutputSheet = { name: 'Synthèse', notes: [], columns: [{ header: 'Écart', kind: 'change', width: null }] }
    const bytes = await write('xlsx', [changes], [[[12], [-3], [-2.5], [0]]])
    const sheet = (await openWithExcelJs(bytes)).getWorksheet('Synthèse')
    expect(['A2', 'A3', 'A4', 'A5'].map((place) => sheet?.getCell(place).value)).toEqual([12, -3, -2.5, 0])
    // As a spreadsheet shows them.
    const shown = XLSX.read(bytes, { cellNF: true }).Sheets['Synthèse']
    expect(['A2', 'A3', 'A4', 'A5'].map((place) => (shown?.[place] as XLSX.CellObject | undefined)?.w)).toEqual(['+12', '\u22123', '\u22122.5', '0'])
  })

  test('en-tête gras et figé, filtre, largeurs, lu aussi par SheetJS', async () => {
    const bytes = await write('xlsx')
    const sheet = (await openWithExcelJs(bytes)).getWorksheet('Personnes')
    expect(sheet?.views[0]).toMatchObject({ state: 'frozen', ySplit: 4 })
    expect(sheet?.autoFilter).toBe('A4:G10')
    expect(sheet?.getCell('A4').font.bold).toBe(true)
    expect(sheet?.getColumn(1).width).toBe(37)
    expect(sheet?.getColumn(2).width).toBe(14)
    const read = XLSX.read(bytes, { cellDates: true })
    expect(XLSX.utils.sheet_to_json<unknown[]>(read.Sheets['Personnes'] ?? {}, { header: 1, range: 8, raw: true })[0]).toEqual([
      '_x0041_ 🎉',
      undefined,
      expect.any(Date),
      1,
      7.25,
      0.5,
      'oui',
    ])
  })

  test('plusieurs feuilles, plusieurs pages de lignes, une feuille vide, des noms qu’Excel accepte', async () => {
    const sheets: readonly OutputSheet[] = [
      { ...people, notes: [] },
      { name: 'Synthèse : 2024/2025 et tout ce qui dépasse', notes: [], columns: [column('Chiffre', 'text', 30)] },
      { name: 'Personnes', notes: [], columns: [column('Nom', 'text')] },
    ]
    const workbook = await openWithExcelJs(await write('xlsx', sheets, [rows.slice(0, 2), rows.slice(2)]))
    expect(workbook.worksheets.map(({ name }) => name)).toEqual(['Personnes', 'Synthèse   2024 2025 et tout ce', 'Personnes (2)'])
    expect(workbook.worksheets.map(({ rowCount }) => rowCount)).toEqual([7, 1, 1])
    expect(workbook.getWorksheet('Personnes')?.getCell('A7').value).toBe('@SUM(A1)')
    expect(sheetNames(["'[]'", "'[]'", 'a', 'A'])).toEqual(['Feuille', 'Feuille (2)', 'a', 'A (2)'])
  })

  test('un texte à lire en entier prend les lignes qu’il lui faut, un en-tête la largeur', async () => {
    const notes = 'Chaque personne est comptée une seule fois, même si elle est venue souvent. '.repeat(3)
    const method: OutputSheet = { name: 'Méthode', notes: [], columns: [column('Explication qui dépasse', 'text', 20), column('Note', 'text')] }
    const sheet = (
      await openWithExcelJs(
        await write(
          'xlsx',
          [method],
          [
            [
              [notes, 'une\ndeux'],
              ['court', notes],
            ],
          ],
        ),
      )
    ).getWorksheet('Méthode')
    expect(sheet?.getColumn(1).width).toBe(27)
    expect([sheet?.getRow(2).height, sheet?.getCell('A2').alignment.wrapText, sheet?.getCell('B2').alignment.wrapText]).toEqual([90, true, true])
    expect([sheet?.getRow(3).height, sheet?.getCell('B3').alignment.wrapText]).toEqual([undefined, undefined])
    const ods = Buffer.from(
      unzipSync(
        await write(
          'ods',
          [method],
          [
            [
              [notes, 'une\ndeux'],
              ['court', notes],
            ],
          ],
        ),
      )['content.xml'] ?? [],
    ).toString('utf8')
    expect(ods.match(/table:style-name="lines"/g)).toHaveLength(2)
  })

  test('un texte plus long qu’une cellule est coupé et le montre', async () => {
    const sheet = (
      await openWithExcelJs(await write('xlsx', [{ name: 'Notes', notes: [], columns: [column('Note', 'text')] }], [[['x'.repeat(40_000)]]]))
    ).getWorksheet('Notes')
    expect(String(sheet?.getCell('A2').value)).toHaveLength(32_767)
    expect(String(sheet?.getCell('A2').value).endsWith('[…]')).toBe(true)
  })
})

test('classeur LibreOffice : dates, nombres et codes, sans formule', async () => {
  const read = XLSX.read(await write('ods'), { cellDates: true, cellFormula: true })
  const sheet = read.Sheets['Personnes'] ?? {}
  expect([sheet['A5']?.v, sheet['B5']?.v, sheet['B5']?.t, sheet['D5']?.v, sheet['E5']?.v, sheet['G5']?.v]).toEqual([
    'Durand & fils <"é">',
    '01000',
    's',
    12,
    2.5,
    'oui',
  ])
  expect(sheet['C5']).toMatchObject({ t: 'd' })
  expect([sheet['C6']?.v, sheet['C7']?.v, sheet['A6']?.v, sheet['A6']?.f, sheet['D6']?.v]).toEqual([
    '05/1998',
    '1998',
    '=HYPERLINK("http://exemple.invalid")',
    undefined,
    0,
  ])
})

test('classeur LibreOffice : un écart porte son signe, sans rien devant zéro', async () => {
  const changes: OutputSheet = { name: 'Synthèse', notes: [], columns: [column('Écart', 'change')] }
  const content = Buffer.from(unzipSync(await write('ods', [changes], [[[12], [-2.5], [0]]]))['content.xml'] ?? []).toString('utf8')
  expect(content).toContain('<table:table-cell table:style-name="whole-change" office:value-type="float" office:value="12">')
  expect(content).toContain('<table:table-cell table:style-name="change" office:value-type="float" office:value="-2.5">')
  expect(content).toContain('<number:number-style style:name="as-change-down"><number:text>−</number:text>')
  expect(content.indexOf('style:name="as-change-up"')).toBeLessThan(content.indexOf('style:name="as-change"'))
})

test('classeur LibreOffice : en-tête figé et gras, filtre, largeurs, formats, feuilles et notes', async () => {
  const bytes = await write('ods', [people, { name: "L'été", notes: [], columns: [column('Nom', 'text', 20)] }])
  // OpenDocument 1.3 part 2 §3.3: the kind of the file is readable in its first bytes.
  expect(bytes.subarray(30, 38 + 46).toString('latin1')).toBe('mimetypeapplication/vnd.oasis.opendocument.spreadsheet')
  const parts = unzipSync(bytes)
  const part = (name: string): string => Buffer.from(parts[name] ?? []).toString('utf8')
  const settings = part('settings.xml')
  const content = part('content.xml')
  expect([...settings.matchAll(/config:name="VerticalSplitPosition" config:type="int">(\d+)</g)].map(([, row]) => row)).toEqual(['4', '1'])
  expect(settings.match(/VerticalSplitMode" config:type="short">2</g)).toHaveLength(2)
  expect(content).toContain('table:target-range-address="\'Personnes\'.A4:\'Personnes\'.G10" table:display-filter-buttons="true"')
  expect(content).toContain("table:target-range-address=\"'L''été'.A1:'L''été'.A1\"")
  expect(content).toContain(
    '<style:style style:name="width-20" style:family="table-column"><style:table-column-properties style:column-width="4.20cm"/>',
  )
  expect(content).toContain('<table:table-header-rows><table:table-row table:style-name="head-row"><table:table-cell table:style-name="header"')
  expect(content).toContain('table:style-name="date" office:value-type="date" office:date-value="1998-05-12"><text:p>12/05/1998</text:p>')
  expect(content).toContain('<text:p><text:s text:c="2"/>deux</text:p><text:p>lignes</text:p>')
  const sheet = XLSX.read(bytes, { cellFormula: true }).Sheets['Personnes'] ?? {}
  expect([sheet['A1']?.v, sheet['A10']?.v, sheet['D10']?.v]).toEqual(['Personnes actives en 2025', '@SUM(A1)', -3])
})

describe('CSV', () => {
  test('français : marque UTF-8, points-virgules, CRLF, virgules, formules neutralisées sauf téléphones et nombres', async () => {
    expect((await write('csv')).toString('utf8')).toBe(
      [
        '\uFEFFNom;Code postal;Naissance;Venues;Heures;Part;Contact',
        '"Durand & fils <""é"">";01000;12/05/1998;12;2,5;12,5 %;oui',
        '"\'=HYPERLINK(""http://exemple.invalid"")";00042;05/1998;0;0;0 %;non',
        '+33612345678;2A004;1998;;;;',
        '"  deux\nlignes\r\net un \u0007 bip ";;14/07/1899;1234567;0,1;100 %;',
        '_x0041_ 🎉;;29/02/2024;1;7,25;50 %;oui',
        "'@SUM(A1);-1;;-3;-2,75;;",
        '',
      ].join('\r\n'),
    )
  })

  test('anglais : virgules entre les colonnes, dates ISO', async () => {
    const text = (await write('csv', [people], [rows.slice(0, 2)], 'en')).toString('utf8')
    expect(text.split('\r\n')[1]).toBe('"Durand & fils <""é"">",01000,1998-05-12,12,2.5,12.5 %,yes')
    expect([localDate('1998-05', 'fr'), localDate('1998-05', 'en')]).toEqual(['05/1998', '1998-05'])
  })
})

describe('dans le fil d’écriture', () => {
  const workerUrl = new URL('../../../src/main/files/write-worker.ts', import.meta.url)
  const page = (cells: readonly (readonly OutputCell[])[]): Uint8Array => new TextEncoder().encode(JSON.stringify(cells))

  test('les pages deviennent un fichier entier', async () => {
    const path = join(await newFolder(), 'liste.csv')
    const table = writeInWorker({ path, format: 'csv', sheets: [people], language: 'fr' }, workerUrl)
    await table.sendRows(0, page(rows.slice(0, 1)))
    await table.sendRows(0, page(rows.slice(1, 2)))
    expect(await table.finish()).toEqual({ ok: true, value: { fileName: 'liste.csv', folder: folders[0] } })
    expect((await readFile(path, 'utf8')).split('\r\n')).toHaveLength(4)
  })

  test('annuler ne laisse rien, ni à la place ni à côté', async () => {
    const folder = await newFolder()
    const path = join(folder, 'liste.xlsx')
    await writeFile(path, 'ancien')
    const table = writeInWorker({ path, format: 'xlsx', sheets: [people], language: 'fr' }, workerUrl)
    await table.sendRows(0, page(rows))
    await table.cancel()
    expect(await readdir(folder)).toEqual(['liste.xlsx'])
    expect(await readFile(path, 'utf8')).toBe('ancien')
  })

  test('plus de lignes qu’Excel n’en a : refusé en mots, l’ancien fichier entier', async () => {
    const folder = await newFolder()
    const path = join(folder, 'liste.xlsx')
    await writeFile(path, 'ancien')
    const table = writeInWorker(
      { path, format: 'xlsx', sheets: [{ name: 'A', notes: [], columns: [column('A', 'integer')] }], language: 'fr' },
      workerUrl,
    )
    const many = page(Array.from({ length: 262_144 }, () => [1]))
    for (let index = 0; index < 4; index += 1) await table.sendRows(0, many)
    expect(await table.finish()).toMatchObject({ ok: false, error: { kind: 'too-large', fileName: 'liste.xlsx' } })
    expect(await readFile(path, 'utf8')).toBe('ancien')
  })
})
