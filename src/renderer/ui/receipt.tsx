import type { ReactNode } from 'react'
import classes from './receipt.module.css'

export interface ReceiptLine {
  readonly label: string
  /** Already written for people. */
  readonly value: string
  readonly tone?: 'good' | 'warn' | 'bad'
  readonly action?: ReactNode
}

/** What was done, in counts, like a till receipt; with what can be done about it. */
export const Receipt = ({
  title,
  lines,
  actions,
}: {
  readonly title: ReactNode
  readonly lines: readonly ReceiptLine[]
  readonly actions?: ReactNode
}) => (
  <section className={classes['receipt']}>
    <h2 className={classes['title']}>{title}</h2>
    <dl className={classes['lines']}>
      {lines.map((line) => (
        <div key={line.label} className={classes['line']} data-tone={line.tone}>
          <dt>{line.label}</dt>
          <dd>
            {line.action}
            <span className={classes['value']}>{line.value}</span>
          </dd>
        </div>
      ))}
    </dl>
    {actions !== undefined && <div className={classes['actions']}>{actions}</div>}
  </section>
)
