import { useTranslation } from 'react-i18next'
import type { ShownChange, ShownValue } from '#data/importing-shown'
import { attendanceStatuses } from '#domain/attendance'
import type { RoleKindId } from '#domain/id'
import { importTerms } from '#i18n/fr/import-terms'
import { useFormat } from '#i18n/setup'
import { useRoleName } from '#i18n/role-name'

const genders = ['female', 'male', 'other'] as const

/** Writes a value of a record in the language of the interface; '' when there is none. */
export const useShownValue = (): ((value: ShownValue) => string) => {
  const { t } = useTranslation(['common', 'importTerms'])
  const format = useFormat()
  const roleName = useRoleName()
  const write = (value: ShownValue): string => {
    switch (value.kind) {
      case 'none':
        return ''
      case 'text':
        return value.text
      case 'number':
        return format.number(value.number, 2)
      case 'date':
        return format.date(value.date)
      case 'phone':
        return format.phone(value.number)
      case 'yes-no':
        return value.yes ? t('common:yes') : t('common:no')
      case 'gender': {
        const gender = genders.find((known) => known === value.gender)
        return gender === undefined ? value.gender : t(`common:gender.${gender}`)
      }
      case 'consent':
        return value.given ? t('importTerms:consent.given') : t('importTerms:consent.refused')
      case 'attendance': {
        const status = attendanceStatuses.find((known) => known === value.status)
        const words = status === undefined ? value.status : t(`common:attendance.${status}`)
        return value.hours === null ? words : `${words}, ${format.hours(value.hours)}`
      }
      case 'role': {
        const name = roleName({ id: value.roleKind as RoleKindId, name: value.name })
        const start = value.start === null ? '' : format.shortDate(value.start)
        const end = value.end === null ? '' : format.shortDate(value.end)
        if (start === '' && end === '') return name
        if (end === '') return t('importTerms:role.since', { name, start })
        return start === '' ? t('importTerms:role.until', { name, end }) : t('importTerms:role.between', { name, start, end })
      }
      case 'list':
        return value.items.map(write).join(', ')
    }
  }
  return write
}

const isKnownField = (field: string): field is keyof typeof importTerms.personFields => Object.hasOwn(importTerms.personFields, field)

const channels = ['email', 'phone', 'sms', 'post'] as const

/** What a field is called: « Téléphones », « Pointure » for a custom field, « Étiquette : fidèle ». */
export const useFieldName = (): ((change: Pick<ShownChange, 'field' | 'name'>) => string) => {
  const { t } = useTranslation('importTerms')
  return ({ field, name }) => {
    if (field === 'custom' && name !== '') return name
    const words = isKnownField(field) ? t(`personFields.${field}`) : t('personFields.other')
    const channel = field === 'consents' ? channels.find((one) => one === name) : undefined
    const shown = channel === undefined ? name : t(`channels.${channel}`)
    return shown === '' ? words : t('namedField', { field: words, name: shown })
  }
}
