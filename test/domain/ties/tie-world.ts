import fc from 'fast-check'
import type { PersonId, TieId } from '#domain/id'
import { buildTieNetwork, type TieNetwork } from '#domain/ties/tie-network'
import { createTieReader } from '#domain/ties/tie-reader'
import { buildFactColumns } from '#domain/indicators/fact-columns'
import type { Responsibility } from '#domain/responsibility'
import type { Tie, TieKind } from '#domain/tie'
import { day, partialDate, worldRecords, type SmallWorld } from '#support/small-world'

/** `mentoring Aïcha Bruno 2024-01-05..2024-09-30 par Chloé`; dates and « par » may be missing. */
export const makeTie = (text: string, index = 0): Tie => {
  const [, kind, from, to, start, end, by] = /^([\w-]+) (\S+) (\S+)(?: ([\d-]*)\.\.([\d-]*))?(?: par (\S+))?$/u.exec(text) ?? []
  if (kind === undefined || from === undefined || to === undefined) throw new Error(`illisible : ${text}`)
  const dateOf = (written: string | undefined) => (written === undefined || written === '' ? null : partialDate(written))
  return {
    id: `t${String(index).padStart(4, '0')}` as TieId,
    kind: kind as TieKind,
    fromId: from as PersonId,
    toId: to as PersonId,
    start: dateOf(start),
    end: dateOf(end),
    byId: by === undefined ? null : (by as PersonId),
    note: '',
    deletedAt: null,
  }
}

export const networkOf = (
  world: SmallWorld,
  asOf: string,
  ties: readonly string[] = [],
  responsibilities: readonly Responsibility[] = [],
): TieNetwork => buildTieNetwork({ columns: buildFactColumns(worldRecords(world)), ties: ties.map(makeTie), responsibilities }, day(asOf))

/** Everybody who counts in figures. */
export const everyMember = (network: TieNetwork): readonly number[] => [...network.people.keys()].filter((person) => network.isMember[person] === 1)

export const indexOf = (network: TieNetwork, name: string): number => {
  const index = network.indexById.get(name as PersonId)
  if (index === undefined) throw new Error(`inconnu : ${name}`)
  return index
}
export const nameOf = (network: TieNetwork, person: number): string => network.people[person]?.id ?? ''
export const namesOf = (network: TieNetwork, people: Iterable<number>): readonly string[] => [...people].map((person) => nameOf(network, person))

/** The strength of the tie between two, null when there is none. */
export const strengthBetween = (network: TieNetwork, left: string, right: string): number | null => {
  const row = createTieReader(network)(indexOf(network, left))
  const at = row.other.subarray(0, row.count).indexOf(indexOf(network, right))
  return at === -1 ? null : (row.strength[at] ?? null)
}

/** Invented associations of a dozen people, with events of 2024 and declared ties. */
const letters = [...'abcdefghijkl']
export const worlds = fc
  .record({
    size: fc.integer({ min: 2, max: letters.length }),
    events: fc.array(fc.record({ month: fc.integer({ min: 1, max: 12 }), came: fc.uniqueArray(fc.integer({ min: 0, max: 11 }), { maxLength: 6 }) }), {
      maxLength: 10,
    }),
    ties: fc.array(
      fc.tuple(fc.constantFrom('acquaintance', 'mentoring', 'co-optation'), fc.integer({ min: 0, max: 11 }), fc.integer({ min: 0, max: 11 })),
      {
        maxLength: 6,
      },
    ),
  })
  .map(({ size, events, ties }) => {
    const names = letters.slice(0, size)
    const nameAt = (index: number): string => names[index % size] ?? 'a'
    const world: SmallWorld = {
      people: Object.fromEntries(names.map((name) => [name, { roles: ['volunteer 2023-01-01..'] }])),
      events: events.map(({ month, came }) => ({ date: `2024-${String(month).padStart(2, '0')}-10`, came: [...new Set(came.map(nameAt))] })),
    }
    return { world, ties: ties.map(([kind, from, to]) => `${kind} ${nameAt(from)} ${nameAt(to)} 2024-02-01..`) }
  })
