import AxeBuilder from '@axe-core/playwright'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { builtInRoleKinds } from '#domain/role'
import {
  date,
  makeAddress,
  makeEvent,
  makePerson,
  makeRole,
  makeSheet,
  makeTag,
  personId,
  roleId,
  rolesById,
  tagId,
  eventId,
} from '#support/builders'
import type { LaunchedApp } from '#support/launch-options'
import { goTo, launchSeeded } from '#support/launch-seeded'
import { makeTemporaryFolder } from '#support/temporary-folder'

const camille = makePerson({
  id: personId(1),
  emails: [{ address: 'camille@exemple.fr', label: 'home' }],
  addresses: [makeAddress({ street: '3 rue des Lilas', postalCode: '42000', city: 'Saint-Étienne', communeCode: '42218' })],
  roles: rolesById(makeRole({ id: roleId(1), start: date('2021'), end: date('2023-06-30') }), makeRole({ id: roleId(2), start: date('2025-09') })),
  tags: { [tagId(1)]: true },
})
const loic = makePerson({
  id: personId(2),
  firstName: 'Loïc',
  lastName: 'Le Goff',
  phones: [{ number: '+33612345678', label: 'mobile' }],
  doNotContact: true,
})
const workshop = makeEvent({ id: eventId(1), name: 'Atelier CV', date: date('2025-11-08') })
const seed = {
  people: [camille, loic],
  roleKinds: builtInRoleKinds,
  tags: [makeTag()],
  events: [workshop],
  attendance: [makeSheet(workshop.id, { [camille.id]: { status: 'present', hours: 2 } })],
}

const cleanUps: (() => Promise<void>)[] = []
test.afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp()
})
const openPeople = async (): Promise<LaunchedApp> => {
  const { path, remove } = await makeTemporaryFolder()
  cleanUps.push(remove)
  const app = await launchSeeded({ userData: join(path, 'app'), documents: join(path, 'documents') }, seed, '2026-03-12')
  cleanUps.push(() => app.kill().catch(() => undefined))
  await goTo(app.page, '/people')
  await expect(app.page.getByRole('grid', { name: 'Liste des personnes' })).toBeVisible()
  return app
}
const names = (page: Page) =>
  page
    .getByRole('row')
    .filter({ has: page.getByRole('gridcell') })
    .locator('[role=gridcell]:nth-child(2)')
const isAccessible = async (page: Page): Promise<void> => {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)).toEqual([])
}

test('au clavier seul : créer, chercher sans accents, ouvrir, modifier, annuler', async () => {
  const { page } = await openPeople()
  await expect(names(page)).toHaveText(['Durand Camille', /Le Goff Loïc/])

  await page.keyboard.press('n')
  await expect(page.getByLabel('Nom', { exact: true })).toBeFocused()
  await page.keyboard.type('Béranger')
  await page.keyboard.press('Tab')
  await page.keyboard.type('Zoé')
  await page.getByLabel('E-mail', { exact: true }).focus()
  await page.keyboard.type('zoe@gmial.com')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: 'Vouliez-vous dire zoe@gmail.com ?' })).toBeVisible()
  await page.getByRole('button', { name: 'Vouliez-vous dire zoe@gmail.com ?' }).press('Enter')
  await page.getByLabel('Téléphone', { exact: true }).focus()
  await page.keyboard.type('0698765432')
  await page.keyboard.press('Tab')
  await expect(page.getByLabel('Téléphone', { exact: true })).toHaveValue(/06.98.76.54.32/)
  await page.keyboard.press('Control+s')
  await expect(page.getByText('Zoé Béranger fait partie des personnes.')).toBeVisible()
  await expect(names(page)).toHaveText(['Béranger Zoé', 'Durand Camille', /Le Goff Loïc/])

  await page.keyboard.press('/')
  await page.keyboard.type('beranger zoe')
  await expect(names(page)).toHaveText(['Béranger Zoé'])
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Zoé Béranger' })).toBeVisible()
  await expect(page.getByText('zoe@gmail.com')).toBeVisible()

  await page.getByRole('button', { name: 'Modifier' }).press('Enter')
  await page.getByLabel('Date de naissance').focus()
  await page.keyboard.type('05/1998')
  await page.keyboard.press('Control+s')
  await expect(page.getByText('Fiche de Zoé Béranger enregistrée.')).toBeVisible()
  await expect(page.getByText('27 ans').or(page.getByText('27 ou 28 ans'))).toBeVisible()
  await expect(page.getByRole('region', { name: 'Historique' })).toContainText('Naissance')

  await page.getByRole('heading', { level: 1 }).click()
  await page.keyboard.press('Control+z')
  await expect(page.getByRole('region', { name: 'À propos' })).toContainText('non renseigné')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('grid')).toBeFocused()
})

test('la fiche dit toute une vie, et chaque ancienne valeur peut revenir', async () => {
  const { page } = await openPeople()
  await names(page).first().dblclick()
  await expect(page.getByRole('img', { name: /Ligne de vie de Camille Durand : bénévole/ })).toBeVisible()
  await expect(page.getByText('Dernière participation le 8 novembre 2025 : Atelier CV')).toBeVisible()
  await expect(page.getByRole('region', { name: 'Événements' })).toContainText('2 h')
  await isAccessible(page)

  await page.getByRole('button', { name: 'Terminer aujourd’hui' }).click()
  const history = page.getByRole('region', { name: 'Historique' })
  await expect(history).toContainText('bénévole depuis septembre 2025')
  await history.getByRole('button', { name: 'Revenir à cette valeur' }).click()
  await expect(page.getByRole('region', { name: 'Rôles' })).toContainText('en cours')
})

