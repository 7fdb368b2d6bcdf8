import { diffRecord } from '#domain/change'
import { withFields } from '#domain/change-fields'
import type { AssociationEvent } from '#domain/event'
import type { EventDraft, OrganisationDraft } from '#domain/importing/draft'
import type { ExistingRecords } from '#domain/importing/knowledge'
import { isTaken, type Desk } from '#domain/importing/plan-desk'
import type { FieldChange, ImportDecisions, JudgedDraft } from '#domain/importing/verdict'
import type { OrganisationId } from '#domain/id'
import { emptyOrganisation, type Organisation } from '#domain/organisation'

/** Writes one event of a list of events. */
export const planEvent = (item: JudgedDraft, draft: EventDraft, decisions: ImportDecisions, existing: ExistingRecords, desk: Desk): void => {
  if (item.verdict.kind === 'created') {
    desk.eventOf(draft)
    return
  }
  const { id, fields } = changesOf(item)
  const event = existing.events.find((one) => one.id === id)
  if (event === undefined) return
  const after = withFields('events', event.id, event, valuesOf(fields.filter((field) => isTaken(field, item.row, decisions)))) as AssociationEvent
  const edit = diffRecord('events', event, after)
  if (edit !== null) desk.edits.push(edit)
}

/** Writes one organisation of a list of organisations. */
export const planOrganisation = (
  item: JudgedDraft,
  draft: OrganisationDraft,
  decisions: ImportDecisions,
  existing: ExistingRecords,
  desk: Desk,
): void => {
  if (item.verdict.kind === 'created') {
    const { name, kind, registrationNumber, emails, phones, address, website, note } = draft
    const created: Organisation = {
      ...emptyOrganisation(desk.newId() as OrganisationId),
      name,
      kind,
      registrationNumber,
      emails,
      phones,
      address,
      website,
      note,
    }
    const edit = diffRecord('organisations', null, created)
    if (edit !== null) desk.edits.push(edit)
    return
  }
  const { id, fields } = changesOf(item)
  const organisation = existing.organisations.find((one) => one.id === id)
  if (organisation === undefined) return
  const after = withFields(
    'organisations',
    organisation.id,
    organisation,
    valuesOf(fields.filter((field) => isTaken(field, item.row, decisions))),
  ) as Organisation
  const edit = diffRecord('organisations', organisation, after)
  if (edit !== null) desk.edits.push(edit)
}

const changesOf = ({ verdict }: JudgedDraft): { readonly id: string; readonly fields: readonly FieldChange[] } =>
  verdict.kind === 'changed' || verdict.kind === 'same' ? verdict : { id: '', fields: [] }

const valuesOf = (fields: readonly FieldChange[]): Record<string, unknown> => Object.fromEntries(fields.map((field) => [field.path, field.after]))
