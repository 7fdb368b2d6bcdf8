import { afterEach, expect, test } from 'vitest'
import { diffRecord, type Edit } from '#domain/change'
import type { EventId } from '#domain/id'
import type { RecordByTable, TableName } from '#domain/tables'
import { createFactsMirror } from '#data/facts-mirror'
import { createFiguresService } from '#data/services/figures-service'
import { createSettingsService } from '#data/services/settings-service'
import type { Store } from '#data/store'
import { eventId, makeEvent, makeHours, makePerson, makeSheet, personId } from '#support/builders'
import { openTestStore } from '#support/data-world'
import { day, partialDate } from '#support/small-world'

const stores: Store[] = []
afterEach(() => {
  for (const store of stores.splice(0)) store.database.close()
})
const open = async () => {
  const store = await openTestStore()
  stores.push(store)
  const write = async (...edits: readonly (Edit | null)[]): Promise<void> => {
    const written = await store.write({ cause: { kind: 'form' }, edits: edits.filter((edit) => edit !== null) })
    if (!written.ok) throw new Error(JSON.stringify(written.error))
  }
  return { store, figures: createFiguresService(store, createFactsMirror(store)), write }
}
const edit = <Name extends TableName>(table: Name, before: RecordByTable[Name] | null, after: RecordByTable[Name] | null) =>
  diffRecord(table, before, after)
const today = day('2024-06-15')
const ines = makePerson({ id: personId(1), firstName: 'Inès' })
const paul = makePerson({ id: personId(2), firstName: 'Paul' })
const event = makeEvent({ id: eventId(1), date: partialDate('2024-03-12') })
const present = { status: 'present', hours: null } as const

test('les chiffres suivent chaque changement, sans rien relire', async () => {
  const { figures, write } = await open()
  const active = async () => (await figures.home(today)).active.now.count
  expect((await figures.home(today)).states).toBeNull()
  await write(
    edit('people', null, ines),
    edit('people', null, paul),
    edit('events', null, event),
    edit('attendance', null, makeSheet(event.id, { [ines.id]: present })),
  )
  expect(await active()).toBe(1)
  const sheet = makeSheet(event.id, { [ines.id]: present })
  await write(edit('attendance', sheet, makeSheet(event.id, { [ines.id]: present, [paul.id]: present })))
  expect(await active()).toBe(2)
  expect(await figures.people({ kind: 'active-at', on: today }, today)).toEqual([ines.id, paul.id])
  await write(edit('people', paul, { ...paul, deletedAt: '2024-06-14T00:00:00Z' }))
  expect(await active()).toBe(1)
  await write(edit('events', event, { ...event, deletedAt: '2024-06-14T00:00:00Z' }))
  expect(await active()).toBe(0)
  await write(edit('hours', null, makeHours({ personId: ines.id, date: partialDate('2024-05-02') })))
  expect(await active()).toBe(1)
})

test('une personne reprise par « annuler » ne compte plus, et compte de nouveau si elle revient', async () => {
  const { figures, write } = await open()
  await write(edit('people', null, ines), edit('events', null, event), edit('attendance', null, makeSheet(event.id, { [ines.id]: present })))
  const count = async () => (await figures.totals({ start: day('2024-01-01'), end: today }, today)).presences
  expect(await count()).toBe(1)
  await write(edit('people', ines, null))
  expect(await count()).toBe(0)
  await write(edit('people', null, ines))
  expect(await count()).toBe(1)
})

test('les réglages changent la règle aussitôt', async () => {
  const { store, figures, write } = await open()
  await write(edit('people', null, ines), edit('hours', null, makeHours({ personId: ines.id, date: partialDate('2024-05-02') })))
  expect((await figures.home(today)).active.now.count).toBe(1)
  await createSettingsService(store).change({ activeRule: { attendance: true, hours: false, role: false } })
  expect((await figures.home(today)).active.now.count).toBe(0)
  await createSettingsService(store).change({ yearKind: 'school' })
  expect((await figures.home(today)).year).toEqual({ key: 2023, start: '2023-09-01', end: '2024-08-31', endYear: 2024 })
})

test('la page d’engagement : mois, années, cohortes, et chaque liste', async () => {
  const { figures, write } = await open()
  const older = makeEvent({ id: eventId(2), date: partialDate('2023-02-01') })
  await write(
    edit('people', null, ines),
    edit('people', null, paul),
    edit('events', null, event),
    edit('events', null, older),
    edit('attendance', null, makeSheet(event.id, { [ines.id]: present })),
    edit('attendance', null, makeSheet(older.id, { [ines.id]: present, [paul.id]: present })),
  )
  const { months, years, firstYears, cohorts } = await figures.engagement(today, null)
  expect(months.months[0]?.month).toBe('2023-01')
  expect(months.months.at(-1)).toMatchObject({ month: '2024-06', count: 1 })
  expect(years.rows.map(({ year, retention }) => [year.key, retention])).toEqual([
    [2023, null],
    [2024, 0.5],
  ])
  expect(firstYears.rows[0]).toMatchObject({ rate: 0.5 })
  expect(cohorts.activity.rows[0]?.cells.map((cell) => cell?.count)).toEqual([2, 1])
  expect(await figures.people({ kind: 'year-state', year: 2024, state: 'lapsed' }, today)).toEqual([paul.id])
  expect(await figures.events({ start: day('2024-01-01'), end: today }, today)).toEqual([event.id])
  // The same question again is the same answer, not a new computation.
  expect((await figures.engagement(today, null)).years).toBe(years)
  const report = await figures.report({ start: day('2024-01-01'), end: day('2024-12-31') }, { maskBelow: null, hourlyRate: null }, today)
  expect(report.events.lines.map(({ id }) => id)).toEqual([event.id satisfies EventId])
  expect((await figures.years(today)).map(({ key }) => key)).toEqual([2023, 2024])
})
