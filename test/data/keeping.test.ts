import { mkdir, readdir, rm, writeFile, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { newDisk } from '#support/data-world'
import { createPeople as create, firstNames as names, person } from '#support/room-people'
import { newComputer, startApp, withoutProfile, type AppOptions, type Computer, type RunningApp } from '#support/room-world'
import { tempFolder } from '#support/temp-folder'

const running: RunningApp[] = []
const start = async (computer: Computer, options?: AppOptions): Promise<RunningApp> => {
  const app = await startApp(computer, options)
  running.push(app)
  return app
}
afterEach(async () => {
  for (const app of running.splice(0)) await app.kill()
})
const newWorld = async (): Promise<Computer> => newComputer(newDisk(), await tempFolder())
const backUp = async (app: RunningApp) => {
  const made = await app.client.services.safety.backupNow()
  if (!made.ok) throw new Error(JSON.stringify(made.error))
  return made.value
}

test('un premier démarrage est vide, avec les rôles habituels', async () => {
  const app = await start(await newWorld())
  expect(app.client.startState()).toEqual({ kind: 'ready', isFirst: true })
  expect(await app.client.services.records.count('roleKinds')).toBe(10)
})

test('tout est là au démarrage suivant', async () => {
  const computer = await newWorld()
  const first = await start(computer)
  await create(first, person(1), person(2))
  await first.kill()
  const second = await start(computer)
  expect(second.client.startState()).toEqual({ kind: 'ready', isFirst: false })
  expect(await names(second)).toEqual(['Prénom 1', 'Prénom 2'])
})

test('une base vide après une base pleine n’est jamais un premier démarrage', async () => {
  const computer = await newWorld()
  const first = await start(computer)
  await create(first, person(1))
  await first.kill()
  const second = await start(withoutProfile(computer))
  expect(second.client.startState()).toMatchObject({ kind: 'lost', loss: 'empty', restorable: { backup: null, journalEntries: 2, isComplete: true } })
  expect(() => second.client.services).toThrow()
})

test('le journal seul rend tout, jusqu’au dernier changement', async () => {
  const computer = await newWorld()
  const first = await start(computer)
  await create(first, person(1), person(2))
  await first.client.services.records.save({ table: 'people', before: person(2), after: { ...person(2), note: 'Dernière seconde' } })
  await first.kill()
  const second = await start(withoutProfile(computer))
  expect(await second.client.restoreEverything(null)).toEqual({ ok: true, value: { backup: null, changes: 3, isComplete: true } })
  expect(second.client.startState()).toEqual({ kind: 'ready', isFirst: false })
  expect(await second.client.services.records.get('people', person(2).id)).toMatchObject({ note: 'Dernière seconde' })
  const history = await second.client.services.changes.history('people', person(2).id)
  expect(history.map(({ change }) => change.cause.kind)).toEqual(['form', 'form'])
})

test('la copie et le journal rendent tout, avec l’historique, et on peut continuer', async () => {
  const computer = await newWorld()
  const first = await start(computer)
  await create(first, ...Array.from({ length: 300 }, (_, index) => person(index + 1)))
  await backUp(first)
  await create(first, person(1_001))
  await first.kill()
  const lost = withoutProfile(computer)
  const second = await start(lost)
  expect(second.client.startState()).toMatchObject({
    kind: 'lost',
    loss: 'empty',
    restorable: { backup: { counts: { people: 300 } }, journalEntries: 1, isComplete: true },
  })
  expect(await second.client.restoreEverything(null)).toMatchObject({ ok: true, value: { changes: 1, isComplete: true } })
  expect(await second.client.services.records.count('people')).toBe(301)
  expect(await second.client.services.changes.history('people', person(7).id)).toHaveLength(1)
  await create(second, person(1_002))
  await second.kill()
  const third = await start(lost)
  expect(third.client.startState().kind).toBe('ready')
  expect(await third.client.services.records.count('people')).toBe(302)
})

test('une copie abîmée laisse la place à celle d’avant, et le journal fait le reste', async () => {
  const computer = await newWorld()
  const first = await start(computer)
  await create(first, person(1))
  await backUp(first)
  await create(first, person(2))
  computer.clock.now = new Date('2026-03-12T10:00:00')
  const second = await backUp(first)
  await create(first, person(3))
  await first.kill()
  const path = join(computer.folder, 'documents', 'Maillage', 'Sauvegardes', second.name)
  const bytes = await readFile(path)
  bytes[40] = (bytes[40] ?? 0) ^ 1
  await writeFile(path, bytes)
  const app = await start(withoutProfile(computer))
  expect(await app.client.restoreEverything(null)).toMatchObject({ ok: true, value: { isComplete: true } })
  expect(await names(app)).toEqual(['Prénom 1', 'Prénom 2', 'Prénom 3'])
})

test('un ordinateur neuf avec le dossier de copies retrouve ses données', async () => {
  const computer = await newWorld()
  const first = await start(computer)
  await create(first, person(1))
  await backUp(first)
  await create(first, person(2))
  await first.kill()
  await rm(join(computer.folder, 'app'), { recursive: true })
  const app = await start(withoutProfile(computer))
  expect(app.client.startState()).toMatchObject({ kind: 'lost', loss: 'empty', restorable: { backup: { counts: { people: 1 } }, journalEntries: 0 } })
  expect(await app.client.restoreEverything(null)).toMatchObject({ ok: true })
  expect(await names(app)).toEqual(['Prénom 1'])
})

test('des lignes perdues en silence se voient au démarrage, et reviennent', async () => {
  const computer = await newWorld()
  const first = await start(computer)
  await create(first, person(1), person(2), person(3))
  await first.kill()
  await damage(computer, async (database) => void database.transaction('people', 'readwrite').objectStore('people').delete(person(2).id))
  const second = await start(computer)
  expect(second.client.startState()).toMatchObject({ kind: 'lost', loss: 'rows-missing', detail: 'people: 2 ≠ 3' })
  expect(await second.client.restoreEverything(null)).toMatchObject({ ok: true, value: { isComplete: true } })
  expect(await names(second)).toEqual(['Prénom 1', 'Prénom 2', 'Prénom 3'])
})

test('une base revenue en arrière se voit au démarrage', async () => {
  const computer = await newWorld()
  const first = await start(computer)
  await create(first, person(1))
  const meta = first.client.services.safety.state()
  const before = (await meta).lastSequence
  await create(first, person(2))
  await first.kill()
  await damage(computer, (database) => {
    const stores = database.transaction(['people', 'changes', 'changeParts', 'meta'], 'readwrite')
    stores.objectStore('people').delete(person(2).id)
    stores.objectStore('changeParts').delete(before + 1)
    const changes = stores.objectStore('changes')
    changes.openCursor(null, 'prev').onsuccess = (event) => (event.target as IDBRequest<IDBCursorWithValue>).result.delete()
    const state = stores.objectStore('meta')
    state.get('state').onsuccess = (event) => {
      const row = (event.target as IDBRequest<{ counts: Record<string, number> }>).result
      const { people = 0, changes: changeCount = 0, changeParts = 0 } = row.counts
      state.put({
        ...row,
        lastSequence: before,
        counts: { ...row.counts, people: people - 1, changes: changeCount - 1, changeParts: changeParts - 1 },
      })
    }
  })
  const second = await start(computer)
  expect(second.client.startState()).toMatchObject({ kind: 'lost', loss: 'changes-missing', detail: `${before} < ${before + 1}` })
  expect((await second.client.restoreEverything(null)).ok).toBe(true)
  expect(await names(second)).toEqual(['Prénom 1', 'Prénom 2'])
})

test('quand rien ne permet de tout rendre, on peut continuer avec ce qui reste, et ce qui reste est copié d’abord', async () => {
  const computer = await newWorld()
  const first = await start(computer)
  await create(first, person(1), person(2))
  await first.kill()
  await rm(join(computer.folder, 'app', 'safety', 'journal'), { recursive: true })
  await damage(computer, (database) => void database.transaction('people', 'readwrite').objectStore('people').delete(person(2).id))
  const second = await start(computer)
  expect(second.client.startState()).toMatchObject({ kind: 'lost', loss: 'rows-missing', restorable: { backup: null, journalEntries: 0 } })
  expect(await second.client.restoreEverything(null)).toEqual({ ok: false, error: { kind: 'nothing-to-restore' } })
  expect(await second.client.continueAsIs()).toEqual({ ok: true, value: null })
  expect(await names(second)).toEqual(['Prénom 1'])
  await create(second, person(3))
  await second.kill()
  const third = await start(computer)
  expect(third.client.startState().kind).toBe('ready')
  expect(await names(third)).toEqual(['Prénom 1', 'Prénom 3'])
  expect((await third.client.services.safety.listBackups()).map(({ reason }) => reason)).toContain('salvage')
})

test('ce qui est mis de côté d’une base abîmée ne fait jamais oublier le journal', async () => {
  const computer = await newWorld()
  // Each session has a file of its own in the journal; none lasted long enough for a copy.
  for (const number of [1, 2, 3]) {
    const app = await start(computer)
    await create(app, person(number))
    await app.kill()
  }
  await damage(computer, (database) => void database.transaction('people', 'readwrite').objectStore('people').delete(person(1).id))
  const app = await start(computer)
  expect(await app.client.restoreEverything(null)).toMatchObject({ ok: true, value: { backup: null, isComplete: true } })
  expect(await names(app)).toEqual(['Prénom 1', 'Prénom 2', 'Prénom 3'])
})

test('repartir de zéro garde de quoi revenir', async () => {
  const computer = await newWorld()
  const first = await start(computer)
  await create(first, person(1))
  const copy = await backUp(first)
  await first.kill()
  const lost = withoutProfile(computer)
  const second = await start(lost)
  await second.client.startAfresh()
  expect(second.client.startState()).toEqual({ kind: 'ready', isFirst: true })
  await second.kill()
  const third = await start(lost)
  expect(third.client.startState()).toEqual({ kind: 'ready', isFirst: true })
  expect(await third.client.services.safety.previewRestore(copy)).toMatchObject({
    ok: true,
    value: { tables: [{ table: 'people', created: 1, samples: { created: ['Prénom 1 Durand'] } }] },
  })
})

test('ce qui n’était pas encore dans le journal y part au démarrage', async () => {
  const computer = await newWorld()
  const first = await start(computer)
  await create(first, person(1))
  await rm(join(computer.folder, 'app', 'safety'), { recursive: true })
  await first.kill()
  const second = await start(computer)
  expect(second.client.startState().kind).toBe('ready')
  await second.client.settle()
  expect(await second.client.services.safety.state()).toMatchObject({ lastSequence: 2, journaledSequence: 2, journalFrom: 1 })
})

test('un journal abîmé au milieu est complété depuis la base', async () => {
  const computer = await newWorld()
  const first = await start(computer)
  for (const number of [1, 2, 3]) await create(first, person(number))
  await first.kill()
  const folder = join(computer.folder, 'app', 'safety', 'journal')
  const [databaseId = ''] = await readdir(folder)
  const [file = ''] = await readdir(join(folder, databaseId))
  const bytes = await readFile(join(folder, databaseId, file))
  const middle = Math.floor(bytes.length / 2)
  bytes[middle] = (bytes[middle] ?? 0) ^ 0xff
  await writeFile(join(folder, databaseId, file), bytes)
  const second = await start(computer)
  expect(second.client.startState().kind).toBe('ready')
  await second.client.settle()
  expect(await second.client.services.safety.state()).toMatchObject({ journaledSequence: 4, problems: [{ kind: 'journal-damaged' }] })
  await second.kill()
  const third = await start(withoutProfile(computer))
  expect(await third.client.restoreEverything(null)).toMatchObject({ ok: true, value: { isComplete: true } })
  expect(await names(third)).toEqual(['Prénom 1', 'Prénom 2', 'Prénom 3'])
})

test('restaurer une copie d’hier se voit d’avance, et s’annule', async () => {
  const computer = await newWorld()
  const app = await start(computer)
  await create(app, person(1), person(2))
  const copy = await backUp(app)
  await app.client.services.records.save({ table: 'people', before: person(1), after: { ...person(1), firstName: 'Camille' } })
  await create(app, person(3))
  const preview = await app.client.services.safety.previewRestore(copy)
  expect(preview).toMatchObject({
    ok: true,
    value: { tables: [{ table: 'people', created: 0, changed: 1, removed: 1, samples: { removed: ['Prénom 3 Durand'] } }] },
  })
  expect(await app.client.services.safety.applyRestore(copy)).toMatchObject({
    ok: true,
    value: { cause: { kind: 'restore', backupName: copy.name } },
  })
  expect(await names(app)).toEqual(['Prénom 1', 'Prénom 2'])
  expect((await app.client.services.safety.listBackups()).map(({ reason }) => reason)).toContain('before-restore')
  expect((await app.client.services.changes.undo()).ok).toBe(true)
  expect(await names(app)).toEqual(['Camille', 'Prénom 2', 'Prénom 3'])
})

test('sur un disque plein on n’écrit plus, et on reprend quand il y a de la place', async () => {
  const computer = await newWorld()
  const app = await start(computer)
  app.push('diskState', { disk: 'full', freeBytes: 40_000_000 })
  expect(await app.client.services.records.save({ table: 'people', before: null, after: person(1) })).toEqual({
    ok: false,
    error: { kind: 'read-only', reason: 'disk-full' },
  })
  expect(app.client.status()).toMatchObject({ readOnly: 'disk-full', disk: 'full' })
  app.push('diskState', { disk: 'low', freeBytes: 400_000_000 })
  expect((await app.client.services.records.save({ table: 'people', before: null, after: person(1) })).ok).toBe(true)
  expect(app.client.status()).toMatchObject({ readOnly: null, disk: 'low' })
})

test('un dossier de copies débranché se dit, et se tait quand il revient', async () => {
  const computer = await newWorld()
  const stick = join(computer.folder, 'clé')
  const app = await start(computer)
  await create(app, person(1))
  computer.dialogs.path = stick
  await app.desktop.chooseBackupFolder({ which: 'first' })
  await rm(stick, { recursive: true })
  expect(await app.client.services.safety.backupNow()).toMatchObject({ ok: false, error: { kind: 'folder-missing' } })
  expect(app.client.status().copyProblem).toBe('folder-missing')
  await mkdir(stick)
  await backUp(app)
  expect(app.client.status().copyProblem).toBeNull()
})

test('avant de fermer, ce qui a changé est copié', async () => {
  const computer = await newWorld()
  const app = await start(computer)
  await create(app, person(1))
  app.push('closing', { at: '2026-03-12T09:00:00.000Z' })
  await expect.poll(() => app.busy).toEqual([false, true, false])
  expect(await app.client.services.safety.listBackups()).toMatchObject([{ reason: 'automatic', counts: { people: 1 } }])
})

test('une copie se fait seule : la première, puis chaque heure où l’on a écrit, et avant une nouvelle version', async () => {
  const computer = await newWorld()
  const app = await start(computer)
  const copies = async (): Promise<number> => (await app.client.services.safety.listBackups()).length
  const tick = async (): Promise<void> => {
    app.tick()
    await expect.poll(() => app.client.status().backup).toBe('idle')
  }
  await tick()
  expect(await copies()).toBe(0)
  await create(app, person(1))
  await tick()
  expect(await copies()).toBe(1)
  await create(app, person(2))
  await tick()
  expect(await copies()).toBe(1)
  computer.clock.now = new Date('2026-03-12T10:01:00')
  await tick()
  expect(await copies()).toBe(2)
  await app.kill()
  computer.clock.now = new Date('2026-03-12T10:05:00')
  const next = await start(computer, { appVersion: '1.1.0' })
  next.tick()
  await expect
    .poll(async () => (await next.client.services.safety.listBackups()).map(({ reason }) => reason))
    .toEqual(['before-update', 'automatic', 'automatic'])
})

const damage = (computer: Computer, act: (database: IDBDatabase) => void | Promise<void>): Promise<void> =>
  new Promise((resolve, reject) => {
    const request = computer.disk.open('maillage')
    request.onerror = () => reject(new Error('cannot open'))
    request.onsuccess = () => {
      const database = request.result
      void act(database)
      database.close()
      resolve()
    }
  })
