import { IDBObjectStore as FDBObjectStore } from 'fake-indexeddb'
import { afterEach, expect, test, vi } from 'vitest'
import { newDisk } from '#support/data-world'
import { createPeople as create, firstNames as names, person } from '#support/room-people'
import { newComputer, startApp, withoutProfile, type Computer, type RunningApp } from '#support/room-world'
import { tempFolder } from '#support/temp-folder'

// After an error of the database, the next start is the last chance: whatever can be copied is copied at once.
const running: RunningApp[] = []
const start = async (computer: Computer): Promise<RunningApp> => {
  const app = await startApp(computer)
  running.push(app)
  return app
}
afterEach(async () => {
  for (const app of running.splice(0)) await app.kill()
})
const newWorld = async (): Promise<Computer> => newComputer(newDisk(), await tempFolder())

test.each(['QuotaExceededError', 'UnknownError'])(
  'quand la base refuse d’écrire (%s), une copie est faite aussitôt, et plus rien ne s’écrit',
  async (name) => {
    const computer = await newWorld()
    const app = await start(computer)
    await create(app, person(1), person(2))
    const refusing = vi.spyOn(FDBObjectStore.prototype, 'add').mockImplementation(() => {
      throw new DOMException('no room', name)
    })
    expect(await app.client.services.records.save({ table: 'people', before: null, after: person(3) })).toMatchObject({
      ok: false,
      error: { kind: 'storage', reason: name === 'QuotaExceededError' ? 'disk-full' : 'storage-failed' },
    })
    refusing.mockRestore()
    expect(app.client.status().readOnly).not.toBeNull()
    await expect.poll(() => app.client.services.safety.listBackups()).toMatchObject([{ reason: 'after-error', counts: { people: 2, changes: 2 } }])
    expect(await app.client.services.records.save({ table: 'people', before: null, after: person(3) })).toMatchObject({
      ok: false,
      error: { kind: 'read-only' },
    })
    await app.kill()
    const lost = await start(withoutProfile(computer))
    expect(await lost.client.restoreEverything(null)).toMatchObject({ ok: true, value: { isComplete: true } })
    expect(await names(lost)).toEqual(['Prénom 1', 'Prénom 2'])
  },
)

test('quand la base ne se lit même plus, ce qui est en mémoire est mis de côté', async () => {
  const computer = await newWorld()
  const app = await start(computer)
  await create(app, person(1), person(2))
  app.breakDatabase()
  expect(await app.client.services.records.save({ table: 'people', before: null, after: person(3) })).toMatchObject({
    ok: false,
    error: { kind: 'storage' },
  })
  await expect.poll(() => app.client.services.safety.listBackups()).toMatchObject([{ reason: 'salvage', counts: { people: 2 } }])
  await app.kill()
  // The journal knows every change: it is what is proposed.
  const lost = await start(withoutProfile(computer))
  expect(await lost.client.restoreEverything(null)).toMatchObject({ ok: true, value: { backup: null, isComplete: true } })
  expect(await names(lost)).toEqual(['Prénom 1', 'Prénom 2'])
})

test('tant que le journal ne s’écrit pas, un seul changement est accepté, une copie est faite, et le bandeau le sait', async () => {
  const computer = await newWorld()
  const app = await start(computer)
  const { appendJournal } = app.desktop
  Object.assign(app.desktop, { appendJournal: async () => Promise.reject(new Error('ENOSPC')) })
  await create(app, person(1))
  expect(app.client.status()).toMatchObject({ journal: 'behind', readOnly: 'journal-failed' })
  await expect.poll(() => app.client.services.safety.listBackups()).toMatchObject([{ reason: 'after-error', counts: { people: 1 } }])
  const second = { table: 'people', before: null, after: person(2) } as const
  expect(await app.client.services.records.save(second)).toEqual({ ok: false, error: { kind: 'read-only', reason: 'journal-failed' } })
  Object.assign(app.desktop, { appendJournal })
  expect((await app.client.services.records.save(second)).ok).toBe(true)
  expect(app.client.status()).toMatchObject({ journal: 'ok', readOnly: null })
  await app.kill()
  const lost = await start(withoutProfile(computer))
  expect(await lost.client.restoreEverything(null)).toMatchObject({ ok: true, value: { isComplete: true } })
  expect(await names(lost)).toEqual(['Prénom 1', 'Prénom 2'])
})
