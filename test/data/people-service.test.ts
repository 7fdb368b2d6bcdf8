import { afterEach, describe, expect, test } from 'vitest'
import { parseCommunes } from '#domain/commune'
import { parseQpv } from '#domain/qpv'
import { diffRecord } from '#domain/change'
import type { ChangeId, ImportId, PersonId, RoleKindId } from '#domain/id'
import type { IsoDate } from '#domain/period'
import type { Person } from '#domain/person'
import { builtInRoleKinds } from '#domain/role'
import type { RecordByTable, TableName } from '#domain/tables'
import { createFactsMirror } from '#data/facts-mirror'
import { createPeopleService, type PeopleService } from '#data/services/people-service'
import type { PeopleQuery } from '#data/people-query'
import { createRecordsService } from '#data/services/records-service'
import { createUndoSteps } from '#data/undo-steps'
import { openTestStore } from '#support/data-world'
import type { Store } from '#data/store'
import type { LookAlikeDraft } from '#data/look-alikes'
import {
  date,
  eventId,
  makeAddress,
  makeEvent,
  makeHours,
  makePerson,
  makeRole,
  makeSheet,
  makeTag,
  makeTerritory,
  personId,
  roleId,
  rolesById,
  tagId,
  territoryId,
} from '#support/builders'

const stores: Store[] = []
afterEach(() => {
  for (const store of stores.splice(0)) store.database.close()
})

const communes = parseCommunes(
  'D;42;Loire;84\nD;69;Rhône;84\nC;42218;Saint-Étienne;42000 42100;244200770;173000\nC;69123;Lyon;69001 69002;;520000\nC;69290;Saint-Priest;69800;;48000',
)

/** Three people of whom one searches, an event, hours given. */
const loic = makePerson({
  id: personId(1),
  firstName: 'Loïc',
  lastName: 'Le Goff',
  roles: rolesById(makeRole({ start: date('2024') })),
  addresses: [makeAddress({ city: 'Lyon', postalCode: '69001' })],
})
const camille = makePerson({
  id: personId(2),
  firstName: 'Camille',
  lastName: 'Durand',
  emails: [{ address: 'camille@exemple.fr', label: 'home' }],
  tags: { [tagId(1)]: true },
  territoryId: territoryId(2),
})
const zoe = makePerson({
  id: personId(3),
  firstName: 'Zoé',
  lastName: 'Durand',
  roles: rolesById(makeRole({ id: roleId(3), kind: 'mentor' as RoleKindId, start: date('2020'), end: date('2021') })),
})

const neighbourhoods = parseQpv('QN05906M|Moulins|59350\nQN05905M|Lille Sud|59350 59368\nQN00101M|Reyssouze|01053\n')
const open = async (
  people: readonly Person[] = [loic, camille, zoe],
): Promise<{ readonly service: PeopleService; readonly store: Store; readonly put: Put }> => {
  const store = await openTestStore()
  stores.push(store)
  const put: Put = async (table, ...records) => {
    const edits = records.map((record) => diffRecord(table, null, record)).filter((edit) => edit !== null)
    const written = await store.write({ cause: { kind: 'form' }, edits })
    if (!written.ok || written.value === null) throw new Error('not written')
    return written.value.id
  }
  await put('roleKinds', ...builtInRoleKinds)
  if (people.length > 0) await put('people', ...people)
  return {
    service: createPeopleService(
      store,
      createFactsMirror(store),
      async () => communes,
      async () => neighbourhoods,
    ),
    store,
    put,
  }
}
type Put = <Name extends TableName>(table: Name, ...records: readonly RecordByTable[Name][]) => Promise<ChangeId>

const everybody: PeopleQuery = { search: '', filter: [], sort: null, removed: false, today: '2026-03-12' as IsoDate }
const names = async (service: PeopleService, query: Partial<PeopleQuery>): Promise<readonly string[]> =>
  (await service.list({ ...everybody, ...query }, 0, 100)).rows.map((row) => row.firstName)

