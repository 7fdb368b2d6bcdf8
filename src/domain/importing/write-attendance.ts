import type { Attendance, AttendanceSheet } from '#domain/attendance'
import { diffRecord, type Edit } from '#domain/change'
import type { AttendanceDraft } from '#domain/importing/draft'
import { strongerAttendance } from '#domain/importing/new-facts'
import type { EventId, PersonId } from '#domain/id'

/** An attendance of the file that says less than, or other than, what is noted: it was left out. */
export interface KeptFact {
  readonly row: number
  readonly eventId: EventId
  readonly personId: PersonId
  readonly kept: Attendance
  readonly left: Attendance
}

/** Collects the attendance of an import, sheet by sheet, and gives one edit a sheet. */
export interface SheetWriter {
  readonly note: (eventId: EventId, personId: PersonId, draft: AttendanceDraft, row: number) => void
  /** Entries created or changed so far. */
  readonly entryCount: () => number
  readonly kept: () => readonly KeptFact[]
  readonly edits: () => readonly Edit[]
}

export const createSheetWriter = (sheets: ReadonlyMap<string, AttendanceSheet>): SheetWriter => {
  const changedByEvent = new Map<EventId, Record<PersonId, Attendance>>()
  const kept: KeptFact[] = []
  let entries = 0
  return {
    note: (eventId, personId, draft, row) => {
      const changed = changedByEvent.get(eventId)
      const before = changed?.[personId] ?? sheets.get(eventId)?.entries[personId]
      const after = strongerAttendance(before, draft)
      if (after === null) {
        if (before !== undefined && (before.status !== draft.status || (draft.hours !== null && draft.hours !== before.hours))) {
          kept.push({ row, eventId, personId, kept: before, left: { status: draft.status, hours: draft.hours } })
        }
        return
      }
      if (changed?.[personId] === undefined) entries += 1
      if (changed === undefined) changedByEvent.set(eventId, { [personId]: after })
      else changed[personId] = after
    },
    entryCount: () => entries,
    kept: () => kept,
    edits: () => {
      const edits: Edit[] = []
      for (const [id, changed] of changedByEvent) {
        const before = sheets.get(id) ?? null
        const edit = diffRecord('attendance', before, { id, entries: { ...before?.entries, ...changed } })
        if (edit !== null) edits.push(edit)
      }
      return edits
    },
  }
}
