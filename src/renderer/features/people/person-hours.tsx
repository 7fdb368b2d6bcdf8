import { useTranslation } from 'react-i18next'
import type { HoursGiven } from '#domain/hours'
import { useFormat } from '#i18n/setup'
import classes from './person-page.module.css'

/** Hours given outside any event, with their sum. */
export const PersonHours = ({ hours }: { readonly hours: readonly HoursGiven[] }) => {
  const { t } = useTranslation('person')
  const format = useFormat()
  const total = hours.reduce((sum, given) => sum + given.hours, 0)
  return (
    <>
      <table className={classes['table']}>
        <thead>
          <tr>
            <th scope="col">{t('hours.task')}</th>
            <th scope="col">{t('attendance.date')}</th>
            <th scope="col" className={classes['number']}>
              {t('attendance.hours')}
            </th>
          </tr>
        </thead>
        <tbody>
          {hours.map((given) => (
            <tr key={given.id}>
              <td>{given.task === '' ? t('hours.taskless') : given.task}</td>
              <td>{given.date === null ? t('attendance.undated') : format.date(given.date)}</td>
              <td className={classes['number']}>{format.hours(given.hours)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={classes['quiet']}>{t('hours.total', { hours: format.hours(total) })}</p>
    </>
  )
}
