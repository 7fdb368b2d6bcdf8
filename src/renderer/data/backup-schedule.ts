import type { BackupInfo } from '#bridge/safety'

/** What is known when asking whether a copy is due. */
export interface BackupFacts {
  /** ISO instant. */
  readonly now: string
  readonly lastBackup: BackupInfo | null
  readonly databaseId: string
  readonly lastSequence: number
  readonly appVersion: string
  /** Nothing but what the app itself set up: there is nothing to lose. */
  readonly isEmpty: boolean
}

const hour = 3_600_000
const day = 24 * hour

/** Why a copy is due, null when none is: none yet, a new version of the app, a day passed, or an hour with changes. */
export const backupDue = ({ now, lastBackup, databaseId, lastSequence, appVersion, isEmpty }: BackupFacts): BackupInfo['reason'] | null => {
  if (isEmpty) return null
  if (lastBackup === null || lastBackup.databaseId !== databaseId) return 'automatic'
  if (lastBackup.appVersion !== appVersion) return 'before-update'
  const age = Date.parse(now) - Date.parse(lastBackup.at)
  // A clock that went back says nothing of the age: better one copy too many.
  if (age < 0 || age >= day) return 'automatic'
  return age >= hour && lastBackup.lastSequence < lastSequence ? 'automatic' : null
}
