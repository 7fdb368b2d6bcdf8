import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { inspectFiles } from '../../../scripts/inspect/inspect-files.ts'
import type { FileReport } from '../../../scripts/inspect/report.ts'
import { makeStyles, makeXlsx } from './make-xlsx.ts'

const root = join(import.meta.dirname, '../../..')
const folder = mkdtempSync(join(tmpdir(), 'maillage-inspect-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const file = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}
const reports = async (files: readonly string[], timeLimit?: number): Promise<readonly FileReport[]> =>
  Array.fromAsync(inspectFiles(files, timeLimit))

const members =
  'Liste des adhérents;;;\nNom;Prénom;E-mail;Date de naissance;Code postal;Ville;Téléphone\nDurand;Zoé;zoe@exemple.fr;05/03/1980;29200;Brest;06 12 34 56 78\nLe Gall;Yann;pas une adresse;31/02/1990;29200;Brest;\n'

describe('npm run inspect', () => {
  it('prints one JSON line a file, in the order given, and nothing else', () => {
    const paths = [file('membres.csv', members), file('vide.xlsx', ''), join(folder, 'absent.ods'), file('note.pdf', '%PDF-1.7')]
    const run = spawnSync(process.execPath, ['scripts/inspect.ts', ...paths], { cwd: root, encoding: 'utf8' })
    const lines = run.stdout
      .trimEnd()
      .split('\n')
      .map((line): FileReport => JSON.parse(line))
    expect([run.status, lines.map((line) => line.file)]).toEqual([0, paths])
    expect(lines.map((line) => (line.ok ? line.format : line.problem.kind))).toEqual(['csv', 'empty', 'unreadable', 'unsupported'])
  })

  it('says what the importer sees of a list', async () => {
    const [report] = await reports([file('membres.csv', members)])
    expect(report).toMatchObject({
      ok: true,
      format: 'csv',
      encoding: 'utf-8',
      delimiter: ';',
      source: null,
      sheets: [{ name: 'membres', rows: 4, columns: 7, hidden: false }],
      sheet: 'membres',
      headerRow: 2,
      counts: { rows: 2, ready: 1, problems: 1 },
      problems: [
        { row: 4, column: 'E-mail', kind: 'bad-email', value: 'pas une adresse' },
        { row: 4, column: 'Date de naissance', kind: 'bad-date', value: '31/02/1990' },
      ],
    })
    expect(report?.ok === true && report.columns.map(({ field }) => field)).toEqual([
      'lastName',
      'firstName',
      'email',
      'birthDate',
      'postalCode',
      'city',
      'phone',
    ])
    expect(report?.ok === true && report.preview[0]).toMatchObject({
      lastName: 'Durand',
      firstName: 'Zoé',
      email: 'zoe@exemple.fr',
      birthDate: '1980-03-05',
      phone: '+33612345678',
      postalCode: '29200',
      city: 'Brest',
      communeCode: '29019',
    })
  })

  it('chooses the sheet and keeps the zeros of a workbook', async () => {
    const texts = ['Nom', 'Code postal', 'Naissance']
      .map((text, column) => `<c r="${'ABC'[column]}1" t="inlineStr"><is><t>${text}</t></is></c>`)
      .join('')
    const sheetData = `<row r="1">${texts}</row><row r="2"><c r="A2" t="inlineStr"><is><t>Durand</t></is></c><c r="B2" s="0"><v>1000</v></c><c r="C2" s="1"><v>43739</v></c></row>`
    const [report] = await reports([file('membres.xlsx', makeXlsx({ sheetData, styles: makeStyles(['00000', 'dd/mm/yyyy']) }))])
    expect(report).toMatchObject({
      ok: true,
      format: 'xlsx',
      encoding: null,
      delimiter: null,
      headerRow: 1,
      preview: [{ lastName: 'Durand', postalCode: '01000', birthDate: '2019-10-01' }],
    })
  })

  it('goes on after a file that takes too long, and says what to do', async () => {
    const slow = file('lent.csv', 'Nom;Prénom\n'.repeat(200_000))
    const [first, second] = await reports([slow, file('petit.pdf', '%PDF-1.7')], 100)
    expect([first?.ok, second?.ok]).toEqual([false, false])
    expect(first?.ok === false && first.problem).toMatchObject({ kind: 'too-large', message: expect.stringContaining('prend trop de temps') })
  })

  it('survives two cells at opposite corners', async () => {
    const sheetData = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>'
    const [report] = await reports([file('coins.xlsx', makeXlsx({ sheetData }))])
    expect(report).toMatchObject({ ok: true, sheets: [{ rows: 1_048_576, columns: 16_384 }] })
  })
})
