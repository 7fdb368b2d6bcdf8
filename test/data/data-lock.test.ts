import { afterEach, expect, test } from 'vitest'
import { createDataLock, type DataLock } from '#data/data-lock'
import { newDisk } from '#support/data-world'
import { newComputer, startApp, type RunningApp } from '#support/room-world'
import { tempFolder } from '#support/temp-folder'
import { emptyPerson } from '#domain/person'
import type { PersonId } from '#domain/id'

// Node has the browser's Web Locks and BroadcastChannel: these are the real ones.
const locks: DataLock[] = []
const newLock = (): DataLock => {
  const lock = createDataLock(navigator.locks, new BroadcastChannel('test-maillage-data'), { grace: 50, patience: 5_000 })
  locks.push(lock)
  return lock
}
const apps: RunningApp[] = []
afterEach(async () => {
  for (const app of apps.splice(0)) await app.kill()
  for (const lock of locks.splice(0)) {
    lock.release()
    lock.close()
  }
})
const open = async (computer: Parameters<typeof startApp>[0]): Promise<RunningApp> => {
  const app = await startApp(computer, { lock: newLock() })
  apps.push(app)
  return app
}

test('une seconde fenêtre dit que Maillage est ouvert ailleurs, et n’écrit rien', async () => {
  const computer = newComputer(newDisk(), await tempFolder())
  const first = await open(computer)
  const second = await open(computer)
  expect(first.client.startState().kind).toBe('ready')
  expect(second.client.startState()).toEqual({ kind: 'elsewhere' })
  expect(() => second.client.services).toThrow()
})

test('elle peut prendre la suite : la première finit d’écrire, puis laisse la place', async () => {
  const computer = newComputer(newDisk(), await tempFolder())
  const first = await open(computer)
  const second = await open(computer)
  const writing = first.client.services.records.save({ table: 'people', before: null, after: emptyPerson('p1' as PersonId) })
  await second.client.takeOver()
  expect((await writing).ok).toBe(true)
  expect(first.client.startState()).toEqual({ kind: 'elsewhere' })
  expect(second.client.startState().kind).toBe('ready')
  expect(await second.client.services.records.count('people')).toBe(1)
  await first.client.takeOver()
  expect(first.client.startState().kind).toBe('ready')
  expect(second.client.startState()).toEqual({ kind: 'elsewhere' })
})

test('une fenêtre fermée laisse la place d’elle-même', async () => {
  const computer = newComputer(newDisk(), await tempFolder())
  const first = await open(computer)
  await first.client.close()
  expect((await open(computer)).client.startState().kind).toBe('ready')
})
