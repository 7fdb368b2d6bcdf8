import { IDBDatabase as FDBDatabase } from 'fake-indexeddb'
import { afterEach, expect, test, vi } from 'vitest'
import { diffRecord, type Edit } from '#domain/change'
import type { AttendanceSheet } from '#domain/attendance'
import type { EventId, HoursId, PersonId, TagId, ImportId } from '#domain/id'
import { emptyEvent } from '#domain/event'
import { emptyPerson, type Person } from '#domain/person'
import type { RecordByTable, TableName } from '#domain/tables'
import { createChangesService } from '#data/services/changes-service'
import type { Store } from '#data/store'
import { createUndoSteps } from '#data/undo-steps'
import { newDisk, openTestStore } from '#support/data-world'

const stores: Store[] = []
const open = async (disk = newDisk()): Promise<Store> => {
  const store = await openTestStore(disk)
  stores.push(store)
  return store
}
afterEach(() => {
  for (const store of stores.splice(0)) store.database.close()
})

const camille: Person = { ...emptyPerson('0190c000-0000-7000-8000-000000000001' as PersonId), firstName: 'Camille', lastName: 'Durand' }
const edit = <Name extends TableName>(table: Name, before: RecordByTable[Name] | null, after: RecordByTable[Name] | null): Edit => {
  const found = diffRecord(table, before, after)
  if (found === null) throw new Error('nothing differs')
  return found
}
const form = { kind: 'form' } as const

test('une personne écrite est là, en mémoire et après un redémarrage', async () => {
  const disk = newDisk()
  const store = await open(disk)
  const written = await store.write({ cause: form, edits: [edit('people', null, camille)] })
  expect(written.ok).toBe(true)
  expect((await store.mirror.read('people')).get(camille.id)).toEqual(camille)
  store.database.close()
  const again = await open(disk)
  expect((await again.mirror.read('people')).get(camille.id)).toEqual(camille)
  expect(again.meta()).toMatchObject({ lastSequence: 1, counts: { people: 1, changes: 1, changeParts: 1 } })
})

test('rien n’est dit gardé avant d’être sur le disque : chaque écriture demande la durabilité stricte', async () => {
  const opening = vi.spyOn(FDBDatabase.prototype, 'transaction')
  const store = await open()
  await store.write({ cause: form, edits: [edit('people', null, camille)] })
  const writing = opening.mock.calls.filter(([, mode]) => mode === 'readwrite')
  expect(writing.length).toBeGreaterThan(0)
  expect(writing.map((call) => (call as readonly unknown[])[2])).toEqual(writing.map(() => ({ durability: 'strict' })))
})

test('deux écritures du même champ se heurtent, deux champs différents non', async () => {
  const store = await open()
  await store.write({ cause: form, edits: [edit('people', null, camille)] })
  const renamed = edit('people', camille, { ...camille, lastName: 'Durand-Martin' })
  expect((await store.write({ cause: form, edits: [renamed] })).ok).toBe(true)
  expect((await store.write({ cause: form, edits: [edit('people', camille, { ...camille, note: 'Rappeler en mai' })] })).ok).toBe(true)
  const refused = await store.write({ cause: form, edits: [edit('people', camille, { ...camille, lastName: 'Dupond' })] })
  expect(refused).toMatchObject({
    ok: false,
    error: {
      kind: 'conflict',
      conflicts: [{ kind: 'changed', fields: [{ path: 'lastName', expected: 'Durand', current: 'Durand-Martin', wanted: 'Dupond' }] }],
    },
  })
  expect((await store.mirror.read('people')).get(camille.id)).toMatchObject({ lastName: 'Durand-Martin', note: 'Rappeler en mai' })
})

test('Ctrl+Z reprend les actes un à un, et Ctrl+Maj+Z les refait', async () => {
  const store = await open()
  const steps = createUndoSteps(store)
  const event = { ...emptyEvent('e1' as EventId), name: 'Atelier CV' }
  await store.write({ cause: form, edits: [edit('people', null, camille)] })
  await store.write({ cause: form, edits: [edit('events', null, event)] })
  expect((await steps.undo('ask')).ok).toBe(true)
  expect((await store.mirror.read('events')).size).toBe(0)
  expect((await steps.undo('ask')).ok).toBe(true)
  expect((await store.mirror.read('people')).size).toBe(0)
  expect(await steps.undo('ask')).toMatchObject({ ok: false, error: { kind: 'nothing-left' } })
  expect((await steps.redo('ask')).ok).toBe(true)
  expect((await store.mirror.read('people')).get(camille.id)).toEqual(camille)
  expect((await steps.redo('ask')).ok).toBe(true)
  expect((await store.mirror.read('events')).get('e1')).toEqual(event)
  expect(steps.canRedo()).toBe(false)
  expect(store.meta().counts).toMatchObject({ people: 1, events: 1, changes: 6 })
})

