import type { OutputCell, OutputColumn } from '#bridge/writing'
import type { FigureRef } from '#domain/indicators/figure'
import { parsePartialDate } from '#domain/period'
import type { Formatter } from '#i18n/format'
import { CountButton } from '#ui/count-button'
import type { ReportRow, ReportTable } from './report-words.ts'
import styles from './reports.module.css'

interface ReportTableViewProps {
  readonly table: Pick<ReportTable, 'name' | 'columns' | 'rows'>
  readonly format: Formatter
  /** Opens the list behind a cell of a row. */
  readonly onOpen: (row: ReportRow, ref: FigureRef) => void
}

/** A sheet of the report as the page shows it: the same cells, written for people; those that stand for people open their list. */
export const ReportTableView = ({ table, format, onOpen }: ReportTableViewProps) => (
  <div className={styles['scroll']}>
    <table className={styles['table']} aria-label={table.name}>
      <thead>
        <tr>
          {table.columns.map(({ header, kind }) => (
            <th key={header} scope="col" className={isNumber(kind) ? styles['number'] : undefined}>
              {header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.rows.map((row, position) => (
          // Rows have no identity of their own: they are made anew with each report.
          <tr key={position}>
            {table.columns.map(({ header, kind }, column) => (
              <Cell
                key={header}
                text={cellText(row.cells[column] ?? null, kind, format)}
                kind={kind}
                isFirst={column === 0}
                onOpen={openerOf(row, column, onOpen)}
              />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
)

interface CellProps {
  readonly text: string
  readonly kind: OutputColumn['kind']
  readonly isFirst: boolean
  readonly onOpen: (() => void) | null
}
const Cell = ({ text, kind, isFirst, onOpen }: CellProps) => {
  const content = onOpen === null ? text : <CountButton onOpen={onOpen}>{text}</CountButton>
  return isFirst ? (
    <th scope="row">{content}</th>
  ) : (
    <td className={isNumber(kind) ? styles['number'] : kind === 'date' ? styles['short'] : undefined}>{content}</td>
  )
}

/** A cell in words: « 1 234 », « +12 », « 83 % », « 12 mars 2026 », nothing for nothing. */
export const cellText = (cell: OutputCell, kind: OutputColumn['kind'], format: Formatter): string => {
  if (cell === null) return ''
  if (typeof cell === 'number') return kind === 'percent' ? format.percent(cell) : kind === 'change' ? format.change(cell) : format.number(cell, 2)
  if (typeof cell === 'boolean') return String(cell)
  const date = kind === 'date' ? parsePartialDate(cell) : null
  return date === null ? cell : format.date(date)
}

const openerOf = (row: ReportRow, column: number, onOpen: ReportTableViewProps['onOpen']): (() => void) | null => {
  const ref = row.refs[column] ?? null
  const cell = row.cells[column]
  return ref === null || cell === null || cell === 0 ? null : () => onOpen(row, ref)
}
const isNumber = (kind: OutputColumn['kind']): boolean => kind === 'integer' || kind === 'number' || kind === 'change' || kind === 'percent'
