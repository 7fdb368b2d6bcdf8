import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { callDay, callSeed } from '#support/call-seed'
import { goTo, launchSeeded } from '#support/launch-seeded'
import type { LaunchedApp } from '#support/launch-options'
import { makeTemporaryFolder } from '#support/temporary-folder'

let folder: Awaited<ReturnType<typeof makeTemporaryFolder>>
let app: LaunchedApp
test.beforeEach(async () => {
  folder = await makeTemporaryFolder()
  app = await launchSeeded({ userData: join(folder.path, 'profil'), documents: join(folder.path, 'Documents') }, callSeed, callDay)
  await app.page.getByRole('link', { name: 'À qui parler', exact: true }).click()
})
test.afterEach(async () => {
  await app.close()
  await folder.remove()
})

test('la journée d’une coordinatrice : cinq appels notés au clavier, une promesse tenue, personne sollicité deux fois', async () => {
  const { page } = app
  const lines = page.getByRole('list', { name: 'Personnes à qui parler' }).getByRole('button')
  // Promises and call-backs first, then one of each reason; neither Gaëlle (not to be contacted) nor anybody without a reason.
  await expect(lines).toHaveText([
    /Aïcha Benali.*Promesse en retard/u,
    /Hugo Iribarne.*Devait rappeler/u,
    /Bruno Castel/u,
    /Chloé Durand/u,
    /David Evrard/u,
    /Emma Faure/u,
    /Farid Gomez/u,
  ])

  await page.keyboard.press('ArrowDown')
  const panel = (name: string) => page.getByRole('complementary', { name: `Appel : ${name}` })
  await expect(panel('Aïcha Benali')).toContainText('comptabilité')
  await panel('Aïcha Benali')
    .getByRole('checkbox', { name: /Envoyer l’attestation/u })
    .check()
  await panel('Aïcha Benali').getByLabel('Note', { exact: true }).fill('Ravie, viendra avec @far')
  await page.getByRole('option', { name: 'Farid Gomez' }).click()
  // Figures typed in the note log nothing.
  await page.keyboard.type('le 1')
  await panel('Aïcha Benali').getByRole('button', { name: 'On s’est parlé' }).click()

  await expect(panel('Hugo Iribarne')).toContainText('Au travail, rappelle dès que possible.')
  await page.keyboard.press('2')
  await expect(panel('Bruno Castel')).toContainText('Rencontrer d’autres entrepreneurs')
  await page.keyboard.press('1')
  await expect(panel('Chloé Durand')).toBeVisible()
  await page.keyboard.press('3')
  await expect(panel('David Evrard')).toBeVisible()
  await page.keyboard.press('4')
  await expect(panel('Emma Faure')).toBeVisible()
  await expect(lines).toHaveText([/Emma Faure/u, /Farid Gomez/u])
  await page.keyboard.press('5')
  await expect(page.getByText('Emma Faure : refuser aussi tout courrier et tout export ?')).toBeVisible()
  await page.getByRole('button', { name: 'Ne pas contacter' }).click()
  await expect(page.getByText('Emma Faure ne sera plus contacté.')).toBeVisible()
  await expect(lines).toHaveText([/Farid Gomez/u])

  await page.getByRole('link', { name: 'À faire', exact: true }).click()
  await expect(page.getByRole('region', { name: 'Promesses' })).toContainText('1 tenue en retard')

  // Nobody who was talked to today comes back, even after the application was closed.
  await page.getByRole('link', { name: 'Accueil' }).click()
  const first = page.getByRole('region', { name: 'À qui parler aujourd’hui' })
  await expect(first.getByRole('listitem')).toHaveText([/Farid Gomez/u])
  // Ctrl+Z brings back the last two acts: the refusal, then the call.
  await page.keyboard.press('Control+z')
  await expect(page.getByText('Annulé : une personne.')).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(first.getByRole('listitem')).toHaveText([/Emma Faure/u, /Farid Gomez/u])

  // What happened is in the journal, and on the page of whom the note names.
  await first.getByRole('button', { name: /Farid Gomez/u }).click()
  const journal = page.getByRole('region', { name: 'Journal de contact' })
  await expect(journal).toContainText('Nommé dans le journal de Aïcha Benali')
  await journal.getByRole('link', { name: /Aïcha Benali/u }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Aïcha Benali/u)
  await expect(journal).toContainText('On s’est parlé')
  await expect(journal.getByRole('link', { name: 'Farid Gomez' })).toBeVisible()
})

test('le journal d’une personne : un témoignage avec son accord, repris dans le registre, et la suite d’un événement', async () => {
  const { page } = app
  await goTo(page, `/people/${callSeed.people?.[3]?.id}`)
  const journal = page.getByRole('region', { name: 'Journal de contact' })
  await journal.getByRole('button', { name: 'Noter un échange' }).click()
  const form = journal.getByRole('form', { name: 'Échange' })
  await form.getByLabel('Sorte').selectOption('testimony')
  await form.getByLabel('Intitulé').fill('Cinq ans de bénévolat')
  await form.getByLabel('Accord pour le montrer').selectOption('true')
  await form.getByLabel('Où il a été montré').fill('rapport annuel')
  await form.getByRole('button', { name: 'Ajouter une prochaine étape' }).click()
  await form.getByLabel('Quoi faire ?').fill('Lui envoyer le rapport')
  await form.getByLabel('Pour quand ?').fill('20/03/2026')
  await form.getByLabel('C’est une promesse').check()
  await form.getByRole('button', { name: 'Enregistrer' }).click()
  await expect(journal).toContainText('Témoignage : Cinq ans de bénévolat')
  await expect(journal).toContainText('rapport annuel')
  await page.getByRole('button', { name: 'Coordonnées vérifiées aujourd’hui' }).click()
  await expect(page.getByText('Vérifiées le 12 mars 2026.')).toBeVisible()

  await goTo(page, '/calls/register')
  await expect(
    page
      .getByRole('grid', { name: /Témoignages/u })
      .getByRole('row')
      .nth(1),
  ).toContainText('rapport annuel')
  await goTo(page, '/calls/details')
  await expect(page.getByRole('region', { name: 'Coordonnées vérifiées' })).toContainText('1 sur 8')

  await goTo(page, `/events/${callSeed.events?.[3]?.id}`)
  const next = page.getByRole('region', { name: 'Suites à donner' })
  await next.getByRole('button', { name: 'Nouvelle tâche' }).click()
  await next.getByLabel('Quoi faire ?').fill('Remercier les intervenants')
  await next.getByRole('button', { name: 'Enregistrer' }).click()
  await goTo(page, '/calls/tasks')
  const tasks = page.getByRole('list', { name: 'À faire' }).getByRole('listitem')
  await expect(tasks).toHaveText([/attestation.*en retard/u, /Lui envoyer le rapport/u, /Remercier les intervenants/u])
  await page.getByRole('checkbox', { name: 'Marquer comme faite : Lui envoyer le rapport' }).click()
  await expect(tasks).toHaveCount(2)
  await page.getByRole('button', { name: 'Annuler' }).first().click()
  await expect(tasks).toHaveCount(3)
})
