import { UnstyledButton } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './figure.module.css'

export interface FigureProps {
  readonly label: string
  /** Already written for people (`format.number`), or null: « on ne sait pas ». */
  readonly value: string | null
  /** « 128 il y a un an », beside the value. */
  readonly comparison?: ReactNode
  /** What is counted, on which base, in which period. */
  readonly rule: string
  /** Opens the list behind the figure. Every figure has one. */
  readonly onOpen?: (() => void) | undefined
}

/** A big number that says its rule and opens its list. */
export const Figure = ({ label, value, comparison, rule, onOpen }: FigureProps) => {
  const { t } = useTranslation()
  return (
    <section className={classes['figure']} aria-label={label}>
      <h3 className={classes['label']}>{label}</h3>
      <p className={classes['line']}>
        <span className={classes['value']} data-unknown={value === null || undefined}>
          {value ?? t('figure.unknown')}
        </span>
        {comparison !== undefined && <span className={classes['comparison']}>{comparison}</span>}
      </p>
      <p className={classes['rule']}>{rule}</p>
      {onOpen !== undefined && value !== null && (
        <UnstyledButton className={classes['open']} onClick={onOpen} aria-label={`${t('actions.seeList')} : ${label}`}>
          {t('actions.seeList')}
        </UnstyledButton>
      )}
    </section>
  )
}
