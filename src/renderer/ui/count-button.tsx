import type { ReactNode } from 'react'
import classes from './count-button.module.css'

interface CountButtonProps {
  readonly onOpen: () => void
  readonly children: ReactNode
}

/** A number in a table that opens the list of those it counts; on paper, the number alone. */
export const CountButton = ({ onOpen, children }: CountButtonProps) => (
  <button type="button" className={classes['count']} onClick={onOpen}>
    {children}
  </button>
)
