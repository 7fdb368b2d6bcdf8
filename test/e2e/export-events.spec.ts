import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { date, eventId, makeEvent, makePerson, makeSheet, personId } from '#support/builders'
import { goTo, launchSeeded } from '#support/launch-seeded'
import { makeTemporaryFolder } from '#support/temporary-folder'

test('les événements et une feuille de présence s’enregistrent comme un tableur', async () => {
  const folder = await makeTemporaryFolder()
  const seed = {
    people: [
      makePerson({ id: personId(1), firstName: 'Aïcha', lastName: 'Benali' }),
      makePerson({ id: personId(2), firstName: 'Bruno', lastName: 'Castel', doNotContact: true }),
    ],
    events: [makeEvent({ id: eventId(1), name: 'Atelier CV', date: date('2026-02-10') })],
    attendance: [makeSheet(eventId(1), { [personId(1)]: { status: 'present', hours: 2.5 }, [personId(2)]: { status: 'excused', hours: null } })],
  }
  const documents = join(folder.path, 'Documents')
  const app = await launchSeeded({ userData: join(folder.path, 'profil'), documents }, seed, '2026-03-12')
  const save = async (button: string, file: string): Promise<readonly string[]> => {
    await app.answerDialogs([{ save: join(documents, file) }])
    await app.page.getByRole('button', { name: button }).click()
    await app.page.getByRole('menuitem', { name: 'Texte (.csv)' }).click()
    await expect(app.page.getByText(new RegExp(`${file}.*est enregistré`))).toBeVisible()
    return (await readFile(join(documents, file), 'utf8')).replace('\uFEFF', '').trim().split('\r\n')
  }
  try {
    await goTo(app.page, '/events')
    expect(await save('Exporter la liste', 'evenements.csv')).toEqual([
      'Événement;Date de l’événement;Type d’événement;Lieu;Inscrits;Venus;Heures',
      'Atelier CV;10/02/2026;;;2;1;2,5',
    ])
    await goTo(app.page, `/events/${eventId(1)}`)
    expect(await save('Exporter la feuille', 'feuille.csv')).toEqual([
      'Identifiant Maillage;Nom;Prénom;Événement;Date de l’événement;Présence;Heures;Ne pas contacter',
      `${personId(1)};Benali;Aïcha;Atelier CV;10/02/2026;présent;2,5;non`,
      `${personId(2)};Castel;Bruno;Atelier CV;10/02/2026;excusé;;oui`,
    ])
  } finally {
    await app.close()
    await folder.remove()
  }
})
