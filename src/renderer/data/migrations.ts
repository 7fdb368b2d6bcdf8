import type { Transaction } from 'dexie'

/** One step of the schema. Append only: a shipped step is never changed, renamed or removed (docs/adding-a-migration.md). */
export interface Migration {
  readonly version: number
  readonly why: string
  /** Dexie's words: primary key, then the indexes. Every index costs 0.025 ms a row written: only what a `where` names. */
  readonly stores: Readonly<Record<string, string | null>>
  /** Works on rows: whatever lies in pages has its own row again before it runs. */
  readonly upgrade?: (transaction: Transaction) => Promise<void>
}

export const migrations: readonly Migration[] = [
  {
    version: 1,
    why: 'the first schema; records are read whole into memory, so none of their tables has an index',
    stores: {
      people: 'id',
      roleKinds: 'id',
      organisations: 'id',
      territories: 'id',
      events: 'id',
      attendance: 'id',
      hours: 'id',
      tags: 'id',
      customFields: 'id',
      imports: 'id',
      importTemplates: 'id',
      savedViews: 'id',
      settings: 'id',
      // `bulk` is there for bulk changes alone: the history of a record looks in them by range, in all others by key.
      changes: 'id, bulk',
      changeParts: 'sequence, changeId, *keys',
      meta: 'key',
      // Records that came many at once (see `record-pages.ts`).
      recordPages: '[table+first+count]',
    },
  },
  {
    version: 2,
    why: 'talks and what was promised, ties, communities, ambassadors, what each one holds, offers and needs, campaigns',
    stores: {
      contacts: 'id',
      tasks: 'id',
      ties: 'id',
      communities: 'id',
      communityMembers: 'id',
      ambassadorships: 'id',
      responsibilities: 'id',
      handovers: 'id',
      offers: 'id',
      programmes: 'id',
      campaigns: 'id',
      surveys: 'id',
      letters: 'id',
      practices: 'id',
      photos: 'id',
    },
  },
]

export const schemaVersion = Math.max(...migrations.map(({ version }) => version))