test('Ctrl+Z et Ctrl+Maj+Z disent l’acte dont il s’agit, non le changement qui le reprend', async () => {
  const store = await open()
  const steps = createUndoSteps(store)
  const cause = { kind: 'import', importId: 'i1' as ImportId, fileName: 'membres.xlsx' } as const
  await store.write({ cause, edits: [edit('people', null, camille)] })
  expect(await steps.undo('ask')).toMatchObject({ ok: true, value: { cause } })
  expect(await steps.redo('ask')).toMatchObject({ ok: true, value: { cause } })
  expect(await steps.undo('ask')).toMatchObject({ ok: true, value: { cause } })
})

test('annuler dit ce qui a changé depuis, et laisse le choix', async () => {
  const store = await open()
  const changes = createChangesService(store, createUndoSteps(store))
  const tagged = { ...camille, tags: { t1: true } as Record<TagId, true>, note: 'Vient en train' }
  const created = await store.write({ cause: form, edits: [edit('people', null, camille)] })
  const second = await store.write({ cause: form, edits: [edit('people', camille, tagged)] })
  await store.write({ cause: form, edits: [edit('people', tagged, { ...tagged, note: 'Vient en bus' })] })
  if (!created.ok || !second.ok || created.value === null || second.value === null) throw new Error('not written')
  const asked = await changes.undoChange(second.value.id, 'ask')
  expect(asked).toMatchObject({ ok: false, error: { kind: 'later-edits', conflicts: [{ fields: [{ path: 'note', current: 'Vient en bus' }] }] } })
  expect((await changes.undoChange(second.value.id, 'skip')).ok).toBe(true)
  expect((await store.mirror.read('people')).get(camille.id)).toEqual({ ...camille, note: 'Vient en bus' })
  expect(await changes.undoChange(second.value.id, 'skip')).toMatchObject({ ok: false, error: { kind: 'already-undone' } })
  expect(await changes.undoChange(created.value.id, 'skip')).toMatchObject({ ok: false, error: { kind: 'nothing-left' } })
  expect((await changes.undoChange(created.value.id, 'force')).ok).toBe(true)
  expect((await store.mirror.read('people')).size).toBe(0)
  const history = await changes.history('people', camille.id)
  expect(history.map(({ change }) => change.cause.kind)).toEqual(['undo', 'undo', 'form', 'form', 'form'])
  expect(history.at(0)?.after).toBe(null)
})

test('une grosse écriture est une seule fois dans l’historique de chacun', async () => {
  const store = await open()
  const changes = createChangesService(store, createUndoSteps(store))
  const people = Array.from({ length: 3_000 }, (_, index) => ({
    ...camille,
    id: `p${String(index).padStart(5, '0')}` as PersonId,
    firstName: `Prénom ${index}`,
  }))
  const written = await store.write({ cause: { kind: 'merge' }, edits: people.map((person) => edit('people', null, person)) })
  if (!written.ok || written.value === null) throw new Error('not written')
  expect(written.value.bulk).toBe(1)
  expect(written.value.lastSequence - written.value.firstSequence).toBeGreaterThan(1)
  for (const id of ['p00000', 'p01234', 'p02999']) expect(await changes.history('people', id)).toHaveLength(1)
  expect(await changes.history('people', 'inconnu')).toHaveLength(0)
  expect((await changes.undoChange(written.value.id, 'ask')).ok).toBe(true)
  expect(store.meta().counts).toMatchObject({ people: 0, changes: 2 })
  expect(await store.database.records('people').count()).toBe(0)
})

test('une personne créée puis pointée à un événement ne disparaît pas sans qu’on le demande', async () => {
  const store = await open()
  const changes = createChangesService(store, createUndoSteps(store))
  const lea: Person = { ...camille, id: 'lea' as PersonId, firstName: 'Léa' }
  const created = await store.write({ cause: { kind: 'merge' }, edits: [edit('people', null, camille), edit('people', null, lea)] })
  const sheet: AttendanceSheet = {
    id: 'e1' as EventId,
    entries: { [camille.id]: { status: 'present', hours: 2 }, ['autre' as PersonId]: { status: 'present', hours: null } },
  }
  await store.write({
    cause: form,
    edits: [
      edit('attendance', null, sheet),
      edit('hours', null, { id: 'h1' as HoursId, personId: camille.id, date: null, hours: 3, task: 'Affiches', deletedAt: null }),
    ],
  })
  if (!created.ok || created.value === null) throw new Error('not written')
  expect(await changes.undoChange(created.value.id, 'ask')).toMatchObject({
    ok: false,
    error: { kind: 'later-edits', conflicts: [{ kind: 'used', key: camille.id }], clean: 1 },
  })
  const skipped = await changes.undoChange(created.value.id, 'skip')
  expect([...(await store.mirror.read('people')).keys()]).toEqual([camille.id])
  if (!skipped.ok) throw new Error('not undone')
  expect((await changes.undoChange(skipped.value.id, 'ask')).ok).toBe(true)
  expect([...(await store.mirror.read('people')).keys()].sort()).toEqual([camille.id, 'lea'].sort())
})

