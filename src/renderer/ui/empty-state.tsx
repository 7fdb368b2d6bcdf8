import type { ReactNode } from 'react'
import classes from './empty-state.module.css'

export interface EmptyStateProps {
  readonly icon?: ReactNode
  /** 1 when it stands in for a whole page. */
  readonly level?: 1 | 2
  /** What will be here, or why nothing is. */
  readonly title: string
  readonly text?: ReactNode
  /** The one button that starts it. */
  readonly action?: ReactNode
}

/** A place with nothing in it yet: says what will be here and gives the one button that starts it. */
export const EmptyState = ({ icon, level = 2, title, text, action }: EmptyStateProps) => (
  <div className={classes['empty']}>
    {icon !== undefined && (
      <div className={classes['icon']} aria-hidden>
        {icon}
      </div>
    )}
    {level === 1 ? <h1 className={classes['title']}>{title}</h1> : <h2 className={classes['title']}>{title}</h2>}
    {text !== undefined && <p className={classes['text']}>{text}</p>}
    {action !== undefined && <div className={classes['action']}>{action}</div>}
  </div>
)
