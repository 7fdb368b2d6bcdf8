import { useTranslation } from 'react-i18next'
import type { Membership } from '#domain/community'
import { isIsoDate, type PartialDate } from '#domain/period'
import { useFormat } from '#i18n/setup'

/** « depuis 03/2021 », « de 2019 à 2021 », « jusqu’à 2021 »; '' when neither day is known. */
export const useMembershipWords = (): ((membership: Pick<Membership, 'start' | 'end'>) => string) => {
  const { t } = useTranslation('communities')
  const format = useFormat()
  // A day has its article in French, a month or a year has none.
  const known = (date: PartialDate): 'day' | 'part' => (isIsoDate(date) ? 'day' : 'part')
  return ({ start, end }) => {
    if (start !== null && end !== null)
      return t('person.between', {
        start: t(`person.from.${known(start)}`, { date: format.date(start) }),
        end: t(`person.to.${known(end)}`, { date: format.date(end) }),
      })
    if (start !== null) return t(`person.since.${known(start)}`, { date: format.date(start) })
    return end === null ? '' : t(`person.until.${known(end)}`, { date: format.date(end) })
  }
}
