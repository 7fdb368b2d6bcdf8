import type { RowDraft } from '#domain/importing/draft'
import { createGrouper, groupRows, type Group, type RowGrouper } from '#domain/importing/group-rows'
import { judgeEvents, judgeOrganisations } from '#domain/importing/judge-lists'
import type { ExistingRecords } from '#domain/importing/knowledge'
import type { MatchIndex } from '#domain/importing/match-index'
import { mergePerson } from '#domain/importing/merge-person'
import { createNewFactsTest } from '#domain/importing/new-facts'
import { createRefs, type Refs } from '#domain/importing/new-ref'
import { settleGroups } from '#domain/importing/settle-groups'
import type { FieldChange, ImportDecisions, JudgedDraft, MatchReason, Verdict } from '#domain/importing/verdict'
import type { PersonId } from '#domain/id'
import { atOnce, stepSize, type InSteps } from '#domain/in-steps'

/**
 * Says for every row what will become of it: rows of one person are put together first, then looked for among the people already known.
 * A row that could be somebody, but not surely, is `ambiguous` until the user's decision; a decision always wins over a guess.
 */
export const judgeDrafts = (
  drafts: readonly RowDraft[],
  existing: ExistingRecords,
  index: MatchIndex,
  decisions: ImportDecisions,
): readonly JudgedDraft[] => atOnce(judgeInSteps(drafts, existing, index, decisions))

/**
 * The same, in steps; rows are looked at twice, so that it counts twice as many as there are.
 * @param grouper already holds the first of the drafts, put together under the same decisions while the others still came; it is used up.
 */
export function* judgeInSteps(
  drafts: readonly RowDraft[],
  existing: ExistingRecords,
  index: MatchIndex,
  decisions: ImportDecisions,
  grouper: RowGrouper = createGrouper(decisions),
): InSteps<readonly JudgedDraft[]> {
  const judged: JudgedDraft[] = []
  for (const draft of drafts) if (draft.rejected) judged.push({ row: draft.row, rows: [draft.row], joinedBy: [], draft, verdict: rejected })
  judged.push(...judgeEvents(drafts, existing), ...judgeOrganisations(drafts, existing))
  const refs = createRefs(existing)
  const hasNewFacts = createNewFactsTest(existing)
  const grouped = yield* groupRows(drafts, grouper)
  const settled = settleGroups(grouped, existing, index, decisions, refs)
  for (let step = settled.next(); ; step = settled.next()) {
    if (step.done !== true) {
      yield drafts.length + step.value
      continue
    }
    for (const [at, group] of step.value.entries()) {
      if (at % stepSize === 0) yield drafts.length * 2
      judged.push(toJudged(group, existing, refs, hasNewFacts))
    }
    break
  }
  return judged.sort((left, right) => left.row - right.row)
}

const toJudged = (
  group: Group,
  existing: ExistingRecords,
  refs: Refs,
  hasNewFacts: (draft: RowDraft, personId: PersonId) => boolean,
): JudgedDraft => {
  const { row, rows, joinedBy, draft, known } = group
  const person = known === null ? undefined : existing.people.get(known.personId)
  const verdict =
    person === undefined || known === null
      ? undecided(group)
      : verdictOf(mergePerson(person, group.person, refs, known.reasons), hasNewFacts(draft, person.id), person.id, known.reasons)
  return { row, rows, joinedBy, draft, verdict }
}

const undecided = (group: Group): Verdict => (group.candidates.length > 0 ? { kind: 'ambiguous', candidates: group.candidates } : created)

const verdictOf = (fields: readonly FieldChange[], brings: boolean, id: PersonId, reasons: readonly MatchReason[]): Verdict => ({
  kind: brings || fields.some((field) => field.suggested === 'take') ? 'changed' : 'same',
  id,
  reasons,
  fields,
})

const rejected: Verdict = { kind: 'rejected' }
const created: Verdict = { kind: 'created' }
