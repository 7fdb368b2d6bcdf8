import { beforeEach, describe, expect, test } from 'vitest'
import { diffRecord } from '#domain/change'
import { parseCommunes } from '#domain/commune'
import type { CommunityId } from '#domain/id'
import type { IsoDate } from '#domain/period'
import { fullName } from '#domain/person'
import { parseQpv } from '#domain/qpv'
import { createFactsMirror } from '#data/facts-mirror'
import { createChangesService } from '#data/services/changes-service'
import { createCommunitiesService, type CommunitiesService, type CommunityFields } from '#data/services/communities-service'
import { createCommunityMembersService, type CommunityMembersService } from '#data/services/community-members-service'
import { createPeopleService } from '#data/services/people-service'
import { createUndoSteps } from '#data/undo-steps'
import type { Store } from '#data/store'
import { date, eventId, makeEvent, makeOrganisation, makePerson, makeSheet, organisationId, personId } from '#support/builders'
import { openTestStore } from '#support/data-world'

const today = '2026-03-12' as IsoDate
const here = { status: 'present' as const, hours: null }
const email = [{ address: 'a@exemple.fr', label: 'home' as const }]
const people = [
  makePerson({ id: personId(1), firstName: 'Aïcha', lastName: '', emails: email, consents: { 'email:news': { given: true, on: null, source: '' } } }),
  makePerson({ id: personId(2), firstName: 'Bruno', lastName: '', emails: email }),
  makePerson({ id: personId(3), firstName: 'Chloé', lastName: '', doNotContact: true }),
]
const person = (number: number) => ({ kind: 'person' as const, id: personId(number) })
const company = { kind: 'organisation' as const, id: organisationId(1) }

let store: Store
let communities: CommunitiesService
let members: CommunityMembersService
beforeEach(async () => {
  store = await openTestStore()
  communities = createCommunitiesService(store)
  members = createCommunityMembersService(store, createFactsMirror(store))
  const edits = [
    ...people.map((one) => diffRecord('people', null, one)),
    diffRecord('organisations', null, makeOrganisation({ id: organisationId(1), name: 'Garage Leroy' })),
    diffRecord('events', null, makeEvent({ id: eventId(1), name: 'Café', date: date('2026-02-10') })),
    diffRecord('attendance', null, makeSheet(eventId(1), { [personId(1)]: here, [personId(2)]: here })),
  ]
  await store.write({ cause: { kind: 'form' }, edits: edits.filter((edit) => edit !== null) })
  return () => store.database.close()
})
const make = async (name: string, fields: Partial<CommunityFields> = {}): Promise<CommunityId> => {
  const saved = await communities.save(null, { name, ...fields })
  if (!saved.ok) throw new Error('non enregistré')
  return saved.value
}
const names = async (id: CommunityId, on: IsoDate | null, withInside = true): Promise<readonly string[]> =>
  (await members.list(id, on, withInside)).map((row) => fullName(row))

describe('les communautés tenues à la main', () => {
  test('comptent leurs membres et ceux des groupes à l’intérieur, chacun une fois', async () => {
    const network = await make('Réseau')
    const lille = await make('Lille', { kind: 'local-group', parentId: network, leaderId: personId(1) })
    await members.add(network, [person(1), company], today)
    await members.add(lille, [person(1), person(2)], today)
    const { rows } = await communities.list(today)
    expect(rows.map(({ community, depth, people: count, organisations, leader }) => [depth, community.name, count, organisations, leader])).toEqual([
      [0, 'Réseau', 2, 1, ''],
      [1, 'Lille', 2, 0, 'Aïcha'],
    ])
    expect((await communities.of(personId(1))).map(({ community }) => community.name)).toEqual(['Lille', 'Réseau'])
    expect((await communities.of(organisationId(1))).map(({ community }) => community.name)).toEqual(['Réseau'])
  })

  test('refusent de se contenir elles-mêmes', async () => {
    const network = await make('Réseau')
    const lille = await make('Lille', { parentId: network })
    await expect(communities.save(network, { parentId: lille })).rejects.toThrow(/cannot be inside/u)
  })

  test('un groupe local montre la charte du dessus tant qu’il n’a pas la sienne', async () => {
    const network = await make('Réseau', { charter: 'On s’écoute.' })
    const lille = await make('Lille', { parentId: network })
    expect((await communities.get(lille))?.charter).toMatchObject({ text: 'On s’écoute.', from: { name: 'Réseau' } })
    await communities.save(lille, { charter: 'On se voit.' })
    expect((await communities.get(lille))?.charter).toMatchObject({ text: 'On se voit.', from: { name: 'Lille' } })
  })

  test('la corbeille garde les membres ; Ctrl+Z les reprend', async () => {
    const changes = createChangesService(store, createUndoSteps(store))
    const network = await make('Réseau')
    await members.add(network, [person(1)], today)
    await communities.setRemoved(network, '2026-03-12T10:00:00.000Z')
    expect((await communities.list(today)).rows).toEqual([])
    expect(await communities.of(personId(1))).toEqual([])
    await changes.undo()
    expect((await communities.list(today)).rows[0]?.people).toBe(1)
  })
})

