import type { BackupInfo } from '#bridge/safety'

const keptToday = 3
const keptDays = 10
const keptMonths = 12

type Dated = Pick<BackupInfo, 'name' | 'at' | 'reason' | 'databaseId'>

/**
 * The names of the backups that may go, each database by itself (one begun anew must not push out what it replaced): all but three of today, the last one of each of ten days, the last one of each of twelve months (days on which there
 * is one, by the clock of this computer). Those made on demand or before a danger stay ten days. The latest of all always stays. A salvaged copy, which may hold
 * only a part, stays ten days too but never takes the place of a whole one.
 */
export const backupsToRemove = (backups: readonly Dated[], now: Date): readonly string[] =>
  [...Map.groupBy(backups, ({ databaseId }) => databaseId).values()].flatMap((ofDatabase) => toRemoveAmong(ofDatabase, now))

const toRemoveAmong = (backups: readonly Dated[], now: Date): readonly string[] => {
  const latestFirst = backups.toSorted((left, right) => (left.at < right.at ? 1 : left.at > right.at ? -1 : 0))
  const whole = latestFirst.filter(({ reason }) => reason !== 'salvage')
  const today = localDay(now)
  const oldestSpecial = now.getTime() - keptDays * 24 * 3_600_000
  const kept = new Set([
    ...whole.slice(0, 1),
    ...whole.filter(({ at }) => localDay(new Date(at)) === today).slice(0, keptToday),
    ...firstOfEach(whole, ({ at }) => localDay(new Date(at)), keptDays),
    ...firstOfEach(whole, ({ at }) => localDay(new Date(at)).slice(0, 7), keptMonths),
    ...latestFirst.filter(({ at, reason }) => reason !== 'automatic' && reason !== 'after-import' && Date.parse(at) >= oldestSpecial),
  ])
  return latestFirst.filter((backup) => !kept.has(backup)).map(({ name }) => name)
}

const firstOfEach = (backups: readonly Dated[], group: (backup: Dated) => string, groups: number): readonly Dated[] =>
  [...Map.groupBy(backups, group).values()].slice(0, groups).flatMap((ofGroup) => ofGroup.slice(0, 1))

/** `2026-03-12` on this computer's calendar. */
export const localDay = (at: Date): string =>
  `${at.getFullYear()}-${String(at.getMonth() + 1).padStart(2, '0')}-${String(at.getDate()).padStart(2, '0')}`
