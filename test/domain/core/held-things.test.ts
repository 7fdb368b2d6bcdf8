import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { emptyCommunity, type Community } from '#domain/community'
import { heldThings, singlePoints, type HeldRecords } from '#domain/core/held-things'
import { holdingsOf } from '#domain/core/holdings'
import type { CommunityId, PersonId, ResponsibilityId, RoleKindId, TaskId, TieId } from '#domain/id'
import type { Person } from '#domain/person'
import type { Responsibility } from '#domain/responsibility'
import { builtInRoleKinds } from '#domain/role'
import { emptyTask } from '#domain/task'
import type { Tie } from '#domain/tie'
import { date, makeEvent, makePerson, makeRole, organisationId, personId, roleId, rolesById, territoryId } from '#support/builders'
import { day } from '#support/small-world'

const on = day('2026-03-12')
const responsibility = (number: number, holders: readonly PersonId[], fields: Partial<Responsibility> = {}): Responsibility => ({
  id: `r${number}` as ResponsibilityId,
  title: 'Clés',
  holders: Object.fromEntries(holders.map((id) => [id, { start: date('2020'), end: null }])),
  successorId: null,
  territoryId: null,
  communityId: null,
  organisationId: null,
  eventId: null,
  howTo: '',
  deletedAt: null,
  ...fields,
})
const mentoring = (number: number, fromId: PersonId, toId: PersonId, end: string | null = null): Tie => ({
  id: `t${number}` as TieId,
  kind: 'mentoring',
  fromId,
  toId,
  start: date('2025'),
  end: end === null ? null : date(end),
  byId: null,
  note: '',
  deletedAt: null,
})
const role = (number: number, kind: string) => makeRole({ id: roleId(number), kind: kind as RoleKindId })
const records = (people: readonly Person[], more: Partial<HeldRecords> = {}): HeldRecords => ({
  people: new Map(people.map((person) => [person.id, person])),
  roleKinds: builtInRoleKinds,
  communities: [],
  members: [],
  responsibilities: [],
  ties: [],
  organisationIds: new Set(),
  territoryOf: (person) => person.territoryId,
  core: new Set(),
  ...more,
})
const [first, second, third] = [personId(1), personId(2), personId(3)]
const keysOf = (things: readonly { readonly key: string }[]): readonly string[] => things.map(({ key }) => key)

describe('ce que chacun tient', () => {
  const community: Community = {
    ...emptyCommunity('c' as CommunityId),
    name: 'Alumni',
    leaderId: first,
    seats: {
      s1: { id: 's1', title: 'Présidence', personId: first, start: date('2022'), end: null },
      s2: { id: 's2', title: 'Trésorerie', personId: second, start: date('2020'), end: date('2021') },
    },
  }
  const people = [
    makePerson({ id: first, territoryId: territoryId(1), roles: rolesById(role(1, 'board'), role(2, 'volunteer')) }),
    makePerson({
      id: second,
      territoryId: territoryId(2),
      roles: rolesById(role(3, 'volunteer'), role(4, 'employee')),
      affiliations: [{ organisationId: organisationId(1), title: '', start: null, end: null }],
    }),
    makePerson({ id: third, deceased: true, roles: rolesById(role(5, 'board')) }),
  ]
  const all = records(people, {
    communities: [community],
    responsibilities: [responsibility(1, [first, third]), responsibility(2, [first, second], { successorId: third }), responsibility(3, [])],
    ties: [mentoring(1, first, second), mentoring(2, second, first, '2025-12')],
    organisationIds: new Set([organisationId(1)]),
    core: new Set([first, second]),
  })

  test('les défunts ne tiennent rien, les salariés ne comptent pas comme un rôle, ce qui a pris fin n’est plus tenu', () => {
    const points = singlePoints(heldThings(all, on))
    expect(points.map(({ personId: id }) => id)).toEqual([first, second])
    expect(keysOf(points[0]?.things ?? [])).toEqual([
      'responsibility:r1',
      'community:c',
      'seat:c/s1',
      `mentoring:${second}`,
      `territory:${territoryId(1)}`,
      'role:board',
      `role:volunteer:${territoryId(1)}`,
    ])
    expect(keysOf(points[1]?.things ?? [])).toEqual([
      `organisation:${organisationId(1)}`,
      `territory:${territoryId(2)}`,
      `role:volunteer:${territoryId(2)}`,
    ])
  })

  test('un départ emporte les rôles, les promesses avant les tâches, et les événements à venir', () => {
    const [leaver] = people
    if (leaver === undefined) throw new Error('personne')
    const tasks = [
      { ...emptyTask('k1' as TaskId), title: 'Classer', ownerId: first },
      { ...emptyTask('k2' as TaskId), title: 'Rappeler', ownerId: first, isPromise: true },
      { ...emptyTask('k3' as TaskId), title: 'Fait', ownerId: first, doneOn: on },
      { ...emptyTask('k4' as TaskId), title: 'À un autre', ownerId: second },
    ]
    const events = [makeEvent({ date: date('2026-04-01') }), makeEvent({ date: date('2026-01-01') })]
    const holdings = holdingsOf(leaver, { things: heldThings(all, on), ties: all.ties, ambassadorships: [], tasks, events }, on)
    expect(holdings.map(({ kind, isAlone }) => `${kind}${isAlone ? ' seule' : ''}`)).toEqual([
      'responsibility seule',
      'responsibility',
      'community seule',
      'seat seule',
      'mentoring seule',
      'role seule',
      'role',
      'promise',
      'task',
      'event',
    ])
  })
})

const anyHolders = fc.array(fc.subarray([1, 2, 3, 4].map(personId)), { maxLength: 8 })
const four = [1, 2, 3, 4].map((number) => makePerson({ id: personId(number) }))
const thingsOf = (holders: readonly (readonly PersonId[])[]) =>
  heldThings(records(four, { responsibilities: holders.map((ids, index) => responsibility(index, ids)) }), on)

describe('propriétés de ce qui ne tient qu’à une personne', () => {
  test('chaque chose d’un seul est dite une fois, sous son nom ; les plus exposés d’abord', () => {
    fc.assert(
      fc.property(anyHolders, (holders) => {
        const points = singlePoints(thingsOf(holders))
        expect(points.reduce((sum, { things }) => sum + things.length, 0)).toBe(holders.filter((ids) => ids.length === 1).length)
        for (const { personId: id, things } of points) for (const thing of things) expect(thing.holders).toEqual([id])
        expect(points.map(({ things }) => things.length)).toEqual(points.map(({ things }) => things.length).toSorted((left, right) => right - left))
      }),
    )
  })

  test('un second pour une chose la retire de la liste, et n’y change rien d’autre', () => {
    fc.assert(
      fc.property(anyHolders, fc.nat(), (holders, which) => {
        const index = holders.length === 0 ? -1 : which % holders.length
        const chosen = holders[index]
        fc.pre(chosen?.length === 1)
        const helped = holders.with(index, [...(chosen ?? []), ...[1, 2, 3, 4].map(personId).filter((id) => id !== chosen?.[0])].slice(0, 2))
        const before = singlePoints(thingsOf(holders)).flatMap(({ things }) => keysOf(things))
        const after = singlePoints(thingsOf(helped)).flatMap(({ things }) => keysOf(things))
        expect(after.toSorted()).toEqual(before.filter((key) => key !== `responsibility:r${index}`).toSorted())
      }),
    )
  })
})
