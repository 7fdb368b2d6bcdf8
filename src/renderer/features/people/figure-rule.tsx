import { Anchor } from '@mantine/core'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OpenedList } from '#ui/open-list'
import classes from './people-page.module.css'

/** Under which rule a figure counted these people: one short sentence, and the whole rule when asked for. */
export const FigureRule = ({ list: { rule, shortRule } }: { readonly list: Pick<OpenedList, 'rule' | 'shortRule'> }) => {
  const { t } = useTranslation('people')
  const [isWhole, setIsWhole] = useState(false)
  const id = useId()
  if (shortRule === undefined || shortRule === rule) return rule
  return (
    <>
      {shortRule}{' '}
      <Anchor component="button" type="button" aria-expanded={isWhole} aria-controls={id} onClick={() => setIsWhole(!isWhole)}>
        {t(isWhole ? 'rule.less' : 'rule.more')}
      </Anchor>
      <span id={id} className={classes['rule']} hidden={!isWhole}>
        {rule}
      </span>
    </>
  )
}
