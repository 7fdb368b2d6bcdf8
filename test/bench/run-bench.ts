import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { IsoDate } from '#domain/period'
import { seedProfile } from '#support/seed-profile'
import { figure, figureNames, type BenchFigure } from './figure.ts'
import { floorOfReadingAttendance, floorOfReadingCsv, floorOfReadingXlsx } from './floors.ts'
import { generateAssociation } from './generate-association.ts'
import { peopleToRows, writeCsv, writeXlsx } from './generate-files.ts'
import { generateJournal } from './generate-journal.ts'
import { floorOfReadingJournal, measureCalls } from './measure-calls.ts'
import { measureEngagement } from './measure-engagement.ts'
import { measureExport } from './measure-export.ts'
import { generateMesh } from './generate-mesh.ts'
import { measureGraph } from './measure-graph.ts'
import { measureImport } from './measure-import.ts'
import { measureListOpening, measureSearch } from './measure-list.ts'
import { measureStarts, type MeasuredStart } from './measure-start.ts'
import { noPeaks } from './memory.ts'
import { begin, emptyProfile, withApp, withUnwatchedApp, type Bench } from './session.ts'

export interface BenchSizes {
  readonly people: number
  readonly attendances: number
}

const meshSize = 3_000

export interface BenchResult {
  readonly figures: readonly BenchFigure[]
  readonly browserVersion: string
}

/**
 * Measures the whole of what an association of that size asks of the application, each time beside the least that the same work costs.
 * `folder`: where profiles and files are made; the caller removes it. `say` hears how far it is.
 */
export const runBench = async ({ people: count, attendances }: BenchSizes, folder: string, say: (text: string) => void): Promise<BenchResult> => {
  const bench: Bench = { folder, say, peaks: { all: noPeaks, empty: noPeaks } }
  await mkdir(folder, { recursive: true })
  const association = generateAssociation({ people: count, attendances })
  const rows = peopleToRows(association.people)
  const [xlsx, csv] = [join(folder, 'membres.xlsx'), join(folder, 'membres.csv')]
  const bytes = await writeXlsx(xlsx, rows)
  const text = await writeCsv(csv, rows)
  say(`${count} personnes, ${attendances} présences : ${Math.round(bytes.length / 1024)} Ko en xlsx, ${Math.round(text.length / 1024)} Ko en csv`)

  const readingXlsx = floorOfReadingXlsx(bytes)
  const fromXlsx = await measureImport(bench, 'import-xlsx', xlsx, rows)
  const xlsxFloor = mean(readingXlsx, floorOfReadingXlsx(bytes)) + fromXlsx.floorOfStoring
  const readingCsv = floorOfReadingCsv(text)
  const fromCsv = await measureImport(bench, 'import-csv', csv, rows)
  const csvFloor = mean(readingCsv, floorOfReadingCsv(text)) + fromCsv.floorOfStoring
  say(`lire seulement : ${Math.round(readingXlsx)} ms (SheetJS), ${Math.round(readingCsv)} ms (papaparse)`)

  await withApp(bench, emptyProfile, async (app) => {
    await begin(app)
    for (const room of ['Personnes', 'Événements', 'Engagement', 'Rapports', 'Importer', 'Réglages', 'Accueil'])
      await app.page.getByRole('link', { name: room }).click()
  })
  const opening100 = await withApp(
    bench,
    await seeded(bench, 'cent', generateAssociation({ people: Math.min(100, count), attendances: Math.min(1000, attendances) })),
    ({ page }) => measureListOpening(page),
  )
  const full = await seeded(bench, 'plein', association)
  const [startEmpty, startFull] = await measureStarts(bench, emptyProfile, full)
  say(`démarrage : ${said(startEmpty)} à vide, ${said(startFull)} plein`)
  const { opening, search, engagement, calls, saved, browserVersion } = await withApp(bench, full, async (app) => {
    const opening = await measureListOpening(app.page)
    const search = await measureSearch(app.page)
    const engagement = await measureEngagement(app.page)
    const calls = await measureCalls(app.page)
    const saved = await measureExport(app, folder)
    return { opening, search, engagement, calls, saved, browserVersion: app.page.context().browser()?.version() ?? '' }
  })
  const reading = await withUnwatchedApp(bench, full, async ({ page }) => {
    // « Accueil » reads the same store when it opens: it must be done first.
    await page.locator('main button').first().waitFor({ timeout: 120_000 })
    return { attendance: await floorOfReadingAttendance(page), journal: await floorOfReadingJournal(page) }
  })
  const graph = await withApp(bench, await seeded(bench, 'maillage', generateMesh(meshSize)), ({ page }) => measureGraph(page, meshSize))
  say(`maillage de ${graph.people} personnes : ${Math.round(graph.drawn)} ms, au pire ${Math.round(graph.longestFrame)} ms par image`)
  say(`fichier enregistré : ${saved.rows} lignes`)

  const { all, empty } = bench.peaks
  const measured: Readonly<Record<BenchFigure['name'], readonly [number | null, number | null]>> = {
    'import.xlsx': [fromXlsx.total, xlsxFloor],
    'import.csv': [fromCsv.total, csvFloor],
    'search.p95': [search, fromXlsx.frame],
    'list.open': [opening, opening100],
    'engagement.cold': [engagement.cold, reading.attendance],
    'engagement.warm': [engagement.warm, reading.attendance],
    'calls.list': [calls, reading.journal],
    'export.xlsx': [saved.spent, saved.floor],
    'graph.3000': [graph.drawn, graph.floor],
    'graph.drag': [graph.longestFrame, fromXlsx.frame],
    'start.empty': [startEmpty.usable, null],
    'start.full': [startFull.usable, startEmpty.usable],
    'longtask.max': [Math.max(fromXlsx.longestTask, fromCsv.longestTask), 0],
    'memory.renderer': [all.renderer, empty.renderer],
    'memory.main': [all.main, empty.main],
  }
  return { figures: figureNames.map((name) => figure(name, ...measured[name])), browserVersion }
}

/** A profile that already holds an association. */
const seeded = async (bench: Bench, profile: string, { people, events, sheets }: ReturnType<typeof generateAssociation>): Promise<string> => {
  await withUnwatchedApp(bench, profile, async (app) => {
    await begin(app)
    const lastDay = events.reduce((latest, { date }) => (date !== null && date > latest ? date : latest), '')
    await seedProfile(app.page, { people, events, attendance: sheets, ...generateJournal(people, lastDay as IsoDate) })
  })
  return profile
}

const mean = (left: number, right: number): number => (left + right) / 2
const said = ({ usable, complete }: MeasuredStart): string => `${Math.round(usable)} ms (chiffres de l’accueil : ${Math.round(complete)} ms)`
