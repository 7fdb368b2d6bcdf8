import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import type { PersonId } from '#domain/id'
import { date, eventId, makeEvent, makePerson, makeSheet, makeTerritory, personId, territoryId } from '#support/builders'
import { goTo, launchSeeded } from '#support/launch-seeded'
import type { LaunchedApp } from '#support/launch-options'
import { makeTemporaryFolder } from '#support/temporary-folder'

// Aïcha, Bruno and Chloé meet; Chloé alone knows David; Elsa came alone, and lives where Aïcha does.
const makeOne = (number: number, firstName: string, lastName: string, lives = false) =>
  makePerson({ id: personId(number), firstName, lastName, ...(lives ? { territoryId: territoryId(1) } : {}) })
const meeting = (number: number, on: string, came: readonly number[]) => ({
  event: makeEvent({ id: eventId(number), name: `Rencontre ${number}`, date: date(on) }),
  sheet: makeSheet(
    eventId(number),
    Object.fromEntries(came.map((who): [PersonId, { status: 'present'; hours: null }] => [personId(who), { status: 'present', hours: null }])),
  ),
})
const meetings = [meeting(1, '2026-01-10', [1, 2, 3]), meeting(2, '2026-02-10', [3, 4]), meeting(3, '2026-02-11', [5])]
const seed = {
  territories: [makeTerritory()],
  people: [
    makeOne(1, 'Aïcha', 'Benali', true),
    makeOne(2, 'Bruno', 'Castel'),
    makeOne(3, 'Chloé', 'Danton'),
    makeOne(4, 'David', 'Étienne'),
    makeOne(5, 'Elsa', 'Fabre', true),
  ],
  events: meetings.map(({ event }) => event),
  attendance: meetings.map(({ sheet }) => sheet),
}

let folder: Awaited<ReturnType<typeof makeTemporaryFolder>>
let app: LaunchedApp
test.beforeEach(async () => {
  folder = await makeTemporaryFolder()
  app = await launchSeeded({ userData: join(folder.path, 'profil'), documents: join(folder.path, 'Documents') }, seed, '2026-03-12')
  await goTo(app.page, '/communities/ties')
})
test.afterEach(async () => {
  await app.close()
  await folder.remove()
})

const showList = (page: Page) => page.getByText('Liste', { exact: true }).click()
const rowOf = (page: Page, name: string) => page.getByRole('grid').getByRole('row').filter({ hasText: name })

test('une présentation faite se voit dans le dessin, dans sa liste et sur les deux fiches', async () => {
  const { page } = app
  const introduction = page.getByRole('group', { name: 'Présenter Aïcha Benali et Elsa Fabre' })
  await expect(introduction).toContainText('même territoire : Rennes')
  await introduction.getByRole('button', { name: 'Présenter' }).click()
  await introduction.getByLabel('Qui les présente').fill('bruno')
  await page.getByRole('option', { name: 'Bruno Castel' }).click()
  await introduction.getByRole('button', { name: 'C’est fait' }).click()
  await expect(page.getByText('Aïcha Benali et Elsa Fabre sont présentés.')).toBeVisible()
  await expect(page.getByRole('img', { name: /^Dessin du réseau\s: 5 personnes, 5 liens/u })).toBeVisible()
  await expect(page.getByText('Personne n’est isolé.')).toBeVisible()
  await showList(page)
  await expect(rowOf(page, 'Fabre Elsa')).toContainText('Aïcha Benali (1)')

  await goTo(page, `/people/${personId(5)}`)
  const ties = page.getByRole('region', { name: 'Ses liens' })
  await expect(ties).toContainText('a été présentée à Aïcha Benali')
  await expect(ties).toContainText('par Bruno Castel')
  await goTo(page, `/people/${personId(1)}`)
  await expect(ties).toContainText('a été présentée à Elsa Fabre')
  await goTo(page, `/people/${personId(2)}`)
  await expect(ties).toContainText('Aïcha Benali et Elsa Fabre')
})

test('le chiffre des personnes isolées est sa liste, le pont dit qui il couperait, et le clavier suffit', async () => {
  const { page } = app
  const isolated = page.getByRole('region', { name: 'Personnes isolées' })
  await expect(isolated).toContainText('1')
  await isolated.getByRole('button', { name: /Voir la liste/u }).press('Enter')
  await expect(page.getByRole('grid').getByRole('row')).toHaveCount(2)
  await expect(rowOf(page, 'Fabre Elsa')).toBeVisible()
  await page.goBack()
  const bridges = page.getByRole('region', { name: 'Personnes-ponts' })
  await expect(bridges).toContainText('Chloé Danton')
  await bridges.getByRole('button', { name: 'couperait 1 personne' }).click()
  await expect(rowOf(page, 'Étienne David')).toBeVisible()
  await expect(page.getByRole('grid').getByRole('row')).toHaveCount(2)
  await page.goBack()

  // Somebody in sight, then everybody again.
  await page.getByRole('combobox', { name: 'Chercher une personne' }).fill('chloé')
  await page.getByRole('option', { name: 'Chloé Danton' }).click()
  await expect(page.getByText('Chloé Danton : 3 liens, personne-pont')).toBeVisible()
  await page.getByRole('img', { name: /^Dessin du réseau/u }).press('Escape')
  await expect(page.getByText('Chloé Danton : 3 liens, personne-pont')).toBeHidden()
  await showList(page)
  await expect(rowOf(page, 'Danton Chloé')).toContainText('oui')
  await expect(rowOf(page, 'Castel Bruno')).toContainText('non')
  await rowOf(page, 'Danton Chloé').getByRole('button', { name: '3' }).click()
  await expect(page.getByRole('grid').getByRole('row')).toHaveCount(4)
})

test('« Pas maintenant » écarte la paire, et l’annuler la ramène ; un responsable se voit près des coordonnées', async () => {
  const { page } = app
  const introduction = page.getByRole('group', { name: 'Présenter Aïcha Benali et Elsa Fabre' })
  await introduction.getByRole('button', { name: 'Pas maintenant' }).click()
  await expect(introduction).toBeHidden()
  await page.getByRole('button', { name: 'Annuler', exact: true }).click()
  await expect(introduction).toBeVisible()

  await goTo(page, `/people/${personId(4)}`)
  const ties = page.getByRole('region', { name: 'Ses liens' })
  await ties.getByRole('button', { name: 'Ajouter un lien' }).click()
  await ties.getByRole('combobox', { name: 'Lien' }).click()
  await page.getByRole('option', { name: 'a pour responsable' }).click()
  await ties.getByRole('combobox', { name: 'Avec qui' }).fill('benali')
  await page.getByRole('option', { name: 'Aïcha Benali' }).click()
  await ties.getByRole('button', { name: 'Enregistrer le lien' }).click()
  await expect(page.getByRole('list', { name: 'Responsable' })).toContainText('Aïcha Benali')
  await ties.getByRole('button', { name: /Modifier ce lien/u }).click()
  await ties.getByRole('button', { name: 'Retirer ce lien' }).click()
  await expect(page.getByRole('list', { name: 'Responsable' })).toBeHidden()
})
