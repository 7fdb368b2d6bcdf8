import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import { expect, test } from '@playwright/test'
import exceljs from 'exceljs'
import type { EventId, PersonId } from '#domain/id'
import { date, eventId, makeEvent, makePerson, makeSheet, personId } from '#support/builders'
import { goTo, launchSeeded } from '#support/launch-seeded'
import type { LaunchedApp } from '#support/launch-options'
import { makeTemporaryFolder } from '#support/temporary-folder'

// Aïcha comes every year; Bruno stopped after 2024; Chloé missed 2025 and is back; David is new in 2025.
const people = [
  makePerson({ id: personId(1), firstName: 'Aïcha', lastName: 'Benali' }),
  makePerson({ id: personId(2), firstName: 'Bruno', lastName: 'Castel' }),
  makePerson({ id: personId(3), firstName: 'Chloé', lastName: 'Danton' }),
  makePerson({ id: personId(4), firstName: 'David', lastName: 'Étienne' }),
]
const cameByYear: Readonly<Record<string, readonly number[]>> = { '2023': [1, 2], '2024': [1, 2, 3], '2025': [1, 4], '2026': [1, 3, 4] }
const years = Object.keys(cameByYear)
const idOf = (year: string): EventId => eventId(Number(year))
const seed = {
  people,
  events: years.map((year) => makeEvent({ id: idOf(year), name: `Rencontre ${year}`, date: date(`${year}-02-10`) })),
  attendance: years.map((year) =>
    makeSheet(
      idOf(year),
      Object.fromEntries(
        (cameByYear[year] ?? []).map((number): [PersonId, { status: 'present'; hours: null }] => [
          personId(number),
          { status: 'present', hours: null },
        ]),
      ),
    ),
  ),
}

let folder: Awaited<ReturnType<typeof makeTemporaryFolder>>
let app: LaunchedApp
test.beforeEach(async () => {
  folder = await makeTemporaryFolder()
  app = await launchSeeded({ userData: join(folder.path, 'profil'), documents: join(folder.path, 'Documents') }, seed, '2026-03-12')
  await goTo(app.page, '/engagement')
})
test.afterEach(async () => {
  await app.close()
  await folder.remove()
})

test('un morceau de barre ouvre la liste des personnes qu’il compte, à la souris comme au clavier', async () => {
  const { page } = app
  await page.getByRole('tab', { name: 'D’une année à l’autre' }).click()
  await page.getByRole('button', { name: /^2025\s: 2 parties/ }).click()
  await expect(page.getByRole('grid')).toContainText('Castel Bruno')
  await expect(page.getByRole('grid')).toContainText('Danton Chloé')
  await expect(page.getByRole('grid')).not.toContainText('Benali')
  // One short sentence of the rule; the rest when asked for.
  await expect(page.getByText('Actives l’année précédente, plus en 2025.')).toBeVisible()
  await expect(page.getByText(/Nouvelle\s: jamais notée auparavant/)).toBeHidden()
  await page.getByRole('button', { name: 'La règle en entier' }).click()
  await expect(page.getByText(/Nouvelle\s: jamais notée auparavant/)).toBeVisible()
  await page.goBack()
  await page.getByRole('button', { name: /^2026\s: 1 revenue/ }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('grid')).toContainText('Danton Chloé')
  await expect(page.getByRole('grid')).not.toContainText('Castel')
})

test('un mois de la courbe ouvre les personnes actives ce mois-là, à la souris comme au clavier', async () => {
  const { page } = app
  const chart = page.locator('[data-chart=active]')
  const tip = chart.locator('.recharts-tooltip-wrapper')
  const surface = chart.locator('svg.recharts-surface').first()
  // The plot lies between its two axes; the middle of it is some month between the first and the last.
  const box = await chart.locator('.recharts-cartesian-grid').boundingBox()
  if (box === null) throw new Error('la courbe n’est pas dessinée')
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
  const countOf = async (): Promise<number> => Number(/^(\d+)\spersonne/.exec((await tip.getByText(/\spersonnes?$/).textContent()) ?? '')?.[1])
  const count = await countOf()
  expect(count).toBeGreaterThan(0)
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2)
  await expect(page.getByRole('heading', { level: 1, name: /^Personnes actives en / })).toBeVisible()
  await expect(page.getByRole('grid').getByRole('row')).toHaveCount(count + 1)
  await page.goBack()

  // The arrows go from month to month.
  await surface.focus()
  for (let step = 0; step < 40; step += 1) await page.keyboard.press('ArrowRight')
  const there = await countOf()
  expect(there).toBeGreaterThan(0)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: /^Personnes actives en / })).toBeVisible()
  await expect(page.getByRole('grid').getByRole('row')).toHaveCount(there + 1)
})

