import { join } from 'node:path'
import { readFileSync } from 'node:fs'
import { read, utils } from 'xlsx'
import type { LaunchedApp } from '#support/launch-options'
import { floorOfWritingXlsx } from './floors.ts'
import { medianOf } from './figure.ts'

export interface MeasuredExport {
  /** From « Enregistrer le fichier… » to the message that says where it is, in milliseconds. */
  readonly spent: number
  /** SheetJS writing the very cells of that file. */
  readonly floor: number
  readonly rows: number
}

const times = 3

/** Saves everybody of « Personnes » as a workbook, the middle of three times; the dialog is answered at once. */
export const measureExport = async ({ page, answerDialogs }: LaunchedApp, folder: string): Promise<MeasuredExport> => {
  await page.getByRole('link', { name: 'Personnes' }).click()
  await page.evaluate(() => window.probe.painted(window.probe.hasRows))
  const spent: number[] = []
  const floors: number[] = []
  let rows = 0
  for (let time = 0; time < times; time += 1) {
    // Each time under another name, which the message says.
    const name = `export-${time}.xlsx`
    const path = join(folder, name)
    await answerDialogs([{ save: path }])
    spent.push(await page.evaluate(pressExport, name))
    const sheet = Object.values(read(readFileSync(path), { dense: true, cellDates: false }).Sheets)[0]
    const cells = sheet === undefined ? [] : utils.sheet_to_json<readonly unknown[]>(sheet, { header: 1, raw: true })
    rows = cells.length
    floors.push(floorOfWritingXlsx(cells))
  }
  return { spent: medianOf(spent), floor: medianOf(floors), rows }
}

// Runs in the page.
const pressExport = async (name: string): Promise<number> => {
  const { probe } = window
  await probe.click('button', /^Exporter/)
  const asked = await probe.click('button', /^Enregistrer le fichier/)
  return (await probe.painted(() => probe.find('[role=status]', new RegExp(`« ${name} »`)) !== null)) - asked
}
