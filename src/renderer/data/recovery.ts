import type { CountByTable, SafetyState } from '#bridge/safety'
import type { OpenAt } from '#data/backup-reader'
import { countPaged } from '#data/record-pages'
import { countedTables, databaseName, type AppDatabase, type MetaRow } from '#data/database'
import type { LossKind } from '#data/start-state'

/** What a look at the database found, before anything is written. */
export type Finding =
  | { readonly kind: 'fresh' }
  | { readonly kind: 'whole'; readonly meta: MetaRow }
  | { readonly kind: 'lost'; readonly loss: LossKind; readonly detail: string }
  | { readonly kind: 'newer-version' }

/** Opens the database and compares it with what main saw last. Writes nothing, except the empty tables of a database that was not there. */
export const lookAtDatabase = async (database: AppDatabase, safety: SafetyState): Promise<Finding> => {
  const ours = database.verno
  try {
    await database.open()
    // Dexie opens what a newer version wrote without a word; its version numbers are ten times ours.
    if (database.backendDB().version / 10 > ours) return { kind: 'newer-version' }
    const meta = (await database.meta.get('state')) ?? null
    return judge(safety, meta, await countRows(database))
  } catch (error) {
    return { kind: 'lost', loss: 'cannot-open', detail: String(error) }
  }
}

/** The version of the schema of the database that is there, or that would be made; null when it can't be told. Upgrades nothing. */
export const storedVersion = async (openAt: OpenAt): Promise<number | null> => {
  // Of the first version nothing is older; opened as such, Dexie leaves a later one as it is.
  if (openAt.current === 1) return 1
  const database = openAt(databaseName, 1)
  try {
    await database.open()
    return database.backendDB().version / 10
  } catch {
    return null
  } finally {
    database.close()
  }
}

/** Rows really there, by table. */
export const countRows = async (database: AppDatabase): Promise<CountByTable> => {
  const paged: ReadonlyMap<string, number> = await countPaged(database)
  const counts = await Promise.all(countedTables.map(async (name) => [name, (await database.table(name).count()) + (paged.get(name) ?? 0)] as const))
  return Object.fromEntries(counts)
}

/**
 * Whether the database is all that main saw: an empty one after a full one is an error, never a first start.
 * Changes that the journal lacks are no loss, they will be sent to it.
 */
export const judge = (safety: SafetyState, meta: MetaRow | null, counts: CountByTable): Finding => {
  const lost = (loss: LossKind, detail: string): Finding => ({ kind: 'lost', loss, detail })
  if (meta === null) {
    if (countedTables.some((name) => (counts[name] ?? 0) > 0)) return lost('rows-missing', 'meta')
    return safety.databaseId === null && safety.lastBackup === null ? { kind: 'fresh' } : lost('empty', '')
  }
  if (safety.databaseId !== null && safety.databaseId !== meta.databaseId) return lost('other-database', `${meta.databaseId} ≠ ${safety.databaseId}`)
  const different = countedTables.filter((name) => (counts[name] ?? 0) !== (meta.counts[name] ?? 0))
  if (different.length > 0)
    return lost('rows-missing', different.map((name) => `${name}: ${counts[name] ?? 0} ≠ ${meta.counts[name] ?? 0}`).join(', '))
  if (meta.lastSequence < safety.lastSequence) return lost('changes-missing', `${meta.lastSequence} < ${safety.lastSequence}`)
  return { kind: 'whole', meta }
}
