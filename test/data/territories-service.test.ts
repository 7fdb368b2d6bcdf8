import { beforeEach, describe, expect, test } from 'vitest'
import { parseCommunes } from '#domain/commune'
import { diffRecord } from '#domain/change'
import type { IsoDate } from '#domain/period'
import { createFactsMirror } from '#data/facts-mirror'
import { createPeopleService } from '#data/services/people-service'
import { createTerritoriesService, type TerritoriesService } from '#data/services/territories-service'
import { createChangesService } from '#data/services/changes-service'
import { createUndoSteps } from '#data/undo-steps'
import type { Store } from '#data/store'
import { parseQpv } from '#domain/qpv'
import { makeAddress, makePerson, personId } from '#support/builders'
import { openTestStore } from '#support/data-world'

const communes = parseCommunes('D;35;Ille-et-Vilaine;53\nC;35238;Rennes;35000 35200;;220000\nC;35288;Saint-Malo;35400;;46000')
const people = [
  makePerson({ id: personId(1), firstName: 'Aïcha', addresses: [makeAddress({ communeCode: '35238', qpvCode: 'QN03501M' })] }),
  makePerson({ id: personId(2), firstName: 'Bruno', addresses: [makeAddress({ communeCode: '35288' })] }),
  makePerson({ id: personId(3), firstName: 'Chloé' }),
]
const qpv = parseQpv('QN03501M|Maurepas|35238')

let store: Store
let territories: TerritoriesService
beforeEach(async () => {
  store = await openTestStore()
  territories = createTerritoriesService(
    store,
    async () => communes,
    async () => qpv,
  )
  await store.write({ cause: { kind: 'form' }, edits: people.map((person) => diffRecord('people', null, person)).filter((edit) => edit !== null) })
  return () => store.database.close()
})
const make = async (name: string, codes: readonly string[], parentId: Parameters<TerritoriesService['save']>[1]['parentId'] = null) => {
  const saved = await territories.save(null, { name, type: 'other', parentId, codes, note: '' })
  if (!saved.ok) throw new Error('non enregistré')
  return saved.value
}
const lines = async (): Promise<readonly string[]> =>
  (await territories.list()).rows.map(({ territory, depth, people: count }) => `${'.'.repeat(depth)}${territory.name} ${count}`)

describe('les territoires tenus à la main', () => {
  test('comptent leurs personnes et celles de ce qu’ils contiennent ; chaque compte a sa liste', async () => {
    const west = await make('Ouest', [])
    const rennes = await make('Rennes', ['35238'], west)
    expect(await lines()).toEqual(['Ouest 1', '.Rennes 1'])
    expect((await territories.list()).outside).toBe(2)
    expect(await territories.people(west)).toEqual([personId(1)])
    expect(await territories.people(rennes)).toEqual([personId(1)])
    expect(await territories.people(null)).toEqual([personId(2), personId(3)])
  })

  test('se renomment, se déplacent, vont à la corbeille et en reviennent ; Ctrl+Z les reprend', async () => {
    const changes = createChangesService(store, createUndoSteps(store))
    const west = await make('Ouest', [])
    const rennes = await make('Renes', ['35238'])
    await territories.save(rennes, { name: 'Rennes', type: 'commune', parentId: west, codes: ['35238'], note: '' })
    expect(await lines()).toEqual(['Ouest 1', '.Rennes 1'])
    await territories.setRemoved(west, '2026-03-12T10:00:00.000Z')
    expect(await lines()).toEqual(['Rennes 1'])
    expect((await territories.list()).removed.map(({ name }) => name)).toEqual(['Ouest'])
    await changes.undo()
    expect(await lines()).toEqual(['Ouest 1', '.Rennes 1'])
    await changes.undo()
    expect(await lines()).toEqual(['Ouest 0', 'Renes 1'])
    await territories.setRemoved(west, '2026-03-12T10:00:00.000Z')
    await territories.setRemoved(west, null)
    expect(await lines()).toEqual(['Ouest 0', 'Renes 1'])
  })

  test('aucun ne peut se contenir lui-même, de près ou de loin', async () => {
    const west = await make('Ouest', [])
    const rennes = await make('Rennes', [], west)
    await expect(territories.save(west, { name: 'Ouest', type: 'other', parentId: rennes, codes: [], note: '' })).rejects.toThrow(/cannot be inside/)
  })

  test('une sélection s’y range d’un geste, annulé d’un geste ; la liste et ses filtres suivent', async () => {
    const rennes = await make('Rennes', ['35238'])
    const service = createPeopleService(
      store,
      createFactsMirror(store),
      async () => communes,
      async () => qpv,
    )
    const changes = createChangesService(store, createUndoSteps(store))
    const today = '2026-03-12' as IsoDate
    const query = { search: '', filter: [{ kind: 'territory', territories: [rennes], not: false }], sort: null, removed: false, today } as const
    // Aïcha is there by her address, without anybody having said so.
    expect(await service.ids(query)).toEqual([personId(1)])
    const { rows } = await service.list({ ...query, filter: [] }, 0, 10)
    expect(rows.map(({ territoryId }) => territoryId)).toEqual([rennes, null, null])
    await service.act([personId(2), personId(3)], { kind: 'set-territory', territory: rennes })
    expect(await service.ids(query)).toHaveLength(3)
    await changes.undo()
    expect(await service.ids(query)).toEqual([personId(1)])
  })

  test('les lieux hors des territoires ont le nom de leur commune et de leur département', async () => {
    expect(await territories.placeNames()).toEqual({
      'commune:35238': 'Rennes',
      'commune:35288': 'Saint-Malo',
      'department:35': 'Ille-et-Vilaine (35)',
      QN03501M: 'Maurepas (QN03501M)',
    })
  })
})
