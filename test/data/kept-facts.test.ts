import fc from 'fast-check'
import { afterEach, expect, test } from 'vitest'
import type { AttendanceSheet } from '#domain/attendance'
import { diffRecord, type Edit } from '#domain/change'
import type { AssociationEvent } from '#domain/event'
import { buildFactColumns } from '#domain/indicators/fact-columns'
import { gatherFacts } from '#domain/indicators/facts'
import type { Person } from '#domain/person'
import type { RecordByTable, TableName } from '#domain/tables'
import { bulkFrom } from '#data/change-part'
import { createFactsMirror, type FactsMirror } from '#data/facts-mirror'
import { createFiguresService, type FiguresService } from '#data/services/figures-service'
import type { Store } from '#data/store'
import { eventId, makeEvent, makeHours, makePerson, makeSheet, personId } from '#support/builders'
import { newDisk, openTestStore, testSession } from '#support/data-world'
import { day, partialDate } from '#support/small-world'

type Disk = ReturnType<typeof newDisk>
interface Opened {
  readonly store: Store
  readonly facts: FactsMirror
  readonly figures: FiguresService
}
const opened: Store[] = []
const session = testSession()
afterEach(() => {
  for (const store of opened.splice(0)) store.database.close()
})
/** A start of the application on a disk. */
const start = async (disk: Disk): Promise<Opened> => {
  const store = await openTestStore(disk, session)
  opened.push(store)
  const facts = createFactsMirror(store)
  return { store, facts, figures: createFiguresService(store, facts) }
}
const write = async ({ store }: Opened, ...edits: readonly (Edit | null)[]): Promise<void> => {
  const written = await store.write({ cause: { kind: 'form' }, edits: edits.filter((edit) => edit !== null) })
  if (!written.ok) throw new Error(JSON.stringify(written.error))
}
const edit = <Name extends TableName>(table: Name, before: RecordByTable[Name] | null, after: RecordByTable[Name] | null) =>
  diffRecord(table, before, after)

const today = day('2024-06-15')
const present = { status: 'present', hours: 1.5 } as const
const ines = makePerson({ id: personId(1), firstName: 'Inès' })
const paul = makePerson({ id: personId(2), firstName: 'Paul' })
const workshop = makeEvent({ id: eventId(1), date: partialDate('2024-03-12') })
const activeIn = async ({ figures }: Opened): Promise<number> => (await figures.home(today)).active.now.count

/** An association of two, whose figures were kept when its window was closed. */
const keptDisk = async (): Promise<Disk> => {
  const disk = newDisk()
  const first = await start(disk)
  await write(
    first,
    edit('people', null, ines),
    edit('people', null, paul),
    edit('events', null, workshop),
    edit('attendance', null, makeSheet(workshop.id, { [ines.id]: present })),
  )
  await activeIn(first)
  await first.facts.keep()
  first.store.database.close()
  return disk
}

test('au démarrage suivant, les chiffres de l’accueil sont là sans que personne ait été lu', async () => {
  const disk = await keptDisk()
  const next = await start(disk)
  expect(await activeIn(next)).toBe(1)
  expect(await next.figures.people({ kind: 'active-at', on: today }, today)).toEqual([ines.id])
  expect(next.store.mirror.inMemory()).not.toContain('people')
  expect(next.store.mirror.inMemory()).not.toContain('attendance')
})

test('ils suivent les changements du jour comme s’ils venaient des fiches', async () => {
  const next = await start(await keptDisk())
  expect(await activeIn(next)).toBe(1)
  const sheet = makeSheet(workshop.id, { [ines.id]: present })
  await write(next, edit('attendance', sheet, makeSheet(workshop.id, { [ines.id]: present, [paul.id]: present })))
  expect(await activeIn(next)).toBe(2)
  await write(next, edit('people', ines, { ...ines, deletedAt: '2024-06-14T00:00:00Z' }))
  expect(await activeIn(next)).toBe(1)
})

test('ce qui fut gardé avant le dernier changement ne compte plus : le courant a été coupé avant la fermeture', async () => {
  const disk = await keptDisk()
  const second = await start(disk)
  await write(second, edit('hours', null, makeHours({ personId: paul.id, date: partialDate('2024-05-02') })))
  second.store.database.close()
  const third = await start(disk)
  expect(await activeIn(third)).toBe(2)
})

test('un changement enregistré pendant que l’on relit les chiffres gardés est compté', async () => {
  const next = await start(await keptDisk())
  const reading = next.facts.prepare()
  await write(next, edit('hours', null, makeHours({ personId: paul.id, date: partialDate('2024-05-02') })))
  await reading
  expect(await activeIn(next)).toBe(2)
})

test('des chiffres gardés puis abîmés, ou d’une autre base, sont refaits d’après les fiches', async () => {
  const disk = await keptDisk()
  const second = await start(disk)
  const rows = second.store.database.table<object, string>('meta')
  const kept = await rows.get('facts')
  await rows.put({ ...kept, facts: {} })
  second.store.database.close()
  const third = await start(disk)
  expect(await activeIn(third)).toBe(1)
  const state = await third.store.database.meta.get('state')
  if (state === undefined || kept === undefined) throw new Error('nothing kept')
  await third.store.database.meta.put({ ...state, databaseId: '0190a000-0000-7000-8000-00000000000f' })
  await third.store.database.table<object, string>('meta').put(kept)
  third.store.database.close()
  const fourth = await start(disk)
  expect(await activeIn(fourth)).toBe(1)
  expect(fourth.store.mirror.inMemory()).toContain('people')
})

