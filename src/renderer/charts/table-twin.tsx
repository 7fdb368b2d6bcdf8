import { CountButton } from '#ui/count-button'
import type { ChartTable } from './table.tsx'
import styles from './charts.module.css'

interface TableTwinProps {
  readonly caption: string
  readonly table: ChartTable
  /** For the copy that only screen readers meet: plain text, since the drawing beside it has the same buttons. */
  readonly inert?: boolean
}

/** The same figures as the chart, as a real table whose numbers open their lists. */
export const TableTwin = ({ caption, table, inert = false }: TableTwinProps) => (
  <div
    className={inert ? undefined : styles['scroll']}
    tabIndex={inert ? undefined : 0}
    role={inert ? undefined : 'group'}
    aria-label={inert ? undefined : caption}
  >
    <table className={styles['table']}>
      <caption className={styles['caption']}>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{table.rowHeader}</th>
          {table.columns.map(({ header }) => (
            <th key={header} scope="col" className={styles['number']}>
              {header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.rows.map((row) => (
          <tr key={row.label}>
            <th scope="row">{row.label}</th>
            {row.cells.map((cell, position) => (
              <td key={table.columns[position]?.header ?? position} className={styles['number']}>
                {cell.onPick !== undefined && !inert ? <CountButton onOpen={cell.onPick}>{cell.text}</CountButton> : cell.text}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
)
