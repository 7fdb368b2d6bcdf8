import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { newDisk } from '#support/data-world'
import { createPeople, person } from '#support/room-people'
import { newComputer, startApp, withoutProfile, type AppOptions, type Computer, type RunningApp } from '#support/room-world'
import { tempFolder } from '#support/temp-folder'

const apps: RunningApp[] = []
afterEach(async () => {
  for (const app of apps.splice(0)) await app.kill()
})
const start = async (computer: Computer, options?: AppOptions): Promise<RunningApp> => {
  const app = await startApp(computer, options)
  apps.push(app)
  return app
}

test('le dossier choisi pour les copies est retenu, et le second aussi', async () => {
  const computer = newComputer(newDisk(), await tempFolder())
  const first = join(computer.folder, 'mes copies')
  const second = join(computer.folder, 'clé')
  const app = await start(computer)
  expect((await app.desktop.safetyState()).backupFolder).toBe(join(computer.folder, 'documents', 'Maillage', 'Sauvegardes'))
  computer.dialogs.path = first
  expect(await app.desktop.chooseBackupFolder({ which: 'first' })).toBe(first)
  computer.dialogs.path = second
  expect(await app.desktop.chooseBackupFolder({ which: 'second' })).toBe(second)
  computer.dialogs.path = null
  expect(await app.desktop.chooseBackupFolder({ which: 'second' })).toBe(null)
  expect((await app.client.services.safety.backupNow()).ok).toBe(true)
  expect(await readdir(first)).toEqual(await readdir(second))
  await app.kill()
  expect(await (await start(computer)).desktop.safetyState()).toMatchObject({
    backupFolder: first,
    secondFolder: second,
    lastBackup: { reason: 'asked' },
  })
})

test('la dernière copie est celle de cette base, même à côté d’une plus récente d’une autre', async () => {
  const computer = newComputer(newDisk(), await tempFolder())
  computer.clock.now = new Date('2026-03-12T12:00:00')
  const first = await start(computer)
  await createPeople(first, person(1))
  expect((await first.client.services.safety.backupNow()).ok).toBe(true)
  await first.kill()
  const second = await start(withoutProfile(computer))
  await second.client.startAfresh()
  await createPeople(second, person(2))
  computer.clock.now = new Date('2026-03-12T11:00:00')
  const made = await second.client.services.safety.backupNow()
  const { databaseId, lastBackup } = await second.desktop.safetyState()
  expect(made).toMatchObject({ ok: true, value: { databaseId } })
  expect(lastBackup).toMatchObject({ databaseId, at: new Date('2026-03-12T11:00:00').toISOString() })
})

test('une copie montrée du doigt est vérifiée avant d’être proposée', async () => {
  const computer = newComputer(newDisk(), await tempFolder())
  const app = await start(computer)
  expect(await app.desktop.chooseBackup()).toBe(null)
  computer.dialogs.path = join(computer.folder, 'photo.maillage')
  await writeFile(computer.dialogs.path, 'pas une copie')
  expect(await app.desktop.chooseBackup()).toMatchObject({ ok: false, error: { kind: 'damaged' } })
})

test('ne lit aucun fichier que l’on n’a pas montré', async () => {
  const app = await start(newComputer(newDisk(), await tempFolder()))
  await expect(app.desktop.readBackupPart({ name: '../../../etc/passwd', index: 0 })).rejects.toThrow(/No such backup/)
  await expect(app.desktop.readJournal({ databaseId: '../../..', after: 0, limit: 1 })).rejects.toThrow()
})

test('met de côté le dossier que le navigateur ne peut plus ouvrir, sans rien en jeter', async () => {
  const computer = newComputer(newDisk(), await tempFolder())
  const profile = join(computer.folder, 'app', 'profile')
  await mkdir(join(profile, 'Default', 'IndexedDB', 'x.leveldb'), { recursive: true })
  await writeFile(join(profile, 'Default', 'IndexedDB', 'x.leveldb', '000005.ldb'), 'abîmé')
  const app = await start(computer)
  expect(await app.desktop.setDatabaseAside()).toEqual({ isDone: true })
  const [aside = ''] = await readdir(join(profile, 'Default'))
  expect(aside).toMatch(/^IndexedDB-damaged-2026-03-12/)
  expect(await readdir(join(profile, 'Default', aside, 'x.leveldb'))).toEqual(['000005.ldb'])
})

test('le peu de place se dit au démarrage', async () => {
  const computer = newComputer(newDisk(), await tempFolder())
  computer.space.current = { disk: 'low', freeBytes: 300_000_000 }
  const app = await start(computer)
  expect(app.client.status()).toMatchObject({ disk: 'low', freeBytes: 300_000_000, readOnly: null })
  await app.kill()
  computer.space.current = { disk: 'full', freeBytes: 50_000_000 }
  expect((await start(computer)).client.status()).toMatchObject({ disk: 'full', readOnly: 'disk-full' })
})
