import type { ReactNode } from 'react'
import classes from './toolbar.module.css'

/** A row of controls: what is on the left stays, `end` keeps to the right. Wraps rather than overflows. */
export const Toolbar = ({ label, end, children }: { readonly label: string; readonly end?: ReactNode; readonly children: ReactNode }) => (
  <div className={classes['toolbar']} role="toolbar" aria-label={label}>
    <div className={classes['start']}>{children}</div>
    {end !== undefined && <div className={classes['end']}>{end}</div>}
  </div>
)
