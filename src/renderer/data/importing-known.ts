import type { ExistingRecords, KnownLists } from '#domain/importing/knowledge'
import type { Names } from '#data/importing-show'
import type { Store } from '#data/store'

/** The lists of the association that a file may name. */
export const knownLists = async ({ mirror }: Store): Promise<KnownLists> => {
  await mirror.load('roleKinds', 'tags', 'customFields', 'organisations', 'territories', 'events')
  return {
    roleKinds: [...mirror.loaded('roleKinds').values()],
    tags: [...mirror.loaded('tags').values()],
    customFields: [...mirror.loaded('customFields').values()],
    organisations: [...mirror.loaded('organisations').values()],
    territories: [...mirror.loaded('territories').values()],
    events: [...mirror.loaded('events').values()],
  }
}

/** Everything an import is compared with. The maps are the mirror's own: read at once. */
export const existingRecords = async (store: Store): Promise<ExistingRecords> => {
  const { mirror } = store
  const lists = await knownLists(store)
  await mirror.load('people', 'attendance', 'hours')
  return { ...lists, people: mirror.loaded('people'), attendance: mirror.loaded('attendance'), hours: [...mirror.loaded('hours').values()] }
}

/** What the screens need to name the entries of records. */
export const namesOf = async (store: Store): Promise<Names> => {
  const lists = await knownLists(store)
  return { ...lists, people: await store.mirror.read('people') }
}
