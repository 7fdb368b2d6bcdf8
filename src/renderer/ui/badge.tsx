import type { ReactNode } from 'react'
import classes from './badge.module.css'

export type Tone = 'quiet' | 'accent' | 'good' | 'warn' | 'bad'

/** A quiet word beside a name: a role, a tag, a state. `outline` for what is over. */
export const Badge = ({
  tone = 'quiet',
  outline = false,
  children,
}: {
  readonly tone?: Tone
  readonly outline?: boolean
  readonly children: ReactNode
}) => (
  <span className={classes['badge']} data-tone={tone} data-outline={outline || undefined}>
    {children}
  </span>
)
