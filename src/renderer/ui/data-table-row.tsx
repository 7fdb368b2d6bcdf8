import { memo } from 'react'
import type { Column } from './data-table-column.ts'
import classes from './data-table.module.css'

interface DataTableRowProps<Row> {
  readonly id: string
  readonly index: number
  /** Distance from the top of the list, in pixels. */
  readonly start: number
  readonly row: Row | undefined
  readonly columns: readonly Column<Row>[]
  readonly active: boolean
  readonly open: boolean
  readonly selectable: boolean
  readonly selected: boolean
  readonly label: string
}

const Row = <Record,>({ id, index, start, row, columns, active, open, selectable, selected, label }: DataTableRowProps<Record>) => (
  <div
    id={id}
    role="row"
    className={classes['row']}
    style={{ transform: `translateY(${start}px)` }}
    data-index={index}
    data-active={active || undefined}
    data-open={open || undefined}
    aria-rowindex={index + 2}
    aria-selected={selectable ? selected : undefined}
    aria-label={row === undefined ? label : undefined}
  >
    {selectable && <div role="gridcell" className={classes['tick']} data-select data-on={selected || undefined} />}
    {columns.map((column) => (
      <div key={column.id} role="gridcell" className={classes['cell']} data-align={column.align} data-figures={column.figures}>
        {row === undefined ? <span className={classes['waiting']} /> : column.render(row)}
      </div>
    ))}
  </div>
)

/** One row; drawn again only when something of it changed. */
export const DataTableRow = memo(Row) as typeof Row
