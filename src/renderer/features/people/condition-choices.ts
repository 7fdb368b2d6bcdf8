import type { PeopleCondition, PeopleConditionKind } from '#domain/people-filter'
import { addMonths, type IsoDate } from '#domain/period'
import type { CustomField } from '#domain/custom-field'
import { customTestsByKind, type CustomTest } from '#domain/people-filter'
import type { RoleKindId } from '#domain/id'
import type { Lists } from './lists.ts'

/** The filters that can be added, in the order they are proposed; those that need a list which is empty are left out. */
export const addableKinds = (lists: Lists): readonly Exclude<PeopleConditionKind, 'people' | 'custom'>[] =>
  (
    [
      'role',
      'took-part',
      'attended',
      'silent',
      'tag',
      'commune',
      'territory',
      'age',
      'gender',
      'contactable',
      'known',
      'community',
      'organisation',
      'tied-to',
      'isolated',
      'ties-at-least',
      'import',
      'skill',
      'consent',
      'to-confirm',
      'lost-contact',
      'open-task',
      'do-not-contact',
      'deceased',
    ] as const
  ).filter(
    (kind) =>
      !(kind === 'tag' && lists.tags.length === 0) &&
      !(kind === 'territory' && lists.territories.length === 0) &&
      !(kind === 'community' && lists.communities.length === 0) &&
      !(kind === 'organisation' && lists.organisations.length === 0) &&
      !(kind === 'import' && lists.imports.length === 0),
  )

/** A condition as it stands when it is just added: the most usual meaning, true at once. */
export const newCondition = (kind: Exclude<PeopleConditionKind, 'people' | 'custom'>, lists: Lists): PeopleCondition => {
  switch (kind) {
    case 'role': {
      const [first] = lists.roleKinds
      return { kind, roles: first === undefined ? [] : [first.id as RoleKindId], moment: { kind: 'today' }, not: false }
    }
    case 'took-part':
      return { kind, since: { kind: 'months', months: 12 }, not: false }
    case 'tag':
      return { kind, tags: [], not: false }
    case 'commune':
      return { kind, text: '', not: false }
    case 'territory':
      return { kind, territories: [], not: false }
    case 'age':
      return { kind, from: 18, to: 25 }
    case 'gender':
      return { kind, genders: ['female'] }
    case 'contactable':
      return { kind, channel: 'email', not: false }
    case 'known':
      return { kind, what: 'email', not: true }
    case 'community':
      return { kind, communities: [], moment: { kind: 'today' }, not: false }
    case 'organisation':
      return { kind, organisations: [], not: false }
    case 'tied-to':
      return { kind, personId: null, name: '', not: false }
    case 'isolated':
      return { kind, not: false }
    case 'ties-at-least':
      return { kind, count: 3 }
    case 'import':
      return { kind, importId: (lists.imports[0] ?? neverImported()).id }
    case 'attended':
      return { kind, kinds: [], from: null, to: null, times: 1, not: false }
    case 'silent':
      return { kind, months: 12 }
    case 'skill':
      return { kind, text: '', not: false }
    case 'consent':
      return { kind, channel: 'email', use: '', answer: 'given' }
    case 'lost-contact':
      return { kind, not: false }
    case 'to-confirm':
      return { kind, months: 24, not: false }
    case 'open-task':
      return { kind, promises: false, not: false }
    case 'do-not-contact':
      return { kind, not: true }
    case 'deceased':
      return { kind, not: true }
  }
}

/** A condition on a field of the association's own. */
export const newCustomCondition = (field: CustomField, today: IsoDate): PeopleCondition => ({
  kind: 'custom',
  field: field.id,
  test: newTest(customTestsByKind[field.kind][0] ?? 'known', today),
})

/** A test of a custom field as it stands when it is just chosen. */
export const newTest = (kind: CustomTest['kind'], today: IsoDate): CustomTest => {
  switch (kind) {
    case 'known':
    case 'unknown':
      return { kind }
    case 'contains':
      return { kind, text: '' }
    case 'one-of':
      return { kind, choices: [] }
    case 'is':
      return { kind, value: true }
    case 'number-between':
      return { kind, from: 0, to: null }
    case 'date-between':
      return { kind, from: addMonths(today, -12), to: null }
  }
}

/** Whether a condition says something yet: a commune without letters or tags without a tag leave everybody in. */
export const isComplete = (condition: PeopleCondition): boolean => {
  switch (condition.kind) {
    case 'tag':
      return condition.tags.length > 0
    case 'commune':
    case 'skill':
      return condition.text.trim() !== ''
    case 'territory':
      return condition.territories.length > 0
    case 'community':
      return condition.communities.length > 0
    case 'tied-to':
      return condition.personId !== null
    case 'organisation':
      return condition.organisations.length > 0
    case 'gender':
      return condition.genders.length > 0
    case 'custom':
      return (
        !(condition.test.kind === 'contains' && condition.test.text === '') &&
        !(condition.test.kind === 'one-of' && condition.test.choices.length === 0)
      )
    default:
      return true
  }
}

const neverImported = (): never => {
  throw new Error('The filter « import » is proposed only when there are imports')
}
