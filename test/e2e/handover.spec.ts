import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import { expect, test, type Page } from '@playwright/test'
import { strFromU8, unzipSync } from 'fflate'
import { extractText } from 'unpdf'
import type { AmbassadorshipId, ResponsibilityId, RoleKindId, TaskId, TieId } from '#domain/id'
import { defaultSettings } from '#domain/settings'
import { emptyTask } from '#domain/task'
import { date, eventId, makeEvent, makePerson, makeRole, makeSheet, personId, roleId, rolesById } from '#support/builders'
import { goTo, launchSeeded } from '#support/launch-seeded'
import type { LaunchedApp } from '#support/launch-options'
import { makeTemporaryFolder } from '#support/temporary-folder'

const present = { status: 'present', hours: null } as const
const months = ['2025-06', '2025-09', '2025-10', '2025-11', '2026-01', '2026-02']
const kinds = ['Atelier', 'Dîner', 'Permanence']
const events = months.map((month, index) =>
  makeEvent({ id: eventId(index + 1), name: `Rencontre ${index + 1}`, kind: kinds[index % 3] ?? '', date: date(`${month}-10`) }),
)
const seed = {
  settings: [{ ...defaultSettings, associationName: 'Les Passerelles' }],
  people: [
    makePerson({
      id: personId(1),
      firstName: 'Aïcha',
      lastName: 'Benali',
      birthDate: date('1960'),
      joinedOn: date('2015'),
      roles: rolesById(makeRole({ id: roleId(1), kind: 'board' as string as RoleKindId, start: date('2021-09-01') })),
    }),
    makePerson({ id: personId(2), firstName: 'Bruno', lastName: 'Castel', joinedOn: date('2019'), roles: rolesById(makeRole({ id: roleId(2) })) }),
    makePerson({ id: personId(3), firstName: 'Chloé', lastName: 'Danton' }),
    makePerson({ id: personId(4), firstName: 'Léo', lastName: 'Morel' }),
  ],
  events,
  attendance: events.map(({ id }) => makeSheet(id, { [personId(1)]: present, [personId(2)]: present })),
  responsibilities: [
    {
      id: 'r1' as ResponsibilityId,
      title: 'Clés du local',
      holders: { [personId(1)]: { start: date('2020'), end: null } },
      successorId: null,
      territoryId: null,
      communityId: null,
      organisationId: null,
      eventId: null,
      howTo: 'Un double est à la mairie.\nAppeler avant de passer.',
      deletedAt: null,
    },
  ],
  ties: [
    {
      id: 't1' as TieId,
      kind: 'mentoring' as const,
      fromId: personId(1),
      toId: personId(4),
      start: date('2025'),
      end: null,
      byId: null,
      note: '',
      deletedAt: null,
    },
  ],
  tasks: [{ ...emptyTask('k1' as TaskId), title: 'Rappeler la mairie', ownerId: personId(1), isPromise: true }],
  ambassadorships: [
    {
      id: 'a1' as AmbassadorshipId,
      personId: personId(3),
      communityId: null,
      stages: { identified: date('2026-01-05'), accepted: date('2026-02-01') },
      stage: 'accepted' as const,
      whyChosen: 'Écoutée de tout le quartier.',
      whatsInIt: '',
      source: '',
      approachedById: null,
      firstGatheringId: null,
      autonomy: null,
      successorId: null,
      note: '',
      deletedAt: null,
    },
  ],
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
const column = (page: Page, name: string) => page.getByRole('region', { name: new RegExp(`^${name} : `) })
const seriousProblems = async (page: Page): Promise<readonly string[]> => {
  await page.evaluate(() => Promise.all(document.getAnimations().map(({ finished }) => finished.catch(() => undefined))))
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`))
}

test('une ambassadrice promue à la souris, une proposée d’après ses actes et déplacée au clavier', async () => {
  const { page } = app
  await goTo(page, '/communities/ambassadors')
  await page.getByRole('button', { name: /^Chloé Danton/ }).dragTo(column(page, 'Actifs'))
  await expect(page.getByText('Chloé Danton passe à « Actifs ». Le rôle « ambassadeur » commence aujourd’hui.')).toBeVisible()
  await expect(column(page, 'Actifs').getByRole('button', { name: /^Chloé Danton/ })).toBeVisible()

  await page.getByRole('button', { name: /Qui proposer/ }).click()
  const suggestions = page.getByRole('complementary', { name: 'Qui proposer ?' })
  await expect(suggestions).toContainText('Au moins 3 raisons sur cinq')
  await suggestions.getByRole('button', { name: 'Proposer Bruno Castel' }).click()
  const card = page.getByRole('group', { name: 'Les ambassadeurs, étape par étape' }).getByRole('button', { name: /^Bruno Castel/ })
  await expect(card).toContainText('6 participations en un an')
  await expect(suggestions.getByRole('button', { name: 'Proposer Bruno Castel' })).toHaveCount(0)
  await card.focus()
  await page.keyboard.press('Shift+ArrowRight')
  await expect(column(page, 'Contactés').getByRole('button', { name: /^Bruno Castel/ })).toBeFocused()
  await page.keyboard.press('Control+z')
  await expect(column(page, 'Repérés').getByRole('button', { name: /^Bruno Castel/ })).toBeVisible()
  expect(await seriousProblems(page)).toEqual([])

  await page.getByText('En liste', { exact: true }).click()
  await expect(page.getByRole('row', { name: /Danton Chloé/ })).toContainText('Actifs')
  await goTo(page, `/people/${personId(3)}`)
  await expect(page.getByText('ambassadeur', { exact: true }).first()).toBeVisible()
})

test('un départ : tout est rassemblé, transmis chose par chose, et laissé dans un document', async () => {
  const { page } = app
  await goTo(page, '/communities/core')
  await expect(page.getByRole('region', { name: 'Noyau dur aujourd’hui' }).last()).toContainText('2')
  const points = page.getByRole('region', { name: 'Ce qui ne tient qu’à une personne' })
  await expect(points.getByRole('listitem').first()).toContainText('Clés du local')
  expect(await seriousProblems(page)).toEqual([])
  await points.getByRole('button', { name: 'Préparer le départ de Aïcha Benali' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Passation de Aïcha Benali' })).toBeVisible()

  await page.getByLabel('À qui va : Clés du local').fill('bru')
  await page.getByRole('option', { name: /Bruno Castel/ }).click()
  await page.getByRole('button', { name: 'Transmettre : Clés du local' }).click()
  await expect(page.getByText('transmis à Bruno Castel le 12 mars 2026')).toBeVisible()
  const thanks = page.getByRole('checkbox', { name: 'Dire merci, de vive voix et devant les autres' })
  await thanks.click()
  await expect(thanks).toBeChecked()
  await page.getByLabel('Votre étape').fill('Rendre le badge')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('checkbox', { name: 'Rendre le badge' })).toBeVisible()
  expect(await seriousProblems(page)).toEqual([])

  // The document says what the page does, in Word as on paper.
  const [word, pdf] = [join(folder.path, 'Documents', 'passation.docx'), join(folder.path, 'Documents', 'passation.pdf')]
  await app.answerDialogs([{ save: word }, { save: pdf }])
  await page.getByRole('button', { name: 'Document Word' }).click()
  await expect(page.getByText(/passation\.docx.*est enregistré/)).toBeVisible()
  await page.getByRole('button', { name: 'PDF', exact: true }).click()
  await expect(page.getByText(/passation\.pdf.*est enregistré/)).toBeVisible()
  // One glyph serves two apostrophes: whoever reads the PDF back may take either.
  const bare = (text: string): string => text.normalize('NFKC').replaceAll(/\s+/gu, '').replaceAll('\u02bc', '’')
  const onPage = await page
    .locator('[data-paper]')
    .evaluate((paper) => [...paper.querySelectorAll('h2, h3, h4, p, th, td')].map((part) => part.textContent))
  const xml = strFromU8(unzipSync(new Uint8Array(await readFile(word)))['word/document.xml'] ?? new Uint8Array())
  const inWord = [...xml.matchAll(/<w:p[ >].*?<\/w:p>/gs)].map(([paragraph]) =>
    [...paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, text]) => text).join(''),
  )
  expect(inWord.map(bare)).toEqual(onPage.map(bare))
  expect(inWord).toContain('Clés du local')
  expect(inWord.map(bare)).toContain(bare('Un double est à la mairie. Appeler avant de passer.'))
  expect(inWord.map(bare)).toContain(bare('transmis le 12 mars 2026'))
  const { text } = await extractText(new Uint8Array(await readFile(pdf)), { mergePages: true })
  // A cell that folds is read line by line, its neighbours between: word for word, then.
  const words = onPage.flatMap((part) => part.split(/\s+/u)).filter((word) => word !== '')
  expect(words.filter((word) => !bare(text).includes(bare(word)))).toEqual([])
  expect(words.length).toBeGreaterThan(100)

  await page.getByRole('button', { name: 'Terminer la passation' }).click()
  const closing = page.getByRole('complementary', { name: 'Terminer la passation' })
  await expect(closing.getByLabel('administrateur')).toBeChecked()
  await closing.getByRole('button', { name: 'Terminer la passation' }).click()
  await expect(page.getByText('Passation faite le 12 mars 2026.')).toBeVisible()
  await goTo(page, `/people/${personId(2)}`)
  await expect(page.getByRole('region', { name: 'Ce qui repose sur Bruno Castel' })).toContainText('Clés du local')
})
