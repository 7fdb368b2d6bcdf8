import { afterEach, expect, test } from 'vitest'
import { diffRecord } from '#domain/change'
import type { PersonId, TieId } from '#domain/id'
import { emptyTie, type TieKind } from '#domain/tie'
import type { RecordByTable, TableName } from '#domain/tables'
import { createFactsMirror } from '#data/facts-mirror'
import { createTiesService } from '#data/services/ties-service'
import type { Store } from '#data/store'
import type { GraphQuery } from '#data/ties-contract'
import { createTiesMirror } from '#data/ties-mirror'
import { date, eventId, makeEvent, makeId, makePerson, makeSheet, makeTerritory, personId, territoryId } from '#support/builders'
import { openTestStore } from '#support/data-world'
import { day } from '#support/small-world'

const stores: Store[] = []
afterEach(() => {
  for (const store of stores.splice(0)) store.database.close()
})
const open = async () => {
  const store = await openTestStore()
  stores.push(store)
  const add = async <Name extends TableName>(table: Name, ...records: readonly RecordByTable[Name][]): Promise<void> => {
    const edits = records.map((record) => diffRecord(table, null, record)).filter((edit) => edit !== null)
    const written = await store.write({ cause: { kind: 'form' }, edits })
    if (!written.ok) throw new Error(JSON.stringify(written.error))
  }
  return { add, ties: createTiesService(store, createTiesMirror(store, createFactsMirror(store))) }
}
const today = day('2024-06-15')
const present = { status: 'present', hours: null } as const
const tie = (number: number, kind: TieKind, from: PersonId, to: PersonId, by: PersonId | null = null) => ({
  ...emptyTie(makeId(900_000 + number) as TieId, kind, from, to),
  start: date('2024-06-01'),
  byId: by,
})
const [aicha, bruno, chloe, david] = [1, 2, 3, 4].map((number) => personId(number)) as [PersonId, PersonId, PersonId, PersonId]
const names = ['Aïcha', 'Bruno', 'Chloé', 'David']
const everything: GraphQuery = { communityId: null, territoryId: null, minStrength: 0, months: null, colourBy: 'role' }

/** Aïcha, Bruno and Chloé met; David came alone. */
const seed = async () => {
  const world = await open()
  await world.add('territories', makeTerritory())
  await world.add('people', ...names.map((firstName, index) => makePerson({ id: personId(index + 1), firstName, territoryId: territoryId(1) })))
  await world.add('events', makeEvent({ id: eventId(1), date: date('2024-05-01') }), makeEvent({ id: eventId(2), date: date('2024-05-02') }))
  await world.add(
    'attendance',
    makeSheet(eventId(1), { [aicha]: present, [bruno]: present, [chloe]: present }),
    makeSheet(eventId(2), { [david]: present }),
  )
  return world
}

test('le chiffre des isolés est la longueur de sa liste, et une présentation l’en retire aussitôt', async () => {
  const { ties, add } = await seed()
  expect((await ties.overview(today)).isolated.all).toBe(1)
  expect(await ties.people({ kind: 'isolated' }, today)).toEqual([david])
  const { introductions } = await ties.overview(today)
  expect(introductions[0]?.people).toContain(david)
  await add('ties', tie(1, 'introduction', david, aicha, chloe))
  expect((await ties.overview(today)).isolated.all).toBe(0)
  expect(await ties.people({ kind: 'isolated' }, today)).toEqual([])
  expect(await ties.people({ kind: 'tied-to', personId: aicha }, today)).toEqual([bruno, chloe, david])
})

test('une paire écartée n’est plus proposée et ne fait pas de lien', async () => {
  const { ties, add } = await seed()
  const [first] = (await ties.overview(today)).introductions
  if (first === undefined) throw new Error('aucune présentation')
  await add('ties', tie(1, 'set-aside', first.people[0], first.people[1]))
  const after = await ties.overview(today)
  expect(after.introductions.map(({ people }) => people.join())).not.toContain(first.people.join())
  expect([after.ties, after.setAside]).toEqual([3, 1])
})

test('un pont, qui il couperait, et le dessin qui dit la même chose', async () => {
  const { ties, add } = await seed()
  await add('ties', tie(1, 'acquaintance', chloe, david))
  const { bridges } = await ties.overview(today)
  expect(bridges.first.map(({ person, cutOff }) => [person.firstName, cutOff])).toEqual([['Chloé', 1]])
  expect(await ties.people({ kind: 'cut-off-by', personId: chloe }, today)).toEqual([david])
  const graph = await ties.graph(everything, today)
  expect(graph.people.map(({ firstName }) => firstName)).toEqual(names)
  expect([...graph.degree]).toEqual([2, 2, 3, 1])
  expect([...graph.isBridge]).toEqual([0, 0, 1, 0])
  expect(graph.people[graph.bestWith[3] ?? -1]?.firstName).toBe('Chloé')
  expect((await ties.graph({ ...everything, minStrength: 0.9 }, today)).ties).toBe(1)
})

test('la fiche dit ses liens, qui l’a présentée et qui elle a aidé', async () => {
  const { ties, add } = await seed()
  await add('ties', tie(1, 'introduction', aicha, david, bruno), tie(2, 'mentoring', aicha, chloe), tie(3, 'mentoring', chloe, david))
  const seen = await ties.ofPerson(aicha, today)
  expect(seen.strongest.map(({ other, shared }) => [other.firstName, shared])).toEqual([
    ['Chloé', 1],
    ['David', 0],
    ['Bruno', 1],
  ])
  expect(seen.declared.find(({ tie: { kind } }) => kind === 'introduction')?.by?.firstName).toBe('Bruno')
  expect(seen.helped.map(({ firstName }) => firstName)).toEqual(['Chloé'])
  expect(seen.descendants).toBe(2)
  expect((await ties.ofPerson(bruno, today)).introduced.map(({ people }) => people.map(({ firstName }) => firstName))).toEqual([['Aïcha', 'David']])
})

test('le dessin est le même à chaque fois, et se pose de la même façon', async () => {
  const [one, two] = [await seed(), await seed()]
  expect(await one.ties.graph(everything, today)).toEqual(await two.ties.graph(everything, today))
})
