import type { RoleKindId } from '#domain/id'
import type { Period } from '#domain/period'
import { staffFact } from './fact-index.ts'
import { daysOf, peopleWhere, type Days, type Facts } from './facts.ts'
import { rolesDuring } from './photo.ts'

/**
 * Everybody the association worked with in a period: took part in an event, gave hours, or held a role other than staff, whatever counts as active.
 * Staff are counted apart, by `staffIn`: their presence is work.
 */
export const peopleInvolvedIn = (facts: Facts, period: Period): readonly number[] => {
  const days = daysOf(period)
  const staffKinds = staffKindsOf(facts)
  return peopleWhere(
    facts,
    (person, index) => gaveSignIn(facts, index, days) || rolesDuring(facts, person, days).some((role) => !staffKinds.has(role)),
  )
}

/** Everybody who held a staff role in a period. */
export const staffIn = (facts: Facts, period: Period): readonly number[] => {
  const days = daysOf(period)
  const staffKinds = staffKindsOf(facts)
  return peopleWhere(facts, (person) => person.staff.length > 0 && rolesDuring(facts, person, days).some((role) => staffKinds.has(role)))
}

const gaveSignIn = ({ index: { offsets, from, to, kind } }: Facts, person: number, days: Days): boolean => {
  for (let at = offsets[person] ?? 0; at < (offsets[person + 1] ?? 0); at += 1) {
    if (((kind[at] ?? 0) & staffFact) === 0 && (from[at] ?? 0) <= days.end && (to[at] ?? 0) >= days.start) return true
  }
  return false
}

const staffKindsOf = (facts: Facts): ReadonlySet<RoleKindId> => new Set(facts.columns.roleKinds.filter(({ isStaff }) => isStaff).map(({ id }) => id))
