import type { PersonDraft, RowDraft } from '#domain/importing/draft'
import { findMatch } from '#domain/importing/find-match'
import { joinDrafts } from '#domain/importing/join-drafts'
import { createIndex, type MatchIndex } from '#domain/importing/match-index'
import { draftToMatchRecord, type MatchRecord } from '#domain/importing/match-record'
import type { Candidate, ImportDecisions, MatchReason } from '#domain/importing/verdict'
import type { PersonId } from '#domain/id'
import { stepSize, type InSteps } from '#domain/in-steps'

/** The rows of one person while they are put together; `row` is the first. */
export interface Group {
  readonly row: number
  readonly rows: readonly number[]
  joinedBy: readonly MatchReason[]
  draft: RowDraft
  person: PersonDraft
  record: MatchRecord
  /** Somebody on an earlier row whom this may be. */
  readonly resembles: readonly Candidate[]
  known: { readonly personId: PersonId; readonly reasons: readonly MatchReason[] } | null
  /** Another group of the file that this one turned out to be. */
  sameAs: { readonly row: number; readonly reasons: readonly MatchReason[] } | null
  candidates: readonly Candidate[]
}

export interface GroupedRows {
  readonly groups: readonly Group[]
  /** Every row of the file that was compared, under its keys. */
  readonly index: MatchIndex
  readonly groupByRow: ReadonlyMap<number, Group>
}

/** Puts together the rows that are surely about one person, one row after the other in the order of the file. */
export interface RowGrouper {
  readonly add: (draft: RowDraft) => void
  /** How many were added. */
  readonly count: () => number
  /** What the rows added so far come to. Whoever settles the groups changes them: ask once. */
  readonly grouped: () => GroupedRows
}

/** A decision of the user wins over the guess. */
export const createGrouper = (decisions: ImportDecisions): RowGrouper => {
  const groups: Group[] = []
  const groupByRow = new Map<number, Group>()
  const index = createIndex()
  const indexes = [index]
  const idOwner = new Map<string, Group>()
  let count = 0
  const add = (draft: RowDraft): void => {
    count += 1
    const { person, row } = draft
    if (person === null || draft.rejected) return
    const record = draftToMatchRecord(person, row)
    const choice = decisions.choices.get(row)
    const match = choice === undefined || choice.kind === 'skip' ? findMatch(record, indexes) : null
    const owner = person.maillageId === null ? undefined : idOwner.get(person.maillageId)
    const target =
      owner ??
      (choice?.kind === 'join'
        ? groupByRow.get(choice.row)
        : match?.kind === 'sure' && match.record.row !== null
          ? groupByRow.get(match.record.row)
          : undefined)
    if (target !== undefined && (owner !== undefined || choice?.kind === 'join' || sameMaillage(target, person))) {
      addRow(target, draft, match?.kind === 'sure' ? match.reasons : none)
      groupByRow.set(row, target)
      if (saysMore(record, match?.kind === 'sure' ? match.record : null)) index.add({ ...record, row: target.row })
      return
    }
    const group: Group = {
      row,
      rows: [row],
      joinedBy: none,
      draft: withNumberProblem(draft, record, index),
      person,
      record,
      resembles: match?.kind === 'ask' ? match.candidates : none,
      known: null,
      sameAs: null,
      candidates: none,
    }
    groups.push(group)
    groupByRow.set(row, group)
    if (person.maillageId !== null) idOwner.set(person.maillageId, group)
    index.add(record)
  }
  return { add, count: () => count, grouped: () => ({ groups, index, groupByRow }) }
}

/** Adds the drafts that a grouper does not have yet. */
export function* groupRows(drafts: readonly RowDraft[], grouper: RowGrouper): InSteps<GroupedRows> {
  for (let at = grouper.count(); at < drafts.length; at++) {
    if (at % stepSize === 0) yield at
    const draft = drafts[at]
    if (draft !== undefined) grouper.add(draft)
  }
  return grouper.grouped()
}

/** One group made of two, the earlier row first. */
export const joinGroups = (first: Group, second: Group, reasons: readonly MatchReason[]): Group => {
  const draft = joinDrafts(first.draft, second.draft)
  const person = draft.person ?? first.person
  return {
    ...first,
    rows: [...first.rows, ...second.rows],
    joinedBy: first.joinedBy.length > 0 ? first.joinedBy : reasons,
    draft,
    person,
    record: draftToMatchRecord(person, first.row),
    known: first.known ?? second.known,
  }
}

const addRow = (group: Group, draft: RowDraft, reasons: readonly MatchReason[]): void => {
  const rows = group.rows as number[]
  rows.push(draft.row)
  if (group.joinedBy.length === 0) group.joinedBy = reasons
  group.draft = joinDrafts(group.draft, draft)
  group.person = group.draft.person ?? group.person
  group.record = draftToMatchRecord(group.person, group.row)
}

const sameMaillage = (group: Group, person: PersonDraft): boolean =>
  person.maillageId === null || group.person.maillageId === null || person.maillageId === group.person.maillageId

/** One member number for two people is told on the second row; it never joins them. */
const withNumberProblem = (draft: RowDraft, record: MatchRecord, index: MatchIndex): RowDraft => {
  if (record.memberNumber === '' || !index.byMemberNumber.has(record.memberNumber)) return draft
  const value = draft.person?.memberNumber ?? ''
  return { ...draft, problems: [...draft.problems, { row: draft.row, column: null, kind: 'repeated-member-number', value, severity: 'warns' }] }
}

const saysMore = (record: MatchRecord, known: MatchRecord | null): boolean =>
  known === null ||
  record.memberNumber !== known.memberNumber ||
  record.birthDate !== known.birthDate ||
  record.nameKey !== known.nameKey ||
  [record.emails, record.phones, record.communes, record.externalKeys].some((list, at) =>
    list.some((one) => !([known.emails, known.phones, known.communes, known.externalKeys][at] ?? []).includes(one)),
  )

const none: readonly never[] = []
