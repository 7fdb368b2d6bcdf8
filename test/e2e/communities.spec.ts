import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { expect, test, type Page } from '@playwright/test'
import { communityId, date, eventId, makeCommunity, makeEvent, makePerson, makeSheet, personId } from '#support/builders'
import { goTo, launchSeeded } from '#support/launch-seeded'
import type { LaunchedApp } from '#support/launch-options'
import { makeTemporaryFolder } from '#support/temporary-folder'

const here = { status: 'present' as const, hours: null }
const email = [{ address: 'a@exemple.fr', label: 'home' as const }]
const agreed = { 'email:news': { given: true, on: null, source: '' } }
const seed = {
  people: [
    makePerson({ id: personId(1), firstName: 'Aïcha', lastName: 'Benali', emails: email, consents: agreed }),
    makePerson({ id: personId(2), firstName: 'Bruno', lastName: 'Castel', emails: email }),
    makePerson({ id: personId(3), firstName: 'Chloé', lastName: 'Dubois', doNotContact: true }),
  ],
  events: [makeEvent({ id: eventId(1), name: 'Café de février', date: date('2026-02-10') })],
  attendance: [makeSheet(eventId(1), { [personId(1)]: here, [personId(2)]: here })],
  communities: [makeCommunity({ id: communityId(1), name: 'Les anciens', charter: 'On s’écoute, on se tutoie.' })],
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
const obstacles = async (page: Page): Promise<readonly string[]> => {
  // Whatever appears softly is looked at once it is there.
  await page.evaluate(() => Promise.all(document.getAnimations().map(({ finished }) => finished.catch(() => undefined))))
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`))
}
const tab = (page: Page, name: string) => page.getByRole('tab', { name }).click()

test('une coordinatrice lance un groupe local : but, membres, rendez-vous, première étape, lettre', async () => {
  const { page } = app
  await goTo(page, '/communities')
  await page.getByRole('button', { name: 'Nouvelle communauté' }).click()
  await page.getByLabel('Nom', { exact: true }).fill('Lille')
  await page.getByLabel('Type').selectOption({ label: 'groupe local' })
  await page
    .getByRole('combobox', { name: 'Dans' })
    .or(page.getByLabel('Dans', { exact: true }))
    .first()
    .click()
  await page.getByRole('option', { name: 'Les anciens' }).click()
  await page.getByLabel('Responsable').fill('benali')
  await page.getByRole('option', { name: /Benali Aïcha/u }).click()
  await page.getByLabel('Ce qui la réunit').fill('Se retrouver près de chez soi.')
  await page.getByRole('button', { name: 'Créer la communauté' }).click()

  // Without a charter of its own, a local group shows the one above.
  await expect(page.getByRole('heading', { level: 1, name: 'Lille' })).toBeVisible()
  await expect(page.getByRole('region', { name: 'Charte' })).toContainText(
    'celle de « Les anciens »'.replaceAll(/« | »/gu, (space) => space.replace(' ', '\u00A0')),
  )
  await expect(page.getByRole('region', { name: 'Charte' })).toContainText('On s’écoute, on se tutoie.')
  expect(await obstacles(page)).toEqual([])

  await tab(page, 'Membres')
  const add = page.getByLabel('Ajouter un membre')
  for (const [typed, option] of [
    ['aicha', /Benali Aïcha/u],
    ['castel', /Castel Bruno/u],
    ['dubois', /Dubois Chloé/u],
    ['Farid Gharbi', /Créer « Farid Gharbi »/u],
  ] as const) {
    await add.fill(typed)
    await page.getByRole('option', { name: option }).click()
  }
  await expect(page.getByRole('grid')).toContainText('Gharbi Farid')
  await expect(page.getByText('4 membres au 12 mars 2026')).toBeVisible()
  await page.getByRole('button', { name: 'Lettre d’information' }).click()
  await expect(page.getByText('1 destinataire', { exact: true })).toBeVisible()
  await expect(page.getByRole('button', { name: '1 à ne pas contacter' })).toBeVisible()
  await expect(page.getByRole('button', { name: '1 sans e-mail' })).toBeVisible()
  await page.getByLabel(/jamais|rien demandé/u).check()
  await expect(page.getByText('2 destinataires', { exact: true })).toBeVisible()
  expect(await obstacles(page)).toEqual([])
  await page.keyboard.press('Escape')

  await tab(page, 'Rendez-vous')
  await page.getByRole('button', { name: 'Ajouter un rendez-vous' }).click()
  await page.getByLabel('Nom', { exact: true }).fill('Café du mardi')
  await page.getByLabel('À partir du').fill('01/01/2026')
  await page.getByLabel('Lequel').selectOption({ label: '2e' })
  await page.getByLabel('Jour', { exact: true }).selectOption({ label: 'mardi' })
  await expect(page.getByText('chaque mois, le 2e mardi')).toBeVisible()
  expect(await obstacles(page)).toEqual([])
  await page.getByRole('button', { name: 'Enregistrer' }).click()
  const ritual = page.getByRole('article', { name: 'Café du mardi' })
  await expect(ritual).toContainText('mardi 14 avril 2026')
  // Members joined today only: the event of February was not theirs, and no past date is hidden.
  await expect(ritual.getByText('3 dates passées dont on ne sait rien')).toBeVisible()
  await ritual.getByRole('button', { name: 'Le 10 février 2026 : a eu lieu'.replace(' :', '\u00A0:') }).click()
  await expect(ritual.getByText('2 dates passées dont on ne sait rien')).toBeVisible()
  expect(await obstacles(page)).toEqual([])

  await tab(page, 'Lancement')
  await expect(page.getByText('Prochaine : Écrire ce qui la réunit.'.replace(' :', '\u00A0:'))).toBeVisible()
  await page.getByRole('checkbox', { name: 'Écrire ce qui la réunit' }).click()
  await expect(page.getByText('1 sur 14 étapes faites')).toBeVisible()
  expect(await obstacles(page)).toEqual([])

  await tab(page, 'Journal et moyens')
  await page.getByRole('button', { name: 'Noter ce qui a été fait' }).click()
  await page.getByLabel('Quoi').fill('Salle prêtée par la mairie')
  await page.getByLabel('Heures passées').fill('1,5')
  await page.getByLabel('Argent dépensé').fill('12,50')
  await page.getByRole('button', { name: 'Enregistrer' }).click()
  await expect(page.getByRole('row', { name: /2026/u })).toContainText('12,50')
  expect(await obstacles(page)).toEqual([])

  await goTo(page, `/people/${personId(1)}`)
  await expect(page.getByRole('region', { name: 'Communautés' })).toContainText('depuis le 12 mars 2026')
})

test('une sélection rejoint une communauté, et Ctrl+Z la reprend', async () => {
  const { page } = app
  await goTo(page, '/people')
  await expect(page.getByRole('row').nth(1)).toHaveText(/\p{L}/u)
  await page.getByRole('grid').focus()
  await page.keyboard.press('Control+a')
  await page.getByRole('button', { name: 'Communauté', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Les anciens' }).click()
  await expect(page.getByText(/3 personnes sont membres de/u)).toBeVisible()
  await goTo(page, '/communities')
  const row = page.getByRole('row', { name: /Les anciens/u })
  await expect(row.getByRole('gridcell').nth(3)).toHaveText('3')
  await page.getByRole('heading', { level: 1 }).click()
  await page.keyboard.press('Control+z')
  await expect(row.getByRole('gridcell').nth(3)).toHaveText('0')
})

test('une expérience ratée se note, pour celles et ceux qui viendront après', async () => {
  const { page } = app
  await goTo(page, '/communities/practices')
  await page.getByRole('button', { name: 'Nouvelle expérience' }).click()
  await page.getByLabel('Nom', { exact: true }).fill('Soirée sans inscription')
  await page.getByLabel('Résultat').selectOption({ label: 'échec' })
  await page.getByLabel('Ce qu’on en retient').fill('Toujours demander qui vient.')
  await page.getByRole('button', { name: 'Enregistrer' }).click()
  await expect(page.getByRole('row', { name: /Soirée sans inscription/u })).toContainText('Toujours demander qui vient.')
  expect(await obstacles(page)).toEqual([])
})
