import type { CountByTable, JournalEntry } from '#bridge/safety'
import type { AppDatabase, ChangePartRow, MetaRow } from '#data/database'

/** Where changes go to survive the database: main's journal, through the window. Answers once they are on disk. */
export type AppendJournal = (batch: {
  readonly databaseId: string
  readonly entries: readonly JournalEntry[]
  readonly counts: CountByTable
}) => Promise<{ readonly lastSequence: number }>

export interface Outbox {
  /**
   * Sends every part the journal lacks, in order. Never throws: what could not be sent stays, and `problem` says why.
   * `fresh`: the parts just stored, which need not be read again.
   */
  readonly drain: (fresh?: readonly ChangePartRow[]) => Promise<void>
  /** Highest sequence number known to be in the journal. */
  readonly journaled: () => number
  readonly problem: () => string | null
}

/** Entries a batch: parts are under 64 KB, so a batch is a few megabytes at most. */
const batchSize = 64

/** Drains the stored parts of changes to the journal; starting again where the journal stops is all there is to resuming. */
export const createOutbox = (database: AppDatabase, meta: () => MetaRow, append: AppendJournal, startAt: number): Outbox => {
  let journaled = startAt
  let problem: string | null = null
  let running: Promise<void> | null = null

  const nextParts = async (fresh: readonly ChangePartRow[]): Promise<readonly ChangePartRow[]> => {
    const inHand = fresh.filter(({ sequence }) => sequence > journaled).slice(0, batchSize)
    return inHand[0]?.sequence === journaled + 1 ? inHand : database.changeParts.where('sequence').above(journaled).limit(batchSize).toArray()
  }

  const sendAll = async (fresh: readonly ChangePartRow[]): Promise<void> => {
    while (journaled < meta().lastSequence) {
      const { databaseId, counts } = meta()
      const parts = await nextParts(fresh)
      if (parts.length === 0) throw new Error(`Change parts after ${journaled} are missing`)
      const answer = await append({ databaseId, entries: parts.map(({ sequence, bytes }) => ({ sequence, bytes })), counts })
      if (answer.lastSequence <= journaled) throw new Error(`The journal stayed at ${answer.lastSequence}`)
      journaled = answer.lastSequence
    }
  }

  return {
    drain: async (fresh = []) => {
      // A sending that is ending may have looked for the last time before these parts were there.
      if (running !== null) await running
      running ??= sendAll(fresh)
        .then(
          () => {
            problem = null
          },
          (error: unknown) => {
            problem = String(error)
          },
        )
        .finally(() => {
          running = null
        })
      await running
    },
    journaled: () => journaled,
    problem: () => problem,
  }
}
