import { execFileSync } from 'node:child_process'
import { cp, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { callData, openDataThread, writeManyPeople } from '#support/data-thread'
import { launchApp } from '#support/launch'
import type { LaunchedApp } from '#support/launch-options'
import { makeTemporaryFolder } from '#support/temporary-folder'

interface World {
  readonly userData: string
  readonly documents: string
}
const apps: LaunchedApp[] = []
const removals: (() => Promise<void>)[] = []
const newWorld = async (): Promise<World> => {
  const { path, remove } = await makeTemporaryFolder()
  removals.push(remove)
  return { userData: join(path, 'app'), documents: join(path, 'documents') }
}
const launch = async (world: World): Promise<LaunchedApp> => {
  const app = await launchApp(world)
  apps.push(app)
  return app
}
const launchWithData = async (world: World): Promise<LaunchedApp> => {
  const app = await launch(world)
  await openDataThread(app.page)
  await isReady(app.page)
  return app
}
test.afterEach(async () => {
  for (const app of apps.splice(0)) await app.kill().catch(() => undefined)
  for (const remove of removals.splice(0)) await remove()
})

const isReady = async (page: Page): Promise<void> => {
  await expect(
    page
      .getByText('Bienvenue dans Maillage')
      .or(page.getByRole('link', { name: 'Accueil' }))
      .first(),
  ).toBeVisible()
}
const lostTitle = 'Vos données n’ont pas pu être ouvertes telles quelles'
const isLost = (page: Page) => expect(page.getByText(lostTitle)).toBeVisible()
const countPeople = (page: Page) => callData(page, ['records', 'count'], 'people')
const rename = async (page: Page, number: number, lastName: string): Promise<void> => {
  const id = `0190c000-0000-7000-8000-${String(number).padStart(12, '0')}`
  const before = (await callData(page, ['records', 'get'], 'people', id)) as object
  expect(await callData(page, ['records', 'save'], { table: 'people', before, after: { ...before, lastName } })).toMatchObject({ ok: true })
}
const restore = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Retrouver mes données' }).click()
  await isReady(page)
}

test('le dossier du profil effacé : rien n’est perdu, jusqu’à la dernière seconde', async () => {
  const world = await newWorld()
  const first = await launchWithData(world)
  expect(await writeManyPeople(first.page, 300)).toBe(true)
  expect(await callData(first.page, ['safety', 'backupNow'])).toMatchObject({ ok: true, value: { counts: { people: 300 } } })
  await rename(first.page, 7, 'Changée à la dernière seconde')
  await first.kill()
  await rm(first.profileFolder, { recursive: true })

  const second = await launch(world)
  await isLost(second.page)
  await expect(second.page.getByText('Rien n’a été modifié.')).toBeVisible()
  await openDataThread(second.page)
  await restore(second.page)
  expect(await countPeople(second.page)).toBe(300)
  expect(await callData(second.page, ['records', 'get'], 'people', '0190c000-0000-7000-8000-000000000007')).toMatchObject({
    lastName: 'Changée à la dernière seconde',
  })
  await second.close()

  const third = await launchWithData(world)
  expect(await countPeople(third.page)).toBe(300)
})

/** Started, and restored when the check says that something is missing: a killed Chromium may well find nothing at its next start. */
const launchWhole = async (world: World): Promise<LaunchedApp> => {
  const app = await launch(world)
  await openDataThread(app.page)
  const lost = app.page.getByText(lostTitle)
  await expect(
    lost
      .or(app.page.getByRole('link', { name: 'Accueil' }))
      .or(app.page.getByText('Bienvenue dans Maillage'))
      .first(),
  ).toBeVisible()
  if (await lost.isVisible()) await restore(app.page)
  return app
}

/** Bytes of the database on disk. */
const sizeOf = async (profileFolder: string): Promise<number> => {
  const sizes = await Promise.all(
    (await databaseFiles(profileFolder)).map((path) =>
      stat(path).then(
        ({ size }) => size,
        () => 0,
      ),
    ),
  )
  return sizes.reduce((sum, size) => sum + size, 0)
}

