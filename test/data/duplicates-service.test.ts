import { afterEach, expect, test } from 'vitest'
import { diffRecord } from '#domain/change'
import type { RecordByTable, TableName } from '#domain/tables'
import { createDuplicatesService } from '#data/services/duplicates-service'
import { createRecordsService } from '#data/services/records-service'
import type { Store } from '#data/store'
import { undoChange } from '#data/undo'
import { openTestStore } from '#support/data-world'
import { eventId, makeEvent, makeHours, makePerson, makeSheet, personId } from '#support/builders'

const stores: Store[] = []
afterEach(() => {
  for (const store of stores.splice(0)) store.database.close()
})
const camille = makePerson({ id: personId(1), emails: [{ address: 'camille@exemple.fr', label: 'home' }] })
const double = makePerson({ id: personId(2), emails: [{ address: 'camille@exemple.fr', label: 'home' }], memberNumber: '12', note: 'Sait souder' })
const denis = makePerson({ id: personId(3), firstName: 'Denis', lastName: 'Roux' })
const workshop = makeEvent({ id: eventId(1) })
const dinner = makeEvent({ id: eventId(2), name: 'Dîner' })

const open = async () => {
  const store = await openTestStore()
  stores.push(store)
  const create = <Name extends TableName>(table: Name, records: readonly RecordByTable[Name][]) =>
    records.map((record) => diffRecord(table, null, record))
  const edits = [
    ...create('people', [camille, double, denis]),
    ...create('events', [workshop, dinner]),
    ...create('attendance', [
      makeSheet(workshop.id, { [camille.id]: { status: 'registered', hours: null }, [double.id]: { status: 'present', hours: 2 } }),
      makeSheet(dinner.id, { [double.id]: { status: 'present', hours: null }, [denis.id]: { status: 'present', hours: null } }),
    ]),
    ...create('hours', [makeHours({ personId: double.id })]),
  ].filter((edit) => edit !== null)
  const written = await store.write({ cause: { kind: 'setup' }, edits })
  expect(written.ok).toBe(true)
  return { store, duplicates: createDuplicatesService(store), records: createRecordsService(store) }
}
const quiet = (): void => undefined
const mergeThem = { keptId: camille.id, otherId: double.id, choices: {}, formerNote: 'Autrefois : rien.' }

test('les doublons se trouvent et se fusionnent ; présences et heures suivent', async () => {
  const { duplicates, records } = await open()
  const found = await duplicates.find(quiet)
  expect(found.rows.map(({ leftId, rightId }) => [leftId, rightId])).toEqual([[camille.id, double.id]])
  expect((await duplicates.merge(mergeThem)).ok).toBe(true)
  expect(await records.get('people', camille.id)).toMatchObject({ memberNumber: '12', note: 'Sait souder\nAutrefois : rien.', deletedAt: null })
  expect(await records.get('people', double.id)).toMatchObject({ mergedIntoId: camille.id })
  expect((await records.get('attendance', workshop.id))?.entries).toEqual({ [camille.id]: { status: 'present', hours: 2 } })
  expect((await records.all('hours')).map(({ personId: who }) => who)).toEqual([camille.id])
  expect((await duplicates.find(quiet)).rows).toEqual([])
})

test('une fusion s’annule encore après d’autres modifications, qui restent', async () => {
  const { store, duplicates, records } = await open()
  const merged = await duplicates.merge(mergeThem)
  if (!merged.ok || merged.value === null) throw new Error('la fusion est écrite')
  const after = await records.get('people', camille.id)
  if (after === null) throw new Error('la fiche est là')
  await records.save({ table: 'people', before: after, after: { ...after, note: `${after.note} Vue en mars.`, sector: 'Métallurgie' } })

  const asked = await undoChange(store, merged.value.id, 'ask')
  expect(asked).toMatchObject({ ok: false, error: { kind: 'later-edits', conflicts: [{ table: 'people', fields: [{ path: 'note' }] }] } })
  expect((await undoChange(store, merged.value.id, 'skip')).ok).toBe(true)
  expect(await records.get('people', camille.id)).toMatchObject({
    memberNumber: '',
    sector: 'Métallurgie',
    note: 'Sait souder\nAutrefois : rien. Vue en mars.',
  })
  expect(await records.get('people', double.id)).toMatchObject({ memberNumber: '12', deletedAt: null, mergedIntoId: null })
  expect((await records.get('attendance', workshop.id))?.entries).toEqual({
    [camille.id]: { status: 'registered', hours: null },
    [double.id]: { status: 'present', hours: 2 },
  })
})

test('« ce ne sont pas les mêmes » ne se demande plus, et s’annule comme le reste', async () => {
  const { store, duplicates } = await open()
  await duplicates.find(quiet)
  const parted = await duplicates.part(double.id, camille.id)
  expect((await duplicates.find(quiet)).count).toBe(0)
  if (!parted.ok || parted.value === null) throw new Error('c’est noté')
  expect(await duplicates.part(camille.id, double.id)).toEqual({ ok: true, value: null })
  await undoChange(store, parted.value.id, 'ask')
  expect((await duplicates.find(quiet)).count).toBe(1)
})

test('la fiche dont on sait le plus est proposée, et une fiche partie entre-temps se dit', async () => {
  const { duplicates } = await open()
  expect(await duplicates.pair(camille.id, double.id)).toMatchObject({
    suggestedId: double.id,
    right: { came: 2, mentions: 1 },
    comparison: { isSure: true },
  })
  await duplicates.merge(mergeThem)
  expect(await duplicates.pair(camille.id, double.id)).toBeNull()
  expect(await duplicates.merge(mergeThem)).toEqual({ ok: false, error: { kind: 'pair-gone' } })
})
