import type { BackupInfo, BackupProblem, SafetyState } from '#bridge/safety'
import { failed, type Result } from '#domain/result'
import type { BackupReason } from '#data/backup'
import type { OpenAt } from '#data/backup-reader'
import type { ChangeRow } from '#data/database'
import type { Host } from '#data/host'
import { applyRestore, previewRestore, type RestorePreview, type RestoreProblem } from '#data/restore'
import type { Store } from '#data/store'

/** Copies and what can be brought back from them, while the data are well. (When they are lost: `DataClient.restoreEverything`.) */
export interface SafetyService {
  /** Folders, space, problems, the journal: read anew. */
  readonly state: () => Promise<SafetyState>
  readonly backupNow: () => Promise<Result<BackupInfo, BackupProblem>>
  /** The latest first. */
  readonly listBackups: () => Promise<readonly BackupInfo[]>
  /** A backup of the list, or one given by `window.desktop.chooseBackup()`. Nothing is written. */
  readonly previewRestore: (backup: BackupInfo) => Promise<Result<RestorePreview, RestoreProblem>>
  /** Copies today's data first, then brings the backup's back: one change, which Ctrl+Z takes back. */
  readonly applyRestore: (
    backup: BackupInfo,
  ) => Promise<Result<ChangeRow, RestoreProblem | { readonly kind: 'no-copy-of-today'; readonly problem: BackupProblem }>>
}

export interface SafetyServiceParts {
  readonly store: Store
  readonly host: Host
  readonly openAt: OpenAt
  readonly backUp: (reason: BackupReason) => Promise<Result<BackupInfo, BackupProblem>>
}

export const createSafetyService = ({ store, host, openAt, backUp }: SafetyServiceParts): SafetyService => ({
  state: () => host.desktop.safetyState(),
  backupNow: () => backUp('asked'),
  listBackups: () => host.desktop.listBackups(),
  previewRestore: (backup) => previewRestore(store, host.desktop, openAt, backup),
  applyRestore: async (backup) => {
    const copy = await backUp('before-restore')
    return copy.ok ? applyRestore(store, host.desktop, openAt, backup) : failed({ kind: 'no-copy-of-today', problem: copy.error })
  },
})
