import { diffRecord, type Edit } from '#domain/change'
import { emptyEvent, type AssociationEvent } from '#domain/event'
import type { EventDraft, RowDraft } from '#domain/importing/draft'
import { createEventFinder } from '#domain/importing/find-event'
import type { ExistingRecords } from '#domain/importing/knowledge'
import { createMaker, type RecordMaker } from '#domain/importing/make-records'
import { hoursByPerson, missingHours } from '#domain/importing/new-facts'
import { createRefs, type Refs } from '#domain/importing/new-ref'
import type { FieldChange, ImportDecisions } from '#domain/importing/verdict'
import { createSheetWriter, type SheetWriter } from '#domain/importing/write-attendance'
import type { EventId, HoursId, PersonId } from '#domain/id'

/** The user's choice for one field, or what was suggested; a refused change is never taken. */
export const isTaken = (field: FieldChange, row: number, decisions: ImportDecisions): boolean =>
  field.kind !== 'refused' && (decisions.fields.get(row)?.get(field.path) ?? field.suggested) === 'take'

/** What a plan is written on. */
export interface Desk {
  readonly edits: Edit[]
  readonly refs: Refs
  readonly make: RecordMaker
  readonly sheets: SheetWriter
  readonly newId: () => string
  /** The event a draft names, created when there is none. */
  readonly eventOf: (draft: EventDraft) => EventId
  readonly eventsCreated: () => number
  readonly addHours: (draft: RowDraft, personId: PersonId) => void
  readonly hoursAdded: () => number
}

export const openDesk = (existing: ExistingRecords, newId: () => string): Desk => {
  const edits: Edit[] = []
  const events = createEventFinder(existing.events)
  const hours = hoursByPerson(existing.hours)
  const completedAt = new Map<EventId, number>()
  let eventsCreated = 0
  let hoursAdded = 0
  /** An event known without its whole date takes the one of the file, so that the next session of the same name is another event. */
  const complete = (event: AssociationEvent, { date }: EventDraft): void => {
    if (date === null || date === event.date || !date.startsWith(event.date ?? '')) return
    const before = existing.events.find((one) => one.id === event.id)
    if (before === undefined) return
    const completed = { ...event, date }
    const edit = diffRecord('events', before, completed)
    if (edit === null) return
    const at = completedAt.get(event.id)
    if (at === undefined) completedAt.set(event.id, edits.push(edit) - 1)
    else edits[at] = edit
    events.add(completed)
  }
  return {
    edits,
    refs: createRefs(existing),
    make: createMaker(existing, newId),
    sheets: createSheetWriter(existing.attendance),
    newId,
    eventOf: (draft) => {
      const known = events.find(draft)
      if (known !== null) {
        complete(known, draft)
        return known.id
      }
      const event = { ...emptyEvent(newId() as EventId), name: draft.name, date: draft.date, kind: draft.kind, place: draft.place }
      events.addNew(event)
      eventsCreated += 1
      const edit = diffRecord('events', null, event)
      if (edit !== null) edits.push(edit)
      return event.id
    },
    eventsCreated: () => eventsCreated,
    addHours: (draft, personId) => {
      for (const given of missingHours(draft.hours, hours.get(personId) ?? [])) {
        const edit = diffRecord('hours', null, { id: newId() as HoursId, personId, ...given, deletedAt: null })
        if (edit !== null) edits.push(edit)
        hoursAdded += 1
      }
    },
    hoursAdded: () => hoursAdded,
  }
}