test('« Retour » retrouve la page comme on l’a laissée : onglet, choix, et au même endroit', async () => {
  const { page } = app
  await page.setViewportSize({ width: 1024, height: 640 })
  // By the menu, as people do: an address set from outside is no step of the history.
  await page.getByRole('link', { name: 'Accueil' }).click()
  await page.getByRole('link', { name: 'Engagement' }).click()
  await page.getByRole('tab', { name: 'D’une année à l’autre' }).click()
  const rate = page.getByRole('region', { name: 'Fidélité des nouvelles personnes' })
  await rate.scrollIntoViewIfNeeded()
  const main = page.locator('main')
  const height = await main.evaluate((element) => element.scrollTop)
  expect(height).toBeGreaterThan(100)
  await rate
    .getByRole('button', { name: /Voir la liste/ })
    .first()
    .click()
  await expect(page.getByRole('grid')).toBeVisible()
  await page.getByRole('button', { name: 'Retour' }).click()
  await expect(page.getByRole('tab', { name: 'D’une année à l’autre', selected: true })).toBeVisible()
  await expect.poll(() => main.evaluate((element) => element.scrollTop)).toBe(height)
  // Coming by the menu is another visit: from the top, with the same tab.
  await page.getByRole('link', { name: 'Accueil' }).click()
  await page.getByRole('link', { name: 'Engagement' }).click()
  await expect(rate).toBeVisible()
  expect(await main.evaluate((element) => element.scrollTop)).toBe(0)
})

test('chaque graphique a son tableau, aux mêmes chiffres', async () => {
  const { page } = app
  await page.getByRole('tab', { name: 'D’une année à l’autre' }).click()
  const states = page.getByRole('region', { name: 'Nouvelles, fidèles, revenues, parties' })
  await states.getByRole('button', { name: 'Voir le tableau' }).click()
  const row = states.getByRole('row', { name: /^2026/ })
  // Actives, nouvelles, fidèles, revenues, parties, décédées, fidélité.
  await expect(row.getByRole('cell')).toHaveText(['3', '0', '2', '1', '0', '0', '100\u202F%'])
})

test('le tableau d’un graphique s’enregistre avec sa règle, et se relit ailleurs', async () => {
  const { page } = app
  const path = join(folder.path, 'Documents', 'cohortes.xlsx')
  await app.answerDialogs([{ save: path }])
  await page.getByRole('tab', { name: 'Par cohorte' }).click()
  const map = page.getByRole('region', { name: 'Qui reste, selon l’année d’arrivée' })
  await map.getByRole('button', { name: 'Enregistrer le tableau' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'cohortes.xlsx' })).toBeVisible()
  const book = new exceljs.Workbook()
  await book.xlsx.readFile(path)
  const text = JSON.stringify(book.worksheets[0]?.getSheetValues())
  expect(text).toContain('2023')
  expect(text).toContain('Part de chaque cohorte')
})

test('l’image d’un graphique s’enregistre', async () => {
  const { page } = app
  const path = join(folder.path, 'Documents', 'actifs.png')
  await app.answerDialogs([{ save: path }])
  await page.getByRole('button', { name: 'Enregistrer l’image' }).first().click()
  await expect(page.getByRole('status').filter({ hasText: 'actifs.png' })).toBeVisible()
})

test('« Photo à une date » répond pour n’importe quel jour', async () => {
  const { page } = app
  await page.getByRole('tab', { name: 'Photo à une date' }).click()
  await page.getByLabel('Date de la photo').fill('2024')
  await expect(page.getByRole('heading', { name: /31 décembre 2024/ })).toBeVisible()
})

for (const tab of ['Au fil des mois', 'D’une année à l’autre', 'Par cohorte', 'Photo à une date']) {
  test(`« ${tab} » est accessible`, async () => {
    await app.page.getByRole('tab', { name: tab }).click()
    const { violations } = await new AxeBuilder({ page: app.page }).analyze()
    expect(
      violations
        .filter(({ impact }) => impact === 'serious' || impact === 'critical')
        .map(({ id, nodes }) => [id, nodes.map(({ html }) => html.slice(0, 200))]),
    ).toEqual([])
  })
}
