import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { areDetailsFresh } from '#domain/calls/call-list'
import { fullName, type Person } from '#domain/person'
import { useData } from '#data/use-data'
import { useFormat } from '#i18n/setup'
import { useReportWrite } from '#ui/report-write'
import { useToday } from '#ui/use-today'
import classes from './person-page.module.css'

/** When her details were last checked, one click to say that they are right today, and whether anybody still knows how to reach her. */
export const PersonConfirmed = ({ person }: { readonly person: Person }) => {
  const { t } = useTranslation('person')
  const data = useData()
  const format = useFormat()
  const today = useToday()
  const report = useReportWrite()
  const { id, confirmedOn = null, lostContact = false } = person
  const isFresh = areDetailsFresh(confirmedOn, today)
  const name = fullName(person)
  const undo = (): void => void data.changes.undo()
  const confirm = async (): Promise<void> => {
    report(await data.calls.confirmDetails(id, today), { done: t('confirmed.done', { name }), undo })
  }
  const setLost = async (): Promise<void> => {
    report(await data.calls.setLostContact(id, !lostContact), { done: t(lostContact ? 'confirmed.found' : 'confirmed.isLost', { name }), undo })
  }
  return (
    <>
      {lostContact && <p className={classes['warning']}>{t('confirmed.lost')}</p>}
      <p className={classes['quiet']}>
        {confirmedOn === null ? t('confirmed.never') : t(isFresh === true ? 'confirmed.on' : 'confirmed.tooOld', { date: format.date(confirmedOn) })}
      </p>
      <div className={classes['confirmedActs']}>
        {confirmedOn !== today && (
          <Button size="compact-sm" variant="default" onClick={() => void confirm()}>
            {t('confirmed.today')}
          </Button>
        )}
        <Button size="compact-sm" variant="subtle" color="gray" onClick={() => void setLost()}>
          {t(lostContact ? 'confirmed.setFound' : 'confirmed.setLost')}
        </Button>
      </div>
    </>
  )
}
