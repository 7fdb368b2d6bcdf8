import { useTranslation } from 'react-i18next'
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import type { Column, Selection, Sort } from './data-table-column.ts'
import classes from './data-table.module.css'

interface DataTableHeaderProps<Row> {
  readonly columns: readonly Column<Row>[]
  readonly sort: Sort | null
  readonly onSort: ((sort: Sort) => void) | undefined
  readonly selection: Selection | undefined
}

/** The sticky first row: names, order, « tout sélectionner ». */
export const DataTableHeader = <Row,>({ columns, sort, onSort, selection }: DataTableHeaderProps<Row>) => {
  const { t } = useTranslation()
  return (
    <div className={classes['head']} role="rowgroup">
      <div className={classes['headRow']} role="row" aria-rowindex={1}>
        {selection !== undefined && (
          <div role="columnheader" className={classes['tickHead']}>
            <button
              type="button"
              className={classes['tickAll']}
              role="checkbox"
              aria-checked={selection.state === 'some' ? 'mixed' : selection.state === 'all'}
              aria-label={t('table.selectAll')}
              data-on={selection.state === 'none' ? undefined : selection.state}
              onClick={selection.toggleAll}
            />
          </div>
        )}
        {columns.map((column) => {
          const direction = sort?.column === column.id ? sort.direction : null
          return (
            <div
              key={column.id}
              role="columnheader"
              className={classes['headCell']}
              data-align={column.align}
              aria-sort={direction ?? (column.sortable === true ? 'none' : undefined)}
            >
              {column.sortable === true && onSort !== undefined ? (
                <button
                  type="button"
                  className={classes['sort']}
                  title={t('table.sortBy', { column: column.header })}
                  onClick={() => onSort({ column: column.id, direction: direction === 'ascending' ? 'descending' : 'ascending' })}
                >
                  <span className={classes['headWords']}>{column.header}</span>
                  {direction === 'ascending' && <IconArrowUp size={13} aria-hidden />}
                  {direction === 'descending' && <IconArrowDown size={13} aria-hidden />}
                </button>
              ) : (
                <span className={classes['headWords']}>{column.header}</span>
              )}
            </div>
          )
        })}
      </div>
    </div>
  )
}
