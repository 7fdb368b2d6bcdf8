import { beforeEach, describe, expect, test } from 'vitest'
import { diffRecord } from '#domain/change'
import type { IsoDate } from '#domain/period'
import type { Person } from '#domain/person'
import { createFactsMirror } from '#data/facts-mirror'
import { createEventsService, type EventFields, type EventsService } from '#data/services/events-service'
import { createChangesService } from '#data/services/changes-service'
import { createUndoSteps } from '#data/undo-steps'
import type { Store } from '#data/store'
import { date, makePerson, personId } from '#support/builders'
import { openTestStore } from '#support/data-world'

const dinner: EventFields = {
  name: 'Dîner des mentors',
  date: date('2026-03-12'),
  endDate: null,
  startTime: '19:00',
  kind: 'dîner',
  place: 'Maison de quartier',
  format: 'in-person',
  note: '',
}
const camille = makePerson({ id: personId(1) })
const elodie = makePerson({ id: personId(2), firstName: 'Élodie', lastName: 'Abadie' })

let store: Store
let events: EventsService
beforeEach(async () => {
  store = await openTestStore()
  events = createEventsService(store, createFactsMirror(store))
  await store.mirror.load('people', 'events', 'attendance')
  await know(camille, elodie)
  return () => store.database.close()
})

describe('les événements', () => {
  test('l’accueil montre les derniers qui ont eu lieu, sans ceux à venir ni ceux sans date', async () => {
    await create({ ...dinner, name: 'Sans date', date: null })
    await create({ ...dinner, name: 'À venir', date: date('2026-05-01') })
    await create({ ...dinner, name: 'Ancien', date: date('2024-01-10') })
    const workshop = await create({ ...dinner, name: 'Récent', date: date('2026-03-01') })
    await events.note(workshop, camille.id, { status: 'present', hours: 2 })
    await events.note(workshop, elodie.id, { status: 'absent', hours: null })
    const latest = await events.latest('2026-03-12' as IsoDate, 2)
    expect(latest.map(({ name, came, noted, hours }) => [name, came, noted, hours])).toEqual([
      ['Récent', 1, 2, 2],
      ['Ancien', 0, 0, null],
    ])
    expect((await events.latest('2026-03-12' as IsoDate, 1)).map(({ name }) => name)).toEqual(['Récent'])
  })
  test('les plus récents viennent d’abord, ceux sans date en dernier', async () => {
    await create({ ...dinner, name: 'Sans date', date: null })
    await create({ ...dinner, name: 'Ancien', date: date('2024-01-10') })
    await create({ ...dinner, name: 'Récent', date: date('2026-05-01') })
    expect((await events.list({ query: '', removed: false })).map(({ name }) => name)).toEqual(['Récent', 'Ancien', 'Sans date'])
  })

  test('se cherchent sans accents dans le nom, le type et le lieu', async () => {
    await create(dinner)
    expect(await events.list({ query: 'diner maison', removed: false })).toHaveLength(1)
    expect(await events.list({ query: 'atelier', removed: false })).toHaveLength(0)
  })

  test('un événement supprimé quitte la liste et peut être rétabli', async () => {
    const id = await create(dinner)
    await events.setRemoved(id, '2026-03-13T10:00:00.000Z')
    expect(await events.list({ query: '', removed: false })).toHaveLength(0)
    expect((await events.list({ query: '', removed: true })).map(({ name }) => name)).toEqual(['Dîner des mentors'])
    await events.setRemoved(id, null)
    expect(await events.list({ query: '', removed: false })).toHaveLength(1)
  })

  test('propose les types déjà employés, les plus fréquents d’abord', async () => {
    await create({ ...dinner, kind: 'atelier' })
    await create(dinner)
    await create(dinner)
    expect(await events.kinds()).toEqual(['dîner', 'atelier'])
  })
})

describe('la feuille de présence', () => {
  test('compte les présents sur place, en ligne et sans inscription, et les heures notées', async () => {
    const id = await create(dinner)
    await events.note(id, camille.id, { status: 'present', hours: 1.5 })
    await events.note(id, elodie.id, { status: 'absent', hours: 3 })
    const [row] = await events.list({ query: '', removed: false })
    expect(row).toMatchObject({ came: 1, noted: 2, hours: 1.5 })
    const found = await events.get(id)
    expect(found?.rows.map(({ lastName, status }) => [lastName, status])).toEqual([
      ['Abadie', 'absent'],
      ['Durand', 'present'],
    ])
    expect(found?.countByStatus).toMatchObject({ present: 1, absent: 1, registered: 0 })
  })

  test('sans heures notées, le total est inconnu et non zéro', async () => {
    const id = await create(dinner)
    await events.note(id, camille.id, { status: 'present', hours: null })
    expect((await events.list({ query: '', removed: false }))[0]?.hours).toBeNull()
  })

  test('noter deux fois la même personne ne la compte qu’une fois', async () => {
    const id = await create(dinner)
    await events.note(id, camille.id, { status: 'registered', hours: null })
    await events.note(id, camille.id, { status: 'present', hours: null })
    expect((await events.get(id))?.rows).toHaveLength(1)
    expect((await events.get(id))?.countByStatus.present).toBe(1)
  })

  test('une personne inconnue est créée et notée d’un seul geste, qu’un seul « annuler » reprend', async () => {
    const steps = createUndoSteps(store)
    const changes = createChangesService(store, steps)
    const id = await create(dinner)
    const noted = await events.noteNewPerson(id, { firstName: 'Yanis', lastName: 'Morel' }, { status: 'walk-in', hours: null })
    expect(noted.ok).toBe(true)
    expect((await events.get(id))?.rows.map(({ firstName, status }) => [firstName, status])).toEqual([['Yanis', 'walk-in']])
    await changes.undo()
    expect((await events.get(id))?.rows).toEqual([])
    expect((await store.mirror.read('people')).size).toBe(2)
  })

  test('retirer quelqu’un de la feuille ne touche pas aux autres', async () => {
    const id = await create(dinner)
    await events.noteAll(id, [camille.id, elodie.id], { status: 'present', hours: 2 })
    await events.note(id, camille.id, null)
    expect((await events.get(id))?.rows.map(({ lastName }) => lastName)).toEqual(['Abadie'])
  })
})

const create = async (fields: EventFields) => {
  const saved = await events.save(null, fields)
  if (!saved.ok) throw new Error(`Not saved: ${saved.error.kind}`)
  return saved.value
}
const know = async (...people: readonly Person[]): Promise<void> => {
  const edits = people.map((person) => diffRecord('people', null, person)).filter((edit) => edit !== null)
  await store.write({ cause: { kind: 'form' }, edits })
}
