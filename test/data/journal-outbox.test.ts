import { expect, test } from 'vitest'
import type { ChangePartRow } from '#data/database'
import { createOutbox } from '#data/journal-outbox'
import { openTestDatabase } from '#support/data-world'

const part = (sequence: number): ChangePartRow => ({
  sequence,
  changeId: `c${sequence}` as ChangePartRow['changeId'],
  keys: [],
  bytes: Uint8Array.of(sequence),
})

/** A database of changes and a journal that says when it is asked. */
const openWorld = async () => {
  const database = openTestDatabase()
  await database.open()
  let lastSequence = 0
  const journal: number[] = []
  const world = {
    journal,
    isRefusing: false,
    /** The part is there; the change it belongs to is not yet said to be. */
    put: (sequence: number): Promise<number> => database.changeParts.add(part(sequence)),
    commit: (sequence: number): void => {
      lastSequence = sequence
    },
    store: async (sequence: number): Promise<void> => {
      await world.put(sequence)
      world.commit(sequence)
    },
    outbox: createOutbox(
      database,
      () => ({ key: 'state', databaseId: '0190a000-0000-7000-8000-000000000001', lastSequence, counts: {} }),
      async ({ entries }) => {
        if (world.isRefusing) throw new Error('no room')
        journal.push(...entries.map(({ sequence }) => sequence))
        return { lastSequence: journal.at(-1) ?? 0 }
      },
      0,
    ),
  }
  return world
}

test('chaque changement part une fois, dans l’ordre', async () => {
  const { store, outbox, journal } = await openWorld()
  await store(1)
  await store(2)
  await outbox.drain()
  await store(3)
  await outbox.drain([part(3)])
  expect(journal).toEqual([1, 2, 3])
})

test('ce que le journal refuse reste à envoyer, et part dès qu’il accepte', async () => {
  const world = await openWorld()
  await world.store(1)
  world.isRefusing = true
  await world.outbox.drain()
  expect(world.outbox.problem()).toContain('no room')
  expect(world.outbox.journaled()).toBe(0)
  world.isRefusing = false
  await world.outbox.drain()
  expect(world.outbox.problem()).toBeNull()
  expect(world.journal).toEqual([1])
})

test('un changement écrit pendant la fin d’un envoi n’est dit gardé qu’une fois dans le journal', async () => {
  const world = await openWorld()
  // However late it comes: each time, the sending of the first change is one step nearer its end.
  for (let steps = 0; steps < 30; steps += 1) {
    const [first, second] = [steps * 2 + 1, steps * 2 + 2]
    await world.store(first)
    await world.put(second)
    const sending = world.outbox.drain([part(first)])
    for (let step = 0; step < steps; step += 1) await Promise.resolve()
    world.commit(second)
    await world.outbox.drain([part(second)])
    expect(world.journal.slice(-2)).toEqual([first, second])
    await sending
  }
})
