import type { RoleKindId } from '#domain/id'
import { dayNumberOf, type IsoDate } from '#domain/period'
import { everDay, noDay, type PersonFacts, type RoleDays } from './fact-columns.ts'
import { peopleWhere, type Days, type Facts } from './facts.ts'
import { photoCertainties, type Photo, type PhotoCertainty, type PhotoRow } from './figure.ts'

/**
 * « Photo à une date »: who had which role that day, staff included. Nothing uncertain is added to what is certain: partial dates (« 2021 ») and unknown
 * starts have their own figures, « dates incomplètes » and « début inconnu ». Each person is once in a row, at her most certain.
 * Deceased people are not in a photo of today; in an older one, a role of theirs that has no end is « incomplete », since the date of death is not kept.
 */
export const photoAt = (facts: Facts, on: IsoDate): Photo => {
  const day = dayNumberOf(on)
  const rows = new Map<RoleKindId | null, Record<PhotoCertainty, number>>([[null, none()]])
  for (const person of facts.columns.people) {
    for (const [role, certainty] of certaintyByRole(facts, person, day)) {
      const row = rows.get(role) ?? none()
      row[certainty] += 1
      rows.set(role, row)
    }
  }
  const toRow = (role: RoleKindId | null): PhotoRow => {
    const counts = rows.get(role) ?? none()
    const figure = (certainty: PhotoCertainty) => ({ count: counts[certainty], ref: { kind: 'photo' as const, on, role, certainty } })
    return { role, certain: figure('certain'), incomplete: figure('incomplete'), unknownStart: figure('unknown-start') }
  }
  return { on, total: toRow(null), rows: roleOrder(facts, rows.keys()).map(toRow), rule: { kind: 'photo' } }
}

export const peopleInPhoto = (facts: Facts, on: IsoDate, role: RoleKindId | null, certainty: PhotoCertainty): readonly number[] => {
  const day = dayNumberOf(on)
  return peopleWhere(facts, (person) => certaintyByRole(facts, person, day).get(role) === certainty)
}

/** The roles somebody has on a day, by kind, with how sure that is; under null, the surest of all. Empty for removed people. */
export const certaintyByRole = (facts: Facts, person: PersonFacts, day: number): ReadonlyMap<RoleKindId | null, PhotoCertainty> => {
  const found = new Map<RoleKindId | null, PhotoCertainty>()
  if (person.isRemoved || (person.isDeceased && day >= dayNumberOf(facts.asOf))) return found
  for (const role of person.roles) {
    const certainty = certaintyOn(role, person, day)
    if (certainty === null) continue
    for (const key of [role.kind, null]) {
      const known = found.get(key)
      if (known === undefined || rank(certainty) < rank(known)) found.set(key, certainty)
    }
  }
  return found
}

/**
 * The kinds of roles that somebody held, or by some reading of the dates may have held, in these days. A role that a deceased person never ended counts
 * only in the days in which it began: nobody knows how long it lasted.
 */
export const rolesDuring = (facts: Facts, person: PersonFacts, days: Days): readonly RoleKindId[] => {
  if (person.isRemoved || (person.isDeceased && days.start >= dayNumberOf(facts.asOf))) return []
  const held = person.roles.filter((role) => {
    if (role.startEarliest > days.end || role.endLatest < days.start) return false
    if (person.isDeceased && role.endLatest === everDay) return role.startEarliest >= days.start
    return !(role.startEarliest === noDay && (person.joined?.first ?? noDay) > days.end)
  })
  return [...new Set(held.map(({ kind }) => kind))]
}

const certaintyOn = (role: RoleDays, person: PersonFacts, day: number): PhotoCertainty | null => {
  if (role.startEarliest > day || role.endLatest < day) return null
  if (role.startEarliest === noDay) return person.joined !== null && person.joined.first > day ? null : 'unknown-start'
  const isCertain = role.startLatest <= day && role.endEarliest >= day && !(person.isDeceased && role.endLatest === everDay)
  return isCertain ? 'certain' : 'incomplete'
}

/** Role kinds in the association's order, then those that are known no more. */
const roleOrder = (facts: Facts, found: Iterable<RoleKindId | null>): readonly RoleKindId[] => {
  const order = new Map(facts.columns.roleKinds.map(({ id }, position) => [id, position]))
  return [...found].filter((role) => role !== null).toSorted((left, right) => (order.get(left) ?? order.size) - (order.get(right) ?? order.size))
}

const rank = (certainty: PhotoCertainty): number => photoCertainties.indexOf(certainty)
const none = (): Record<PhotoCertainty, number> => ({ certain: 0, incomplete: 0, 'unknown-start': 0 })
