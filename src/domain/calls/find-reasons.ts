import type { Ambassadorship } from '#domain/ambassador'
import { callRules, type CallReason } from '#domain/calls/call-rules'
import type { Participations } from '#domain/calls/participations'
import { talksWith, type TalksByPerson } from '#domain/calls/talks'
import type { PersonId } from '#domain/id'
import type { PersonFacts, RoleDays } from '#domain/indicators/fact-columns'
import type { Facts } from '#domain/indicators/facts'
import { addDays, addYears, dayNumberOf, dayNumberToDate, firstDay, lastDay, type IsoDate, type PartialDate } from '#domain/period'
import type { Task } from '#domain/task'
import type { Tie } from '#domain/tie'

/** Everything the reasons come from. `facts.asOf` is today. */
export interface CallFacts {
  readonly facts: Facts
  readonly participations: Participations
  readonly talks: TalksByPerson
  readonly tasks: Iterable<Task>
  readonly ties: Iterable<Tie>
  readonly ambassadorships: Iterable<Ambassadorship>
}

/** By person, every reason to call, in the order of `callReasonKinds`; whether she may be called is asked elsewhere. */
export const findReasons = (given: CallFacts): ReadonlyMap<PersonId, readonly CallReason[]> => {
  const found = new Map<PersonId, CallReason[]>()
  const add = (id: PersonId, reason: CallReason | null): void => {
    if (reason === null) return
    const known = found.get(id)
    if (known === undefined) found.set(id, [reason])
    else known.push(reason)
  }
  const { facts, participations, talks } = given
  const today = facts.asOf
  const mentoring = mentoringByPerson(given.ties, today)
  const ambassadors = new Set([...given.ambassadorships].filter(isCaring).map(({ personId }) => personId))
  const waiting = addTaskReasons(given.tasks, today, add)

  const calledSince = addDays(today, -callRules.callBackAfter)
  for (const [id, { last }] of talks) {
    if (last?.outcome !== 'call-back' || waiting.has(last.id)) continue
    if (lastDay(last.on) < calledSince) add(id, { kind: 'call-back', on: last.on })
  }
  const day = dayNumberOf(today)
  for (const [index, person] of facts.columns.people.entries()) {
    const { id } = person
    const current = person.roles.length === 0 ? person.roles : person.roles.filter((role) => isHeld(role, day))
    if (ambassadors.has(id) || holds(current, 'ambassador')) add(id, ambassadorReason(talksWith(talks, id).lastAttention, today))
    add(id, newcomerReason(participations, index, day))
    const pairs = mentoring.get(id)
    if (holds(current, 'mentor') && pairs?.helpsNow === false && pairs.helpedUntil !== null) add(id, mentorReason(pairs.helpedUntil, today))
    add(id, anniversaryReason(person, participations, index, current.length > 0, day))
    add(id, silenceReason(participations, index, day))
    if (current.length === 0) add(id, formerMenteeReason(person, pairs, talks, day))
  }
  for (const [id, reasons] of found) if (reasons.length > 1) found.set(id, reasons.toSorted(byStrength))
  return found
}

const isCaring = ({ stage, deletedAt }: Ambassadorship): boolean => deletedAt === null && (stage === 'active' || stage === 'handing-over')

/** Reasons from tasks; answers the talks whose next step is still to come: a call-back agreed for a day waits for it. */
const addTaskReasons = (tasks: Iterable<Task>, today: IsoDate, add: (id: PersonId, reason: CallReason) => void): ReadonlySet<string> => {
  const waiting = new Set<string>()
  const soon = addDays(today, callRules.promiseAhead)
  for (const { id, title, dueOn, doneOn, isPromise, personId, contactId, deletedAt } of tasks) {
    if (deletedAt !== null || doneOn !== null || dueOn === null || personId === null) continue
    if (dueOn > today && contactId !== null) waiting.add(contactId)
    if (isPromise && dueOn <= soon) add(personId, { kind: 'promise', taskId: id, title, dueOn })
    else if (!isPromise && dueOn <= today) add(personId, { kind: 'due', taskId: id, title, dueOn })
  }
  return waiting
}

interface Pairs {
  readonly helpsNow: boolean
  /** Last day of the last pair in which she helped, or was helped; null: none that ended on a known day. */
  readonly helpedUntil: IsoDate | null
  readonly isHelpedNow: boolean
  readonly wasHelpedUntil: IsoDate | null
}

const mentoringByPerson = (ties: Iterable<Tie>, today: IsoDate): ReadonlyMap<PersonId, Pairs> => {
  const byPerson = new Map<PersonId, Pairs>()
  const none: Pairs = { helpsNow: false, helpedUntil: null, isHelpedNow: false, wasHelpedUntil: null }
  for (const { kind, fromId, toId, end, deletedAt } of ties) {
    if (kind !== 'mentoring' || deletedAt !== null) continue
    const until = end !== null && lastDay(end) < today ? lastDay(end) : null
    const [helper, helped] = [byPerson.get(fromId) ?? none, byPerson.get(toId) ?? none]
    byPerson.set(fromId, until === null ? { ...helper, helpsNow: true } : { ...helper, helpedUntil: later(helper.helpedUntil, until) })
    byPerson.set(toId, until === null ? { ...helped, isHelpedNow: true } : { ...helped, wasHelpedUntil: later(helped.wasHelpedUntil, until) })
  }
  return byPerson
}