describe('la liste', () => {
  test('est dans l’ordre des noms, page par page, avec les rôles d’aujourd’hui', async () => {
    const { service } = await open()
    const first = await service.list(everybody, 0, 2)
    expect(first).toMatchObject({ count: 3, total: 3, from: 0, fuzzy: false })
    expect(first.rows.map((row) => row.firstName)).toEqual(['Camille', 'Zoé'])
    expect((await service.list(everybody, 2, 2)).rows).toMatchObject([{ firstName: 'Loïc', roles: ['volunteer'], city: 'Lyon' }])
    expect(first.rows[1]?.roles).toEqual([])
  })
  test('une recherche se resserre, s’élargit et suit ce qui vient d’être écrit', async () => {
    const { service, put } = await open()
    expect(await names(service, { search: 'du' })).toEqual(['Camille', 'Zoé'])
    expect(await names(service, { search: 'dur' })).toEqual(['Camille', 'Zoé'])
    expect(await names(service, { search: 'dur zoe' })).toEqual(['Zoé'])
    expect(await names(service, { search: 'dur' })).toEqual(['Camille', 'Zoé'])
    await put('people', makePerson({ id: personId(4), firstName: 'Adèle', lastName: 'Durieux' }))
    expect(await names(service, { search: 'dur' })).toEqual(['Camille', 'Zoé', 'Adèle'])
  })
  test('sans tri choisi, les noms qui commencent comme la recherche viennent d’abord', async () => {
    const { service } = await open([
      makePerson({ id: personId(1), firstName: 'Anne', lastName: 'Boileau' }),
      makePerson({ id: personId(2), firstName: 'Léa', lastName: 'Martin' }),
      makePerson({ id: personId(3), firstName: 'Tom', lastName: 'Leroux' }),
    ])
    expect(await names(service, { search: 'le' })).toEqual(['Tom', 'Léa', 'Anne'])
    expect(await names(service, { search: 'le', sort: { column: 'name', descending: false } })).toEqual(['Anne', 'Tom', 'Léa'])
  })
  test('renommer une étiquette change ce que l’on trouve', async () => {
    const { service, store, put } = await open()
    await put('tags', makeTag({ id: tagId(1), name: 'Fanfare' }))
    expect(await names(service, { search: 'fanfare' })).toEqual(['Camille'])
    await createRecordsService(store).save({
      table: 'tags',
      before: makeTag({ id: tagId(1), name: 'Fanfare' }),
      after: makeTag({ id: tagId(1), name: 'Orchestre' }),
    })
    expect(await names(service, { search: 'fanfare' })).toEqual([])
    expect(await names(service, { search: 'orchestre' })).toEqual(['Camille'])
  })
  test('les valeurs inconnues viennent en dernier dans les deux sens du tri', async () => {
    const { service } = await open()
    expect(await names(service, { sort: { column: 'commune', descending: false } })).toEqual(['Loïc', 'Camille', 'Zoé'])
    expect(await names(service, { sort: { column: 'commune', descending: true } })).toEqual(['Loïc', 'Camille', 'Zoé'])
    expect(await names(service, { sort: { column: 'name', descending: true } })).toEqual(['Loïc', 'Zoé', 'Camille'])
  })
  test('les numéros se trient comme des nombres', async () => {
    const { service } = await open(
      ['A-10', 'A-9', ''].map((memberNumber, index) => makePerson({ id: personId(index + 1), firstName: `n${memberNumber}`, memberNumber })),
    )
    expect(await names(service, { sort: { column: 'memberNumber', descending: false } })).toEqual(['nA-9', 'nA-10', 'n'])
  })
})

