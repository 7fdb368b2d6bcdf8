import { UnstyledButton } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import classes from './problem-list.module.css'

export interface ShownProblem {
  readonly id: string
  /** Where: « ligne 14, Date de naissance ». */
  readonly where: string
  /** What is wrong and what to do, in words. */
  readonly message: string
  /** The value as it was found, shown as it is. */
  readonly value?: string
  readonly onOpen?: (() => void) | undefined
}

/** Problems to mend, each one leading to its place. Shows the first `limit`, says how many more there are. */
export const ProblemList = ({
  problems,
  total = problems.length,
  label,
}: {
  readonly problems: readonly ShownProblem[]
  readonly total?: number
  readonly label: string
}) => {
  const { t } = useTranslation()
  return (
    <ul className={classes['list']} aria-label={label}>
      {problems.map((problem) => (
        <li key={problem.id} className={classes['item']}>
          <IconAlertTriangle size={16} className={classes['icon']} aria-hidden />
          <div>
            {problem.onOpen === undefined ? (
              <span className={classes['where']}>{problem.where}</span>
            ) : (
              <UnstyledButton className={classes['where']} data-link onClick={problem.onOpen}>
                {problem.where}
              </UnstyledButton>
            )}
            {problem.value !== undefined && <code className={classes['value']}>{problem.value}</code>}
            <div>{problem.message}</div>
          </div>
        </li>
      ))}
      {total > problems.length && <li className={classes['more']}>{t('problems.more', { count: total - problems.length })}</li>}
    </ul>
  )
}
