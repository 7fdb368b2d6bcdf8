import { Fragment } from 'react'
import styles from './charts.module.css'

export interface CohortRow {
  readonly label: string
  readonly size: string
  /** Years since joining, 0 first; null where the year has not come yet. */
  readonly cells: readonly (CohortCell | null)[]
}
export interface CohortCell {
  /** Between 0 and 1. */
  readonly share: number
  readonly text: string
  readonly description: string
  readonly onPick: () => void
}

interface CohortMapProps {
  readonly rows: readonly CohortRow[]
  readonly headers: { readonly cohort: string; readonly size: string; readonly years: readonly string[] }
}

/** Who stays, cohort by cohort: darker is more; each cell is a button that opens its list. */
export const CohortMap = ({ rows, headers }: CohortMapProps) => (
  <div className={styles['scroll']} data-chart="cohorts">
    <div
      className={styles['cohorts']}
      style={{ gridTemplateColumns: `minmax(5.5rem, auto) auto repeat(${headers.years.length}, minmax(3.6rem, 1fr))` }}
    >
      <span className={styles['cohortHead']}>{headers.cohort}</span>
      <span className={styles['cohortHead']}>{headers.size}</span>
      {headers.years.map((year) => (
        <span key={year} className={styles['cohortHead']}>
          {year}
        </span>
      ))}
      {rows.map((row) => (
        <Fragment key={row.label}>
          <span className={styles['cohortName']}>{row.label}</span>
          <span className={styles['cohortSize']}>{row.size}</span>
          {headers.years.map((year, position) => {
            const cell = row.cells[position]
            if (cell === null || cell === undefined) return <span key={year} className={styles['cohortBlank']} />
            return (
              <button
                key={year}
                type="button"
                className={styles['cohortCell']}
                style={{ '--share': cell.share } as React.CSSProperties}
                aria-label={cell.description}
                title={cell.description}
                onClick={cell.onPick}
              >
                {cell.text}
              </button>
            )
          })}
        </Fragment>
      ))}
    </div>
  </div>
)
