import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import type { EventId, PersonId } from '#domain/id'
import { builtInRoleKinds } from '#domain/role'
import { date, eventId, hoursId, makeEvent, makeHours, makePerson, makeRole, makeSheet, personId, roleId, rolesById } from '#support/builders'
import { goTo, launchSeeded } from '#support/launch-seeded'
import type { LaunchedApp } from '#support/launch-options'
import { makeTemporaryFolder } from '#support/temporary-folder'

// Every figure opens the very people it counts. Aïcha comes each year; Bruno stopped after 2024; Chloé missed 2025; David is new in 2025; Émile only gives hours.
const people = [
  makePerson({ id: personId(1), firstName: 'Aïcha', lastName: 'Benali', roles: rolesById(makeRole({ id: roleId(1), start: date('2023-01-15') })) }),
  makePerson({
    id: personId(2),
    firstName: 'Bruno',
    lastName: 'Castel',
    roles: rolesById(makeRole({ id: roleId(2), start: date('2023'), end: date('2024-12-31') })),
  }),
  makePerson({ id: personId(3), firstName: 'Chloé', lastName: 'Danton' }),
  makePerson({ id: personId(4), firstName: 'David', lastName: 'Étienne' }),
  makePerson({ id: personId(5), firstName: 'Émile', lastName: 'Faure' }),
]
const cameByYear: Readonly<Record<string, readonly number[]>> = { '2023': [1, 2], '2024': [1, 2, 3], '2025': [1, 4], '2026': [1, 3, 4] }
const years = Object.keys(cameByYear)
const idOf = (year: string): EventId => eventId(Number(year))
const seed = {
  people,
  roleKinds: builtInRoleKinds,
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
  hours: [makeHours({ id: hoursId(1), personId: personId(5), date: date('2026-01-20'), hours: 3 })],
}

let folder: Awaited<ReturnType<typeof makeTemporaryFolder>>
let app: LaunchedApp
test.beforeEach(async () => {
  folder = await makeTemporaryFolder()
  app = await launchSeeded({ userData: join(folder.path, 'profil'), documents: join(folder.path, 'Documents') }, seed, '2026-03-12')
})
test.afterEach(async () => {
  await app.close()
  await folder.remove()
})

const listed = (page: Page) =>
  page
    .getByRole('grid', { name: 'Liste des personnes' })
    .getByRole('row')
    .filter({ has: page.getByRole('gridcell') })
    .locator('[role=gridcell]:nth-child(2)')
const goToFigures = async (page: Page, tab: string): Promise<void> => {
  await goTo(page, '/engagement')
  await page.getByRole('tab', { name: tab }).click()
}

test('chaque graphique et chaque chiffre de l’accueil ouvre la liste des personnes qu’il compte', async () => {
  const { page } = app
  await test.step('les mois, par leur tableau', async () => {
    await goToFigures(page, 'Au fil des mois')
    const months = page.getByRole('region', { name: 'Personnes actives, mois par mois' })
    await months.getByRole('button', { name: 'Voir le tableau' }).click()
    await months
      .getByRole('row', { name: /^mars 2026/u })
      .getByRole('button', { name: '4', exact: true })
      .click()
    await expect(listed(page)).toHaveText(['Benali Aïcha', 'Danton Chloé', 'Étienne David', 'Faure Émile'])
  })
  await test.step('une case de cohorte', async () => {
    await goToFigures(page, 'Par cohorte')
    await page.getByRole('button', { name: /^Arrivées en 2023, \+ 2 ans\s: 50\s%/u }).click()
    await expect(listed(page)).toHaveText(['Benali Aïcha'])
  })
  await test.step('le taux de fidélité et la première année', async () => {
    await goToFigures(page, 'D’une année à l’autre')
    await page.getByRole('region', { name: 'Fidélité des nouvelles personnes' }).getByRole('button', { name: /^2025/u }).click()
    await expect(listed(page)).toHaveText(['Étienne David'])
    await goToFigures(page, 'D’une année à l’autre')
    await page.getByRole('region', { name: 'Taux de fidélité' }).getByRole('button', { name: /^2025/u }).click()
    await expect(listed(page)).toHaveText(['Benali Aïcha'])
  })
  await test.step('la photo à une date', async () => {
    await goToFigures(page, 'Photo à une date')
    await page.getByLabel('Date de la photo').fill('15/06/2024')
    await page
      .getByRole('region', { name: /15 juin 2024/u })
      .getByRole('button', { name: /^bénévole/iu })
      .click()
    await expect(listed(page)).toHaveText(['Benali Aïcha', 'Castel Bruno'])
  })
  await test.step('l’accueil', async () => {
    await goTo(page, '/')
    await page.getByRole('button', { name: /2 il y a un an/u }).click()
    await expect(listed(page)).toHaveText(['Benali Aïcha', 'Étienne David'])
    await goTo(page, '/')
    await page.getByRole('button', { name: /Heures données/u }).click()
    await expect(listed(page)).toHaveText(['Faure Émile'])
  })
})

test('la liste d’un chiffre dit sa règle et s’exporte telle quelle', async () => {
  const { page } = app
  await goToFigures(page, 'D’une année à l’autre')
  await page.getByRole('button', { name: /^2025\s: 2 parties/u }).click()
  await expect(listed(page)).toHaveText(['Castel Bruno', 'Danton Chloé'])
  await page.getByRole('button', { name: 'La règle en entier' }).click()
  await expect(page.getByText('Partie : active l’année précédente, plus cette année.')).toBeVisible()
  await app.answerDialogs([{ save: join(folder.path, 'parties.csv') }])
  await page.getByRole('button', { name: 'Exporter', exact: true }).click()
  await page.getByRole('combobox', { name: 'Format' }).click()
  await page.getByRole('option', { name: 'Texte (.csv)' }).click()
  await page.getByRole('button', { name: 'Enregistrer le fichier…' }).click()
  await expect(page.getByText(/2 personnes dans «\sparties\.csv/u)).toBeVisible()
})

test('sous chaque graphique, sa règle', async () => {
  const { page } = app
  const rules: Readonly<Record<string, readonly [region: string, rule: RegExp][]>> = {
    'Au fil des mois': [
      [
        'Personnes actives, mois par mois',
        /Est active une personne qui, dans les 12 mois précédents, est venue à un événement ou a donné des heures\./u,
      ],
    ],
    'D’une année à l’autre': [
      [
        'Nouvelles, fidèles, revenues, parties',
        /Fidèle\s: active cette année et la précédente\. Revenue\s: active autrefois, pas l’année précédente\./u,
      ],
      ['Taux de fidélité', /divisées par les personnes actives l’année d’avant/u],
      ['Fidélité des nouvelles personnes', /Part des nouvelles personnes d’une année encore actives l’année suivante\./u],
    ],
    'Par cohorte': [
      ['Qui reste, selon l’année d’arrivée', /Part de chaque cohorte active une, deux, trois années plus tard\./u],
      ['Les mêmes cohortes, en courbes', /Part de chaque cohorte/u],
    ],
    'Photo à une date': [['Qui avait quel rôle', /Un rôle compte s’il a commencé ce jour-là ou avant, et n’était pas terminé\./u]],
  }
  for (const [tab, charts] of Object.entries(rules)) {
    await goToFigures(page, tab)
    for (const [region, rule] of charts) await expect(page.getByRole('region', { name: region }).getByText(rule)).toBeVisible()
  }
})
