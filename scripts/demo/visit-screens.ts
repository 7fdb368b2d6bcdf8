import type { Page } from '@playwright/test'
import type { Camera } from './camera.ts'

/** Walks through every room and takes its picture; what a room must show says when it is ready. */
export const visitScreens = async (page: Page, camera: Camera): Promise<void> => {
  const room = (name: string): Promise<void> => page.getByRole('navigation', { name: 'Rubriques' }).getByRole('link', { name }).click()
  await room('Accueil')
  await page.getByRole('heading', { name: 'Derniers événements' }).waitFor()
  // The copy that follows an import is made in the background.
  await page.getByRole('link', { name: /Dernière copie vérifiée/u }).waitFor()
  await camera.shoot('accueil')

  await room('Personnes')
  const rows = page.getByRole('row').filter({ has: page.getByRole('gridcell') })
  await rows.first().waitFor()
  await camera.shoot('personnes')
  await page.getByRole('textbox', { name: 'Rechercher une personne' }).fill('elodie')
  await rows.first().getByText('Élodie').waitFor()
  await camera.shoot('personnes-recherche')
  await rows.first().dblclick()
  await page.getByRole('img', { name: /Ligne de vie/u }).waitFor()
  await page.getByRole('region', { name: 'Historique' }).waitFor()
  await camera.shoot('fiche')
  // What is saved afterwards is everybody again.
  await room('Personnes')
  await page.getByRole('textbox', { name: 'Rechercher une personne' }).fill('')

  await room('Événements')
  await rows.first().waitFor()
  await camera.shoot('evenements')
  await rows.nth(3).dblclick()
  await page.getByLabel('Qui est venu ?').waitFor()
  await camera.shoot('evenement')

  await room('Territoires')
  await rows.first().waitFor()
  await camera.shoot('territoires')

  await room('Engagement')
  for (const [name, tab] of Object.entries(engagementTabs)) {
    await page.getByRole('tab', { name: tab }).click()
    await page.getByRole('tabpanel').getByRole('heading').first().waitFor()
    await camera.shoot(name)
  }
  await room('Rapports')
  await page.getByRole('region', { name: 'Synthèse' }).waitFor()
  await camera.shoot('rapport')
  await room('Réglages')
  await page.getByRole('heading', { level: 1 }).waitFor()
  await camera.shoot('reglages')
  await page.getByRole('link', { name: /Copies/u }).click()
  await camera.shoot('reglages-copies')
}

const engagementTabs = {
  'engagement-mois': 'Au fil des mois',
  'engagement-annees': 'D’une année à l’autre',
  'engagement-cohortes': 'Par cohorte',
  'engagement-photo': 'Photo à une date',
} as const
