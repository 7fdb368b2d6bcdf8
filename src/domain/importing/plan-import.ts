import { diffRecord, type Edit } from '#domain/change'
import { setEntry, withFields, type FieldValues } from '#domain/change-fields'
import type { ExistingRecords } from '#domain/importing/knowledge'
import { mergePerson } from '#domain/importing/merge-person'
import { isTaken, openDesk, type Desk } from '#domain/importing/plan-desk'
import type { KeptFact } from '#domain/importing/write-attendance'
import { planEvent, planOrganisation } from '#domain/importing/plan-lists'
import type { FieldChange, ImportDecisions, JudgedDraft } from '#domain/importing/verdict'
import type { PersonId } from '#domain/id'
import { atOnce, stepSize, type InSteps } from '#domain/in-steps'
import type { ImportCounts } from '#domain/import-record'
import { emptyPerson, type Person } from '#domain/person'

/** Everything an import would write, as the edits of ONE change. */
export interface ImportPlan {
  readonly edits: readonly Edit[]
  readonly counts: ImportCounts
  /** 0-based rows that are not imported: rejected, or ambiguous without an answer, or skipped by the user. */
  readonly rejectedRows: readonly number[]
  /** What the file said less strongly than what is known, and was therefore left. */
  readonly kept: readonly KeptFact[]
}

/**
 * Turns judged drafts into edits. Planning the same file on the result of its own import yields none; undoing the change gives back what was there.
 * @param newId gives a new UUID at each call.
 */
export const planImport = (judged: readonly JudgedDraft[], decisions: ImportDecisions, existing: ExistingRecords, newId: () => string): ImportPlan =>
  atOnce(planInSteps(judged, decisions, existing, newId))

/** The same, in steps. */
export function* planInSteps(
  judged: readonly JudgedDraft[],
  decisions: ImportDecisions,
  existing: ExistingRecords,
  newId: () => string,
): InSteps<ImportPlan> {
  const desk = openDesk(existing, newId)
  const counts = { rows: 0, created: 0, changed: 0, same: 0, ambiguousSkipped: 0, rejected: 0 }
  const rejectedRows: number[] = []
  desk.make.learnChoices(judged)
  for (const [at, item] of judged.entries()) {
    if (at % stepSize === 0) yield at
    counts.rows += item.rows.length
    const { verdict } = item
    const skipped = decisions.choices.get(item.row)?.kind === 'skip'
    if (verdict.kind === 'rejected' || verdict.kind === 'ambiguous' || skipped) {
      if (verdict.kind === 'rejected') counts.rejected += item.rows.length
      else counts.ambiguousSkipped += item.rows.length
      rejectedRows.push(...item.rows)
      continue
    }
    const before = desk.edits.length
    const facts = desk.sheets.entryCount() + desk.hoursAdded()
    if (item.draft.person !== null) planPerson(item, decisions, existing, desk)
    else if (item.draft.event !== null) planEvent(item, item.draft.event, decisions, existing, desk)
    else if (item.draft.organisation !== null) planOrganisation(item, item.draft.organisation, decisions, existing, desk)
    if (verdict.kind === 'created') counts.created += 1
    else if (desk.edits.length > before || desk.sheets.entryCount() + desk.hoursAdded() > facts) counts.changed += 1
    else counts.same += 1
  }
  const attendances = desk.sheets.entryCount()
  const edits = [...desk.make.edits(), ...desk.edits, ...desk.sheets.edits()]
  return { edits, counts: { ...counts, eventsCreated: desk.eventsCreated(), attendances }, rejectedRows, kept: desk.sheets.kept() }
}

const planPerson = (item: JudgedDraft, decisions: ImportDecisions, existing: ExistingRecords, desk: Desk): void => {
  const { draft, verdict } = item
  if (draft.person === null || verdict.kind === 'ambiguous' || verdict.kind === 'rejected') return
  let id: PersonId
  if (verdict.kind === 'created') {
    // Our own export read on another laptop: people keep their id, so that nothing that speaks of them is lost.
    const own = draft.person.maillageId
    id = own !== null && !existing.people.has(own) ? own : (desk.newId() as PersonId)
    desk.edits.push({
      table: 'people',
      key: id,
      before: null,
      after: newPerson(id, mergePerson(nobody, draft.person, desk.refs, ['maillage-id']), desk),
    })
  } else {
    const person = existing.people.get(verdict.id)
    if (person === undefined) throw new Error(`The import speaks of a person that is gone: ${verdict.id}`)
    id = person.id
    const taken = verdict.fields.filter((field) => isTaken(field, item.row, decisions))
    if (taken.length > 0) writePerson(person, realValues(taken, desk), desk)
  }
  for (const attendance of draft.attendances) desk.sheets.note(desk.eventOf(attendance.event), id, attendance, item.row)
  desk.addHours(draft, id)
}

/** Somebody new, made in one go: fifty thousand of them come in one import. */
const newPerson = (id: PersonId, fields: readonly FieldChange[], desk: Desk): FieldValues => {
  const person: Record<string, unknown> = { ...nobody, id }
  for (const field of fields) {
    const { path, after } = desk.make.real(field)
    const slash = path.indexOf('/')
    if (slash < 0) person[path] = after
    else addEntry(person, path.slice(0, slash), path.slice(slash + 1), after)
  }
  return person
}

const addEntry = (person: Record<string, unknown>, field: string, key: string, value: unknown): void => {
  // The empty maps are those of `nobody`, which everybody shares.
  if (person[field] === emptyMaps[field]) person[field] = {}
  setEntry(person[field] as Record<string, unknown>, key, value)
}

const writePerson = (before: Person, values: FieldValues, desk: Desk): void => {
  // The values come from `mergePerson`, each under the path of its own field.
  const edit = diffRecord('people', before, withFields('people', before.id, before, values) as Person)
  if (edit !== null) desk.edits.push(edit)
}

const realValues = (fields: readonly FieldChange[], desk: Desk): FieldValues => {
  const values: Record<string, unknown> = {}
  for (const field of fields) {
    const made = desk.make.real(field)
    values[made.path] = made.after
  }
  return values
}

/** Somebody about whom nothing is known: what every created person starts from. */
const nobody = emptyPerson('' as PersonId)
const emptyMaps: Readonly<Record<string, unknown>> = { ...nobody }
