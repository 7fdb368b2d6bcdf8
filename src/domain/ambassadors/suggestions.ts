import { attendanceStatuses, cameToEvent } from '#domain/attendance'
import { foldText } from '#domain/fold-text'
import type { PersonId, RoleKindId } from '#domain/id'
import { dayRangeOf, everDay, type PersonFacts } from '#domain/indicators/fact-columns'
import { daysOf, windowEndingOn, type Facts } from '#domain/indicators/facts'
import { dayNumberOf, dayNumberToDate, partsOf } from '#domain/period'
import type { Tie } from '#domain/tie'
import { ambassadorKind } from './stages.ts'

/** What makes somebody a likely ambassador; the page says these numbers. */
export const suggestionRule = {
  /** Participations are counted in the months that end today. */
  months: 12,
  /** The part of those who came that counts as the most engaged, and the fewest participations it takes. */
  topShare: 0.1,
  fewestParticipations: 3,
  fewestYears: 1,
  fewestKinds: 3,
  /** Of the five reasons. */
  fewestReasons: 3,
} as const

export type SuggestionReason =
  | { readonly kind: 'engagement'; readonly participations: number }
  | { readonly kind: 'tenure'; readonly years: number }
  /** Kinds of events she came to, in the user's words. */
  | { readonly kind: 'breadth'; readonly kinds: readonly string[] }
  /** People she brought, by ties of co-optation. */
  | { readonly kind: 'brought'; readonly people: number }
  | { readonly kind: 'roles'; readonly roles: readonly RoleKindId[] }

export interface Suggestion {
  readonly personId: PersonId
  readonly reasons: readonly SuggestionReason[]
}
export interface Suggestions {
  /** The most reasons first, then the most participations, then the oldest record. */
  readonly people: readonly Suggestion[]
  /** Participations from which one is among the most engaged. */
  readonly threshold: number
}

/** Roles that one is given by the association's trust; to be helped, to pay or to have passed is another matter. */
const plainKinds: ReadonlySet<string> = new Set(['mentee', 'alumni', 'member', 'donor', 'partner', ambassadorKind])

/**
 * Likely ambassadors: at least `fewestReasons` of five reasons. Never somebody removed, deceased, not to be contacted, on the staff, who is an ambassador, or in
 * `already` (on the board at any stage, or out of reach). The same facts give the same answer.
 */
export const suggestAmbassadors = (facts: Facts, ties: Iterable<Tie>, already: ReadonlySet<PersonId>): Suggestions => {
  const today = dayNumberOf(facts.asOf)
  const { counts, kinds } = participationsOf(facts)
  const threshold = thresholdOf(counts)
  const brought = broughtBy(ties)
  const staffKinds = new Set(facts.columns.roleKinds.filter(({ isStaff }) => isStaff).map(({ id }) => id))
  const found: (Suggestion & { readonly participations: number })[] = []
  for (const [index, person] of facts.columns.people.entries()) {
    if (person.isRemoved || person.isDeceased || person.doNotContact || already.has(person.id)) continue
    if (person.staff.some(({ from, to }) => from <= today && to >= today)) continue
    const held = heldRoles(person, today)
    if (held.includes(ambassadorKind)) continue
    const participations = counts.get(index) ?? 0
    const eventKinds = [...(kinds.get(index)?.values() ?? [])].toSorted()
    const years = yearsSince(facts.index.knownSince[index] ?? everDay, today)
    const roles = held.filter((kind) => !plainKinds.has(kind) && !staffKinds.has(kind))
    const people = brought.get(person.id)?.size ?? 0
    const reasons: readonly SuggestionReason[] = [
      ...(participations >= threshold ? [{ kind: 'engagement', participations } as const] : []),
      ...(years >= suggestionRule.fewestYears ? [{ kind: 'tenure', years } as const] : []),
      ...(eventKinds.length >= suggestionRule.fewestKinds ? [{ kind: 'breadth', kinds: eventKinds } as const] : []),
      ...(people > 0 ? [{ kind: 'brought', people } as const] : []),
      ...(roles.length > 0 ? [{ kind: 'roles', roles } as const] : []),
    ]
    if (reasons.length >= suggestionRule.fewestReasons) found.push({ personId: person.id, reasons, participations })
  }
  const people = found
    .toSorted(
      (left, right) =>
        right.reasons.length - left.reasons.length || right.participations - left.participations || (left.personId < right.personId ? -1 : 1),
    )
    .map(({ personId, reasons }) => ({ personId, reasons }))
  return { people, threshold }
}

/** Participations of the window and the kinds of their events, by index of person; not those of staff time, nor of events whose date leaves a doubt. */
const participationsOf = ({ columns, asOf }: Facts) => {
  const days = daysOf(windowEndingOn(asOf, suggestionRule.months))
  const counts = new Map<number, number>()
  const kinds = new Map<number, Map<string, string>>()
  for (const sheet of columns.sheets.values()) {
    const event = columns.events.get(sheet.eventId)
    const range = event === undefined || event.deletedAt !== null ? null : dayRangeOf(event.date)
    if (event === undefined || range === null || range.first < days.start || range.last > days.end) continue
    const kind = event.kind.trim()
    for (const [row, person] of sheet.people.entries()) {
      if (came[sheet.status[row] ?? 0] !== true) continue
      const known = columns.people[person]
      if (known === undefined || known.isRemoved || known.staff.some(({ from, to }) => from <= range.last && to >= range.first)) continue
      counts.set(person, (counts.get(person) ?? 0) + 1)
      if (kind === '') continue
      const mine = kinds.get(person) ?? new Map<string, string>()
      if (!mine.has(foldText(kind))) mine.set(foldText(kind), kind)
      kinds.set(person, mine)
    }
  }
  return { counts, kinds }
}
const came = attendanceStatuses.map(cameToEvent)

/** The participations of the last one of the top share, those who came not at all left out; never under the fewest. */
const thresholdOf = (counts: ReadonlyMap<number, number>): number => {
  const sorted = [...counts.values()].toSorted((left, right) => right - left)
  const last = sorted[Math.ceil(sorted.length * suggestionRule.topShare) - 1] ?? 0
  return Math.max(suggestionRule.fewestParticipations, last)
}

const broughtBy = (ties: Iterable<Tie>): ReadonlyMap<PersonId, ReadonlySet<PersonId>> => {
  const brought = new Map<PersonId, Set<PersonId>>()
  for (const { kind, fromId, toId, deletedAt } of ties) {
    if (kind !== 'co-optation' || deletedAt !== null || fromId === toId) continue
    brought.set(fromId, (brought.get(fromId) ?? new Set()).add(toId))
  }
  return brought
}

/** Roles certainly held that day; one of unknown start that did not end is. */
const heldRoles = ({ roles }: PersonFacts, day: number): readonly RoleKindId[] => [
  ...new Set(
    roles.filter(({ startLatest, endEarliest }) => (startLatest <= day || startLatest === everDay) && endEarliest >= day).map(({ kind }) => kind),
  ),
]

/** Whole years between two day numbers; 0 when the first is not known. */
const yearsSince = (since: number, today: number): number => {
  if (since > today) return 0
  const from = partsOf(dayNumberToDate(since))
  const to = partsOf(dayNumberToDate(today))
  const placeInYear = ({ month, day }: typeof from): number => (month ?? 0) * 100 + (day ?? 0)
  return to.year - from.year - (placeInYear(to) < placeInYear(from) ? 1 : 0)
}
