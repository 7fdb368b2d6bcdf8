import type { PersonId } from '#domain/id'
import { assertNever } from '#domain/result'
import { peopleActiveAt } from './active-people.ts'
import { peopleInCohort } from './cohorts.ts'
import { fadingPeople } from './fading.ts'
import { activeIn, idsOf, type Facts } from './facts.ts'
import type { FigureRef } from './figure.ts'
import { peopleInvolvedIn, staffIn } from './involved-people.ts'
import { peopleInGroup } from './people-groups.ts'
import { peopleWhoCame, peopleWhoGaveHours } from './period-totals.ts'
import { peopleInPhoto } from './photo.ts'
import { peopleInYearState, peopleOfFirstYear, periodStates } from './year-states.ts'

/** The ids that a figure counted: as many as its `count`, in no particular order except for fading people (most unusual silence first). */
export const peopleBehind = (facts: Facts, ref: FigureRef): readonly PersonId[] => idsOf(facts, indexesBehind(facts, ref))

const indexesBehind = (facts: Facts, ref: FigureRef): readonly number[] => {
  switch (ref.kind) {
    case 'active-at':
      return peopleActiveAt(facts, ref.on)
    case 'active-in':
      return activeIn(facts, ref.period)
    case 'involved-in':
      return peopleInvolvedIn(facts, ref.period)
    case 'staff-in':
      return staffIn(facts, ref.period)
    case 'year-state':
      return peopleInYearState(facts, ref.year, ref.state)
    case 'period-state':
      return periodStates(facts, ref.previous, ref.current)[ref.state]
    case 'cohort':
      return peopleInCohort(facts, ref.basis, ref.year, ref.offset)
    case 'first-year':
      return peopleOfFirstYear(facts, ref.year, ref.renewed)
    case 'photo':
      return peopleInPhoto(facts, ref.on, ref.role, ref.certainty)
    case 'fading':
      return fadingPeople(facts, ref.on).people.flatMap(({ personId }) => facts.columns.indexById.get(personId) ?? [])
    case 'group':
      return peopleInGroup(facts, indexesBehind(facts, ref.base), ref.period, ref.by, ref.key)
    case 'came':
      return peopleWhoCame(facts, ref.period)
    case 'gave-hours':
      return peopleWhoGaveHours(facts, ref.period)
    default:
      return assertNever(ref)
  }
}
