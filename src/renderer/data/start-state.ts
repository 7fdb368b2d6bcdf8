import type { BackupInfo, BackupProblem } from '#bridge/safety'
import type { ReadOnlyReason } from '#data/write'

/** Why the data can't be trusted at start. Nothing is written until the user chose what to do. */
export type LossKind =
  /** The database is empty, or gone, though main knows of changes. */
  | 'empty'
  /** Some table has fewer (or more) rows than were counted when it was last written. */
  | 'rows-missing'
  /** The journal holds changes that the database lacks. */
  | 'changes-missing'
  /** The browser can't open or read it. */
  | 'cannot-open'
  /** It is a whole database, but not the one that main knows. */
  | 'other-database'

/** How the start went: the shell shows the app, or one screen that says what happened and offers what can be done. */
export type StartState =
  | { readonly kind: 'starting' }
  /** `isFirst`: nothing was ever kept on this computer. */
  | { readonly kind: 'ready'; readonly isFirst: boolean }
  | { readonly kind: 'lost'; readonly loss: LossKind; readonly detail: string; readonly restorable: Restorable }
  /** Another window holds the data; `takeOver()` asks it to let go. */
  | { readonly kind: 'elsewhere' }
  /** The data were written by a newer version of the app. */
  | { readonly kind: 'newer-version' }

/** What `restoreEverything()` would bring back. */
export interface Restorable {
  /** The last good backup, null when there is none: the journal alone then. */
  readonly backup: BackupInfo | null
  /** Changes in the journal that are later than the backup. */
  readonly journalEntries: number
  /** Whether both together reach the last change that main saw. */
  readonly isComplete: boolean
}

/** What the shell shows all along: told anew whenever it moves. */
export interface DataStatus {
  readonly readOnly: ReadOnlyReason | null
  /** `behind`: the last changes are in the database alone, for now. */
  readonly journal: 'ok' | 'behind'
  readonly backup: 'idle' | 'running'
  readonly lastBackup: BackupInfo | null
  /** Why the last attempt at a copy failed; null once one was made. */
  readonly copyProblem: BackupProblem['kind'] | null
  readonly disk: 'ok' | 'low' | 'full'
  readonly freeBytes: number | null
  /** Whether Ctrl+Z and its opposite have something to do. */
  readonly canUndo: boolean
  readonly canRedo: boolean
  /** Rows brought back so far, while `restoreEverything()` runs. */
  readonly restoring: { readonly done: number; readonly total: number } | null
}

export const calmStatus: DataStatus = {
  readOnly: null,
  journal: 'ok',
  backup: 'idle',
  lastBackup: null,
  copyProblem: null,
  disk: 'ok',
  freeBytes: null,
  canUndo: false,
  canRedo: false,
  restoring: null,
}
