import { expect, test } from 'vitest'
import type { BackupInfo } from '#bridge/safety'
import { backupsToRemove } from '#main/safety/rotation'

const now = new Date('2026-03-12T18:00:00')
const backup = (at: string, reason: BackupInfo['reason'] = 'automatic', databaseId = 'ours') => ({
  name: at,
  at: new Date(at).toISOString(),
  reason,
  databaseId,
})
const kept = (backups: readonly ReturnType<typeof backup>[]): readonly string[] => {
  const removed = new Set(backupsToRemove(backups, now))
  return backups.map(({ name }) => name).filter((name) => !removed.has(name))
}

test('garde trois copies du jour', () => {
  expect(kept(['2026-03-12T09:00', '2026-03-12T10:00', '2026-03-12T11:00', '2026-03-12T12:00'].map((at) => backup(at)))).toEqual([
    '2026-03-12T10:00',
    '2026-03-12T11:00',
    '2026-03-12T12:00',
  ])
})

test('garde la dernière de chacun de dix jours où il y en a, puis une par mois', () => {
  const days = Array.from({ length: 31 }, (_, index) => `2026-01-${String(index + 1).padStart(2, '0')}T10:00`)
  const february = ['2026-02-03T08:00', '2026-02-03T19:00']
  expect(kept([...days, ...february].map((at) => backup(at)))).toEqual([
    ...Array.from({ length: 9 }, (_, index) => `2026-01-${index + 23}T10:00`),
    '2026-02-03T19:00',
  ])
})

test('garde douze mois', () => {
  const months = Array.from({ length: 30 }, (_, index) => `${2023 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}-15T10:00`)
  expect(kept(months.map((at) => backup(at)))).toEqual(months.slice(-12))
})

test('garde dix jours celles que l’on a demandées et celles d’avant un danger', () => {
  const names = kept([
    backup('2026-03-01T10:00', 'asked'),
    backup('2026-03-11T08:00', 'asked'),
    backup('2026-03-11T09:00', 'before-restore'),
    backup('2026-03-11T10:00'),
    backup('2026-03-11T11:00'),
    backup('2026-03-12T10:00'),
  ])
  expect(names).toEqual(['2026-03-01T10:00', '2026-03-11T08:00', '2026-03-11T09:00', '2026-03-11T11:00', '2026-03-12T10:00'])
})

test('ne retire jamais la dernière, même très vieille', () => {
  expect(kept([backup('2019-01-01T10:00')])).toEqual(['2019-01-01T10:00'])
  expect(backupsToRemove([], now)).toEqual([])
})

test('une copie de secours, peut-être incomplète, ne prend la place d’aucune copie entière', () => {
  const made = [
    backup('2026-02-10T09:00:00', 'automatic'),
    backup('2026-02-10T18:00:00', 'salvage'),
    backup('2026-03-12T09:00:00', 'automatic'),
    backup('2026-03-12T10:00:00', 'salvage'),
    backup('2026-03-12T11:00:00', 'salvage'),
    backup('2026-03-12T12:00:00', 'salvage'),
  ]
  expect(backupsToRemove(made, new Date('2026-03-12T13:00:00'))).toEqual(['2026-02-10T18:00:00'])
})

test('une base recommencée ne chasse pas les copies de celle d’avant', () => {
  const before = backup('2026-03-12T08:00', 'automatic', 'celle d’avant')
  const since = ['09:00', '10:00', '11:00'].map((time) => backup(`2026-03-12T${time}`))
  expect(kept([before, ...since])).toEqual([before, ...since].map(({ name }) => name))
})
