import { byStrength, findReasons, strengthOf, urgencyOf, type CallFacts } from '#domain/calls/find-reasons'
import { callRules, isGivenReason, type CallReason, type CallReasonKind, type ReasonAbout } from '#domain/calls/call-rules'
import { talksWith, type TalksByPerson } from '#domain/calls/talks'
import type { PersonId } from '#domain/id'
import type { PersonFacts } from '#domain/indicators/fact-columns'
import { isContactable } from '#domain/people-match'
import { addDays, addMonths, ageRangeAt, dayNumberOf, lastDay, type IsoDate, type PartialDate } from '#domain/period'
import type { Person } from '#domain/person'
import type { Tie } from '#domain/tie'

/** Somebody to call, for these reasons, the strongest first. */
export interface CallCandidate {
  readonly personId: PersonId
  readonly reasons: readonly [ReasonAbout, ...ReasonAbout[]]
}

/**
 * Whom to call today, in order: promises, asked call-backs and tasks first, then one of each other kind in turn, so that a hundred silences never hide the one
 * newcomer. Deterministic: the same records on the same day make the same list.
 * `canReach` is asked of guardians only; whoever else is on the list must still pass `isReachable`, which needs the record.
 */
export const callCandidates = (given: CallFacts, canReach: (guardian: PersonId) => boolean): readonly CallCandidate[] => {
  const { facts, talks } = given
  const today = facts.asOf
  const factsOf = (id: PersonId): PersonFacts | undefined => facts.columns.people[facts.columns.indexById.get(id) ?? -1]
  const guardians = guardiansByMinor(given.ties, today)
  const restOf = restsOn(talks, today)
  const reasonsByCalled = new Map<PersonId, ReasonAbout[]>()
  for (const [id, reasons] of findReasons(given)) {
    const person = factsOf(id)
    if (person === undefined || !isOpenToCalls(person, talks, today)) continue
    const called = mayBeMinor(person, today)
      ? guardians.get(id)?.find((guardian) => canReach(guardian) && isGuardianOpen(factsOf(guardian), talks, today))
      : id
    if (called === undefined) continue
    const rest = restOf(called)
    const allowed = reasons.filter((reason) => mayAsk(reason, rest)).map((reason) => ({ ...reason, aboutId: id }))
    if (allowed.length === 0) continue
    const known = reasonsByCalled.get(called)
    if (known === undefined) reasonsByCalled.set(called, allowed)
    else known.push(...allowed)
  }
  const candidates: CallCandidate[] = []
  for (const [personId, reasons] of reasonsByCalled) {
    const [first, ...others] =
      reasons.length === 1 ? reasons : reasons.toSorted((left, right) => byStrength(left, right) || compare(left.aboutId, right.aboutId))
    if (first !== undefined) candidates.push({ personId, reasons: [first, ...others] })
  }
  return inTurns(candidates)
}

/** A way to reach her that she did not refuse: telephone, e-mail, SMS, or an address to visit; alive, here, open to contact, not lost. */
export const isReachable = (person: Person): boolean =>
  person.deletedAt === null &&
  person.lostContact !== true &&
  (isContactable(person, 'phone') || isContactable(person, 'email') || isContactable(person, 'sms') || isVisitable(person))

const isVisitable = (person: Person): boolean => !person.doNotContact && !person.deceased && person.addresses.some(({ city }) => city !== '')

/** Whether anybody ever made sure of these details in the last two years; null: nobody ever did. */
export const areDetailsFresh = (confirmedOn: Person['confirmedOn'], today: IsoDate): boolean | null =>
  confirmedOn === undefined || confirmedOn === null ? null : lastDay(confirmedOn) >= addMonths(today, -callRules.staleMonths)

/** Why somebody is left in peace for now; null: may be asked. */
export type Rest = 'talked-today' | 'not-now' | 'tired' | null

