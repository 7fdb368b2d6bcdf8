import type { ReactNode } from 'react'
import classes from './section.module.css'

/** A titled part of the page of a record. `note`: a count or a few words beside the title. */
export const Section = ({ title, note = '', children }: { readonly title: string; readonly note?: string; readonly children: ReactNode }) => (
  <section className={classes['section']} aria-label={title}>
    <h2 className={classes['title']}>
      {title}
      {note !== '' && <span className={classes['note']}>{note}</span>}
    </h2>
    {children}
  </section>
)
