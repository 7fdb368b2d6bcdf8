import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import Papa from 'papaparse'
import { read, utils } from 'xlsx'
import type { LaunchedApp } from '../../test/support/launch-options.ts'

export interface SavedReport {
  readonly period: string
  readonly sheets: readonly string[]
  readonly pdfKilobytes: number
}

/** Saves the funder's workbook and the same report as a PDF. */
export const saveReport = async ({ page, answerDialogs }: LaunchedApp, folder: string): Promise<SavedReport> => {
  await page.getByRole('link', { name: 'Rapports' }).click()
  await page.getByRole('region', { name: 'Synthèse' }).waitFor()
  const period = (
    await page
      .getByText(/^Du \d.* au \d/u)
      .first()
      .innerText()
  ).trim()
  await answerDialogs([{ save: join(folder, 'rapport.xlsx') }])
  await page.getByRole('button', { name: 'Enregistrer le classeur' }).click()
  await page.getByText(/rapport\.xlsx.*est enregistré/u).waitFor()
  await answerDialogs([{ save: join(folder, 'rapport.pdf') }])
  await page.getByRole('button', { name: 'Enregistrer le PDF' }).click()
  await page.getByText(/rapport\.pdf.*est enregistré/u).waitFor()
  const pdf = await readFile(join(folder, 'rapport.pdf'))
  if (pdf.subarray(0, 5).toString('latin1') !== '%PDF-') throw new Error('rapport.pdf n’est pas un PDF')
  return { period, sheets: read(await readFile(join(folder, 'rapport.xlsx'))).SheetNames, pdfKilobytes: Math.round(pdf.length / 1024) }
}

/** The formats of a list, by the words of the choice. */
const formats = { xlsx: 'Excel (.xlsx)', ods: 'LibreOffice (.ods)', csv: 'Texte (.csv)', vcf: 'Carnet d’adresses (.vcf)' } as const

/** Saves everybody in each format and reads each file back: how many people it holds. */
export const saveLists = async ({ page, answerDialogs }: LaunchedApp, folder: string): Promise<ReadonlyMap<string, number>> => {
  const people = new Map<string, number>()
  await page.getByRole('link', { name: 'Personnes' }).click()
  for (const [format, words] of Object.entries(formats)) {
    const fileName = `personnes.${format}`
    await page.getByRole('button', { name: 'Exporter' }).click()
    await page.getByRole('combobox', { name: 'Format' }).click()
    await page.getByRole('option', { name: words }).click()
    await answerDialogs([{ save: join(folder, fileName) }])
    await page.getByRole('button', { name: 'Enregistrer le fichier…' }).click()
    await page.getByText(`« ${fileName} »`).waitFor()
    people.set(fileName, countPeople(fileName, await readFile(join(folder, fileName))))
  }
  return people
}

const countPeople = (fileName: string, bytes: Uint8Array): number => {
  if (fileName.endsWith('.vcf')) return new TextDecoder().decode(bytes).match(/^BEGIN:VCARD/gmu)?.length ?? 0
  const rows = fileName.endsWith('.csv') ? Papa.parse<string[]>(new TextDecoder().decode(bytes), { skipEmptyLines: true }).data : sheetRows(bytes)
  // What stands above the header (notes) has one cell only.
  return rows.filter((row) => row.filter((cell) => cell !== '' && cell !== null && cell !== undefined).length > 1).length - 1
}

const sheetRows = (bytes: Uint8Array): readonly (readonly unknown[])[] => {
  const sheet = Object.values(read(bytes).Sheets)[0]
  return sheet === undefined ? [] : utils.sheet_to_json<readonly unknown[]>(sheet, { header: 1 })
}
