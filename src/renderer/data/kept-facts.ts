import { packedFormat, type PackedFacts } from '#domain/indicators/packed-facts'
import type { AppDatabase, MetaRow } from '#data/database'

/**
 * Packed facts beside the records they come from, so that figures are there at the next start without 50,000 people being read. Nothing but a copy of what the records say: no
 * backup, journal or count of rows knows of it, and it is thrown away as soon as it is not of the very last change.
 */
interface KeptFactsRow {
  readonly key: 'facts'
  readonly stamp: string
  readonly facts: PackedFacts
}

/** What facts must have been made of to be true. */
export const factsStamp = ({ databaseId, lastSequence, counts }: MetaRow): string => JSON.stringify([packedFormat, databaseId, lastSequence, counts])

/** The facts that are kept, if they are those of the database as it is now. Never fails: without them, the records are read. */
export const readKeptFacts = async (database: AppDatabase): Promise<{ readonly stamp: string; readonly facts: PackedFacts } | null> => {
  try {
    return await database.transaction('r', 'meta', async () => {
      const [state, kept] = await Promise.all([database.meta.get('state'), rows(database).get('facts')])
      return state === undefined || kept === undefined || kept.stamp !== factsStamp(state) ? null : kept
    })
  } catch {
    return null
  }
}

/** Keeps facts, unless something was written since they were true. */
export const keepFacts = async (database: AppDatabase, stamp: string, facts: PackedFacts): Promise<void> => {
  await database.transaction('rw', 'meta', async () => {
    const state = await database.meta.get('state')
    if (state !== undefined && factsStamp(state) === stamp) await rows(database).put({ key: 'facts', stamp, facts })
  })
}

const rows = (database: AppDatabase) => database.table<KeptFactsRow, string>('meta')
