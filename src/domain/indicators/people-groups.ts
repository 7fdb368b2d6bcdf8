import { ageRangeAt, type IsoDate, type Period } from '#domain/period'
import type { Person } from '#domain/person'
import type { PersonFacts } from './fact-columns.ts'
import { daysOf, type Facts } from './facts.ts'
import { ageBands, type FigureRef, type GroupBy, type GroupRow } from './figure.ts'
import { parsePlaceKey } from './places.ts'
import { rolesDuring } from './photo.ts'

/**
 * Counts people by role, age band, gender or place. Who is in no known group is in the row of key null, « non renseigné », always last and always there,
 * be it empty. Rows of people sum to their number, except for `role`, since somebody may have several.
 * @param people indexes, each once
 * @param base the ref of these people, to which the group is added
 * @param period age is that of its last day, roles are all those held in it
 */
export const peopleByGroup = (facts: Facts, people: readonly number[], base: FigureRef, period: Period, by: GroupBy): readonly GroupRow[] => {
  const counts = new Map<string | null, number>([[null, 0]])
  const groupsOf = groupsOfPerson(facts, period, by)
  for (const index of people) {
    const person = facts.columns.people[index]
    if (person === undefined) continue
    for (const key of groupsOf(person)) counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  const toRow = (key: string | null): GroupRow => ({ key, count: counts.get(key) ?? 0, ref: { kind: 'group', base, period, by, key } })
  return [...orderedKeys(facts, by, counts).map(toRow), toRow(null)]
}

/** Those of `people` who are in one group. */
export const peopleInGroup = (facts: Facts, people: readonly number[], period: Period, by: GroupBy, key: string | null): readonly number[] => {
  const groupsOf = groupsOfPerson(facts, period, by)
  return people.filter((index) => {
    const person = facts.columns.people[index]
    return person !== undefined && groupsOf(person).includes(key)
  })
}

/** The age band of somebody at a date, by its `from`; null when the birth date is unknown or leaves two bands possible. */
export const ageBandAt = (person: Pick<Person, 'birthDate'>, on: IsoDate): string | null => {
  const age = ageRangeAt(person.birthDate, on)
  if (age === null) return null
  const band = ageBands.find(({ from, to }) => age.min >= from && (to === null || age.max <= to))
  return band === undefined ? null : String(band.from)
}

/** The groups of one person, never none: what nothing is known of is the group null. */
export const groupsOfPerson = (facts: Facts, period: Period, by: GroupBy): ((person: PersonFacts) => readonly (string | null)[]) => {
  const days = daysOf(period)
  switch (by) {
    case 'role': {
      // Staff are counted apart, by `staffIn`: a row of theirs here would say another number.
      const staffKinds = new Set<string>(facts.columns.roleKinds.filter(({ isStaff }) => isStaff).map(({ id }) => id))
      return (person) => {
        const roles = rolesDuring(facts, person, days).filter((role) => !staffKinds.has(role))
        return roles.length === 0 ? [null] : roles
      }
    }
    case 'age':
      return (person) => [ageBandAt(person, period.end)]
    case 'gender':
      return ({ gender }) => [gender]
    case 'territory':
      return ({ id, territoryId }) => [facts.places === null ? territoryId : facts.places.keyOf(id)]
    case 'commune':
      return ({ communeCode }) => [communeCode]
    case 'qpv':
      return ({ qpvCode }) => [qpvCode]
  }
}

const isOutside = (key: string): number => (parsePlaceKey(key).kind === 'territory' ? 0 : 1)

const orderedKeys = (facts: Facts, by: GroupBy, counts: ReadonlyMap<string | null, number>): readonly string[] => {
  const found = [...counts.keys()].filter((key) => key !== null)
  switch (by) {
    // Every band has its row: a table whose rows depend on the day can't be compared with last year's.
    case 'age':
      return ageBands.map(({ from }) => String(from))
    case 'gender':
      return ['female', 'male', 'other']
    case 'role': {
      const order = new Map<string, number>(facts.columns.roleKinds.map(({ id }, position) => [id, position]))
      return found.toSorted((left, right) => (order.get(left) ?? order.size) - (order.get(right) ?? order.size))
    }
    // Those of no territory, told by department, come after the territories.
    case 'territory':
    case 'commune':
    case 'qpv':
      return found.toSorted(
        (left, right) => isOutside(left) - isOutside(right) || (counts.get(right) ?? 0) - (counts.get(left) ?? 0) || (left < right ? -1 : 1),
      )
  }
}