/** The files in which Chromium keeps the database. */
const databaseFiles = async (profileFolder: string): Promise<readonly string[]> => {
  const found = (await readdir(profileFolder, { recursive: true })).filter((path) => /indexeddb/i.test(path)).map((path) => join(profileFolder, path))
  const isFile = (path: string): Promise<boolean> =>
    stat(path).then(
      (entry) => entry.isFile(),
      () => false,
    )
  const files = await Promise.all(found.map(async (path) => ((await isFile(path)) ? path : null)))
  return files.filter((path) => path !== null)
}
const largest = async (paths: readonly string[], ending: RegExp): Promise<string> => {
  const sized = await Promise.all(paths.filter((path) => ending.test(path)).map(async (path) => ({ path, size: (await stat(path)).size })))
  const [first] = sized.sort((left, right) => right.size - left.size)
  if (first === undefined) throw new Error(`no file ${String(ending)} among ${paths.join(', ')}`)
  return first.path
}
const data = /\.(ldb|log|sqlite|db)$|[0-9a-f]{8,}$/
const damages: Readonly<Record<string, (paths: readonly string[]) => Promise<void>>> = {
  'seize octets changés': async (paths) => {
    const path = await largest(paths, data)
    const bytes = await readFile(path)
    bytes.fill(0xa5, Math.floor(bytes.length / 2), Math.floor(bytes.length / 2) + 16)
    await writeFile(path, bytes)
  },
  'un fichier coupé en deux': async (paths) => {
    const path = await largest(paths, data)
    await truncate(path, Math.floor((await stat(path)).size / 2))
  },
  'un fichier manquant': async (paths) => rm(await largest(paths, data)),
  'le manifeste manquant': async (paths) => rm(await largest(paths, /MANIFEST|\.sqlite|\.db$/)),
  'tout vidé': async (paths) => {
    for (const path of paths) await truncate(path, 0)
  },
}
test('une base abîmée, coupée ou amputée : tout revient, jamais un vide sans un mot', async () => {
  const world = await newWorld()
  const first = await launchWithData(world)
  expect(await writeManyPeople(first.page, 3_000)).toBe(true)
  await rename(first.page, 7, 'Petit')
  await first.close()
  for (const [name, damage] of Object.entries(damages)) {
    await test.step(name, async () => {
      const { path, remove } = await makeTemporaryFolder()
      removals.push(remove)
      const copy: World = { userData: join(path, 'app'), documents: join(path, 'documents') }
      await cp(world.userData, copy.userData, { recursive: true })
      await cp(world.documents, copy.documents, { recursive: true })
      await damage(await databaseFiles(join(copy.userData, 'profile')))
      const app = await launch(copy)
      await expect(
        app.page
          .getByText(lostTitle)
          .or(app.page.getByRole('link', { name: 'Accueil' }))
          .first(),
      ).toBeVisible()
      await openDataThread(app.page)
      await expect(
        app.page
          .getByText(lostTitle)
          .or(app.page.getByRole('link', { name: 'Accueil' }))
          .first(),
      ).toBeVisible()
      if (await app.page.getByText(lostTitle).isVisible()) await restore(app.page)
      expect(await countPeople(app.page)).toBe(3_000)
      expect(await callData(app.page, ['records', 'get'], 'people', '0190c000-0000-7000-8000-000000000007')).toMatchObject({ lastName: 'Petit' })
      await app.kill()
    })
  }
})

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

test('tué au milieu d’une grosse écriture : tout ou rien, et ce qui était acquis reste', async () => {
  const world = await newWorld()
  const first = await launchWithData(world)
  await callData(first.page, ['settings', 'change'], { associationName: 'Les Passerelles' })
  await first.close()
  // The moments of the cut: before anything is on disk, then further and further into the writing (the whole of it takes some 20 MB).
  for (const written of [0, 200_000, 3_000_000, 8_000_000]) {
    await test.step(`après ${written} octets`, async () => {
      const app = await launchWithData(world)
      const before = await countPeople(app.page)
      if (before !== 0) return
      const start = await sizeOf(app.profileFolder)
      let isOver = false
      const writing = writeManyPeople(app.page, 20_000)
        .catch(() => null)
        .finally(() => {
          isOver = true
        })
      await expect.poll(async () => isOver || (await sizeOf(app.profileFolder)) >= start + written, { intervals: [5] }).toBe(true)
      await app.kill()
      const acknowledged = await writing
      const again = await launchWhole(world)
      expect(acknowledged === true ? [20_000] : [0, 20_000]).toContain(await countPeople(again.page))
      expect(await callData(again.page, ['settings', 'get'])).toMatchObject({ associationName: 'Les Passerelles' })
      await again.kill()
    })
  }
})