test('rien n’est gardé de plus vieux que la base, même quand on écrit au même moment', async () => {
  const disk = await keptDisk()
  const second = await start(disk)
  await activeIn(second)
  await write(second, edit('hours', null, makeHours({ personId: paul.id, date: partialDate('2024-05-02') })))
  const keeping = second.facts.keep()
  await write(second, edit('people', ines, { ...ines, deletedAt: '2024-06-14T00:00:00Z' }))
  await keeping
  second.store.database.close()
  const third = await start(disk)
  expect(await activeIn(third)).toBe(1)
  expect(await third.figures.people({ kind: 'active-at', on: today }, today)).toEqual([paul.id])
})

/** What somebody may do, drawn by chance: each a step on the association as it is. */
const acts = fc.array(
  fc.oneof(
    fc.record({
      kind: fc.constant('note' as const),
      person: fc.nat(5),
      event: fc.nat(2),
      status: fc.constantFrom('present' as const, 'absent' as const, 'online' as const),
    }),
    fc.record({ kind: fc.constant('remove' as const), person: fc.nat(5) }),
    fc.record({ kind: fc.constant('move' as const), event: fc.nat(2), date: fc.constantFrom('2023-11-02', '2024-02', '2022') }),
    fc.record({ kind: fc.constant('keep' as const) }),
    fc.record({ kind: fc.constant('restart' as const) }),
    fc.record({ kind: fc.constant('look' as const) }),
  ),
  { maxLength: 14 },
)

test('quoi que l’on fasse entre deux démarrages, les chiffres sont ceux des fiches', async () => {
  await fc.assert(
    fc.asyncProperty(acts, async (steps) => {
      const disk = newDisk()
      let now = await start(disk)
      await write(now, ...[0, 1, 2, 3, 4, 5].map((index) => edit('people', null, makePerson({ id: personId(index + 1) }))))
      for (const step of steps) {
        if (step.kind === 'keep') await now.facts.keep()
        else if (step.kind === 'look') await now.figures.home(today)
        else if (step.kind === 'restart') {
          now.store.database.close()
          now = await start(disk)
        } else if (step.kind === 'remove') {
          const before = (await now.store.mirror.read('people')).get(personId(step.person + 1)) as Person
          await write(now, edit('people', before, { ...before, deletedAt: before.deletedAt === null ? '2024-06-14T00:00:00Z' : null }))
        } else {
          const id = eventId(step.event + 1)
          const event = (await now.store.mirror.read('events')).get(id) ?? null
          if (step.kind === 'move') {
            const moved: AssociationEvent = { ...(event ?? makeEvent({ id })), date: partialDate(step.date) }
            await write(now, edit('events', event, moved))
          } else {
            const sheet: AttendanceSheet | null = (await now.store.mirror.read('attendance')).get(id) ?? null
            const entries = { ...sheet?.entries, [personId(step.person + 1)]: { status: step.status, hours: null } }
            await write(now, edit('attendance', sheet, makeSheet(id, entries)))
          }
        }
      }
      await now.facts.keep()
      const followed = await readFigures(now.figures)
      now.store.database.close()
      const next = await start(disk)
      expect(await readFigures(next.figures)).toEqual(followed)
      expect(followed).toEqual(await readFigures(fromRecords(next.store)))
      next.store.database.close()
    }),
    { numRuns: 40 },
  )
})

const readFigures = async (figures: FiguresService) => [
  await figures.home(today),
  await figures.engagement(today, null),
  await figures.photo(today, today),
]

/** Figures computed from the records as they are, whatever was kept. */
const fromRecords = (store: Store): FiguresService =>
  createFiguresService(store, {
    facts: async (asOf, { activeRule, activeMonths, yearKind, yearStartMonth }) => {
      const [people, roleKinds, events, attendance, hours] = [
        await store.mirror.read('people'),
        await store.mirror.read('roleKinds'),
        await store.mirror.read('events'),
        await store.mirror.read('attendance'),
        await store.mirror.read('hours'),
      ]
      const columns = buildFactColumns({
        people: people.values(),
        roleKinds: roleKinds.values(),
        events: events.values(),
        sheets: attendance.values(),
        hours: hours.values(),
      })
      return gatherFacts(columns, { activeRule, activeMonths, yearKind, yearStartMonth }, asOf)
    },
  })

test('quelques fiches se lisent sans les autres, qu’elles aient leur ligne ou soient dans une page', async () => {
  const disk = newDisk()
  const first = await start(disk)
  const many = Array.from({ length: bulkFrom + 300 }, (_, index) => makePerson({ id: personId(index + 10), lastName: `Personne ${index}` }))
  await write(first, ...many.map((person) => edit('people', null, person)))
  await write(first, edit('people', null, ines))
  first.store.database.close()
  const { store } = await start(disk)
  const wanted = [personId(10), personId(400), ines.id]
  const found = await store.mirror.some('people', wanted)
  expect(wanted.map((id) => found.get(id))).toEqual([many[0], many[390], ines])
  expect(store.mirror.inMemory()).not.toContain('people')
  // Of somebody who is nowhere, only reading everybody can tell.
  expect((await store.mirror.some('people', [personId(9_999)])).has(personId(9_999))).toBe(false)
  expect(store.mirror.inMemory()).toContain('people')
})
