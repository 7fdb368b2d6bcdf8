import { useTranslation } from 'react-i18next'
import type { Membership } from '#domain/community'
import { useFormat } from '#i18n/setup'

/** « depuis 03/2021 », « de 2019 à 2021 », « jusqu’à 2021 »; '' when neither day is known. */
export const useMembershipWords = (): ((membership: Membership) => string) => {
  const { t } = useTranslation('communities')
  const format = useFormat()
  return ({ start, end }) => {
    if (start !== null && end !== null) return t('person.between', { start: format.date(start), end: format.date(end) })
    if (start !== null) return t('person.since', { date: format.date(start) })
    return end === null ? '' : t('person.until', { date: format.date(end) })
  }
}
