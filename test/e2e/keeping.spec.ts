import { execFileSync } from 'node:child_process'
import { cp, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { callData, openDataThread, writeManyPeople } from '#support/data-thread'
import { makeTemporaryFolder } from '#support/temporary-folder'
import {
  cleanUp,
  countPeople,
  databaseFiles,
  isLost,
  isReady,
  largest,
  launch,
  launchWhole,
  launchWithData,
  lostTitle,
  newWorld,
  removals,
  rename,
  restore,
  type World,
} from '#support/kept-worlds'

test.afterEach(cleanUp)

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
