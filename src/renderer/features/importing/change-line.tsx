import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ShownChange, ShownValue } from '#data/importing-shown'
import { useFieldName, useShownValue } from './use-shown-value.ts'
import shared from './importing.module.css'
import classes from './change.module.css'

interface ChangeLineProps {
  readonly change: ShownChange & { readonly choice?: 'keep' | 'take'; readonly refused?: boolean }
  readonly children?: ReactNode
}

/** One field before (red, struck out) and after (green); what is not taken is pale. */
export const ChangeLine = ({ change, children }: ChangeLineProps) => {
  const { t } = useTranslation('importing')
  const write = useShownValue()
  const fieldName = useFieldName()
  const { gone, kept, added } = compareValues(change)
  const [before, after] = [write(gone), write(added)]
  return (
    <div className={classes['changeLine']} data-choice={change.choice}>
      <span className={classes['changeField']}>{fieldName(change)}</span>
      <span className={classes['changeValues']}>
        {kept.kind !== 'none' && <span>{write(kept)}</span>}
        {before !== '' && (
          <del className={classes['old']}>
            <span className={shared['srOnly']}>{t('changes.old')} : </span>
            {before}
          </del>
        )}
        {change.after.kind === 'none' && <em className={shared['hint']}>{t('check.unset')}</em>}
        {after !== '' && (
          <ins className={classes['fresh']}>
            <span className={shared['srOnly']}>{t('changes.fresh')} : </span>
            {after}
          </ins>
        )}
        {change.refused === true && <span className={shared['hint']}>{t('changes.refused')}</span>}
      </span>
      {children}
    </div>
  )
}

/** Lists are compared item by item: what stays is no change. */
const compareValues = ({ before, after }: ShownChange): { readonly gone: ShownValue; readonly kept: ShownValue; readonly added: ShownValue } => {
  if (before.kind !== 'list' || after.kind !== 'list') return { gone: before, kept: { kind: 'none' }, added: after }
  const has = (items: readonly ShownValue[], item: ShownValue): boolean => items.some((one) => JSON.stringify(one) === JSON.stringify(item))
  const listOf = (items: readonly ShownValue[]): ShownValue => (items.length === 0 ? { kind: 'none' } : { kind: 'list', items })
  return {
    gone: listOf(before.items.filter((item) => !has(after.items, item))),
    kept: listOf(before.items.filter((item) => has(after.items, item))),
    added: listOf(after.items.filter((item) => !has(before.items, item))),
  }
}
