import type { ReactNode } from 'react'
import classes from './form-section.module.css'

/** A titled part of a form, with a sentence that says what it changes. */
export const FormSection = ({ title, text, children }: { readonly title?: string; readonly text?: ReactNode; readonly children: ReactNode }) => (
  <section className={classes['section']}>
    {title !== undefined && <h2 className={classes['title']}>{title}</h2>}
    {text !== undefined && <p className={classes['text']}>{text}</p>}
    <div className={classes['content']}>{children}</div>
  </section>
)