/** Answers, for anybody, why she is left in peace on a day. A date known in part is read as late as it can be, so that doubt leaves people in peace. */
export const restsOn = (talks: TalksByPerson, today: IsoDate): ((id: PersonId) => Rest) => {
  const { days, most, within } = callRules.fatigue
  const [restSince, tiredSince, countedSince] = [callRules.restAfterNotNow, days, within].map((ago) => addDays(today, -ago))
  const isSince = (day: IsoDate | undefined, date: PartialDate): boolean => day !== undefined && lastDay(date) >= day && date <= (today as string)
  return (id) => {
    const { asks, notNow } = talksWith(talks, id)
    if (asks.length === 0 && notNow === null) return null
    if (asks.includes(today)) return 'talked-today'
    if (notNow !== null && isSince(restSince, notNow)) return 'not-now'
    const isTired = asks.some((on) => isSince(tiredSince, on)) || asks.filter((on) => isSince(countedSince, on)).length >= most
    return isTired ? 'tired' : null
  }
}

/**
 * Who was talked to today is left in peace whatever the reason. A promise outlives any other rest, and so does a call-back: it was asked for since
 * « pas maintenant » was said.
 */
const mayAsk = ({ kind }: CallReason, rest: Rest): boolean => {
  if (rest === null) return true
  if (rest === 'talked-today') return false
  return kind === 'promise' || kind === 'call-back'
}

const isOpenToCalls = (person: PersonFacts, talks: TalksByPerson, today: IsoDate): boolean => {
  return !person.isRemoved && !person.isDeceased && !person.doNotContact && !talksWith(talks, person.id).stopped && !isStaffOn(person, today)
}

const isStaffOn = ({ staff }: PersonFacts, today: IsoDate): boolean => {
  if (staff.length === 0) return false
  const day = dayNumberOf(today)
  return staff.some(({ from, to }) => from <= day && to >= day)
}

/** A guardian who works for the association is still the guardian. */
const isGuardianOpen = (person: PersonFacts | undefined, talks: TalksByPerson, today: IsoDate): boolean =>
  person !== undefined && isOpenToCalls({ ...person, staff: [] }, talks, today) && !mayBeMinor(person, today)

/** At least one reading of the birth date makes her a minor. */
const mayBeMinor = ({ birthDate }: PersonFacts, today: IsoDate): boolean => {
  // Born long before: a matter of text, no age to compute.
  if (birthDate === null || Number(birthDate.slice(0, 4)) < Number(today.slice(0, 4)) - 18) return false
  const age = ageRangeAt(birthDate, today)
  return age !== null && age.min < 18
}

/** The adults responsible for each minor today, in the order of ids. */
export const guardiansByMinor = (ties: Iterable<Tie>, today: IsoDate): ReadonlyMap<PersonId, readonly PersonId[]> => {
  const byMinor = new Map<PersonId, PersonId[]>()
  for (const { kind, fromId, toId, end, deletedAt } of ties) {
    if (kind !== 'guardian' || deletedAt !== null || (end !== null && lastDay(end) < today)) continue
    byMinor.set(toId, [...(byMinor.get(toId) ?? []), fromId].toSorted(compare))
  }
  return byMinor
}

const inTurns = (candidates: readonly CallCandidate[]): readonly CallCandidate[] => {
  // Thousands are compared many times: what they are compared by is computed once.
  const sorted = candidates
    .map((candidate) => ({ candidate, strength: strengthOf(candidate.reasons[0]), urgency: urgencyOf(candidate.reasons[0]) }))
    .toSorted(
      (left, right) => left.strength - right.strength || left.urgency - right.urgency || compare(left.candidate.personId, right.candidate.personId),
    )
  const seen = new Map<CallReasonKind, number>()
  const placed = sorted.map(({ candidate }) => {
    const { kind } = candidate.reasons[0]
    const turn = isGivenReason(kind) ? 0 : (seen.get(kind) ?? 0) + 1
    seen.set(kind, turn)
    return { candidate, turn }
  })
  // The sort is stable: within a turn, kinds stay in order of strength.
  return placed.toSorted((left, right) => left.turn - right.turn).map(({ candidate }) => candidate)
}

const compare = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0)
