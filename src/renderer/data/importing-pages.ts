import type { AmbiguousRow, CandidateCard, ChangedField, ChangeRow, GridRow, ImportTab, Page, PersonCard } from '#data/importing-contract'
import { gridRow } from '#data/importing-grid'
import { fieldKey } from '#data/importing-decisions'
import type { Judgement } from '#data/importing-judgement'
import { sheetRows, type ImportSession } from '#data/importing-session'
import { showChange, type Names } from '#data/importing-show'
import type { Candidate } from '#domain/importing/verdict'
import { fullName, type Person } from '#domain/person'

/** Rows of one tab, as the grid shows them. */
export const rowsPage = (session: ImportSession, judgement: Judgement, tab: ImportTab, from: number, count: number): Page<GridRow> => {
  const positions = judgement.rowsOfTab(tab)
  const rows = sheetRows(session, session.sheet)
  const items = positions.slice(from, from + count).map((row) =>
    gridRow(
      {
        position: row,
        draft: judgement.draftAt(row),
        notes: judgement.notesOf(row),
        problems: judgement.problemsOf(row),
        joinedTo: judgement.joinedTo(row),
      },
      rows,
      session.mapping,
    ),
  )
  return { items, total: positions.length }
}

/** Those whom the file would change. */
export const changesPage = (judgement: Judgement, names: Names, from: number, count: number): Page<ChangeRow> => {
  const changed = judgement.changed()
  const items = changed.slice(from, from + count).map(({ row, verdict, draft }): ChangeRow => {
    const person = names.people.get(verdict.id)
    return {
      row,
      name: person === undefined ? (draft.event?.name ?? draft.organisation?.name ?? '') : fullName(person),
      reasons: verdict.reasons,
      changes: verdict.fields.map((field) => ({
        ...showChange(field, names),
        choice: judgement.fieldChoice(row, field),
        refused: field.kind === 'refused',
      })),
    }
  })
  return { items, total: changed.length }
}

/** What the changes touch, the most frequent first. */
export const changedFields = (judgement: Judgement, names: Names): readonly ChangedField[] => {
  const byKey = new Map<string, ChangedField>()
  for (const { verdict } of judgement.changed()) {
    for (const change of verdict.fields) {
      if (change.kind === 'refused') continue
      const key = fieldKey(change)
      const known = byKey.get(key)
      if (known !== undefined) byKey.set(key, { ...known, count: known.count + 1 })
      else {
        const { field, name } = showChange(change, names)
        byKey.set(key, { key, field, name: key.includes('/') ? name : '', count: 1 })
      }
    }
  }
  return [...byKey.values()].sort((left, right) => right.count - left.count)
}

/** Rows that may be several people, with what tells those apart. */
export const ambiguousPage = (judgement: Judgement, names: Names, from: number, count: number): Page<AmbiguousRow> => {
  const ambiguous = judgement.ambiguous()
  const items = ambiguous.slice(from, from + count).map(({ row, draft, verdict }): AmbiguousRow => ({
    row,
    person: draft.person === null ? nobody : personCard(draft.person),
    candidates: verdict.candidates.map((candidate) => candidateCard(candidate, judgement, names)),
    choice: judgement.choice(row),
  }))
  return { items, total: ambiguous.length }
}

const candidateCard = (candidate: Candidate, judgement: Judgement, names: Names): CandidateCard => {
  const known = candidate.personId === null ? undefined : names.people.get(candidate.personId)
  const draft = candidate.row === null ? null : (judgement.draftAt(candidate.row)?.person ?? null)
  return { ...candidate, person: known !== undefined ? personCard(known) : draft !== null ? personCard(draft) : nobody }
}

const nobody: PersonCard = { name: '', birthDate: null, emails: [], phones: [], city: '', memberNumber: '' }

const personCard = (
  person: Pick<Person, 'firstName' | 'lastName' | 'birthDate' | 'emails' | 'phones' | 'addresses' | 'memberNumber'>,
): PersonCard => ({
  name: fullName(person),
  birthDate: person.birthDate,
  emails: person.emails.map(({ address }) => address),
  phones: person.phones.map(({ number }) => number),
  city: person.addresses.find(({ city }) => city !== '')?.city ?? '',
  memberNumber: person.memberNumber,
})
