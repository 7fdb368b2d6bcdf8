import type { LaunchedApp } from '#support/launch-options'
import { floorOfAFrame, floorOfStoring } from './floors.ts'
import type { FileRow } from './generate-files.ts'
import { begin, withApp, withUnwatchedApp, type Bench } from './session.ts'

/** How long each step of an import took, in milliseconds: all that the application does by itself, from the file chosen to the list. */
export interface ImportTimes {
  /** The file read, its rows in the data thread, its columns understood. */
  readonly reading: number
  /** Every row drafted, checked and compared. */
  readonly judging: number
  /** Written, journaled, acknowledged by the receipt. */
  readonly writing: number
  /** « Voir les personnes », to the painted list. */
  readonly showing: number
}

export interface MeasuredImport {
  readonly times: ImportTimes
  readonly total: number
  readonly stored: number
  /** Raw puts of the same rows, in the same window. */
  readonly floorOfStoring: number
  readonly frame: number
  /** Longest block of the window, in milliseconds; 0 when none was over 50. */
  readonly longestTask: number
}

/** Imports a file into a new association through the screens of « Importer », as fast as a hand could ever press the buttons. */
export const measureImport = async (bench: Bench, profile: string, file: string, rows: readonly FileRow[]): Promise<MeasuredImport> => {
  // Before and after, in a window of their own.
  const before = await withUnwatchedApp(bench, 'plancher', ({ page }) => floorOfStoring(page, rows))
  const measured = await withApp(bench, profile, async (app) => {
    await begin(app)
    const frame = await floorOfAFrame(app.page)
    await app.page.getByRole('link', { name: 'Importer' }).click()
    await app.answerDialogs([{ open: [file] }])
    const { times, longestTask } = await app.page.evaluate(pressThrough)
    const stored = await countPeople(app)
    await settle(app)
    return { times, longestTask, stored, frame }
  })
  const after = await withUnwatchedApp(bench, 'plancher', ({ page }) => floorOfStoring(page, rows))
  const { times, stored, longestTask } = measured
  bench.say(
    `${profile} : ${stored} personnes, ${JSON.stringify(roundAll(times))}, puts ${Math.round(before)} et ${Math.round(after)} ms, plus long blocage ${Math.round(longestTask)} ms`,
  )
  return { ...measured, total: times.reading + times.judging + times.writing + times.showing, floorOfStoring: (before + after) / 2 }
}

/** The rows of the list, as it counts them. */
const countPeople = async ({ page }: LaunchedApp): Promise<number> => Number(await page.getByRole('grid').getAttribute('aria-rowcount')) - 1

/** The copy that follows an import goes on behind: its memory counts, and nothing else must share the machine with it. */
const settle = async ({ page }: LaunchedApp): Promise<void> => {
  await page.getByRole('link', { name: 'Réglages' }).click()
  await page.getByRole('navigation', { name: 'Rubriques' }).waitFor()
  await page.waitForFunction(async () => (await window.desktop.safetyState()).lastBackup !== null, null, { timeout: 120_000, polling: 500 })
}

// Runs in the page.
const pressThrough = async (): Promise<{ readonly times: ImportTimes; readonly longestTask: number }> => {
  const { probe } = window
  const chosen = await probe.click('button', /^Choisir des fichiers$/)
  const understood = await probe.painted(() => probe.find('h1', /^Ce que nous avons compris$/) !== null)
  const asked = await probe.click('button', /^Vérifier les lignes$/)
  const judged = await probe.painted(() => probe.find('h1', /^Vérifier avant d’écrire$/) !== null)
  const confirmed = await probe.click('button', /^Importer \d/)
  const written = await probe.painted(() => probe.find('h2', /^C’est importé$/) !== null)
  const left = await probe.click('button', /^Voir les personnes$/)
  const shown = await probe.painted(probe.hasRows)
  return {
    times: { reading: understood - chosen, judging: judged - asked, writing: written - confirmed, showing: shown - left },
    longestTask: Math.max(0, ...probe.longTasksSince(chosen)),
  }
}

const roundAll = (times: ImportTimes): Record<string, number> =>
  Object.fromEntries(Object.entries(times).map(([step, spent]) => [step, Math.round(spent)]))
