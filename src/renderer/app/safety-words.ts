import type { DataStatus } from '#data/start-state'

/** Which sentence the banner says, and how loud. */
export interface SafetyWords {
  readonly key: 'never' | 'last' | 'old' | 'low' | 'full' | 'stopped' | 'behind' | 'copyFailed'
  readonly tone: 'quiet' | 'warn' | 'bad'
}

const dayInMs = 86_400_000
/** A computer left on makes a copy every day: three days without one is a sign that something is wrong. */
const oldAfterDays = 3

/** The worst thing to say comes first: what stops writing, then what will, then the age of the last copy. */
export const safetyWords = (status: DataStatus, now: Date): SafetyWords => {
  if (status.readOnly === 'disk-full' || status.disk === 'full') return { key: 'full', tone: 'bad' }
  if (status.readOnly !== null) return { key: 'stopped', tone: 'bad' }
  if (status.disk === 'low') return { key: 'low', tone: 'warn' }
  if (status.journal === 'behind') return { key: 'behind', tone: 'warn' }
  if (status.copyProblem !== null) return { key: 'copyFailed', tone: 'warn' }
  if (status.lastBackup === null) return { key: 'never', tone: 'quiet' }
  const age = now.getTime() - Date.parse(status.lastBackup.at)
  return age > oldAfterDays * dayInMs ? { key: 'old', tone: 'warn' } : { key: 'last', tone: 'quiet' }
}
