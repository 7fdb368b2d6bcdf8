import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ContributionCount } from '#domain/calls/contributions'
import { addMonths, firstDay, type IsoDate } from '#domain/period'
import { useLive } from '#data/use-live'
import { useFormat } from '#i18n/setup'
import { PartialDateInput } from '#ui/partial-date-input'
import { useToday } from '#ui/use-today'
import { keptLine } from './next-step.tsx'
import classes from './calls.module.css'

/** How many contributions before and after a day: did something change? */
export const ContributionRateCard = () => {
  const { t } = useTranslation('calls')
  const today = useToday()
  const [turn, setTurn] = useState<IsoDate>(() => addMonths(today, -6))
  const rate = useLive(['contacts'], ({ journal }) => journal.contributions(turn, today), [turn, today])
  return (
    <section className={`${classes['card']} ${classes['rate']}`} aria-label={t('register.rate.title')}>
      <div className={classes['formLine']}>
        <PartialDateInput
          label={t('register.rate.turn')}
          description={keptLine}
          value={turn}
          onChange={(date) => date !== null && setTurn(firstDay(date))}
        />
        {rate === null && <p className={classes['quiet']}>{t('register.rate.notYet')}</p>}
        {rate !== undefined && rate !== null && (
          <>
            <Count count={rate.before} />
            <Count count={rate.after} />
          </>
        )}
      </div>
      <p className={classes['others']}>{t('register.rate.rule')}</p>
    </section>
  )
}

const Count = ({ count: { period, count, people } }: { readonly count: ContributionCount }) => {
  const { t } = useTranslation('calls')
  const format = useFormat()
  return (
    <div>
      <p className={classes['quiet']}>{t('register.rate.before', { start: format.shortDate(period.start), end: format.shortDate(period.end) })}</p>
      <strong>{t('register.rate.count', { count })}</strong>{' '}
      {people > 0 && <span className={classes['quiet']}>{t('register.rate.people', { count: people })}</span>}
    </div>
  )
}
