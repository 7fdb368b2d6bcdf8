import fc from 'fast-check'
import { expect, test } from 'vitest'
import { diffRecord } from '#domain/change'
import type { EventId, PersonId, TagId } from '#domain/id'
import { emptyEvent } from '#domain/event'
import { emptyPerson, type Person } from '#domain/person'
import type { RecordByTable } from '#domain/tables'
import { newDisk } from '#support/data-world'
import { newComputer, startApp, type RunningApp } from '#support/room-world'
import { tempFolder } from '#support/temp-folder'

const id = (number: number): PersonId => `p${number}` as PersonId
const eventId = 'e1' as EventId

/** What a volunteer may do, one act after the other. */
type Act =
  | { readonly kind: 'person'; readonly number: number; readonly name: string; readonly tag: string | null }
  | { readonly kind: 'attendance'; readonly number: number }
  | { readonly kind: 'many'; readonly from: number }
  | { readonly kind: 'undo' }
  | { readonly kind: 'redo' }
  | { readonly kind: 'backup' }
const number = fc.integer({ min: 0, max: 4 })
const acts = fc.array(
  fc.oneof(
    {
      weight: 5,
      arbitrary: fc.record({
        kind: fc.constant('person' as const),
        number,
        name: fc.constantFrom('Durand', 'Petit', 'Nguyễn'),
        tag: fc.option(fc.constantFrom('t1', 't2')),
      }),
    },
    { weight: 3, arbitrary: fc.record({ kind: fc.constant('attendance' as const), number }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('many' as const), from: fc.integer({ min: 1, max: 3 }) }) },
    { weight: 2, arbitrary: fc.constant({ kind: 'undo' as const }) },
    { weight: 1, arbitrary: fc.constant({ kind: 'redo' as const }) },
    { weight: 1, arbitrary: fc.constant({ kind: 'backup' as const }) },
  ),
  { maxLength: 14 },
)

const perform = async (app: RunningApp, act: Act): Promise<void> => {
  const { records, changes, safety } = app.client.services
  if (act.kind === 'undo') await changes.undo('force')
  else if (act.kind === 'redo') await changes.redo('force')
  else if (act.kind === 'backup') await safety.backupNow()
  else if (act.kind === 'person') {
    const before = await records.get('people', id(act.number))
    const base: Person = before ?? emptyPerson(id(act.number))
    await records.save({
      table: 'people',
      before,
      after: { ...base, lastName: act.name, tags: act.tag === null ? {} : ({ ...base.tags, [act.tag]: true } as Record<TagId, true>) },
    })
  } else if (act.kind === 'attendance') {
    const event = await records.get('events', eventId)
    const sheet = await records.get('attendance', eventId)
    const entries = { ...sheet?.entries, [id(act.number)]: { status: 'present' as const, hours: act.number } }
    const edits = [
      event === null ? diffRecord('events', null, { ...emptyEvent(eventId), name: 'Atelier' }) : null,
      diffRecord('attendance', sheet, { id: eventId, entries }),
    ]
    await records.write(
      edits.filter((edit) => edit !== null),
      { kind: 'form' },
    )
  } else {
    const missing: Person[] = []
    for (let index = 0; index < 210; index += 1) {
      const key = id(act.from * 1_000 + index)
      if ((await records.get('people', key)) === null) missing.push({ ...emptyPerson(key), firstName: `N° ${index}` })
    }
    await records.write(
      missing.map((person) => diffRecord('people', null, person)).filter((edit) => edit !== null),
      { kind: 'merge' },
    )
  }
}

const everything = async (app: RunningApp) => {
  const { records, changes } = app.client.services
  const byId = <Record extends { readonly id: string }>(list: readonly Record[]): readonly Record[] =>
    list.toSorted((left, right) => (left.id < right.id ? -1 : 1))
  const tables = ['people', 'events', 'attendance', 'roleKinds'] as const satisfies readonly (keyof RecordByTable)[]
  return {
    tables: Object.fromEntries(await Promise.all(tables.map(async (table) => [table, byId(await records.all(table))] as const))),
    changes: await changes.recent(1_000),
    history: await changes.history('people', id(1)),
  }
}

test('quoi qu’on ait fait, la dernière copie et le journal rendent exactement le même état', async () => {
  await fc.assert(
    fc.asyncProperty(acts, async (list) => {
      const computer = newComputer(newDisk(), await tempFolder())
      const first = await startApp(computer)
      for (const act of list) await perform(first, act)
      const before = await everything(first)
      await first.kill()
      const second = await startApp({ ...computer, disk: newDisk() })
      expect(second.client.startState().kind).toBe('lost')
      expect(await second.client.restoreEverything(null)).toMatchObject({ ok: true, value: { isComplete: true } })
      expect(await everything(second)).toEqual(before)
      await second.kill()
    }),
    { numRuns: 25 },
  )
}, 60_000)