describe('la dernière participation', () => {
  const evening = makeEvent({ id: eventId(1), name: 'Dîner', date: date('2025-11') })
  const workshop = makeEvent({ id: eventId(2), name: 'Atelier', date: date('2024-02-03') })

  test('est le dernier événement où l’on est venu, ou la dernière heure donnée ; une absence n’en est pas une', async () => {
    const { service, put } = await open()
    await put('events', evening, workshop)
    await put(
      'attendance',
      makeSheet(evening.id, { [loic.id]: { status: 'absent', hours: null }, [zoe.id]: { status: 'walk-in', hours: 2 } }),
      makeSheet(workshop.id, { [loic.id]: { status: 'present', hours: null } }),
    )
    await put('hours', makeHours({ personId: camille.id, date: date('2025-12-01'), task: 'Comptes' }))
    expect((await service.list(everybody, 0, 3)).isComplete).toBe(false)
    await service.whenComplete()
    const { rows, isComplete } = await service.list(everybody, 0, 3)
    expect(isComplete).toBe(true)
    expect(rows.map(({ firstName, last }) => [firstName, last?.name ?? null])).toEqual([
      ['Camille', 'Comptes'],
      ['Zoé', 'Dîner'],
      ['Loïc', 'Atelier'],
    ])
    expect(await names(service, { filter: [{ kind: 'took-part', since: { kind: 'months', months: 12 }, not: false }] })).toEqual(['Camille', 'Zoé'])
    expect(await names(service, { sort: { column: 'last', descending: true } })).toEqual(['Camille', 'Zoé', 'Loïc'])
    expect((await service.details(loic.id))?.attendance).toMatchObject([
      { name: 'Dîner', status: 'absent' },
      { name: 'Atelier', status: 'present' },
    ])
  })
})

describe('les filtres qui ont besoin d’autres fiches', () => {
  test('un territoire contient ses quartiers', async () => {
    const { service, put } = await open()
    await put(
      'territories',
      makeTerritory({ id: territoryId(1) }),
      makeTerritory({ id: territoryId(2), parentId: territoryId(1), type: 'neighbourhood' }),
    )
    expect(await names(service, { filter: [{ kind: 'territory', territories: [territoryId(1)], not: false }] })).toEqual(['Camille'])
  })
  test('« ajoutées par tel import » retrouve ce que l’import a touché', async () => {
    const { service, put } = await open([])
    const changeId = await put('people', zoe)
    await put('people', camille)
    const counts = { rows: 1, created: 1, changed: 0, same: 0, ambiguousSkipped: 0, rejected: 0, eventsCreated: 0, attendances: 0 }
    const importId = '01890000-0000-7000-8000-00000000000a' as ImportId
    await put('imports', {
      id: importId,
      at: '2026-03-01T10:00:00Z',
      fileName: 'membres.xlsx',
      sheet: 'Feuil1',
      source: null,
      counts,
      changeId,
      undoneBy: null,
    })
    expect(await names(service, { filter: [{ kind: 'import', importId }] })).toEqual(['Zoé'])
  })
})

describe('agir sur plusieurs personnes', () => {
  const all: readonly PersonId[] = [loic.id, camille.id, zoe.id]

  test('retirer met à la corbeille, où l’on retrouve et d’où l’on fait revenir', async () => {
    const { service } = await open()
    await service.act([zoe.id], { kind: 'remove' })
    expect(await names(service, {})).toEqual(['Camille', 'Loïc'])
    expect(await names(service, { removed: true })).toEqual(['Zoé'])
    await service.act([zoe.id], { kind: 'restore' })
    expect(await names(service, { removed: true })).toEqual([])
  })
  test('donner un rôle ne double pas celui que l’on tient déjà, et s’annule d’un coup', async () => {
    const { service, store } = await open()
    const steps = createUndoSteps(store)
    const role = makeRole({ start: date('2026-01-01') })
    const given = await service.act(all, { kind: 'give-role', role, today: everybody.today })
    expect(given.ok && given.value?.editCounts).toEqual({ people: 2 })
    const volunteers: Partial<PeopleQuery> = { filter: [{ kind: 'role', roles: [role.kind], moment: { kind: 'today' }, not: false }] }
    expect(await names(service, volunteers)).toEqual(['Camille', 'Zoé', 'Loïc'])
    await steps.undo('ask')
    expect(await names(service, volunteers)).toEqual(['Loïc'])
  })
  test('terminer un rôle ne touche que ceux en cours', async () => {
    const { service, store } = await open()
    await service.act(all, { kind: 'end-role', role: 'volunteer' as RoleKindId, on: everybody.today })
    const roles = Object.values((await store.mirror.read('people')).get(loic.id)?.roles ?? {})
    expect(roles.map(({ end }) => end)).toEqual(['2026-03-12'])
    expect((await store.mirror.read('people')).get(zoe.id)).toEqual(zoe)
  })
  test('étiqueter qui l’est déjà n’écrit rien', async () => {
    const { service } = await open()
    expect(await service.act([camille.id], { kind: 'add-tag', tag: tagId(1) })).toEqual({ ok: true, value: null })
    const removed = await service.act(all, { kind: 'remove-tag', tag: tagId(1) })
    expect(removed.ok && removed.value?.editCounts).toEqual({ people: 1 })
  })
  test('une plage se choisit dans les deux sens, dans l’ordre de la liste', async () => {
    const { service } = await open()
    expect(await service.idsBetween(everybody, 2, 1)).toEqual([zoe.id, loic.id])
    expect(await service.ids({ ...everybody, search: 'durand' })).toEqual([camille.id, zoe.id])
  })
})