test('un disque plein : ce qui a été confirmé reste, ce qui n’a pas tenu est refusé', async () => {
  test.skip(process.getuid?.() !== 0, 'il faut être root pour monter un petit disque')
  const { path, remove } = await makeTemporaryFolder()
  const world: World = { userData: join(path, 'disk', 'app'), documents: join(path, 'documents') }
  execFileSync('mkdir', ['-p', join(path, 'disk')])
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=260m', 'tmpfs', join(path, 'disk')])
  removals.push(async () => {
    execFileSync('umount', ['-l', join(path, 'disk')])
    await remove()
  })
  const first = await launchWithData(world)
  expect(await writeManyPeople(first.page, 1_000)).toBe(true)
  const filler = join(path, 'disk', 'filler')
  execFileSync('sh', ['-c', `head -c 400000000 /dev/zero > '${filler}' || true`])
  let renamed = 0
  for (let number = 1; number <= 200; number += 1) {
    const id = `0190c000-0000-7000-8000-${String(number).padStart(12, '0')}`
    const before = (await callData(first.page, ['records', 'get'], 'people', id)) as object
    const after = { ...before, lastName: 'Confirmée', note: 'x'.repeat(20_000) }
    const written = (await callData(first.page, ['records', 'save'], { table: 'people', before, after })) as { readonly ok: boolean }
    if (!written.ok) break
    renamed = number
  }
  expect(renamed).toBeLessThan(200)
  await first.kill()
  await rm(filler)
  // The second start after a full disk is the one that Chromium finds empty.
  for (const start of ['premier', 'second', 'troisième']) {
    await test.step(`${start} démarrage`, async () => {
      const app = await launch(world)
      await openDataThread(app.page)
      await expect(
        app.page
          .getByText(lostTitle)
          .or(app.page.getByRole('link', { name: 'Accueil' }))
          .first(),
      ).toBeVisible()
      if (await app.page.getByText(lostTitle).isVisible()) await restore(app.page)
      expect(await countPeople(app.page)).toBe(1_000)
      const people = (await callData(app.page, ['records', 'all'], 'people')) as readonly { readonly lastName: string }[]
      expect(people.filter(({ lastName }) => lastName === 'Confirmée').length).toBeGreaterThanOrEqual(renamed)
      await app.close()
    })
  }
})

test('le navigateur refuse d’écrire faute de place : dit en mots, rien de perdu, une copie aussitôt, et plus rien ne s’écrit', async () => {
  const world = await newWorld()
  const first = await launchWithData(world)
  const { page } = first
  expect(await writeManyPeople(page, 50)).toBe(true)
  const browser = await page.context().newCDPSession(page)
  await browser.send('Storage.overrideQuotaForOrigin', { origin: new URL(page.url()).origin, quotaSize: 1 })
  // The browser remembers for a while how much room there was; opening anew makes it look again.
  await openDataThread(page)
  await page.getByRole('link', { name: 'Personnes' }).click()
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
  const before = (await callData(page, ['records', 'get'], 'people', '0190c000-0000-7000-8000-000000000007')) as object
  expect(await callData(page, ['records', 'save'], { table: 'people', before, after: { ...before, lastName: 'Non' } })).toMatchObject({
    ok: false,
    error: { kind: 'read-only' },
  })
  await first.close()

  const second = await launchWhole(world)
  expect(await countPeople(second.page)).toBe(50)
  expect(await callData(second.page, ['records', 'get'], 'people', '0190c000-0000-7000-8000-000000000007')).toMatchObject({ lastName: 'Durand 7' })
})

test('deux fenêtres : la seconde le dit, et peut prendre la suite', async () => {
  const world = await newWorld()
  const app = await launchWithData(world)
  await writeManyPeople(app.page, 10)
  const second = await app.page.context().newPage()
  await second.goto(app.page.url())
  // Another page of the same profile, even one that has no bridge to main, holds the data as a second window would.
  await second.evaluate(holdTheData)
  await app.page.reload()
  await expect(app.page.getByText('Maillage est déjà ouvert')).toBeVisible()
  await app.page.getByRole('button', { name: 'Continuer ici' }).click()
  await isReady(app.page)
  expect(await countPeople(app.page)).toBe(10)
})

const holdTheData = (): Promise<void> =>
  new Promise((resolve) => {
    void navigator.locks.request('maillage-data', { steal: true }, () => {
      resolve()
      return new Promise(() => undefined)
    })
  })

test('Maillage demande au navigateur de ne jamais jeter les données de lui-même', async () => {
  const app = await launchWithData(await newWorld())
  await app.page.addInitScript(() => {
    navigator.storage.persist = async () => {
      Object.assign(window, { askedToPersist: true })
      return false
    }
  })
  await app.page.reload()
  await isReady(app.page)
  expect(await app.page.evaluate('window.askedToPersist')).toBe(true)
})

test('des données d’une version plus récente ne sont pas touchées', async () => {
  const world = await newWorld()
  const first = await launchWithData(world)
  await writeManyPeople(first.page, 10)
  await first.page.evaluate(raiseVersion)
  await first.kill()
  const second = await launch(world)
  await expect(second.page.getByText('Ces données viennent d’une version plus récente')).toBeVisible()
})

const raiseVersion = (): Promise<void> =>
  new Promise((resolve, reject) => {
    const request = indexedDB.open('maillage', 990)
    request.addEventListener('success', () => {
      request.result.close()
      resolve()
    })
    request.addEventListener('error', () => reject(new Error('not raised')))
  })
