import { afterEach, expect, test } from 'vitest'
import { parseCommunes } from '#domain/commune'
import { emptyCommunity } from '#domain/community'
import { emptyContact } from '#domain/contact'
import type { CommunityId, ContactId } from '#domain/id'
import type { IsoDate } from '#domain/period'
import { parseQpv } from '#domain/qpv'
import { createFactsMirror } from '#data/facts-mirror'
import { createFinderService } from '#data/services/finder-service'
import { createPeopleService } from '#data/services/people-service'
import { createRecordsService } from '#data/services/records-service'
import type { Store } from '#data/store'
import { openTestStore } from '#support/data-world'
import { date, eventId, makeAddress, makeEvent, makeOrganisation, makePerson, makeTag, makeTerritory, personId } from '#support/builders'

const stores: Store[] = []
afterEach(() => {
  for (const store of stores.splice(0)) store.database.close()
})
const today = '2026-03-12' as IsoDate
const loic = makePerson({
  id: personId(1),
  firstName: 'Loïc',
  lastName: 'Le Goff',
  addresses: [makeAddress({ city: 'Rennes' })],
  note: 'Répare les vélos de l’atelier',
})

const open = async () => {
  const store = await openTestStore()
  stores.push(store)
  const records = createRecordsService(store)
  await records.saveAll([
    { table: 'people', before: null, after: loic },
    { table: 'people', before: null, after: makePerson({ id: personId(2), deletedAt: '2026-01-01T00:00:00.000Z', firstName: 'Loïc' }) },
    { table: 'events', before: null, after: makeEvent({ id: eventId(1), name: 'Atelier vélo', date: date('2024-05-01') }) },
    { table: 'events', before: null, after: makeEvent({ id: eventId(2), name: 'Grand atelier', date: date('2025-05-01') }) },
    { table: 'events', before: null, after: makeEvent({ id: eventId(3), name: 'Atelier CV', date: date('2025-06-01') }) },
    { table: 'organisations', before: null, after: makeOrganisation({ name: 'Atelier du Nord' }) },
    { table: 'communities', before: null, after: { ...emptyCommunity('c1' as CommunityId), name: 'Élèves' } },
    { table: 'territories', before: null, after: makeTerritory() },
    { table: 'tags', before: null, after: makeTag() },
    {
      table: 'contacts',
      before: null,
      after: {
        ...emptyContact('k1' as ContactId, date('2026-03-02')),
        personId: loic.id,
        note: `Vu avec @[Camille Durand](${personId(9)}), veut parler à Élise`,
      },
    },
  ])
  const people = createPeopleService(
    store,
    createFactsMirror(store),
    async () => parseCommunes(''),
    async () => parseQpv(''),
  )
  return createFinderService(store, people)
}

test('un mot sans accent ni majuscule trouve partout, ce qui commence ainsi d’abord, puis le plus récent', async () => {
  const finder = await open()
  const found = await finder.find('atelier', today, 5)
  expect(found.events.map(({ title }) => title)).toEqual(['Atelier CV', 'Atelier vélo', 'Grand atelier'])
  expect(found.organisations.map(({ title }) => title)).toEqual(['Atelier du Nord'])
  expect(found.notes).toMatchObject([{ title: 'Loïc Le Goff', place: { kind: 'person', id: loic.id } }])
  expect((await finder.find('atelier', today, 2)).events).toHaveLength(2)
  expect((await finder.find('eleves', today, 5)).communities.map(({ title }) => title)).toEqual(['Élèves'])
  expect((await finder.find('promo 2021', today, 5)).tags).toHaveLength(1)
  expect((await finder.find('RENNES', today, 5)).territories).toHaveLength(1)
})
test('une personne se trouve par ses noms dans tous les sens, jamais dans la corbeille', async () => {
  const finder = await open()
  expect((await finder.find('goff loic', today, 5)).people).toEqual([
    { place: { kind: 'person', id: loic.id }, title: 'Loïc Le Goff', detail: 'Rennes', on: null },
  ])
  expect((await finder.find('loic', today, 5)).people).toHaveLength(1)
})
test('une note se montre autour du mot, les mentions par leur nom', async () => {
  const finder = await open()
  const [talk] = (await finder.find('elise', today, 5)).notes
  expect(talk).toMatchObject({ title: 'Loïc Le Goff', on: '2026-03-02' })
  expect(talk?.detail).toContain('Élise')
  expect(talk?.detail).not.toContain(personId(9))
})
test('rien de tapé, rien de trouvé ; ce qu’on a vu se retrouve par son nom, ce qui n’est plus là disparaît', async () => {
  const finder = await open()
  expect(Object.values(await finder.find('  ', today, 5)).flat()).toEqual([])
  const seen = await finder.named([
    { kind: 'event', id: eventId(2) },
    { kind: 'person', id: loic.id },
    { kind: 'person', id: personId(2) },
  ])
  expect(seen.map(({ title }) => title)).toEqual(['Grand atelier', 'Loïc Le Goff'])
})