const later = (left: IsoDate | null, right: IsoDate): IsoDate => (left === null || right > left ? right : left)

const ambassadorReason = (lastAttention: PartialDate | null, today: IsoDate): CallReason | null =>
  lastAttention === null || lastDay(lastAttention) < addDays(today, -callRules.ambassadorCare) ? { kind: 'ambassador', lastAttention } : null

const newcomerReason = ({ count, last }: Participations, index: number, today: number): CallReason | null => {
  const on = last[index] ?? -1
  const ago = today - on
  const isNew = count[index] === 1 && on >= 0 && ago >= callRules.newcomer.from && ago <= callRules.newcomer.to
  return isNew ? { kind: 'newcomer', on: dayNumberToDate(on) } : null
}

const mentorReason = (since: IsoDate, today: IsoDate): CallReason | null =>
  since >= addDays(today, -callRules.mentorFree) ? { kind: 'mentor-free', since } : null

const silenceReason = ({ last, rhythm }: Participations, index: number, today: number): CallReason | null => {
  const gap = rhythm[index] ?? Number.NaN
  if (Number.isNaN(gap)) return null
  const on = last[index] ?? -1
  const silence = today - on
  const { leastDays, times, longestDays } = callRules.silence
  return silence > Math.max(leastDays, times * gap) && silence < longestDays
    ? { kind: 'silence', lastSeen: dayNumberToDate(on), silence, rhythm: gap }
    : null
}

/** Marked only for whoever is still here: holds a role, or took part within the time in which silence is not a departure. */
const anniversaryReason = (person: PersonFacts, { first, last }: Participations, index: number, hasRole: boolean, day: number): CallReason | null => {
  const seen = last[index] ?? -1
  if (!hasRole && (seen < 0 || day - seen >= callRules.silence.longestDays)) return null
  const start = firstDayHere(person, first[index] ?? -1)
  if (start === null) return null
  const { first: firstMarked, every, around } = callRules.anniversary
  const years = Math.round((day - start) / daysInAYear)
  // Nearly everybody is far from the day: no date is built for them. Leap years move it by two days at most.
  if ((years !== firstMarked && (years <= 0 || years % every !== 0)) || Math.abs(day - start - years * daysInAYear) > around + 2) return null
  const on = addYears(dayNumberToDate(start), years)
  return Math.abs(dayNumberOf(on) - day) <= around ? { kind: 'anniversary', years, on } : null
}

const daysInAYear = 365.2425

/** The joining day, else the first role, else the first participation; a date known in part has no anniversary. */
const firstDayHere = (person: PersonFacts, firstSeen: number): number | null => {
  if (person.joined !== null) return person.joined.first === person.joined.last ? person.joined.first : null
  const starts = person.roles.filter(({ startEarliest, startLatest }) => startEarliest === startLatest).map(({ startEarliest }) => startEarliest)
  if (person.roles.length > 0) return starts.length === person.roles.length ? Math.min(...starts) : null
  return firstSeen < 0 ? null : firstSeen
}

/** Helped once, nothing since, and nobody asked whether she would help in her turn. */
const formerMenteeReason = (person: PersonFacts, pairs: Pairs | undefined, talks: TalksByPerson, today: number): CallReason | null => {
  if (pairs?.isHelpedNow === true || pairs?.helpsNow === true) return null
  let until = pairs?.wasHelpedUntil ?? null
  for (const { kind, endLatest } of person.roles) if (kind === 'mentee' && endLatest < today) until = later(until, dayNumberToDate(endLatest))
  if (until === null) return null
  const { wasAskedInCampaign, last } = talksWith(talks, person.id)
  if (wasAskedInCampaign || (last !== null && firstDay(last.on) >= until)) return null
  return { kind: 'former-mentee', since: until }
}

const isHeld = ({ startEarliest, endLatest }: RoleDays, day: number): boolean => startEarliest <= day && endLatest >= day
const holds = (roles: readonly RoleDays[], kind: string): boolean => roles.some((role) => role.kind === kind)

const strengths: Readonly<Record<CallReason['kind'], number>> = {
  promise: 0,
  'call-back': 1,
  due: 2,
  ambassador: 3,
  newcomer: 4,
  'mentor-free': 5,
  anniversary: 6,
  silence: 7,
  'former-mentee': 8,
}

/** The smaller, the stronger. */
export const strengthOf = ({ kind }: CallReason): number => strengths[kind]

/** How pressing, among reasons of one kind: the smaller comes first. */
export const urgencyOf = (reason: CallReason): number => {
  switch (reason.kind) {
    case 'promise':
    case 'due':
      return dayNumberOf(reason.dueOn)
    case 'call-back':
    case 'newcomer':
    case 'anniversary':
      return dayNumberOf(lastDay(reason.on))
    case 'ambassador':
      return reason.lastAttention === null ? -1 : dayNumberOf(lastDay(reason.lastAttention))
    case 'mentor-free':
      return dayNumberOf(reason.since)
    case 'former-mentee':
      return -dayNumberOf(reason.since)
    case 'silence':
      return -reason.silence / Math.max(1, reason.rhythm)
  }
}

/** Strongest reason first, then the most pressing. */
export const byStrength = (left: CallReason, right: CallReason): number => strengthOf(left) - strengthOf(right) || urgencyOf(left) - urgencyOf(right)
