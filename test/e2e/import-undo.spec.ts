import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { checkRows, applyImport, countPeople, goToImport, importFile, isUnderstood, receiptLine } from '#support/import-screens'
import { launchApp } from '#support/launch'
import type { LaunchedApp } from '#support/launch-options'
import { makeTemporaryFolder } from '#support/temporary-folder'
import { saveWorkbook } from '#support/workbook'

// Import without fear: whatever was brought in can be taken back, at once or much later.
let folder: Awaited<ReturnType<typeof makeTemporaryFolder>>
let app: LaunchedApp
const launch = (): Promise<LaunchedApp> => launchApp({ userData: join(folder.path, 'profil'), documents: join(folder.path, 'Documents') })
const members = (): Promise<string> =>
  saveWorkbook(join(folder.path, 'adhérents.xlsx'), {
    Feuille1: [
      ['Nom', 'Prénom', 'E-mail'],
      ['Benali', 'Aïcha', 'aicha@exemple.fr'],
      ['Castel', 'Bruno', 'bruno@exemple.fr'],
      ['Danton', 'Chloé', 'chloe@exemple.fr'],
    ],
  })

test.beforeEach(async () => {
  folder = await makeTemporaryFolder()
  app = await launch()
})
test.afterEach(async () => {
  await app.close()
  await folder.remove()
})

test('Ctrl+Z reprend tout l’import d’un coup, Ctrl+Maj+Z le refait', async () => {
  const { page } = app
  await importFile(app, await members())
  await page.getByRole('heading', { name: 'C’est importé' }).click()
  await page.keyboard.press('Control+z')
  await expect(page.getByText('Annulé : l’import de « adhérents.xlsx ».')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Annulé' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Annuler cet import' })).toHaveCount(0)
  expect(await countPeople(page)).toBe(0)
  await page.keyboard.press('Control+Shift+z')
  await expect(page.getByText('Rétabli : l’import de « adhérents.xlsx ».')).toBeVisible()
  await expect(page.getByRole('grid')).toHaveAttribute('aria-rowcount', '4')
})

test('« Annuler cet import » bien plus tard : ce qui a été modifié depuis est montré, et l’on choisit', async () => {
  await importFile(app, await members())
  await app.close()
  app = await launch()
  await app.page.getByRole('link', { name: 'Personnes' }).click()
  await app.page.getByRole('row', { name: /Castel Bruno/u }).dblclick()
  await app.page.getByRole('button', { name: 'Modifier' }).click()
  await app.page.getByLabel('Nom', { exact: true }).fill('Castel-Morin')
  await app.page.keyboard.press('Control+s')
  await expect(app.page.getByRole('heading', { level: 1, name: 'Bruno Castel-Morin' })).toBeVisible()
  await app.close()

  app = await launch()
  const { page } = app
  await goToImport(page)
  const cancel = page.getByRole('button', { name: 'Annuler cet import' })
  await cancel.click()
  const conflicts = page.getByRole('region', { name: 'Annuler l’import de « adhérents.xlsx »' })
  await expect(conflicts).toContainText('Castel')
  await expect(conflicts).toContainText('Castel-Morin')
  await conflicts.getByRole('button', { name: 'Ne rien annuler' }).click()
  expect(await countPeople(page)).toBe(3)

  await goToImport(page)
  await cancel.click()
  await conflicts.getByRole('button', { name: 'Annuler l’import et garder les modifications plus récentes' }).click()
  await expect(page.getByText('L’import de « adhérents.xlsx » est annulé.')).toBeVisible()
  await expect(page.getByText('Annulé', { exact: true })).toBeVisible()
  await expect(cancel).toHaveCount(0)
  expect(await countPeople(page)).toBe(1)
  await expect(page.getByRole('row', { name: /Castel-Morin Bruno/u })).toBeVisible()
})

test('un fichier se dépose à la souris', async () => {
  const { page } = app
  const bytes = [...(await readFile(await members()))]
  await goToImport(page)
  await page.getByRole('button', { name: 'Choisir des fichiers' }).evaluate((button, content) => {
    const data = new DataTransfer()
    data.items.add(new File([Uint8Array.from(content)], 'adhérents.xlsx'))
    for (const kind of ['dragover', 'drop']) button.dispatchEvent(new DragEvent(kind, { dataTransfer: data, bubbles: true, cancelable: true }))
  }, bytes)
  await isUnderstood(page)
  await checkRows(app)
  await applyImport(app)
  await expect(receiptLine(page, 'Fiches créées')).toHaveText('3')
})
