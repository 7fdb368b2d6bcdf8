import type { BackupInfo } from '#bridge/safety'

const keptToday = 3
const keptDays = 10
const keptMonths = 12

type Dated = Pick<BackupInfo, 'name' | 'at' | 'reason'>

/**
 * The names of the backups that may go: all but three of today, the last one of each of ten days, the last one of each of twelve months (days on which there
 * is one, by the clock of this computer). Those made on demand or before a danger stay ten days. The latest of all always stays.
 */
export const backupsToRemove = (backups: readonly Dated[], now: Date): readonly string[] => {
  const latestFirst = backups.toSorted((left, right) => (left.at < right.at ? 1 : left.at > right.at ? -1 : 0))
  const today = localDay(now)
  const oldestSpecial = now.getTime() - keptDays * 24 * 3_600_000
  const kept = new Set([
    ...latestFirst.slice(0, 1),
    ...latestFirst.filter(({ at }) => localDay(new Date(at)) === today).slice(0, keptToday),
    ...firstOfEach(latestFirst, ({ at }) => localDay(new Date(at)), keptDays),
    ...firstOfEach(latestFirst, ({ at }) => localDay(new Date(at)).slice(0, 7), keptMonths),
    ...latestFirst.filter(({ at, reason }) => reason !== 'automatic' && reason !== 'after-import' && Date.parse(at) >= oldestSpecial),
  ])
  return latestFirst.filter((backup) => !kept.has(backup)).map(({ name }) => name)
}

const firstOfEach = (backups: readonly Dated[], group: (backup: Dated) => string, groups: number): readonly Dated[] =>
  [...Map.groupBy(backups, group).values()].slice(0, groups).flatMap((ofGroup) => ofGroup.slice(0, 1))

/** `2026-03-12` on this computer's calendar. */
export const localDay = (at: Date): string =>
  `${at.getFullYear()}-${String(at.getMonth() + 1).padStart(2, '0')}-${String(at.getDate()).padStart(2, '0')}`
