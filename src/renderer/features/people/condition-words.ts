import type { TFunction } from 'i18next'
import { assertNever } from '#domain/result'
import type { CustomTest, PeopleCondition } from '#domain/people-filter'
import type { PartialDate } from '#domain/period'
import type { Formatter } from '#i18n/format'
import type { Lists, Names } from './lists.ts'

export interface WordFacts {
  readonly t: TFunction<'people'>
  readonly format: Formatter
  readonly names: Names
  readonly lists: Lists
}

/** A condition as a part of the sentence « 128 personnes · bénévoles aujourd’hui · sans e-mail ». */
export const conditionToWords = (condition: PeopleCondition, facts: WordFacts): string => {
  const { t, format, names, lists } = facts
  const or = (items: readonly string[]): string =>
    joinOr(
      items.filter((item) => item !== ''),
      t('words.or'),
    )
  const incomplete = (what: string): string => t('words.incomplete', { what })
  switch (condition.kind) {
    case 'role':
      return roleWords(condition, facts, or)
    case 'took-part': {
      const { since, not } = condition
      if (since.kind === 'date') return t(not ? 'words.notTookPart' : 'words.tookPart', { date: format.date(since.date) })
      return t(not ? 'words.notTookPartMonths' : 'words.tookPartMonths', { count: since.months })
    }
    case 'tag':
      return condition.tags.length === 0
        ? incomplete(t('filters.tag'))
        : t(condition.not ? 'words.notTag' : 'words.tag', { names: or(condition.tags.map(names.tag)) })
    case 'commune':
      return condition.text.trim() === ''
        ? incomplete(t('filters.commune'))
        : t(condition.not ? 'words.notCommune' : 'words.commune', { text: condition.text.trim() })
    case 'territory':
      if (condition.territories.length === 0) return incomplete(t('filters.territory'))
      return t(condition.not ? 'words.notTerritory' : 'words.territory', { names: or(condition.territories.map(names.territory)) })
    case 'age':
      if (condition.from !== null && condition.to !== null) return t('words.ageBetween', { from: condition.from, to: condition.to })
      if (condition.from !== null) return t('words.ageFrom', { from: condition.from })
      return condition.to === null ? t('words.ageKnown') : t('words.ageTo', { to: condition.to })
    case 'gender':
      return condition.genders.length === 0 ? incomplete(t('filters.gender')) : or(condition.genders.map((gender) => t(`words.gender.${gender}`)))
    case 'contactable':
      return t(condition.not ? 'words.notContactable' : 'words.contactable', { by: t(`words.by.${condition.channel}`) })
    case 'known':
      return condition.not ? t(`words.without.${condition.what}`) : t(`words.with.${condition.what}`)
    case 'do-not-contact':
      return t(condition.not ? 'words.notDoNotContact' : 'words.doNotContact')
    case 'deceased':
      return t(condition.not ? 'words.notDeceased' : 'words.deceased')
    case 'community': {
      if (condition.communities.length === 0) return incomplete(t('filters.community'))
      const list = or(condition.communities.map(names.community))
      if (condition.moment.kind === 'today') return t(condition.not ? 'words.notCommunity' : 'words.community', { names: list })
      return t(condition.not ? 'words.notCommunityOn' : 'words.communityOn', { names: list, date: format.date(condition.moment.date) })
    }
    case 'organisation':
      if (condition.organisations.length === 0) return incomplete(t('filters.organisation'))
      return t(condition.not ? 'words.notOrganisation' : 'words.organisation', { names: or(condition.organisations.map(names.organisation)) })
    case 'tied-to':
      if (condition.personId === null) return incomplete(t('filters.tied-to'))
      return t(condition.not ? 'words.notTiedTo' : 'words.tiedTo', { name: condition.name })
    case 'isolated':
      return t(condition.not ? 'words.notIsolated' : 'words.isolated')
    case 'ties-at-least':
      return t('words.tiesAtLeast', { count: condition.count })
    case 'import': {
      const record = lists.imports.find(({ id }) => id === condition.importId)
      return record === undefined ? t('words.importGone') : t('words.import', { file: record.fileName })
    }
    case 'custom':
      return customWords(names.customField(condition.field), condition.test, facts, or)
    case 'attended':
      return attendedWords(condition, facts, or)
    case 'silent':
      return t('words.silent', { count: condition.months })
    case 'skill':
      return condition.text.trim() === ''
        ? incomplete(t('filters.skill'))
        : t(condition.not ? 'words.notSkill' : 'words.skill', { text: condition.text.trim() })
    case 'consent':
      return t(`words.consent.${condition.answer}`, {
        by: t(`words.by.${condition.channel}`),
        use: condition.use === '' ? '' : condition.use === 'news' ? t('words.forNews') : ` (${condition.use})`,
      })
    case 'lost-contact':
      return t(condition.not ? 'words.notLostContact' : 'words.lostContact')
    case 'to-confirm':
      return t(condition.not ? 'words.confirmed' : 'words.toConfirm', { count: condition.months })
    case 'open-task':
      if (condition.promises) return t(condition.not ? 'words.noPromise' : 'words.promise')
      return t(condition.not ? 'words.noTask' : 'words.task')
    case 'people':
      return condition.title
    default:
      return assertNever(condition)
  }
}