test('annuler quand même ne laisse personne parler d’une fiche disparue', async () => {
  const store = await open()
  const changes = createChangesService(store, createUndoSteps(store))
  const tag = { id: 't1' as TagId, name: 'Vélo', archived: false }
  const created = await store.write({ cause: { kind: 'merge' }, edits: [edit('people', null, camille), edit('tags', null, tag)] })
  const lea: Person = { ...camille, id: 'lea' as PersonId, tags: { [tag.id]: true } }
  const sheet: AttendanceSheet = {
    id: 'e1' as EventId,
    entries: { [camille.id]: { status: 'present', hours: 2 }, [lea.id]: { status: 'present', hours: null } },
  }
  await store.write({
    cause: form,
    edits: [
      edit('people', null, lea),
      edit('attendance', null, sheet),
      edit('hours', null, { id: 'h1' as HoursId, personId: camille.id, date: null, hours: 3, task: 'Affiches', deletedAt: null }),
    ],
  })
  if (!created.ok || created.value === null) throw new Error('not written')
  const undone = await changes.undoChange(created.value.id, 'force')
  expect(undone.ok).toBe(true)
  expect([...(await store.mirror.read('people')).values()]).toEqual([{ ...lea, tags: {} }])
  expect((await store.mirror.read('attendance')).get('e1')?.entries).toEqual({ [lea.id]: { status: 'present', hours: null } })
  expect((await store.mirror.read('hours')).size).toBe(0)
  if (undone.ok) expect((await changes.undoChange(undone.value.id, 'ask')).ok).toBe(true)
  expect((await store.mirror.read('attendance')).get('e1')).toEqual(sheet)
  expect((await store.mirror.read('people')).get(lea.id)).toEqual(lea)
})

test('quand la base refuse, rien n’est dit écrit, et plus rien ne s’écrit avant d’avoir regardé', async () => {
  const store = await open()
  const problems: string[] = []
  store.onStorageProblem(({ reason }) => problems.push(reason))
  await store.mirror.load('people')
  store.database.close()
  expect(await store.write({ cause: form, edits: [edit('people', null, camille)] })).toMatchObject({
    ok: false,
    error: { kind: 'storage', reason: 'storage-failed' },
  })
  expect(store.mirror.loaded('people').size).toBe(0)
  expect(await store.write({ cause: form, edits: [edit('people', null, camille)] })).toEqual({
    ok: false,
    error: { kind: 'read-only', reason: 'storage-failed' },
  })
  expect(problems).toEqual(['storage-failed'])
})

test('si une autre fenêtre a écrit, celle-ci s’arrête au lieu d’écrire par-dessus', async () => {
  const disk = newDisk()
  const first = await open(disk)
  const second = await open(disk)
  await second.mirror.load('people')
  await first.write({ cause: form, edits: [edit('people', null, camille)] })
  expect(await second.write({ cause: form, edits: [edit('people', null, camille)] })).toEqual({
    ok: false,
    error: { kind: 'read-only', reason: 'elsewhere' },
  })
  expect(await first.database.changes.count()).toBe(1)
})

test('deux fois la même fiche dans un changement est une erreur de programme', async () => {
  const store = await open()
  await expect(store.write({ cause: form, edits: [edit('people', null, camille), edit('people', null, camille)] })).rejects.toThrow(/Two edits/)
  expect((await store.write({ cause: form, edits: [edit('people', null, camille)] })).ok).toBe(true)
})

test('un écran qui écoute n’entend un changement qu’une fois qu’il est écrit', async () => {
  const store = await open()
  const heard: number[] = []
  store.onChange(({ tables }) => {
    if (tables.includes('people')) heard.push(store.mirror.loaded('people').size)
  })
  const both = [camille, { ...camille, id: 'autre' as PersonId }].map((person) => store.write({ cause: form, edits: [edit('people', null, person)] }))
  await Promise.all(both)
  expect(heard).toEqual([1, 2])
})
