import type { PersonDraft, RowDraft } from '#domain/importing/draft'
import { findMatch } from '#domain/importing/find-match'
import { joinDrafts } from '#domain/importing/join-drafts'
import { judgeEvents, judgeOrganisations } from '#domain/importing/judge-lists'
import type { ExistingRecords } from '#domain/importing/knowledge'
import { createIndex, type MatchIndex } from '#domain/importing/match-index'
import { draftToMatchRecord, type MatchRecord } from '#domain/importing/match-record'
import { mergePerson } from '#domain/importing/merge-person'
import { createNewFactsTest } from '#domain/importing/new-facts'
import { createRefs, type Refs } from '#domain/importing/new-ref'
import type { Candidate, DraftChoice, FieldChange, ImportDecisions, JudgedDraft, MatchReason, Verdict } from '#domain/importing/verdict'
import type { PersonId } from '#domain/id'

/**
 * Says for every row what will become of it: rows of one person are put together first, then looked for among the people already known.
 * A row that could be somebody, but not surely, is `ambiguous` until the user's decision; a decision always wins over a guess.
 */
export const judgeDrafts = (drafts: readonly RowDraft[], existing: ExistingRecords, index: MatchIndex, decisions: ImportDecisions): readonly JudgedDraft[] => {
  const judged: JudgedDraft[] = []
  for (const draft of drafts) if (draft.rejected) judged.push({ row: draft.row, rows: [draft.row], joinedBy: [], draft, verdict: rejected })
  judged.push(...judgeEvents(drafts, existing), ...judgeOrganisations(drafts, existing))
  const refs = createRefs(existing)
  const hasNewFacts = createNewFactsTest(existing)
  const groups = joinByIdentity(groupRows(drafts, decisions), existing, index, decisions)
  for (const group of groups) judged.push(toJudged(group, existing, refs, hasNewFacts))
  return judged.sort((left, right) => left.row - right.row)
}

/** The rows of one person while they are put together. */
interface Group {
  readonly row: number
  readonly rows: number[]
  joinedBy: readonly MatchReason[]
  draft: RowDraft
  person: PersonDraft
  record: MatchRecord
  /** Somebody on an earlier row whom this may be. */
  resembles: readonly Candidate[]
  known: { readonly personId: PersonId; readonly reasons: readonly MatchReason[] } | null
  candidates: readonly Candidate[]
}

const groupRows = (drafts: readonly RowDraft[], decisions: ImportDecisions): readonly Group[] => {
  const groups: Group[] = []
  const groupByRow = new Map<number, Group>()
  const index = createIndex()
  const idOwner = new Map<string, Group>()
  for (const draft of drafts) {
    const { person, row } = draft
    if (person === null || draft.rejected) continue
    const record = draftToMatchRecord(person, row)
    const choice = decisions.choices.get(row)
    const match = choice === undefined || choice.kind === 'skip' ? findMatch(record, null, index) : null
    const owner = person.maillageId === null ? undefined : idOwner.get(person.maillageId)
    const target = owner ?? (choice?.kind === 'join' ? groupByRow.get(choice.row) : match?.kind === 'sure' && match.record.row !== null ? groupByRow.get(match.record.row) : undefined)
    if (target !== undefined && (owner !== undefined || choice?.kind === 'join' || sameMaillage(target, person))) {
      target.rows.push(row)
      target.joinedBy = match?.kind === 'sure' && target.joinedBy.length === 0 ? match.reasons : target.joinedBy
      target.draft = joinDrafts(target.draft, draft)
      target.person = target.draft.person ?? target.person
      target.record = draftToMatchRecord(target.person, target.row)
      groupByRow.set(row, target)
      if (saysMore(record, match?.kind === 'sure' ? match.record : null)) index.add({ ...record, row: target.row })
      continue
    }
    const group: Group = {
      row, rows: [row], joinedBy: [], draft: withNumberProblem(draft, record, index), person, record, resembles: match?.kind === 'ask' ? match.candidates : [], known: null, candidates: [],
    }
    groups.push(group)
    groupByRow.set(row, group)
    if (person.maillageId !== null) idOwner.set(person.maillageId, group)
    index.add(record)
  }
  return groups
}

