import { z } from 'zod'
import type { Result } from '#domain/result'

/** Live records by table, for comparing what main saw last with what IndexedDB holds now. */
export type CountByTable = Readonly<Record<string, number>>

/** What main knows of the window's database, from the journal and the backups: the truth that survives. */
export interface SafetyState {
  /** null: main has never seen any database, so an empty one is a first start. */
  readonly databaseId: string | null
  /** Highest sequence number that main ever saw, in the journal or in a backup; 0 when none. */
  readonly lastSequence: number
  /** The journal holds every entry from `journalFrom` to here (0: none); what follows is to be sent, or sent again when the disk damaged it. */
  readonly journaledSequence: number
  readonly journalFrom: number
  readonly counts: CountByTable
  readonly lastBackup: BackupInfo | null
  /** Free bytes where the profile lives. */
  readonly freeBytes: number
  /** `ok`, `low` (under 500 MB: warn), `full` (under 100 MB: read only). */
  readonly disk: 'ok' | 'low' | 'full'
  readonly backupFolder: string
  readonly secondFolder: string | null
  /** What went wrong in the safety room lately, in the order it happened: shown by the banner. */
  readonly problems: readonly SafetyProblem[]
}
export interface SafetyProblem {
  readonly kind: 'journal-damaged' | 'journal-failed' | 'backup-failed' | 'second-folder-missing' | 'disk-full'
  readonly at: string
  readonly detail: string
}

/** A backup that was re-read and counted after it was written. */
export interface BackupInfo {
  readonly name: string
  readonly at: string
  /** `salvage`: what was left of a database that could not be trusted, kept before it was replaced; never proposed by itself. */
  readonly reason: 'automatic' | 'asked' | 'before-update' | 'after-import' | 'after-error' | 'before-restore' | 'salvage'
  readonly databaseId: string
  readonly lastSequence: number
  readonly counts: CountByTable
  readonly size: number
  readonly appVersion: string
  /** Of the database when it was copied: an older one is brought up to date when it is restored. */
  readonly schemaVersion: number
}

/** One stored part of a change: gzip of its JSON, exactly as IndexedDB keeps it. */
export interface JournalEntry {
  readonly sequence: number
  readonly bytes: Uint8Array
}

export interface BackupProblem {
  readonly kind: 'disk-full' | 'refused' | 'folder-missing' | 'damaged' | 'count-mismatch' | 'unknown'
  readonly detail: string
}

/** Journal and backups outside IndexedDB. */
export interface SafetyApi {
  readonly safetyState: () => Promise<SafetyState>
  /** Appends and syncs; answers the new `journaledSequence` once the entries are on disk. Entries already there are ignored. `counts` are those after the last entry. */
  readonly appendJournal: (batch: {
    readonly databaseId: string
    readonly entries: readonly JournalEntry[]
    readonly counts: CountByTable
  }) => Promise<{ readonly lastSequence: number }>
  /** The journal after a sequence number, at most `limit` entries; empty at the end. */
  readonly readJournal: (page: { readonly databaseId: string; readonly after: number; readonly limit: number }) => Promise<readonly JournalEntry[]>
  readonly startBackup: (backup: {
    readonly databaseId: string
    readonly lastSequence: number
    readonly counts: CountByTable
    readonly schemaVersion: number
    readonly reason: BackupInfo['reason']
  }) => Promise<{ readonly backupId: string }>
  /** A gzipped part: UTF-8 JSON `{ table, records }`. */
  readonly sendBackupPart: (part: { readonly backupId: string; readonly bytes: Uint8Array }) => Promise<void>
  /** Syncs, renames, re-reads, counts: only then is it a backup. */
  readonly finishBackup: (backup: { readonly backupId: string }) => Promise<Result<BackupInfo, BackupProblem>>
  readonly listBackups: () => Promise<readonly BackupInfo[]>
  /** Lets the user point at a backup file anywhere (USB stick); null when she gives up. */
  readonly chooseBackup: () => Promise<Result<BackupInfo, BackupProblem> | null>
  /** Part `index` of a backup (gzipped JSON `{ table, records }`), null past the end. Checksums are verified. */
  readonly readBackupPart: (part: { readonly name: string; readonly index: number }) => Promise<Uint8Array | null>
  /**
   * Puts the browser's own database folder aside (it is kept, renamed), when it is so damaged that it can be neither opened nor emptied.
   * `isDone` false: it will be done at the next start, for the system holds it.
   */
  readonly setDatabaseAside: () => Promise<{ readonly isDone: boolean }>
  readonly chooseBackupFolder: (place: { readonly which: 'first' | 'second' }) => Promise<string | null>
}

const counts = z.record(z.string(), z.int().min(0))
const bytes = z.instanceof(Uint8Array)
export const safetyPayloads = {
  safetyState: z.undefined(),
  appendJournal: z.strictObject({ databaseId: z.uuid(), entries: z.array(z.strictObject({ sequence: z.int().min(1), bytes })).max(10_000), counts }),
  readJournal: z.strictObject({ databaseId: z.uuid(), after: z.int().min(0), limit: z.int().min(1).max(10_000) }),
  startBackup: z.strictObject({
    databaseId: z.uuid(),
    lastSequence: z.int().min(0),
    counts,
    schemaVersion: z.int().min(1),
    reason: z.enum(['automatic', 'asked', 'before-update', 'after-import', 'after-error', 'before-restore', 'salvage']),
  }),
  sendBackupPart: z.strictObject({ backupId: z.uuid(), bytes }),
  finishBackup: z.strictObject({ backupId: z.uuid() }),
  listBackups: z.undefined(),
  chooseBackup: z.undefined(),
  readBackupPart: z.strictObject({ name: z.string().min(1).max(1000), index: z.int().min(0) }),
  setDatabaseAside: z.undefined(),
  chooseBackupFolder: z.strictObject({ which: z.enum(['first', 'second']) }),
} as const satisfies Record<keyof SafetyApi, z.ZodType>
