import { UnstyledButton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { FigureRef, YearStatesRow } from '#domain/indicators/figure'
import type { IsoDate } from '#domain/period'
import { useFormat } from '#i18n/setup'
import styles from './home.module.css'

const shown = ['newcomers', 'kept', 'returned', 'lapsed'] as const

/** The running year in four numbers, each opening its list. */
export const YearStrip = ({
  states: row,
  start,
  onOpen,
}: {
  readonly states: YearStatesRow
  /** First day of the running year. */
  readonly start: IsoDate
  readonly onOpen: (ref: FigureRef, title: string, rule: string) => void
}) => {
  const { t } = useTranslation(['home', 'common'])
  const format = useFormat()
  const label = t('year.label', { date: format.date(start) })
  return (
    <section className={styles['strip']} aria-label={label}>
      <h3 className={styles['stripLabel']}>{label}</h3>
      <ul className={styles['stripItems']}>
        {shown.map((state) => {
          const { count, ref } = row.states[state]
          return (
            <li key={state}>
              <UnstyledButton
                className={styles['stripItem']}
                disabled={count === 0}
                aria-label={`${format.number(count)} ${t(`year.states.${state}`)}. ${t('common:actions.seeList')}`}
                onClick={() => onOpen(ref, t(`year.list.${state}`), t('year.rule'))}
              >
                <strong data-state={state}>{format.number(count)}</strong> {t(`year.states.${state}`)}
              </UnstyledButton>
            </li>
          )
        })}
      </ul>
      <p className={styles['stripRule']}>{t('year.rule')}</p>
    </section>
  )
}
