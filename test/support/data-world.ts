import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import type { ChangeId } from '#domain/id'
import { AppDatabase, type MetaRow } from '#data/database'
import { createStore, type Session, type Store } from '#data/store'

/** A disk of its own for each test: databases opened on it outlive a « restart », and nobody else sees them. */
export const newDisk = (): IDBFactory => new IDBFactory()

export const openTestDatabase = (disk: IDBFactory = newDisk()): AppDatabase => new AppDatabase('test', { indexedDB: disk, IDBKeyRange })

export const testDatabaseId = '0190a000-0000-7000-8000-000000000001'

/** A clock that moves one second a call, and ids that follow each other. */
export const testSession = (): Session => {
  let calls = 0
  const next = (): number => {
    calls += 1
    return calls
  }
  return {
    now: () => new Date(Date.UTC(2026, 2, 12, 9, 0, next())).toISOString(),
    newChangeId: () => `0190b000-0000-7000-8000-${String(next()).padStart(12, '0')}` as ChangeId,
    device: 'portable-accueil',
    author: '',
  }
}

/** A store on a new, empty database. Whoever opens a disk again and writes on gives the same session, whose ids go on. */
export const openTestStore = async (disk: IDBFactory = newDisk(), session: Session = testSession()): Promise<Store> => {
  const database = openTestDatabase(disk)
  await database.open()
  const stored = await database.meta.get('state')
  const meta: MetaRow = stored ?? { key: 'state', databaseId: testDatabaseId, lastSequence: 0, counts: {} }
  if (stored === undefined) await database.meta.add(meta)
  return createStore(database, meta, session)
}
