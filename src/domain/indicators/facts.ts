import type { PersonId } from '#domain/id'
import { addDays, addMonths, dayNumberOf, type IsoDate, type Period } from '#domain/period'
import type { Settings } from '#domain/settings'
import { everDay, type FactColumns, type PersonFacts } from './fact-columns.ts'
import type { Places } from './places.ts'
import { attendanceFact, hoursFact, indexFacts, staffFact, type FactIndex } from './fact-index.ts'

/** The part of the settings that figures depend on. */
export type FactSettings = Pick<Settings, 'activeRule' | 'activeMonths' | 'yearKind' | 'yearStartMonth'>

/** All that indicators need: columns, their index, the rules, and the day that counts as today (the domain has no clock). */
export interface Facts {
  readonly columns: FactColumns
  readonly index: FactIndex
  readonly settings: FactSettings
  readonly asOf: IsoDate
  /** Where people are; null where no figure asks: only the territories chosen on records count then. */
  readonly places: Places | null
}

export const gatherFacts = (columns: FactColumns, settings: FactSettings, asOf: IsoDate, places: Places | null = null): Facts => ({
  columns,
  index: indexFacts(columns, dayNumberOf(asOf)),
  settings,
  asOf,
  places,
})

/** A period as day numbers. */
export interface Days {
  readonly start: number
  readonly end: number
}
export const daysOf = (period: Period): Days => ({ start: dayNumberOf(period.start), end: dayNumberOf(period.end) })

/** The `months` months that end on a day: whole months when it is the last of its month. */
export const windowEndingOn = (on: IsoDate, months: number): Period => {
  const next = addDays(on, 1)
  return { start: next.endsWith('-01') ? addMonths(next, -months) : addDays(addMonths(on, -months), 1), end: on }
}

/** Was a person active in these days by the rule: took part, gave hours, or held a role, as the settings say. Staff time does not count, nor do removed people. */
export const isActiveIn = (facts: Facts, person: number, days: Days): boolean => {
  const { offsets, from, to, kind } = facts.index
  const wanted = wantedKinds(facts)
  const end = offsets[person + 1] ?? 0
  for (let at = offsets[person] ?? 0; at < end; at += 1) {
    const bits = kind[at] ?? 0
    if ((bits & wanted) !== 0 && (bits & staffFact) === 0 && (from[at] ?? 0) <= days.end && (to[at] ?? 0) >= days.start) return true
  }
  return facts.settings.activeRule.role && holdsRoleIn(facts, person, days)
}

/** Index of everybody active in a period. */
export const activeIn = (facts: Facts, period: Period): readonly number[] => {
  const days = daysOf(period)
  return peopleWhere(facts, (_, person) => isActiveIn(facts, person, days))
}

/** Index of everybody not removed for whom the test holds. */
export const peopleWhere = (facts: Facts, test: (person: PersonFacts, index: number) => boolean): readonly number[] => {
  const found: number[] = []
  for (const [index, person] of facts.columns.people.entries()) if (!person.isRemoved && test(person, index)) found.push(index)
  return found
}

export const idsOf = (facts: Facts, people: Iterable<number>): readonly PersonId[] => {
  const ids: PersonId[] = []
  for (const index of people) {
    const person = facts.columns.people[index]
    if (person !== undefined) ids.push(person.id)
  }
  return ids
}

/** The kinds of dated facts that the rule counts, as bits. */
export const wantedKinds = ({ settings: { activeRule } }: Facts): number =>
  (activeRule.attendance ? attendanceFact : 0) | (activeRule.hours ? hoursFact : 0)

/**
 * The roles of a person as facts in the sense of `FactIndex` (certainly held in a period when `from <= end` and `to >= start`). A role of unknown start
 * was certainly held on its last day, or today. Staff roles are no commitment; nor is any role during staff time.
 */
export const roleFactsOf = (facts: Facts, person: number): readonly RoleFact[] => {
  const today = dayNumberOf(facts.asOf)
  const found = facts.columns.people[person]
  if (found === undefined || found.isRemoved) return []
  return found.roles
    .filter((role) => !role.isStaff && role.startEarliest <= today)
    .map((role) => ({
      from: role.startLatest === everDay ? Math.min(role.endLatest, today) : role.startLatest,
      to: role.endEarliest,
      staff: found.staff,
    }))
}
export interface RoleFact {
  readonly from: number
  readonly to: number
  readonly staff: PersonFacts['staff']
}

/** Is a role certainly held in these days, outside staff time? */
export const countsIn = (role: RoleFact, days: Days): boolean => {
  if (role.from > days.end || role.to < days.start) return false
  const start = Math.max(Math.min(role.from, role.to), days.start)
  const end = Math.min(Math.max(role.from, role.to), days.end)
  return !role.staff.some((staff) => staff.from <= start && staff.to >= end)
}

const holdsRoleIn = (facts: Facts, person: number, days: Days): boolean => roleFactsOf(facts, person).some((role) => countsIn(role, days))
