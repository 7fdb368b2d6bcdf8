import { beforeEach, describe, expect, test } from 'vitest'
import type { Ambassadorship } from '#domain/ambassador'
import { diffRecord } from '#domain/change'
import { emptyCommunity } from '#domain/community'
import type { CommunityId, HandoverId, ResponsibilityId, RoleKindId, TaskId, TieId } from '#domain/id'
import { builtInRoleKinds } from '#domain/role'
import { emptyTask } from '#domain/task'
import type { RecordByTable, TableName } from '#domain/tables'
import { createFactsMirror } from '#data/facts-mirror'
import { createAmbassadorsService, type AmbassadorsService } from '#data/services/ambassadors-service'
import { createChangesService, type ChangesService } from '#data/services/changes-service'
import { createCoreService } from '#data/services/core-service'
import { createHandoversService, type HandoversService } from '#data/services/handovers-service'
import type { Store } from '#data/store'
import { createUndoSteps } from '#data/undo-steps'
import { date, makePerson, makeRole, personId, roleId, rolesById } from '#support/builders'
import { openTestStore } from '#support/data-world'
import { day } from '#support/small-world'

const today = day('2026-03-12')
const [leaver, successor] = [personId(1), personId(2)]
const responsibilityId = 'r1' as ResponsibilityId
const communityId = 'c1' as CommunityId
const records: { readonly [Name in TableName]?: readonly RecordByTable[Name][] } = {
  roleKinds: builtInRoleKinds,
  people: [
    makePerson({
      id: leaver,
      firstName: 'Aïcha',
      lastName: 'Benali',
      roles: rolesById(makeRole({ id: roleId(1), kind: 'board' as string as RoleKindId, start: date('2021') }), makeRole({ id: roleId(2) })),
    }),
    makePerson({ id: successor, firstName: 'Bruno', lastName: 'Castel' }),
    makePerson({ id: personId(3), firstName: 'Léo', lastName: 'Morel' }),
  ],
  responsibilities: [
    {
      id: responsibilityId,
      title: 'Clés du local',
      holders: { [leaver]: { start: date('2020'), end: null } },
      successorId: successor,
      territoryId: null,
      communityId: null,
      organisationId: null,
      eventId: null,
      howTo: 'Un double est à la mairie.',
      deletedAt: null,
    },
  ],
  communities: [
    {
      ...emptyCommunity(communityId),
      name: 'Alumni',
      leaderId: leaver,
      seats: { s1: { id: 's1', title: 'Présidence', personId: leaver, start: date('2022'), end: null } },
    },
  ],
  ties: [
    {
      id: 't1' as TieId,
      kind: 'mentoring',
      fromId: leaver,
      toId: personId(3),
      start: date('2025'),
      end: null,
      byId: null,
      note: '',
      deletedAt: null,
    },
  ],
  tasks: [{ ...emptyTask('k1' as TaskId), title: 'Rappeler la mairie', ownerId: leaver, isPromise: true }],
}

let store: Store
let handovers: HandoversService
let ambassadors: AmbassadorsService
let changes: ChangesService
let core: ReturnType<typeof createCoreService>
let id: HandoverId
beforeEach(async () => {
  store = await openTestStore()
  const facts = createFactsMirror(store)
  handovers = createHandoversService(store, facts)
  ambassadors = createAmbassadorsService(store, facts)
  core = createCoreService(store, facts)
  changes = createChangesService(store, createUndoSteps(store))
  const edits = (Object.keys(records) as TableName[]).flatMap((table) => (records[table] ?? []).map((record) => diffRecord(table, null, record)))
  await store.write({ cause: { kind: 'setup' }, edits: edits.filter((edit) => edit !== null) })
  const started = await handovers.start(leaver, today)
  if (!started.ok) throw new Error('non commencée')
  id = started.value
  return () => store.database.close()
})
const lines = async () => (await handovers.view(id, today))?.lines ?? []
const waiting = async (): Promise<readonly string[]> => (await lines()).filter(({ doneOn }) => doneOn === null).map(({ key }) => key)
const pass = (key: string) => handovers.pass(id, { key, toId: successor, on: today })

