import type { ReactNode } from 'react'
import classes from './page-tabs.module.css'

/** The line of links between the pages of one room. `children`: the links; the one in sight says `aria-current="page"`. */
export const PageTabs = ({ label, children }: { readonly label: string; readonly children: ReactNode }) => (
  <nav className={classes['tabs']} aria-label={label}>
    {children}
  </nav>
)