/** « A, B ou C ». */
export const joinOr = (items: readonly string[], or: string): string =>
  items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} ${or} ${items.at(-1) ?? ''}`

/** « venues 2 fois ou plus à un atelier entre le… et le… ». */
const attendedWords = (
  { kinds, from, to, times, not }: Extract<PeopleCondition, { kind: 'attended' }>,
  { t, format }: WordFacts,
  or: (items: readonly string[]) => string,
): string => {
  const when =
    from !== null && to !== null
      ? t('words.between', { from: format.shortDate(from), to: format.shortDate(to) })
      : from !== null
        ? t('words.from', { date: format.shortDate(from) })
        : to === null
          ? ''
          : t('words.until', { date: format.shortDate(to) })
  const what = kinds.length === 0 ? t('words.anyEvent') : t('words.eventsOfKind', { kinds: or(kinds) })
  return [t(not ? 'words.notAttended' : 'words.attended', { count: times }), what, when].filter((part) => part !== '').join(' ')
}

const roleWords = (
  { roles, moment, not }: Extract<PeopleCondition, { kind: 'role' }>,
  { t, format, names }: WordFacts,
  or: (items: readonly string[]) => string,
): string => {
  const words = roles.length === 0 ? t('words.role.anyRoles') : or(roles.map(names.roles))
  switch (moment.kind) {
    case 'today':
      return t(not ? 'words.role.notToday' : 'words.role.today', { roles: words })
    case 'formerly':
      return t(not ? 'words.role.notFormerly' : 'words.role.formerly', { roles: words })
    case 'ever':
      return t(not ? 'words.role.notEver' : 'words.role.ever', { roles: words })
    case 'on':
      return t(not ? 'words.role.notOn' : 'words.role.on', { roles: words, date: format.date(moment.date) })
    case 'started-since':
      return t(not ? 'words.role.notStartedSince' : 'words.role.startedSince', { roles: words, date: format.date(moment.date) })
    case 'ended-since':
      return t(not ? 'words.role.notEndedSince' : 'words.role.endedSince', { roles: words, date: format.date(moment.date) })
    default:
      return assertNever(moment)
  }
}

const customWords = (field: string, test: CustomTest, { t, format }: WordFacts, or: (items: readonly string[]) => string): string => {
  switch (test.kind) {
    case 'known':
      return t('words.custom.known', { field })
    case 'unknown':
      return t('words.custom.unknown', { field })
    case 'contains':
      return test.text === '' ? t('words.incomplete', { what: field }) : t('words.custom.contains', { field, text: test.text })
    case 'one-of':
      return test.choices.length === 0 ? t('words.incomplete', { what: field }) : t('words.custom.oneOf', { field, names: or(test.choices) })
    case 'is':
      return t(test.value ? 'words.custom.yes' : 'words.custom.no', { field })
    case 'number-between':
      return between(t, field, test.from === null ? null : format.number(test.from), test.to === null ? null : format.number(test.to))
    case 'date-between':
      return between(t, field, dateOrNull(format, test.from), dateOrNull(format, test.to))
    default:
      return assertNever(test)
  }
}

const between = (t: WordFacts['t'], field: string, from: string | null, to: string | null): string => {
  if (from !== null && to !== null) return t('words.custom.between', { field, from, to })
  if (from !== null) return t('words.custom.from', { field, from })
  return to === null ? t('words.incomplete', { what: field }) : t('words.custom.to', { field, to })
}

const dateOrNull = (format: Formatter, date: PartialDate | null): string | null => (date === null ? null : format.shortDate(date))
