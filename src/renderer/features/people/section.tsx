import type { ReactNode } from 'react'
import classes from './person-page.module.css'

/** A titled part of a person's page. */
export const Section = ({ title, note = '', children }: { readonly title: string; readonly note?: string; readonly children: ReactNode }) => (
  <section className={classes['section']} aria-label={title}>
    <h2 className={classes['sectionTitle']}>
      {title}
      {note !== '' && <span className={classes['sectionNote']}>{note}</span>}
    </h2>
    {children}
  </section>
)
