import { beforeEach, describe, expect, test } from 'vitest'
import { diffRecord } from '#domain/change'
import { createChangesService } from '#data/services/changes-service'
import { createOffersService, type OffersService } from '#data/services/offers-service'
import type { Store } from '#data/store'
import { createUndoSteps } from '#data/undo-steps'
import { makeOffer, makePerson, makeTerritory, offerId, personId, territoryId } from '#support/builders'
import { openTestStore } from '#support/data-world'
import { day } from '#support/small-world'

const today = day('2026-03-12')
let store: Store
let offers: OffersService
beforeEach(async () => {
  store = await openTestStore()
  offers = createOffersService(store)
  const edits = [
    diffRecord('people', null, makePerson({ id: personId(1), firstName: 'Aïcha', lastName: '' })),
    diffRecord('people', null, makePerson({ id: personId(2), firstName: 'Bruno', lastName: '' })),
    diffRecord('people', null, makePerson({ id: personId(3), firstName: 'Chloé', lastName: '', doNotContact: true })),
    diffRecord('territories', null, makeTerritory({ id: territoryId(1), name: 'Nord' })),
    diffRecord('territories', null, makeTerritory({ id: territoryId(2), name: 'Lille', parentId: territoryId(1) })),
    diffRecord('offers', null, makeOffer({ territoryId: territoryId(1) })),
    diffRecord('offers', null, makeOffer({ id: offerId(2), side: 'need', personId: personId(2), territoryId: territoryId(2) })),
    diffRecord('offers', null, makeOffer({ id: offerId(3), side: 'need', personId: personId(3) })),
  ]
  await store.write({ cause: { kind: 'form' }, edits: edits.filter((edit) => edit !== null) })
  return () => store.database.close()
})
const states = async () =>
  Object.fromEntries((await offers.list(today)).map(({ offer, state, counterpart }) => [offer.id, [state, counterpart?.who ?? null]]))

describe('offres et besoins', () => {
  test('proposent qui pourrait répondre, jamais qui ne veut pas être contacté', async () => {
    const found = await offers.suggestions(offerId(1), today)
    expect(found.map(({ row, place }) => [row.who, place])).toEqual([['Bruno', 'inside']])
    expect(await offers.suggestions(offerId(3), today)).toEqual([])
  })

  test('se lient des deux côtés en un geste, qui s’annule d’un geste', async () => {
    const changes = createChangesService(store, createUndoSteps(store))
    await offers.tie(offerId(1), offerId(2), today)
    expect(await states()).toEqual({ [offerId(1)]: ['matched', 'Bruno'], [offerId(2)]: ['matched', 'Aïcha'], [offerId(3)]: ['open', null] })
    await changes.undo()
    expect(await states()).toEqual({ [offerId(1)]: ['open', null], [offerId(2)]: ['open', null], [offerId(3)]: ['open', null] })
  })

  test('aboutissent ensemble ; qui se retire libère l’autre', async () => {
    await offers.tie(offerId(1), offerId(2), today)
    await offers.setState(offerId(2), 'done')
    expect(await states()).toMatchObject({ [offerId(1)]: ['done', 'Bruno'], [offerId(2)]: ['done', 'Aïcha'] })
    await offers.setState(offerId(1), 'withdrawn')
    expect(await states()).toMatchObject({ [offerId(1)]: ['withdrawn', null], [offerId(2)]: ['open', null] })
  })

  test('corriger la fiche d’une annonce ne touche pas à son lien', async () => {
    await offers.tie(offerId(1), offerId(2), today)
    const { id: _id, state: _state, matchedWithId: _with, matchedOn: _on, deletedAt: _deleted, ...fields } = makeOffer({ title: 'Stage long' })
    await offers.save(offerId(1), fields)
    const [row] = await offers.of(personId(1), today)
    expect([row?.offer.title, row?.state, row?.counterpart?.who]).toEqual(['Stage long', 'matched', 'Bruno'])
  })
})
