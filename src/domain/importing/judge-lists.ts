import { foldWords } from '#domain/fold-text'
import type { EventDraft, OrganisationDraft, RowDraft } from '#domain/importing/draft'
import { createEventFinder } from '#domain/importing/find-event'
import type { ExistingRecords } from '#domain/importing/knowledge'
import { contactKey } from '#domain/importing/read-contact-cells'
import type { FieldChange, JudgedDraft, Verdict } from '#domain/importing/verdict'
import type { AssociationEvent } from '#domain/event'
import type { Organisation } from '#domain/organisation'

/** Rows of a list of events: created, completed or known already. The same event on two rows is one. */
export const judgeEvents = (drafts: readonly RowDraft[], existing: ExistingRecords): readonly JudgedDraft[] => {
  const events = createEventFinder(existing.events)
  return judgeList(
    drafts.filter((draft) => draft.event !== null),
    (draft) => (draft.event === null ? '' : `${foldWords(draft.event.name)}|${draft.event.date ?? ''}`),
    (draft) => {
      const known = draft.event === null ? null : events.find(draft.event)
      return known === null || draft.event === null ? null : { id: known.id, fields: eventChanges(known, draft.event) }
    },
  )
}

/** Rows of a list of organisations, found again by their SIRET, SIREN or RNA, else by their name. */
export const judgeOrganisations = (drafts: readonly RowDraft[], existing: ExistingRecords): readonly JudgedDraft[] => {
  const find = organisationFinder(existing.organisations)
  return judgeList(
    drafts.filter((draft) => draft.organisation !== null),
    (draft) => (draft.organisation === null ? '' : draft.organisation.registrationNumber || foldWords(draft.organisation.name)),
    (draft) => {
      const known = draft.organisation === null ? null : find(draft.organisation)
      return known === null || draft.organisation === null ? null : { id: known.id, fields: organisationChanges(known, draft.organisation) }
    },
  )
}

export const organisationFinder = (organisations: readonly Organisation[]): ((draft: OrganisationDraft) => Organisation | null) => {
  const alive = organisations.filter((organisation) => organisation.deletedAt === null)
  const byNumber = new Map(alive.filter((one) => one.registrationNumber !== '').map((one) => [one.registrationNumber, one]))
  const byName = new Map(alive.map((one) => [foldWords(one.name), one]))
  return (draft) => {
    const byOwnNumber = draft.registrationNumber === '' ? undefined : byNumber.get(draft.registrationNumber)
    if (byOwnNumber !== undefined) return byOwnNumber
    const named = byName.get(foldWords(draft.name))
    // Two numbers under one name are two organisations (« École Jules-Ferry »).
    return named === undefined || (named.registrationNumber !== '' && draft.registrationNumber !== '') ? null : named
  }
}

/** What a row completes of an event that is known: only what was empty. */
export const eventChanges = (event: AssociationEvent, draft: EventDraft): readonly FieldChange[] => [
  ...(draft.date !== null && draft.date !== event.date && (event.date === null || draft.date.startsWith(event.date))
    ? [change('date', event.date, draft.date)]
    : []),
  ...(draft.kind !== '' && event.kind === '' ? [change('kind', '', draft.kind)] : []),
  ...(draft.place !== '' && event.place === '' ? [change('place', '', draft.place)] : []),
]

export const organisationChanges = (organisation: Organisation, draft: OrganisationDraft): readonly FieldChange[] => {
  const emails = draft.emails.filter((email) => !organisation.emails.some((known) => contactKey(known) === contactKey(email)))
  const phones = draft.phones.filter((phone) => !organisation.phones.some((known) => known.number === phone.number))
  const texts = (['kind', 'registrationNumber', 'website', 'note'] as const).filter((field) => draft[field] !== '' && organisation[field] === '')
  return [
    ...texts.map((field) => change(field, '', draft[field])),
    ...(emails.length > 0 ? [change('emails', organisation.emails, [...organisation.emails, ...emails])] : []),
    ...(phones.length > 0 ? [change('phones', organisation.phones, [...organisation.phones, ...phones])] : []),
    ...(draft.address !== null && organisation.address === null ? [change('address', null, draft.address)] : []),
  ]
}

const judgeList = (
  drafts: readonly RowDraft[],
  keyOf: (draft: RowDraft) => string,
  known: (draft: RowDraft) => { readonly id: string; readonly fields: readonly FieldChange[] } | null,
): readonly JudgedDraft[] => {
  const rowsByKey = new Map<string, { readonly draft: RowDraft; readonly rows: number[] }>()
  for (const draft of drafts) {
    const key = keyOf(draft)
    const before = rowsByKey.get(key)
    if (before === undefined) rowsByKey.set(key, { draft, rows: [draft.row] })
    else before.rows.push(draft.row)
  }
  return [...rowsByKey.values()].map(({ draft, rows }) => {
    const found = known(draft)
    const verdict: Verdict =
      found === null
        ? { kind: 'created' }
        : { kind: found.fields.length > 0 ? 'changed' : 'same', id: found.id, reasons: ['name'], fields: found.fields }
    return { row: draft.row, rows, joinedBy: rows.length > 1 ? ['name'] : [], draft, verdict }
  })
}

const change = (path: string, before: unknown, after: unknown): FieldChange => ({
  path,
  before,
  after,
  kind: before === null || before === '' ? 'fills' : 'adds',
  suggested: 'take',
})
