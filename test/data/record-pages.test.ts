import { IDBKeyRange } from 'fake-indexeddb'
import { beforeEach, expect, test } from 'vitest'
import { diffRecord, type Edit } from '#domain/change'
import type { PersonId } from '#domain/id'
import { emptyPerson, type Person } from '#domain/person'
import { AppDatabase } from '#data/database'
import { migrations, schemaVersion, type Migration } from '#data/migrations'
import { readRows } from '#data/record-pages'
import { countRows } from '#data/recovery'
import type { Store } from '#data/store'
import { storedToRecord } from '#data/stored-record'
import { undoChange } from '#data/undo'
import { newDisk, openTestStore } from '#support/data-world'

const person = (number: number, fields: Partial<Person> = {}): Person => ({
  ...emptyPerson(`0190c000-0000-7000-8000-${String(number).padStart(12, '0')}` as PersonId),
  lastName: `Nom ${number}`,
  note: 'Élève de l’école du quartier. '.repeat(5),
  ...fields,
})
const everybody: readonly Person[] = Array.from({ length: 450 }, (_, index) => person(index))

let disk: IDBFactory
let store: Store
beforeEach(async () => {
  disk = newDisk()
  store = await openTestStore(disk)
})

const write = async (edits: readonly (Edit | null)[]) => {
  const written = await store.write({ cause: { kind: 'form' }, edits: edits.filter((edit) => edit !== null) })
  if (!written.ok || written.value === null) throw new Error('not written')
  return written.value
}
const create = () => write(everybody.map((each) => diffRecord('people', null, each)))

/** What the next start would find; also that rows are counted as they are. */
const afterRestart = async (): Promise<readonly Person[]> => {
  const again = await openTestStore(disk)
  const people = [...(await again.mirror.read('people')).values()]
  expect(await countRows(again.database)).toMatchObject({ people: again.meta().counts['people'] ?? 0 })
  expect(people).toHaveLength(again.meta().counts['people'] ?? 0)
  const byId = (list: readonly Person[]) => list.toSorted((left, right) => (left.id < right.id ? -1 : 1))
  expect(byId((await readRows(again.database, 'people')).map((row) => storedToRecord('people', row)))).toEqual(byId(people))
  again.database.close()
  return byId(people)
}

test('beaucoup de personnes d’un coup tiennent en quelques pages, et se relisent telles quelles', async () => {
  await create()
  expect(await store.database.records('people').count()).toBe(0)
  expect(await store.database.recordPages.count()).toBeLessThan(10)
  expect(await afterRestart()).toEqual(everybody)
})

test('une personne d’une page se modifie, s’efface et revient comme une autre', async () => {
  await create()
  const changed = person(3, { lastName: 'Martin', note: 'x'.repeat(80_000) })
  await write([diffRecord('people', everybody[3] ?? null, changed)])
  const removal = await write([diffRecord('people', everybody[0] ?? null, null), diffRecord('people', everybody[449] ?? null, null)])
  expect(await afterRestart()).toEqual(everybody.flatMap((each, index) => (index === 0 || index === 449 ? [] : [index === 3 ? changed : each])))
  expect((await undoChange(store, removal.id, 'ask')).ok).toBe(true)
  expect(await afterRestart()).toEqual(everybody.with(3, changed))
})

test('annuler l’import ne laisse ni page ni ligne', async () => {
  const created = await create()
  await write([diffRecord('people', null, person(900))])
  expect((await undoChange(store, created.id, 'ask')).ok).toBe(true)
  expect(await store.database.recordPages.count()).toBe(0)
  expect(await afterRestart()).toEqual([person(900)])
})

test('tout modifier d’un coup réécrit chaque page une fois', async () => {
  await create()
  const renamed = everybody.map((each) => ({ ...each, note: 'vu' }))
  await write(renamed.map((each, index) => diffRecord('people', everybody[index] ?? null, each)))
  expect(await afterRestart()).toEqual(renamed)
})

test('une étape du schéma voit chaque personne sur sa ligne', async () => {
  await create()
  store.database.close()
  const marked: Migration = {
    version: schemaVersion + 1,
    why: 'a made-up step: notes say that they are old',
    stores: {},
    upgrade: (transaction) =>
      transaction
        .table<Person, string>('people')
        .toCollection()
        .modify((each) => void Object.assign(each, { note: 'ancien' }))
        .then(() => undefined),
  }
  const next = new AppDatabase('test', { indexedDB: disk, IDBKeyRange }, [...migrations, marked])
  await next.open()
  expect((await readRows(next, 'people')).map((each) => (each as Person).note)).toEqual(everybody.map(() => 'ancien'))
  expect(await countRows(next)).toMatchObject({ people: 450 })
  next.close()
})