describe('la passation', () => {
  test('rassemble tout ce que la personne tient, propose la relève prévue, et ne se commence pas deux fois', async () => {
    expect(await waiting()).toEqual([
      'responsibility:r1',
      'community:c1',
      'seat:c1/s1',
      'mentoring:t1',
      `role:${roleId(1)}`,
      `role:${roleId(2)}`,
      'task:k1',
    ])
    expect((await lines())[0]).toMatchObject({ to: 'Bruno Castel', howTo: 'Un double est à la mairie.', name: 'Clés du local' })
    expect(await handovers.start(leaver, today)).toEqual({ ok: true, value: id })
  })

  test('transmettre écrit dans les fiches : l’une s’arrête la veille, l’autre commence ce jour', async () => {
    for (const key of await waiting()) expect((await pass(key)).ok).toBe(true)
    expect(await waiting()).toEqual([])
    expect(await handovers.holdings(leaver, today)).toEqual([])
    const { mirror } = store
    expect(mirror.loaded('responsibilities').get(responsibilityId)).toMatchObject({
      holders: { [leaver]: { start: '2020', end: '2026-03-11' }, [successor]: { start: '2026-03-12', end: null } },
      successorId: null,
    })
    const community = mirror.loaded('communities').get(communityId)
    expect(community?.leaderId).toBe(successor)
    expect(Object.values(community?.seats ?? {}).map(({ title, personId: who, start, end }) => [title, who, start, end])).toEqual([
      ['Présidence', leaver, '2022', '2026-03-11'],
      ['Présidence', successor, '2026-03-12', null],
    ])
    expect([...mirror.loaded('ties').values()].map(({ fromId, toId, end }) => [fromId, toId, end])).toEqual([
      [leaver, personId(3), '2026-03-11'],
      [successor, personId(3), null],
    ])
    expect(mirror.loaded('tasks').get('k1')?.ownerId).toBe(successor)
    expect(Object.values(mirror.loaded('people').get(leaver)?.roles ?? {}).map(({ end }) => end)).toEqual(['2026-03-11', '2026-03-11'])
    expect(Object.values(mirror.loaded('people').get(successor)?.roles ?? {}).map(({ kind, start }) => [kind, start])).toEqual([
      ['board', '2026-03-12'],
      ['volunteer', '2026-03-12'],
    ])
  })

  test('chaque chose transmise se reprend d’un geste, la coche avec elle', async () => {
    await pass('responsibility:r1')
    await pass('seat:c1/s1')
    await changes.undo()
    expect(await waiting()).toContain('seat:c1/s1')
    expect(await waiting()).not.toContain('responsibility:r1')
    expect(Object.keys(store.mirror.loaded('communities').get(communityId)?.seats ?? {})).toEqual(['s1'])
  })

  test('on ne se transmet rien à soi-même', async () => {
    expect(await handovers.pass(id, { key: 'responsibility:r1', toId: leaver, on: today })).toEqual({ ok: true, value: null })
    expect(await waiting()).toContain('responsibility:r1')
  })

  test('terminer met fin aux rôles choisis, et un ambassadeur devient ancien, en un seul changement', async () => {
    const proposed = await ambassadors.propose(leaver, 'Écoutée de tous', today)
    if (!proposed.ok) throw new Error('non proposée')
    await ambassadors.move(proposed.value, { stage: 'active', on: today, withRole: true })
    const role = Object.values((await store.mirror.read('people')).get(leaver)?.roles ?? {}).find(({ kind }) => (kind as string) === 'ambassador')
    if (role === undefined) throw new Error('rôle absent')
    await handovers.close(id, { on: today, roleIds: [roleId(1), role.id] })
    const roles = Object.values(store.mirror.loaded('people').get(leaver)?.roles ?? {})
    expect(roles.map(({ kind, end }) => [kind, end])).toEqual([
      ['board', '2026-03-12'],
      ['volunteer', null],
      ['ambassador', '2026-03-12'],
    ])
    const stageOf = (): Ambassadorship['stage'] | undefined => store.mirror.loaded('ambassadorships').get(proposed.value)?.stage
    expect(stageOf()).toBe('former')
    expect((await handovers.view(id, today))?.handover.closedOn).toBe(today)
    await changes.undo()
    expect(stageOf()).toBe('active')
    expect((await handovers.view(id, today))?.handover.closedOn).toBeNull()
  })

  test('les étapes se cochent, s’ajoutent et se retirent', async () => {
    await handovers.setStep(id, 'thanks', { doneOn: today, toId: successor })
    await handovers.setStep(id, 'own', { name: 'Rendre le badge' })
    const checklist = async () => (await handovers.view(id, today))?.checklist ?? []
    expect((await checklist()).find((step) => step.id === 'thanks')).toMatchObject({ doneOn: today, to: 'Bruno Castel' })
    expect((await checklist()).at(-1)?.name).toBe('Rendre le badge')
    await handovers.dropStep(id, 'own')
    expect((await checklist()).map(({ name }) => name)).not.toContain('Rendre le badge')
  })
})

describe('les ambassadeurs', () => {
  test('devenir actif et devenir ancien tiennent le rôle à jour dans le même changement, ou pas du tout', async () => {
    const proposed = await ambassadors.propose(successor, '', today)
    if (!proposed.ok) throw new Error('non proposée')
    const roles = () => Object.values(store.mirror.loaded('people').get(successor)?.roles ?? {}).map(({ kind, end }) => [kind, end])
    await ambassadors.move(proposed.value, { stage: 'active', on: today, withRole: false })
    expect(roles()).toEqual([])
    await ambassadors.move(proposed.value, { stage: 'former', on: today, withRole: true })
    await ambassadors.move(proposed.value, { stage: 'active', on: today, withRole: true })
    expect(roles()).toEqual([['ambassador', null]])
    await changes.undo()
    expect(roles()).toEqual([])
    expect((await ambassadors.board()).map(({ ambassadorship }) => ambassadorship.stage)).toEqual(['former'])
    expect(await ambassadors.propose(successor, 'encore', today)).toEqual({ ok: true, value: proposed.value })
  })
})

describe('ce qui ne tient qu’à une personne', () => {
  test('porte les noms des choses, et se vide quand un second arrive', async () => {
    const [point] = await core.singlePoints(today)
    expect(point?.person.firstName).toBe('Aïcha')
    expect(point?.things.map(({ kind, name, successor: next }) => [kind, name, next])).toContainEqual([
      'responsibility',
      'Clés du local',
      'Bruno Castel',
    ])
    const row = (await core.responsibilities(today))[0]
    if (row === undefined) throw new Error('aucune')
    await core.saveResponsibility(responsibilityId, {
      holders: { ...row.responsibility.holders, [successor]: { start: today, end: null } },
    })
    expect((await core.responsibilities(today))[0]?.holders.map(({ name }) => name)).toEqual(['Aïcha Benali', 'Bruno Castel'])
    const keys = (await core.singlePoints(today)).flatMap(({ things }) => things.map(({ key }) => key))
    expect(keys).not.toContain('responsibility:r1')
  })
})