test('des heures données hors des événements se notent, comptent et se retirent', async () => {
  const { page } = await openPeople()
  await names(page).first().dblclick()
  const section = page.getByRole('region', { name: 'Heures données' })
  await section.getByRole('button', { name: 'Noter des heures' }).click()
  await page.getByLabel('Combien de temps ?').fill('bientôt')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Une durée comme 2 h 30, 1,5 ou 45 min')).toBeVisible()
  await page.getByLabel('Combien de temps ?').fill('1h30')
  await page.getByLabel('Tâche').fill('collecte')
  await page.keyboard.press('Enter')
  await expect(section.getByRole('row', { name: /collecte/u })).toContainText('12 mars 2026')
  await expect(section).toContainText(/1\sh\s30 en tout/u)
  await expect(page.getByText('Dernière participation le 12 mars 2026 : collecte')).toBeVisible()
  await isAccessible(page)
  await section.getByRole('button', { name: /^Retirer/u }).click()
  await expect(section).toContainText('Aucune heure donnée')
  await page.getByRole('heading', { level: 1 }).click()
  await page.keyboard.press('Control+z')
  await expect(section.getByRole('row', { name: /collecte/u })).toBeVisible()
})

test('la saisie aide : commune hors ligne, doublon signalé, rien de perdu sans demander', async () => {
  const { page } = await openPeople()
  await page.getByRole('button', { name: 'Nouvelle personne' }).click()
  await page.getByLabel('Nom', { exact: true }).fill('durand')
  await page.getByLabel('Prénom').fill('CAMILLE')
  await expect(page.getByRole('status', { name: 'Déjà dans la liste ?' })).toContainText('même nom')
  await page.getByRole('button', { name: 'Ajouter une adresse' }).click()
  await page.getByRole('combobox', { name: 'Commune' }).fill('sainte-sigo')
  await page.getByRole('option', { name: /Sainte-Sigolène/ }).click()
  await expect(page.getByLabel('Code postal')).toHaveValue('43600')
  await page.getByLabel('E-mail', { exact: true }).fill('camille@')
  await page.getByRole('button', { name: 'Ajouter', exact: true }).click()
  await expect(page.getByText('Cette adresse n’est pas complète')).toBeVisible()
  await isAccessible(page)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('alertdialog', { name: 'Quitter sans enregistrer ?' })).toBeVisible()
  // Escape over the question is « no », and gives the field back.
  await page.keyboard.press('Escape')
  await expect(page.getByLabel('E-mail', { exact: true })).toBeFocused()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Continuer la saisie' }).click()
  await expect(page.getByLabel('Nom', { exact: true })).toHaveValue('durand')
})

test('une sélection s’étiquette, se met à la corbeille et en revient', async () => {
  const { page } = await openPeople()
  await isAccessible(page)
  await page.getByRole('grid').focus()
  await page.keyboard.press('Control+a')
  await expect(page.getByText('2 sélectionnées')).toBeVisible()
  await page.getByRole('button', { name: 'Étiqueter' }).click()
  await page.getByLabel('Chercher ou créer une étiquette').fill('relance')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Étiquette « relance » ajoutée à 2 personnes.')).toBeVisible()
  await page.getByRole('textbox', { name: 'Rechercher une personne' }).fill('relance')
  await expect(names(page)).toHaveCount(2)

  await page.getByRole('button', { name: 'À la corbeille', exact: true }).click()
  await expect(page.getByText('2 personnes mises à la corbeille.')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Les personnes de votre association seront ici' })).toBeVisible()
  await page.getByRole('button', { name: 'Autres actions' }).click()
  await page.getByRole('menuitem', { name: 'Corbeille' }).click()
  await page.getByRole('textbox', { name: 'Rechercher une personne' }).fill('')
  await page.getByRole('grid').focus()
  await page.keyboard.press('Control+a')
  await page.getByRole('button', { name: 'Faire revenir' }).click()
  await expect(page.getByRole('heading', { name: 'La corbeille est vide' })).toBeVisible()
  await page.getByRole('button', { name: 'Toutes les personnes' }).click()
  await expect(names(page)).toHaveCount(2)
})

test('un filtre se lit comme une phrase et se garde en vue', async () => {
  const { page } = await openPeople()
  await page.getByRole('button', { name: 'Ajouter un filtre' }).click()
  await page.getByRole('menuitem', { name: 'Rôle' }).click()
  await expect(page.getByRole('button', { name: 'bénévoles aujourd’hui', exact: true })).toBeVisible()
  await expect(names(page)).toHaveText(['Durand Camille'])
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Vues' }).click()
  await page.getByRole('menuitem', { name: 'Enregistrer cette vue…' }).click()
  await page.getByLabel('Nom de la vue').fill('Bénévoles')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Vue « Bénévoles » enregistrée.')).toBeVisible()
  await page.getByRole('button', { name: 'Tout effacer' }).click()
  await expect(names(page)).toHaveCount(2)
  await page.getByRole('button', { name: 'Bénévoles', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Bénévoles', exact: true }).click()
  await expect(names(page)).toHaveText(['Durand Camille'])
})
