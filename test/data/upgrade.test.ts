import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import type { PersonId } from '#domain/id'
import { emptyPerson, type Person } from '#domain/person'
import { migrations, schemaVersion, type Migration } from '#data/migrations'
import { newDisk } from '#support/data-world'
import { newComputer, startApp, type AppOptions, type Computer, type RunningApp } from '#support/room-world'
import { tempFolder } from '#support/temp-folder'

/** A next version as there will be some day: every note gets a mark, and there is a new index. */
const marked: Migration = {
  version: schemaVersion + 1,
  why: 'a made-up step: notes say that they are old',
  stores: { tags: 'id, name' },
  upgrade: (transaction) =>
    transaction
      .table<Person, string>('people')
      .toCollection()
      .modify((person) => void Object.assign(person, { note: `ancien : ${person.note}` }))
      .then(() => undefined),
}
const next: AppOptions = { appVersion: '2.0.0', steps: [...migrations, marked] }

const running: RunningApp[] = []
const start = async (computer: Computer, options?: AppOptions): Promise<RunningApp> => {
  const app = await startApp(computer, options)
  running.push(app)
  return app
}
afterEach(async () => {
  for (const app of running.splice(0)) await app.kill()
})
const person = (number: number): Person => ({
  ...emptyPerson(`0190c000-0000-7000-8000-${String(number).padStart(12, '0')}` as PersonId),
  note: `note ${number}`,
})
const save = async (app: RunningApp, number: number) =>
  expect((await app.client.services.records.save({ table: 'people', before: null, after: person(number) })).ok).toBe(true)
const notes = async (app: RunningApp): Promise<readonly string[]> => (await app.client.services.records.all('people')).map(({ note }) => note)
const oldWorld = async (): Promise<Computer> => {
  const computer = newComputer(newDisk(), await tempFolder())
  const app = await start(computer)
  await save(app, 1)
  expect((await app.client.services.safety.backupNow()).ok).toBe(true)
  await save(app, 2)
  await app.kill()
  computer.clock.now = new Date('2026-03-12T11:00:00')
  return computer
}

test('une nouvelle version copie la base telle qu’elle est avant de la transformer', async () => {
  const computer = await oldWorld()
  const app = await start(computer, next)
  expect(app.client.startState().kind).toBe('ready')
  expect(await notes(app)).toEqual(['ancien : note 1', 'ancien : note 2'])
  const backups = await app.client.services.safety.listBackups()
  expect(backups[0]).toMatchObject({ reason: 'before-update', schemaVersion, appVersion: '2.0.0', counts: { people: 2 } })
  await app.kill()
  const again = await start(computer, next)
  expect(await notes(again)).toEqual(['ancien : note 1', 'ancien : note 2'])
  expect(await again.client.services.safety.listBackups()).toHaveLength(2)
})

test('une copie et un journal d’avant se restaurent dans la version d’après, chaque changement dans la sienne', async () => {
  const computer = await oldWorld()
  const upgraded = await start(computer, next)
  await save(upgraded, 3)
  const [beforeUpdate] = await upgraded.client.services.safety.listBackups()
  await upgraded.kill()
  await rm(join(computer.folder, 'documents', 'Maillage', 'Sauvegardes', beforeUpdate?.name ?? ''))
  const app = await start({ ...computer, disk: newDisk() }, next)
  expect(app.client.startState()).toMatchObject({ kind: 'lost', restorable: { isComplete: true, backup: { schemaVersion } } })
  expect(await app.client.restoreEverything(null)).toMatchObject({ ok: true, value: { changes: 2, isComplete: true } })
  expect(await notes(app)).toEqual(['ancien : note 1', 'ancien : note 2', 'note 3'])
})

test('une copie d’avant se prévoit et se reprend dans la version d’après', async () => {
  const computer = await oldWorld()
  const app = await start(computer, next)
  const old = (await app.client.services.safety.listBackups()).at(-1)
  if (old === undefined) throw new Error('no backup')
  expect(await app.client.services.safety.previewRestore(old)).toMatchObject({
    ok: true,
    value: { tables: [{ table: 'people', created: 0, changed: 0, removed: 1 }] },
  })
  expect((await app.client.services.safety.applyRestore(old)).ok).toBe(true)
  expect(await notes(app)).toEqual(['ancien : note 1'])
})

test('l’ancienne version n’ouvre pas la base de la nouvelle', async () => {
  const computer = await oldWorld()
  await (await start(computer, next)).kill()
  const app = await start(computer)
  expect(app.client.startState()).toEqual({ kind: 'newer-version' })
})
