import { ActionIcon } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { HoursGiven } from '#domain/hours'
import { useData } from '#data/use-data'
import { useFormat } from '#i18n/setup'
import { useReportWrite } from '#ui/report-write'
import { useFirstLines } from './first-lines.tsx'
import classes from './person-page.module.css'

/** Hours given outside any event, with their sum. */
export const PersonHours = ({ hours }: { readonly hours: readonly HoursGiven[] }) => {
  const { t } = useTranslation('person')
  const data = useData()
  const format = useFormat()
  const report = useReportWrite()
  const { shown, more } = useFirstLines(hours)
  if (hours.length === 0) return <p className={classes['quiet']}>{t('hours.none')}</p>
  const total = hours.reduce((sum, given) => sum + given.hours, 0)
  const taskOf = (given: HoursGiven): string => (given.task === '' ? t('hours.taskless') : given.task)
  const remove = async (given: HoursGiven): Promise<void> => {
    const written = await data.records.save({ table: 'hours', before: given, after: { ...given, deletedAt: new Date().toISOString() } })
    report(written, { done: t('hours.removed', { hours: format.hours(given.hours) }), undo: () => void data.changes.undo() })
  }
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
            <td />
          </tr>
        </thead>
        <tbody>
          {shown.map((given) => (
            <tr key={given.id}>
              <td>{taskOf(given)}</td>
              <td className={classes['day']}>{given.date === null ? t('attendance.undated') : format.date(given.date)}</td>
              <td className={classes['number']}>{format.hours(given.hours)}</td>
              <td className={classes['number']}>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  size="sm"
                  aria-label={t('hours.remove', { hours: format.hours(given.hours), task: taskOf(given) })}
                  onClick={() => void remove(given)}
                >
                  <IconX size={14} />
                </ActionIcon>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {more}
      <p className={classes['quiet']}>{t('hours.total', { hours: format.hours(total) })}</p>
    </>
  )
}