/** Looks every group up among the known people; two groups that are the same known person become one. */
const joinByIdentity = (groups: readonly Group[], existing: ExistingRecords, index: MatchIndex, decisions: ImportDecisions): readonly Group[] => {
  const byPerson = new Map<string, Group>()
  const kept: Group[] = []
  for (const group of groups) {
    const choice = decisions.choices.get(group.row)
    settle(group, choice, existing, index)
    const personId = group.known?.personId
    const other = personId === undefined ? undefined : byPerson.get(personId)
    if (other === undefined) {
      kept.push(group)
      if (personId !== undefined) byPerson.set(personId, group)
    } else {
      other.rows.push(...group.rows)
      other.joinedBy = other.joinedBy.length === 0 ? (group.known?.reasons ?? []) : other.joinedBy
      other.draft = joinDrafts(other.draft, group.draft)
      other.person = other.draft.person ?? other.person
    }
  }
  return kept
}

const settle = (group: Group, choice: DraftChoice | undefined, existing: ExistingRecords, index: MatchIndex): void => {
  if (choice?.kind === 'create') return
  if (choice?.kind === 'match' && existing.people.has(choice.personId)) {
    group.known = { personId: choice.personId, reasons: [] }
    return
  }
  const { maillageId } = group.person
  // A person removed by the user comes back on her own record when our own export brings her back.
  if (maillageId !== null && existing.people.has(maillageId)) {
    group.known = { personId: maillageId, reasons: ['maillage-id'] }
    return
  }
  const match = index.byId.size === 0 ? null : findMatch(group.record, null, index)
  if (match?.kind === 'sure' && match.record.personId !== null) group.known = { personId: match.record.personId, reasons: match.reasons }
  else group.candidates = [...(match?.kind === 'ask' ? match.candidates : []), ...group.resembles]
}

const toJudged = (group: Group, existing: ExistingRecords, refs: Refs, hasNewFacts: (draft: RowDraft, personId: PersonId) => boolean): JudgedDraft => {
  const { row, rows, joinedBy, draft, known } = group
  const person = known === null ? undefined : existing.people.get(known.personId)
  const verdict = person === undefined || known === null ? undecided(group) : verdictOf(mergePerson(person, group.person, refs, known.reasons), hasNewFacts(draft, person.id), person.id, known.reasons)
  return { row, rows, joinedBy, draft, verdict }
}

const undecided = (group: Group): Verdict => (group.candidates.length > 0 ? { kind: 'ambiguous', candidates: group.candidates } : created)

const verdictOf = (fields: readonly FieldChange[], brings: boolean, id: PersonId, reasons: readonly MatchReason[]): Verdict => ({
  kind: brings || fields.some((field) => field.suggested === 'take') ? 'changed' : 'same', id, reasons, fields,
})

const sameMaillage = (group: Group, person: PersonDraft): boolean => person.maillageId === null || group.person.maillageId === null || person.maillageId === group.person.maillageId

/** One member number for two people is told on the second row; it never joins them. */
const withNumberProblem = (draft: RowDraft, record: MatchRecord, index: MatchIndex): RowDraft => {
  if (record.memberNumber === '' || !index.byMemberNumber.has(record.memberNumber)) return draft
  const value = draft.person?.memberNumber ?? ''
  return { ...draft, problems: [...draft.problems, { row: draft.row, column: null, kind: 'repeated-member-number', value, severity: 'warns' }] }
}

const saysMore = (record: MatchRecord, known: MatchRecord | null): boolean =>
  known === null
  || record.memberNumber !== known.memberNumber
  || record.birthDate !== known.birthDate
  || record.nameKey !== known.nameKey
  || [record.emails, record.phones, record.communes, record.externalKeys].some((list, at) => list.some((one) => !([known.emails, known.phones, known.communes, known.externalKeys][at] ?? []).includes(one)))

const rejected: Verdict = { kind: 'rejected' }
const created: Verdict = { kind: 'created' }
