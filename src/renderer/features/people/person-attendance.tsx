import { Anchor } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { EventId } from '#domain/id'
import { cameToEvent } from '#domain/attendance'
import type { PersonAttendance } from '#data/people-activity'
import { useFormat } from '#i18n/setup'
import { useFirstLines } from './first-lines.tsx'
import classes from './person-page.module.css'

/** The events of a person, the latest first, each leading to its page. */
export const PersonAttendanceList = ({
  attendance,
  onOpenEvent,
}: {
  readonly attendance: readonly PersonAttendance[]
  readonly onOpenEvent: (id: EventId) => void
}) => {
  const { t } = useTranslation('person')
  const { t: common } = useTranslation()
  const format = useFormat()
  const { shown, more } = useFirstLines(attendance)
  if (attendance.length === 0) return <p className={classes['quiet']}>{t('attendance.none')}</p>
  return (
    <>
      <table className={classes['table']}>
        <thead>
          <tr>
            <th scope="col">{t('attendance.event')}</th>
            <th scope="col">{t('attendance.date')}</th>
            <th scope="col">{t('attendance.status')}</th>
            <th scope="col" className={classes['number']}>
              {t('attendance.hours')}
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((line) => (
            <tr key={line.eventId}>
              <td>
                <Anchor component="button" type="button" ta="left" onClick={() => onOpenEvent(line.eventId)}>
                  {line.name}
                </Anchor>
              </td>
              <td className={classes['day']}>{line.date === null ? t('attendance.undated') : format.date(line.date)}</td>
              <td className={cameToEvent(line.status) ? '' : classes['quiet']}>{common(`attendance.${line.status}`)}</td>
              <td className={classes['number']}>{line.hours === null ? '' : format.hours(line.hours)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {more}
    </>
  )
}
