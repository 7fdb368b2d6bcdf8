import type { SafetyApi } from '#bridge/safety'
import type { ChangeCause } from '#domain/change'
import type { ChangeId } from '#domain/id'
import type { TableName } from '#domain/tables'
import type { DataStatus } from '#data/start-state'

/** What the window is told after each change: enough to know which queries to run again. */
export interface WindowNotice {
  readonly changeId: ChangeId | null
  readonly cause: ChangeCause | null
  readonly tables: readonly TableName[]
}

/**
 * What the data room asks of the window that started it: the way to main's safety room (a worker has no bridge), and two things to tell.
 * In the app it is a Comlink proxy, in tests a plain object.
 */
export interface Host
  extends Pick<SafetyApi, 'safetyState' | 'appendJournal' | 'readJournal' | 'startBackup' | 'sendBackupPart' | 'finishBackup' | 'listBackups' | 'readBackupPart'> {
  readonly changed: (notice: WindowNotice) => Promise<void>
  readonly statusMoved: (status: DataStatus) => Promise<void>
}
