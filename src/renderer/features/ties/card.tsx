import { useId, type ReactNode } from 'react'
import classes from './ties.module.css'

/** A titled part of the page, with its rule below. */
export const Card = ({ title, rule, children }: { readonly title: string; readonly rule: string; readonly children: ReactNode }) => {
  const titleId = useId()
  return (
    <section className={classes['card']} aria-labelledby={titleId}>
      <h2 id={titleId} className={classes['cardTitle']}>
        {title}
      </h2>
      {children}
      <p className={classes['rule']}>{rule}</p>
    </section>
  )
}
