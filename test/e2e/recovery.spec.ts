import { execFileSync } from 'node:child_process'
import { readdir, rm } from 'node:fs/promises'
import { expect, test } from '@playwright/test'
import { callData, openDataThread, writeManyPeople } from '#support/data-thread'
import {
  cleanUp,
  countPeople,
  databaseFiles,
  isLost,
  largest,
  launch,
  launchWhole,
  launchWithData,
  newWorld,
  removals,
  restore,
} from '#support/kept-worlds'

test.afterEach(cleanUp)

test('un dossier abîmé que le système retient : fermer, rouvrir, et tout revient', async () => {
  test.skip(process.getuid?.() !== 0, 'il faut être root pour retenir un dossier')
  const world = await newWorld()
  const first = await launchWithData(world)
  expect(await writeManyPeople(first.page, 50)).toBe(true)
  await first.close()
  const files = await databaseFiles(first.profileFolder)
  await rm(await largest(files, /MANIFEST|\.sqlite|\.db$/))
  // A folder on which another is mounted can be read and written, but not renamed: as one that an antivirus holds.
  const held = (files[0] ?? '').replace(/(IndexedDB).*$/u, '$1')
  execFileSync('mount', ['--bind', held, held])
  let isHeld = true
  const release = async (): Promise<void> => {
    if (isHeld) execFileSync('umount', ['-l', held])
    isHeld = false
  }
  removals.unshift(release)

  const second = await launch(world)
  await isLost(second.page)
  await second.page.getByRole('button', { name: 'Retrouver mes données' }).click()
  await expect(second.page.getByRole('alert')).toContainText('Fermez Maillage puis rouvrez-le')
  await second.close()
  await release()

  const third = await launch(world)
  await isLost(third.page)
  await openDataThread(third.page)
  await restore(third.page)
  expect(await countPeople(third.page)).toBe(50)
  const aside = (await readdir(third.profileFolder, { recursive: true })).filter((path) => /IndexedDB-damaged-[^/]*$/u.test(path))
  expect(aside).toHaveLength(1)
})

test('repartir de zéro : demandé deux fois, puis un vrai premier écran, et les copies restent', async () => {
  const world = await newWorld()
  const first = await launchWithData(world)
  expect(await writeManyPeople(first.page, 50)).toBe(true)
  expect(await callData(first.page, ['safety', 'backupNow'])).toMatchObject({ ok: true })
  await first.kill()
  await rm(first.profileFolder, { recursive: true })

  const second = await launch(world)
  await isLost(second.page)
  await openDataThread(second.page)
  await isLost(second.page)
  await second.page.getByRole('button', { name: 'Repartir de zéro' }).click()
  await expect(second.page.getByText('Maillage commencera vide. Les copies restent où elles sont.')).toBeVisible()
  await second.page.getByRole('button', { name: 'Annuler' }).click()
  await isLost(second.page)
  await second.page.getByRole('button', { name: 'Repartir de zéro' }).click()
  await second.page.getByRole('group').getByRole('button', { name: 'Repartir de zéro' }).click()
  await expect(second.page.getByText('Bienvenue dans Maillage')).toBeVisible()
  expect(await countPeople(second.page)).toBe(0)
  const copies = (await callData(second.page, ['safety', 'listBackups'])) as readonly { readonly counts: Readonly<Record<string, number>> }[]
  expect(copies.map(({ counts }) => counts['people'])).toContain(50)
  await second.close()

  // Not lost again: the empty association is the one that main knows now.
  const third = await launch(world)
  await expect(third.page.getByText('Bienvenue dans Maillage')).toBeVisible()
})

test('le navigateur refuse d’écrire faute de place : dit en mots, rien de perdu, une copie aussitôt, et plus rien ne s’écrit', async () => {
  const world = await newWorld()
  const first = await launchWithData(world)
  const { page } = first
  expect(await writeManyPeople(page, 50)).toBe(true)
  await openDataThread(page)
  await page.getByRole('link', { name: 'Personnes' }).click()
  const browser = await page.context().newCDPSession(page)
  await browser.send('Storage.overrideQuotaForOrigin', { origin: new URL(page.url()).origin, quotaSize: 1 })
  // The browser remembers for some seconds how much room there was: one change after the other, until it looks again.
  const id = '0190c000-0000-7000-8000-000000000007'
  let accepted = 'Durand 7'
  const change = async (lastName: string): Promise<unknown> => {
    const before = (await callData(page, ['records', 'get'], 'people', id)) as object
    return callData(page, ['records', 'save'], { table: 'people', before, after: { ...before, lastName } })
  }
  await expect
    .poll(
      async () => {
        const lastName = `${accepted}.`
        const written = (await change(lastName)) as { readonly ok: boolean }
        if (written.ok) accepted = lastName
        return written
      },
      { timeout: 60_000 },
    )
    .toMatchObject({ ok: false, error: { kind: 'storage', reason: 'disk-full' } })
  await page.getByRole('button', { name: 'Nouvelle personne' }).click()
  await page.getByRole('textbox', { name: 'Nom', exact: true }).fill('Refusée')
  await page.getByRole('button', { name: 'Ajouter', exact: true }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'Rien n’a été enregistré' })).toContainText('le disque est plein')
  // What was typed is still in the form.
  await expect(page.getByRole('textbox', { name: 'Nom', exact: true })).toHaveValue('Refusée')
  expect(await countPeople(page)).toBe(50)
  await expect
    .poll(async () =>
      (
        (await callData(page, ['safety', 'listBackups'])) as readonly { readonly reason: string; readonly counts: Readonly<Record<string, number>> }[]
      ).map(({ reason, counts }) => [reason, counts['people']]),
    )
    .toContainEqual(['after-error', 50])
  // Room again, but the database was seen to refuse: nothing more is written before it was looked at, at the next start.
  await browser.send('Storage.overrideQuotaForOrigin', { origin: new URL(page.url()).origin })
  expect(await change('Non')).toMatchObject({ ok: false, error: { kind: 'read-only' } })
  await first.close()

  const second = await launchWhole(world)
  expect(await countPeople(second.page)).toBe(50)
  expect(await callData(second.page, ['records', 'get'], 'people', id)).toMatchObject({ lastName: accepted })
})
