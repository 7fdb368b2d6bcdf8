import { cameToEvent, type Attendance, type AttendanceStatus } from '#domain/attendance'
import type { Asked } from '#domain/campaign'
import { diffRecord, type Edit } from '#domain/change'
import { isSameValue } from '#domain/change-fields'
import type { Membership } from '#domain/community'
import { mergePeople, type MergeChoices } from '#domain/duplicates/merge-people'
import { firstDay, lastDay } from '#domain/period'
import type { Person } from '#domain/person'
import { referencesOf, repointed, speakingTables } from '#domain/references'
import type { RecordByTable, TableName } from '#domain/tables'
import type { Tie } from '#domain/tie'

/** The records in memory: every one of the `speakingTables`. */
export type RecordsIn = <Name extends TableName>(table: Name) => ReadonlyMap<string, RecordByTable[Name]>

export interface Merge {
  readonly kept: Person
  readonly other: Person
  readonly choices: MergeChoices
  /** The values left aside, in words. */
  readonly formerNote: string
  /** ISO instant. */
  readonly now: string
}

/**
 * Everything that a merge writes, as one change: the record that stays, the other one in the bin with a trace of where it went, and whatever spoke of it. Nothing when the
 * other one was merged already.
 */
export const mergeEdits = (recordsIn: RecordsIn, { kept, other, choices, formerNote, now }: Merge): readonly Edit[] => {
  if (kept.id === other.id || other.mergedIntoId === kept.id || kept.deletedAt !== null || other.deletedAt !== null) return []
  const people = [
    diffRecord('people', kept, mergePeople(kept, other, choices, formerNote)),
    diffRecord('people', other, { ...other, deletedAt: now, mergedIntoId: kept.id }),
  ]
  const others = speakingTables.flatMap((table) => editsIn(recordsIn, table, kept, other, now))
  return [...people, ...others, photoEdit(recordsIn, kept, other)].filter((edit) => edit !== null)
}

const editsIn = <Name extends TableName>(recordsIn: RecordsIn, table: Name, kept: Person, other: Person, now: string): readonly (Edit | null)[] => {
  if (table === 'photos') return []
  const reference = `people/${other.id}`
  return [...recordsIn(table).values()].flatMap((record) => {
    if (table === 'people' && (record.id === kept.id || record.id === other.id)) return []
    if (!referencesOf(table, record).includes(reference)) return []
    const moved = repointed(table, record, 'people', [other.id, kept.id], joinByTable[table])
    return [diffRecord(table, record, settled(recordsIn, table, record, moved, now))]
  })
}

/** What becomes of records that, once they speak of one person, say it twice or speak of her twice. */
const settled = <Name extends TableName>(
  recordsIn: RecordsIn,
  table: Name,
  record: RecordByTable[Name],
  moved: RecordByTable[Name],
  now: string,
): RecordByTable[Name] => {
  if (table === 'ties') {
    const tie = moved as Tie
    const isVoid = tie.fromId === tie.toId || [...recordsIn('ties').values()].some((known) => known.id !== tie.id && isSameTie(known, tie))
    // Left as it was, so that it makes sense again if it comes back from the bin.
    return isVoid ? ({ ...record, deletedAt: (record as Tie).deletedAt ?? now } as RecordByTable[Name]) : moved
  }
  if (table === 'ambassadorships') {
    const way = moved as RecordByTable['ambassadorships']
    return (way.successorId === way.personId ? { ...way, successorId: null } : way) as RecordByTable[Name]
  }
  return moved
}

const isSameTie = (known: Tie, tie: Tie): boolean =>
  known.deletedAt === null &&
  isSameValue({ ...known, id: '', fromId: '', toId: '' }, { ...tie, id: '', fromId: '', toId: '', deletedAt: null }) &&
  ((known.fromId === tie.fromId && known.toId === tie.toId) ||
    ((tie.kind === 'acquaintance' || tie.kind === 'introduction' || tie.kind === 'family') && known.fromId === tie.toId && known.toId === tie.fromId))

/** A face is kept: hers, or that of the other record when she has none. */
const photoEdit = (recordsIn: RecordsIn, kept: Person, other: Person): Edit | null => {
  const photo = recordsIn('photos').get(other.id)
  return photo === undefined || recordsIn('photos').has(kept.id) ? null : diffRecord('photos', null, { ...photo, id: kept.id })
}

/** Two entries of one map become one. */
const joinByTable: Readonly<Partial<Record<TableName, (kept: unknown, other: unknown) => unknown>>> = {
  attendance: (kept, other) => joinAttendance(kept as Attendance, other as Attendance),
  communityMembers: (kept, other) => joinPeriods(kept as Membership, other as Membership),
  responsibilities: (kept, other) => joinPeriods(kept as Membership, other as Membership),
  campaigns: (kept, other) => joinAsked(kept as Asked, other as Asked),
}

/** Written twice on one sheet: she came if one of the two says so, for the longer of both times; it was one visit. */
export const joinAttendance = (kept: Attendance, other: Attendance): Attendance => ({
  status: presence(other.status) > presence(kept.status) ? other.status : kept.status,
  hours: kept.hours === null || other.hours === null ? (kept.hours ?? other.hours) : Math.max(kept.hours, other.hours),
})

const presence = (status: AttendanceStatus): number => (cameToEvent(status) ? 10 : 0) + rankOfStatus.indexOf(status)
const rankOfStatus: readonly AttendanceStatus[] = ['invited', 'registered', 'absent', 'excused', 'walk-in', 'online', 'present']

/** From the earlier start to the later end; an unknown start gives way to a known one, no end stays no end. */
export const joinPeriods = <Period extends Membership>(kept: Period, other: Period): Period => ({
  ...kept,
  start:
    kept.start === null || other.start === null
      ? (kept.start ?? other.start)
      : firstDay(kept.start) <= firstDay(other.start)
        ? kept.start
        : other.start,
  end: kept.end === null || other.end === null ? null : lastDay(kept.end) >= lastDay(other.end) ? kept.end : other.end,
})

/** An answer outlives silence; else the later asking. */
const joinAsked = (kept: Asked, other: Asked): Asked => {
  const answered = (asked: Asked): boolean => asked.answer !== 'no-answer'
  if (answered(kept) !== answered(other)) return answered(kept) ? kept : other
  return other.on > kept.on ? other : kept
}
