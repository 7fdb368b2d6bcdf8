// npm run demo: the whole main job on the sample association, without a screen: its spreadsheets through the real import, the report and the lists saved,
// every main screen in a picture. Writes demo-output/, says in ten lines what was done; any failure ends it with an error.
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { findElectron } from '../test/support/find-electron.ts'
import { launchApp } from '../test/support/launch.ts'
import { makeTemporaryFolder } from '../test/support/temporary-folder.ts'
import { makeCamera } from './demo/camera.ts'
import { importFiles, type Imported } from './demo/import-files.ts'
import { saveLists, saveReport } from './demo/save-files.ts'
import { visitScreens } from './demo/visit-screens.ts'
import { ensureBuilt } from './support/ensure-built.ts'
import { ensureChromium } from './support/ensure-chromium.ts'
import { root, say } from './support/tools.ts'

/** In the order in which a volunteer would import them. */
const sampleFiles = [
  'membres-2019-2025.xlsx',
  'roles.xlsx',
  'adhesions-helloasso-2026.csv',
  'donateurs.csv',
  'evenements.xlsx',
  'presences-2021-2024.csv',
  'presences-2025-2026.xlsx',
  'heures.ods',
] as const
/** A day after the last of the sample: the pictures are the same whenever they are taken. */
const today = '2026-11-20T10:00:00'

const built = await ensureBuilt()
if (built.code !== 0) {
  process.stderr.write(built.output)
  process.exit(1)
}
if (findElectron() === null && (await ensureChromium()) === null) process.exit(1)

const output = join(root, 'demo-output')
await rm(output, { recursive: true, force: true })
await mkdir(output)
const profile = await makeTemporaryFolder()
const app = await launchApp({
  userData: join(profile.path, 'profil'),
  documents: join(profile.path, 'Documents'),
  colorScheme: 'light',
  viewport: { width: 1280, height: 800 },
})
try {
  const { page } = app
  page.setDefaultTimeout(60_000)
  await page.clock.setFixedTime(new Date(today))
  const camera = await makeCamera(page, join(output, 'captures'))
  await page.getByRole('heading', { name: 'Bienvenue dans Maillage' }).waitFor()
  await camera.shoot('bienvenue')
  await page.getByLabel('Nom de votre association').fill('Les Passerelles')
  await page.getByRole('button', { name: /Importer un tableur/u }).click()
  await page.getByRole('button', { name: 'Choisir des fichiers' }).waitFor()
  await camera.shoot('importer')
  say('les tableurs de l’association d’exemple passent par « Importer »')
  const imported = await importFiles(
    app,
    sampleFiles.map((name) => join(root, 'resources/sample', name)),
    camera,
  )
  await visitScreens(page, camera)
  const lists = await saveLists(app, output)
  const people = Number(await page.getByRole('grid').getAttribute('aria-rowcount')) - 1
  for (const [fileName, count] of lists) if (count !== people) throw new Error(`${fileName} : ${count} personnes relues au lieu de ${people}`)
  const report = await saveReport(app, output)
  const events = await countEvents()
  const sum = (field: Exclude<keyof Imported, 'fileName'>): string => french(imported.reduce((total, file) => total + file[field], 0))
  process.stdout.write(
    [
      'Les Passerelles, association d’exemple : tout le chemin, des tableurs au financeur',
      `  ${imported.length} tableurs importés par l’écran « Importer », sans rien préparer`,
      `  ${sum('rows')} lignes lues, ${sum('rejected')} rejetées`,
      `  ${sum('created')} fiches créées, ${sum('changed')} complétées, ${sum('attendances')} présences notées`,
      `  ${french(people)} personnes et ${french(events)} événements`,
      `  listes relues, ${french(people)} personnes dans chacune : ${[...lists.keys()].join(', ')}`,
      `  rapport du financeur, ${report.period.charAt(0).toLowerCase()}${report.period.slice(1)}`,
      `    rapport.xlsx : ${report.sheets.join(', ')}`,
      `    rapport.pdf : ${report.pdfKilobytes} Ko`,
      `  ${camera.count()} captures d’écran, en clair et en sombre ; tout est dans demo-output/`,
    ].join('\n') + '\n',
  )

  async function countEvents(): Promise<number> {
    await page.getByRole('link', { name: 'Événements' }).click()
    await page.getByRole('row').nth(2).waitFor()
    return Number(await page.getByRole('grid').getAttribute('aria-rowcount')) - 1
  }
} finally {
  await app.close()
  await profile.remove()
}

function french(count: number): string {
  return new Intl.NumberFormat('fr').format(count)
}
