import { withFields } from '#domain/change-fields'
import { areSurelyTwo, comparePeople, toCandidate } from '#domain/importing/compare-people'
import { findMatch, type Stand } from '#domain/importing/find-match'
import { joinGroups, type Group, type GroupedRows } from '#domain/importing/group-rows'
import type { ExistingRecords } from '#domain/importing/knowledge'
import type { MatchIndex } from '#domain/importing/match-index'
import { personToMatchRecord, type MatchRecord } from '#domain/importing/match-record'
import { mergePerson } from '#domain/importing/merge-person'
import type { Refs } from '#domain/importing/new-ref'
import type { ImportDecisions } from '#domain/importing/verdict'
import { stepSize, type InSteps } from '#domain/in-steps'
import type { Person } from '#domain/person'

/**
 * Says of every group whether it is somebody known, somebody new, or a question. Groups that are the same person become one, the earlier row first.
 * A question that the rest of the file answers is no question: what is left is looked up again among the people as they will be after the import,
 * until nothing moves. So the same file, read again afterwards, finds what it found now.
 */
export function* settleGroups(
  grouped: GroupedRows,
  existing: ExistingRecords,
  index: MatchIndex,
  decisions: ImportDecisions,
  refs: Refs,
): InSteps<readonly Group[]> {
  for (const [at, group] of grouped.groups.entries()) {
    if (at % stepSize === 0) yield at
    settleAlone(group, existing, index, decisions)
  }
  const contested = partRivals(grouped.groups, index)
  let pending = grouped.groups.filter((group) => isPending(group) && !contested.has(group))
  for (let round = 0; round < mostRounds && pending.length > 0; round++) {
    const standFor = peopleAfterwards(grouped, existing, refs)
    let moved = false
    for (const [at, group] of pending.entries()) {
      if (at % stepSize === 0) yield grouped.groups.length
      if (decisions.choices.has(group.row)) continue
      const match = findMatch(group.record, [index, grouped.index], standFor)
      if (match.kind === 'sure') {
        if (match.record.personId !== null) group.known = { personId: match.record.personId, reasons: match.reasons }
        else if (match.record.row !== null) group.sameAs = { row: match.record.row, reasons: match.reasons }
        moved = true
      } else if (match.kind === 'none' && group.resembles.length === 0) {
        group.candidates = []
        moved = true
      } else if (match.kind === 'ask') group.candidates = match.candidates
    }
    if (!moved) break
    pending = pending.filter(isPending)
  }
  return [...clusters(grouped).values()]
}

/**
 * Rows that each would be the same known person, but are surely two people (a father and his son under two member numbers): who has the better reasons stays,
 * the other is looked up again. Where none has better ones, the answer names both: they are asked.
 */
const partRivals = (groups: readonly Group[], index: MatchIndex): ReadonlySet<Group> => {
  const contested = new Set<Group>()
  const byPerson = new Map<string, Group[]>()
  for (const group of groups)
    if (group.known !== null && group.known.reasons.length > 0 && !group.known.reasons.includes('maillage-id'))
      byPerson.set(group.known.personId, [...(byPerson.get(group.known.personId) ?? []), group])
  for (const [personId, claimants] of byPerson) {
    const known = index.byId.get(personId)
    if (claimants.length < 2 || known === undefined) continue
    const score = (group: Group): number => comparePeople(group.record, known).score
    const [best, ...others] = claimants.toSorted((left, right) => score(right) - score(left))
    if (best === undefined) continue
    for (const other of others) {
      if (!areSurelyTwo(comparePeople(best.record, other.record))) continue
      const asked = score(other) === score(best) ? [best, other] : [other]
      for (const group of asked) {
        group.known = null
        group.candidates = [toCandidate(known, comparePeople(group.record, known), ['several-candidates'])]
        if (asked.length > 1) contested.add(group)
      }
    }
  }
  return contested
}

const isPending = (group: Group): boolean => group.known === null && group.sameAs === null && group.candidates.length > 0

const settleAlone = (group: Group, existing: ExistingRecords, index: MatchIndex, decisions: ImportDecisions): void => {
  const choice = decisions.choices.get(group.row)
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
  const match = index.byId.size === 0 ? null : findMatch(group.record, [index])
  if (match?.kind === 'sure' && match.record.personId !== null) group.known = { personId: match.record.personId, reasons: match.reasons }
  else group.candidates = match?.kind === 'ask' ? [...match.candidates, ...group.resembles] : group.resembles
}

/** The groups put together by who they are; those that are a question stay alone. */
const clusters = ({ groups, groupByRow }: GroupedRows): ReadonlyMap<string, Group> => {
  const byIdentity = new Map<string, Group>()
  for (const group of groups) {
    const identity = identityOf(group, groupByRow) ?? `pending:${String(group.row)}`
    const first = byIdentity.get(identity)
    byIdentity.set(identity, first === undefined ? group : joinGroups(first, group, group.known?.reasons ?? group.sameAs?.reasons ?? []))
  }
  return byIdentity
}

/** Who a group is, when that is settled. */
const identityOf = (group: Group, groupByRow: ReadonlyMap<number, Group>): string | null => {
  if (group.known !== null) return group.known.personId
  if (group.sameAs !== null) {
    const other = groupByRow.get(group.sameAs.row)
    return other === undefined || other === group ? `row:${String(group.row)}` : identityOf(other, groupByRow)
  }
  return group.candidates.length > 0 ? null : `row:${String(group.row)}`
}

/** Everybody as she will be once the import is written, looked up by the records she has now. */
const peopleAfterwards = (grouped: GroupedRows, existing: ExistingRecords, refs: Refs): Stand => {
  const clusterByIdentity = clusters(grouped)
  const recordByIdentity = new Map<string, MatchRecord>()
  const afterwards = (identity: string, cluster: Group): MatchRecord => {
    const made = recordByIdentity.get(identity)
    if (made !== undefined) return made
    const person = cluster.known === null ? undefined : existing.people.get(cluster.known.personId)
    // Settled groups keep the row of their own creation, whatever earlier row joined them since.
    const record =
      person === undefined || cluster.known === null
        ? { ...cluster.record, row: Number(identity.slice(4)) }
        : personToMatchRecord(mergedPerson(person, cluster, refs))
    recordByIdentity.set(identity, record)
    return record
  }
  return (record) => {
    if (record.personId !== null) {
      const cluster = clusterByIdentity.get(record.personId)
      return cluster === undefined ? record : afterwards(record.personId, cluster)
    }
    const group = record.row === null ? undefined : grouped.groupByRow.get(record.row)
    const identity = group === undefined ? null : identityOf(group, grouped.groupByRow)
    const cluster = identity === null ? undefined : clusterByIdentity.get(identity)
    return identity === null || cluster === undefined ? null : afterwards(identity, cluster)
  }
}

const mergedPerson = (person: Person, cluster: Group, refs: Refs): Person => {
  const fields = mergePerson(person, cluster.person, refs, cluster.known?.reasons ?? []).filter((field) => field.suggested === 'take')
  return withFields('people', person.id, person, Object.fromEntries(fields.map((field) => [field.path, field.after]))) as Person
}

const mostRounds = 8
