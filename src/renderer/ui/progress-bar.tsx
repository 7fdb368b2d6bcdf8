import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#i18n/setup'
import classes from './progress-bar.module.css'

export interface ProgressBarProps {
  /** What is being done: « Lecture du fichier ». */
  readonly label: string
  readonly done: number
  /** null: nobody can know yet. */
  readonly total: number | null
  /** How the numbers read; by default « 1 234 sur 5 000 ». */
  readonly count?: string
  readonly onCancel?: (() => void) | undefined
}

/** Waiting, with a number; and a way out when it is long. */
export const ProgressBar = ({ label, done, total, count, onCancel }: ProgressBarProps) => {
  const { t } = useTranslation()
  const format = useFormat()
  const ratio = total === null || total === 0 ? null : Math.min(1, done / total)
  const numbers = count ?? (total === null ? format.number(done) : t('progress', { done: format.number(done), total: format.number(total) }))
  return (
    <div className={classes['progress']}>
      <div className={classes['words']}>
        <span>{label}</span>
        <span className={classes['numbers']}>{numbers}</span>
      </div>
      <div className={classes['line']}>
        <div
          className={classes['track']}
          role="progressbar"
          aria-label={label}
          aria-valuetext={numbers}
          aria-valuemin={0}
          {...(ratio === null ? {} : { 'aria-valuemax': 100, 'aria-valuenow': Math.round(ratio * 100) })}
        >
          <div
            className={classes['bar']}
            data-unknown={ratio === null || undefined}
            style={ratio === null ? undefined : { transform: `scaleX(${ratio})` }}
          />
        </div>
        {onCancel !== undefined && (
          <Button variant="default" size="compact-sm" onClick={onCancel}>
            {t('actions.cancel')}
          </Button>
        )}
      </div>
    </div>
  )
}
