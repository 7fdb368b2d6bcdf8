import { afterEach, expect, test } from 'vitest'
import { diffRecord } from '#domain/change'
import type { IsoDate } from '#domain/period'
import { createHistoryService } from '#data/services/history-service'
import { createOrganisationsService } from '#data/services/organisations-service'
import { createRecordsService } from '#data/services/records-service'
import type { Store } from '#data/store'
import { openTestStore } from '#support/data-world'
import { date, eventId, makeEvent, makeOrganisation, makePerson, makeSheet, makeTerritory, organisationId, personId } from '#support/builders'

const stores: Store[] = []
afterEach(() => {
  for (const store of stores.splice(0)) store.database.close()
})
const open = async () => {
  const store = await openTestStore()
  stores.push(store)
  return { store, history: createHistoryService(store), records: createRecordsService(store) }
}
const camille = makePerson({ id: personId(1) })
const workshop = makeEvent({ id: eventId(1) })

test('le journal d’une journée dit chaque acte, la plus récente d’abord, et chacun s’annule', async () => {
  const { history, records } = await open()
  await records.save({ table: 'people', before: null, after: camille })
  await records.save({ table: 'events', before: null, after: workshop })
  await records.save({ table: 'people', before: camille, after: { ...camille, note: 'Sait souder' } })
  const rows = await history.journal('2026-03-12', '2026-03-13')
  expect(rows.map(({ act }) => act)).toEqual([
    { kind: 'records', table: 'people', count: 1 },
    { kind: 'records', table: 'events', count: 1 },
    { kind: 'records', table: 'people', count: 1 },
  ])
  expect(await history.journal('2026-03-13', '2026-03-14')).toEqual([])
  const [latest, , first] = rows
  if (latest === undefined || first === undefined) throw new Error('trois actes')
  expect(await history.touched(latest.id, 10)).toEqual({
    count: 1,
    rows: [{ table: 'people', key: camille.id, name: 'Camille Durand', kind: 'changed', paths: ['note'] }],
  })
  // Ce qui a changé depuis se dit, avec son nom ; l’acte le plus récent, lui, s’annule.
  expect(await history.undo(first.id, 'ask')).toMatchObject({ ok: false, error: { kind: 'later-edits', count: 1, names: ['Camille Durand'] } })
  expect(await history.undo(latest.id, 'ask')).toEqual({ ok: true, value: null })
  expect((await records.get('people', camille.id))?.note).toBe('')
  expect((await history.journal('2026-03-12', '2026-03-13'))[1]?.isUndone).toBe(true)
  expect(await history.undo(latest.id, 'ask')).toEqual({ ok: false, error: { kind: 'already-undone' } })
})

test('la corbeille réunit personnes, événements, organisations et territoires, et rend chacun', async () => {
  const { history, records } = await open()
  const at = (minute: string): string => `2026-03-12T09:${minute}:00.000Z`
  const other = { ...camille, id: personId(2), deletedAt: at('04'), mergedIntoId: camille.id }
  for (const [table, record] of [
    ['people', camille],
    ['people', other],
    ['events', { ...workshop, deletedAt: at('01') }],
    ['organisations', { ...makeOrganisation(), deletedAt: at('02') }],
    ['territories', { ...makeTerritory(), deletedAt: at('03') }],
  ] as const)
    await records.write(
      [diffRecord(table, null, record)].filter((edit) => edit !== null),
      { kind: 'form' },
    )
  expect((await history.bin()).map(({ table, name, mergedInto }) => [table, name, mergedInto])).toEqual([
    ['people', 'Camille Durand', 'Camille Durand'],
    ['territories', 'Rennes', ''],
    ['organisations', 'Collège Jean-Moulin', ''],
    ['events', 'Atelier CV', ''],
  ])
  const restored = await history.restore([
    { table: 'people', id: other.id },
    { table: 'events', id: workshop.id },
  ])
  expect(restored.ok && restored.value?.editCounts).toEqual({ people: 1, events: 1 })
  expect(await records.get('people', other.id)).toMatchObject({ deletedAt: null, mergedIntoId: null })
  expect((await history.bin()).map(({ table }) => table)).toEqual(['territories', 'organisations'])
})

test('une feuille de présence porte le nom de son événement, même effacée depuis', async () => {
  const { history, records } = await open()
  await records.save({ table: 'events', before: null, after: workshop })
  await records.save({ table: 'attendance', before: null, after: makeSheet(workshop.id, {}) })
  const [row] = await history.journal('', '9999')
  if (row === undefined) throw new Error('un acte')
  expect((await history.touched(row.id, 5)).rows).toMatchObject([{ table: 'attendance', name: 'Atelier CV', kind: 'created' }])
})

test('une organisation montre ses personnes : celles d’aujourd’hui d’abord, puis les anciennes, sans la corbeille', async () => {
  const { store, records } = await open()
  const school = makeOrganisation()
  const stay = (start: string | null, end: string | null, title = '') => ({
    organisationId: organisationId(1),
    title,
    start: start === null ? null : date(start),
    end: end === null ? null : date(end),
  })
  await records.save({ table: 'organisations', before: null, after: school })
  await records.saveAll(
    [
      makePerson({ id: personId(1), lastName: 'Abel', affiliations: [stay('2019', '2022-06', 'principal')] }),
      makePerson({ id: personId(2), lastName: 'Zola', affiliations: [stay('2024', null, 'CPE')] }),
      makePerson({ id: personId(3), lastName: 'Martin', affiliations: [stay(null, null)] }),
      makePerson({ id: personId(4), lastName: 'Noir', affiliations: [stay(null, null)], deletedAt: '2026-01-01T00:00:00.000Z' }),
    ].map((after) => ({ table: 'people' as const, before: null, after })),
  )
  const details = await createOrganisationsService(store).details(school.id, '2026-03-12' as IsoDate)
  expect(details?.people.map(({ lastName, isCurrent, title }) => [lastName, isCurrent, title])).toEqual([
    ['Martin', true, ''],
    ['Zola', true, 'CPE'],
    ['Abel', false, 'principal'],
  ])
})
