import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ShownChange } from '#data/importing-shown'
import { useFieldName, useShownValue } from './use-shown-value.ts'
import classes from './importing.module.css'

interface ChangeLineProps {
  readonly change: ShownChange & { readonly choice?: 'keep' | 'take'; readonly refused?: boolean }
  readonly children?: ReactNode
}

/** One field before (red, struck out) and after (green); what is not taken is pale. */
export const ChangeLine = ({ change, children }: ChangeLineProps) => {
  const { t } = useTranslation('importing')
  const write = useShownValue()
  const fieldName = useFieldName()
  const [before, after] = [write(change.before), write(change.after)]
  return (
    <div className={classes['changeLine']} data-choice={change.choice}>
      <span className={classes['changeField']}>{fieldName(change)}</span>
      <span className={classes['changeValues']}>
        {before !== '' && (
          <del className={classes['old']}>
            <span className={classes['srOnly']}>{t('changes.old')} : </span>
            {before}
          </del>
        )}
        {after === '' ? (
          <em className={classes['hint']}>{t('check.unset')}</em>
        ) : (
          <ins className={classes['fresh']}>
            <span className={classes['srOnly']}>{t('changes.fresh')} : </span>
            {after}
          </ins>
        )}
        {change.refused === true && <span className={classes['hint']}>{t('changes.refused')}</span>}
      </span>
      {children}
    </div>
  )
}
