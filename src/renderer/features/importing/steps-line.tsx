import { useTranslation } from 'react-i18next'
import classes from './importing.module.css'

export const stepNames = ['file', 'columns', 'check', 'receipt'] as const
export type StepName = (typeof stepNames)[number]

/** Where one is among the four steps; a quiet line, not a set of buttons. */
export const StepsLine = ({ current }: { readonly current: StepName }) => {
  const { t } = useTranslation('importing')
  const position = stepNames.indexOf(current)
  return (
    <ol className={classes['steps']} aria-label={t('steps.label')}>
      {stepNames.map((name, index) => (
        <li key={name} className={classes['step']} data-done={index < position || undefined} aria-current={index === position ? 'step' : undefined}>
          <span className={classes['stepMark']} aria-hidden />
          {t(`steps.${name}`)}
        </li>
      ))}
    </ol>
  )
}