describe('les membres', () => {
  test('entrent, sortent et reviennent : la photo de chaque jour reste vraie', async () => {
    const network = await make('Réseau')
    await members.add(network, [person(1), person(2), company], '2024-01-10' as IsoDate)
    await members.set(network, person(2), { start: date('2024-01-10'), end: date('2024-06') })
    expect(await names(network, '2024-03-01' as IsoDate)).toEqual(['Aïcha', 'Bruno', 'Garage Leroy'])
    expect(await names(network, '2025-01-01' as IsoDate)).toEqual(['Aïcha', 'Garage Leroy'])
    expect(await members.add(network, [person(1), person(2)], today)).toEqual({ ok: true, value: 1 })
    expect(await names(network, today)).toEqual(['Aïcha', 'Bruno', 'Garage Leroy'])
    expect(await names(network, '2025-01-01' as IsoDate)).toEqual(['Aïcha', 'Garage Leroy'])
    expect(await names(network, '2024-03-01' as IsoDate)).toEqual(['Aïcha', 'Bruno', 'Garage Leroy'])
  })

  test('quelqu’un d’inconnu est créé et membre en un seul geste, défait en un seul', async () => {
    const changes = createChangesService(store, createUndoSteps(store))
    const network = await make('Réseau')
    await members.addNew(network, { firstName: 'Dina', lastName: 'Benali' }, today)
    expect(await names(network, today)).toEqual(['Dina Benali'])
    await changes.undo()
    expect(await names(network, null)).toEqual([])
    expect((await store.mirror.read('people')).size).toBe(people.length)
  })

  test('leurs chiffres suivent les règles d’Engagement, et leurs rencontres les événements', async () => {
    const network = await make('Réseau')
    await members.add(network, [person(1), person(3)], '2020-01-01' as IsoDate)
    await members.add(network, [person(2)], '2026-01-15' as IsoDate)
    const figures = await members.figures(network, today)
    expect(figures.members).toHaveLength(3)
    expect(figures.active.toSorted()).toEqual([personId(1), personId(2)])
    expect(figures.newcomers.toSorted()).toEqual([personId(1), personId(2)])
    expect(figures.kept).toEqual([])
    expect(figures.joined).toEqual([personId(2)])
    expect(figures.meetings).toMatchObject([{ name: 'Café', members: 2, isEncounter: false }])
    expect(await members.metOn(network, '2026-01-01' as IsoDate, today)).toEqual(['2026-02-10'])
    await members.add(await make('Entreprises'), [person(2)], '2020-01-01' as IsoDate)
    expect((await members.figures(network, today)).balance.encounters).toBe(0)
  })

  test('la lettre n’atteint que qui est d’accord, et dit pourquoi les autres n’y sont pas', async () => {
    const network = await make('Réseau')
    const lille = await make('Lille', { parentId: network })
    await members.add(network, [person(1), person(3)], today)
    await members.add(lille, [person(2)], today)
    expect(await members.newsletter(network, today, false)).toEqual({
      reached: [personId(1)],
      leftOut: { deceased: [], 'do-not-contact': [personId(3)], refused: [], 'no-address': [], 'never-asked': [personId(2)] },
    })
    expect((await members.newsletter(network, today, true)).reached).toEqual([personId(1), personId(2)])
  })
})

describe('le filtre « membres de » de la page Personnes', () => {
  test('compte les groupes à l’intérieur, à la date demandée, et suit la liste des membres', async () => {
    const finder = createPeopleService(
      store,
      createFactsMirror(store),
      async () => parseCommunes(''),
      async () => parseQpv(''),
    )
    const network = await make('Réseau')
    const lille = await make('Lille', { parentId: network })
    await members.add(lille, [person(1)], '2024-01-10' as IsoDate)
    const found = async (moment: { readonly kind: 'today' } | { readonly kind: 'on'; readonly date: IsoDate }, not = false) =>
      (
        await finder.ids({ search: '', filter: [{ kind: 'community', communities: [network], moment, not }], sort: null, removed: false, today })
      ).toSorted()
    expect(await found({ kind: 'today' })).toEqual([personId(1)])
    expect(await found({ kind: 'on', date: '2023-12-31' as IsoDate })).toEqual([])
    expect(await found({ kind: 'today' }, true)).toEqual([personId(2), personId(3)])
    await members.add(network, [person(2)], today)
    expect(await found({ kind: 'today' })).toEqual([personId(1), personId(2)])
  })
})
