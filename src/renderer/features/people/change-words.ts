import type { TFunction } from 'i18next'
import type { CustomFieldId, OrganisationId, TagId, TerritoryId } from '#domain/id'
import type { PartialDate } from '#domain/period'
import type { Address, Affiliation, Consent, CustomValue, Email, Payer, Phone } from '#domain/person'
import type { RolePeriod } from '#domain/role'
import type { Formatter } from '#i18n/format'
import { person } from '#i18n/fr/person'
import type { Lists, Names } from './lists.ts'

export interface ChangeFacts {
  readonly t: TFunction<'person'>
  readonly common: TFunction
  readonly format: Formatter
  readonly lists: Lists
  readonly names: Names
  /** « depuis mars 2021 ». */
  readonly period: (start: PartialDate | null, end: PartialDate | null) => string
}

/** The field of a change as it is called on screen: « Étiquette promo 2021 », « N° d’adhérent ». */
export const pathToWords = (path: string, { t, names }: ChangeFacts): string => {
  const [field = '', key = ''] = splitPath(path)
  if (field === 'custom') return names.customField(key as CustomFieldId) || t('fields.custom')
  if (field === 'tags') return `${t('fields.tags')} ${names.tag(key as TagId)}`.trim()
  if (field === 'externalIds') return `${t('fields.externalIds')} (${key})`
  if (field === 'consents') return `${t('fields.consents')} (${t(`consents.channel.${channelOf(key)}`)})`
  return isField(field) ? t(`fields.${field}`) : field
}

/**
 * The value of a field as it is read; '' stands for « empty ». Values come from stored changes of the same table, so their shape is the record's;
 * what cannot be said otherwise is shown as it is.
 */
export const valueToWords = (path: string, value: unknown, facts: ChangeFacts): string => {
  const { t, common, format, lists, names } = facts
  const [field = '', key = ''] = splitPath(path)
  if (field === 'deletedAt') return t(value === null || value === undefined ? 'outOfTrash' : 'inTrash')
  if (value === null || value === undefined || value === '') return ''
  switch (field) {
    case 'birthDate':
    case 'joinedOn':
    case 'confirmedOn':
      return format.date(value as PartialDate)
    case 'gender':
      return common(`gender.${value as 'female' | 'male' | 'other'}`)
    case 'emails':
      return (value as readonly Email[]).map(({ address }) => address).join(', ')
    case 'phones':
      return (value as readonly Phone[]).map(({ number }) => format.phone(number)).join(', ')
    case 'addresses':
      return (value as readonly Address[])
        .map(({ street, postalCode, city }) => [street, postalCode, city].filter((part) => part !== '').join(' '))
        .join(' ; ')
    case 'roles': {
      const role = value as RolePeriod
      return `${names.role(role.kind)} ${facts.period(role.start, role.end)}`
    }
    case 'tags':
      return t('set')
    case 'affiliations':
      return (value as readonly Affiliation[])
        .map(({ organisationId, title }) => [names.organisation(organisationId as OrganisationId), title].filter((part) => part !== '').join(', '))
        .join(' ; ')
    case 'territoryId':
      return names.territory(value as TerritoryId)
    case 'consents': {
      const consent = value as Consent
      return t(consent.given ? 'consents.given' : 'consents.refused')
    }
    case 'payer': {
      const payer = value as Payer
      return `${payer.firstName} ${payer.lastName}`.trim()
    }
    case 'skills':
      return (value as readonly string[]).join(', ')
    case 'mergedIntoId':
      return t('mergedAway')
    case 'notSameAs':
      return t('partedFrom', { count: (value as readonly unknown[]).length })
    case 'directory':
      return common('yes')
    case 'custom':
      return customToWords(value as CustomValue, lists.customFields.find(({ id }) => id === key)?.kind === 'date', facts)
    default:
      return typeof value === 'boolean' ? common(value ? 'yes' : 'no') : typeof value === 'string' ? value : JSON.stringify(value)
  }
}

const customToWords = (value: CustomValue, isDate: boolean, { common, format }: ChangeFacts): string => {
  if (typeof value === 'boolean') return common(value ? 'yes' : 'no')
  if (typeof value === 'number') return format.number(value, 3)
  return isDate && value !== null ? format.date(value as PartialDate) : (value ?? '')
}

const splitPath = (path: string): readonly string[] => {
  const slash = path.indexOf('/')
  return slash < 0 ? [path] : [path.slice(0, slash), path.slice(slash + 1)]
}

const isField = (field: string): field is keyof typeof person.fields => Object.hasOwn(person.fields, field)
const channelOf = (key: string): 'email' | 'phone' | 'sms' | 'post' => {
  const [channel] = key.split(':')
  return channel === 'phone' || channel === 'sms' || channel === 'post' ? channel : 'email'
}