test('une commune se complète par les premières lettres ou le code postal, la plus peuplée d’abord', async () => {
  const { service } = await open([])
  expect((await service.communes('saint', 5)).map(({ name }) => name)).toEqual(['Saint-Étienne', 'Saint-Priest'])
  expect(await service.communes('421', 5)).toMatchObject([{ code: '42218', department: 'Loire', postalCodes: ['42000', '42100'] }])
})

describe('déjà dans la liste ?', () => {
  const known = makePerson({ ...camille, phones: [{ number: '+33612345678', label: 'mobile' }] })
  const alike = async (draft: LookAlikeDraft, exceptId = personId(9)) => {
    const { service } = await open([loic, known, zoe])
    return (await service.lookAlikes(draft, exceptId)).map(({ firstName, reasons }) => [firstName, reasons[0]])
  }
  test('un nom pareil, dans un sens ou dans l’autre, ou à une faute près', async () => {
    expect(await alike({ lastName: 'durand', firstName: 'ZOE' })).toEqual([['Zoé', 'name']])
    expect(await alike({ lastName: 'Zoé', firstName: 'Durand' })).toMatchObject([['Zoé', expect.stringContaining('name')]])
    expect(await alike({ lastName: 'Durant', firstName: 'Camille' })).toMatchObject([['Camille', 'name-close']])
    expect(await alike({ lastName: 'Durand' })).toEqual([])
  })
  test('un e-mail ou un téléphone déjà connu', async () => {
    expect(await alike({ lastName: 'Durand', firstName: 'Cam', emails: [{ address: 'CAMILLE@exemple.fr', label: 'home' }] })).toEqual([
      ['Camille', 'email'],
    ])
    expect(await alike({ phones: [{ number: '+33612345678', label: 'home' }] })).toEqual([['Camille', 'phone']])
  })
  test('personne ne ressemble à elle-même', async () => {
    expect(await alike({ lastName: 'Durand', firstName: 'Zoé' }, zoe.id)).toEqual([])
  })
})

describe('les quartiers prioritaires', () => {
  test('d’une commune sont proposés par leur nom', async () => {
    const { service } = await open([])
    expect(await service.neighbourhoods('59350', null)).toEqual([
      { code: 'QN05905M', name: 'Lille Sud' },
      { code: 'QN05906M', name: 'Moulins' },
    ])
    expect(await service.neighbourhoods('75056', null)).toEqual([])
  })
  test('déjà choisi reste proposé, un code d’une autre liste n’a pas de nom', async () => {
    const { service } = await open([])
    expect(await service.neighbourhoods(null, 'QN00101M')).toEqual([{ code: 'QN00101M', name: 'Reyssouze' }])
    expect(await service.neighbourhoods('01053', 'QN00101M')).toHaveLength(1)
    expect(await service.neighbourhoods(null, 'QP093028')).toEqual([])
  })
})
