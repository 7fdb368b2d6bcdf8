import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useEffectEvent, useId, useRef, useState, type CSSProperties, type KeyboardEvent, type MouseEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { DataTableHeader } from '#ui/data-table-header'
import { DataTableRow } from '#ui/data-table-row'
import type { Column, Selection, Sort } from './data-table-column.ts'
import { useKeptRow } from './use-kept-row.ts'
import classes from './data-table.module.css'

export type { Column, Selection, Sort } from './data-table-column.ts'

export interface DataTableProps<Row> {
  /** Says to a screen reader what is listed. */
  readonly label: string
  readonly columns: readonly Column<Row>[]
  readonly rowCount: number
  /** undefined while the page that holds this row is on its way. */
  readonly rowAt: (index: number) => Row | undefined
  readonly rowKey: (row: Row) => string
  readonly rowLabel: (row: Row) => string
  /** First and last rows (0-based, included) now in sight or nearly so: time to fetch their pages. */
  readonly onRange?: ((first: number, last: number) => void) | undefined
  readonly sort?: Sort | null | undefined
  readonly onSort?: ((sort: Sort) => void) | undefined
  readonly selection?: Selection | undefined
  /** Enter, or a click; with `onPreview`, Enter or a double click. */
  readonly onOpen?: ((row: Row, index: number) => void) | undefined
  /** A click, or moving with the keyboard while a panel is open: shows the row beside the list. */
  readonly onPreview?: ((row: Row, index: number) => void) | undefined
  /** The row whose panel is open. */
  readonly openKey?: string | null | undefined
  /** Shown instead of rows when there are none. */
  readonly empty?: ReactNode
  readonly rowHeight?: number
  /** Says which list this is (its filters, its order): when it changes, the list begins again at its first row. */
  readonly listKey?: string
  /** A name of its own in the window: coming back to the list finds the keyboard on the row that was left. */
  readonly keptAs?: string
}

const defaultRowHeight = 34

/** A cell too narrow for what it holds says it whole when the mouse rests on it. */
const sayWhatIsCut = ({ target }: MouseEvent<HTMLDivElement>): void => {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[role=gridcell]') : null
  if (cell === null || cell.dataset['select'] !== undefined) return
  const words = [...cell.childNodes].map(({ textContent }) => textContent ?? '').filter((text) => text !== '')
  if (cell.scrollWidth > cell.clientWidth) cell.title = words.join(', ')
  else cell.removeAttribute('title')
}

/**
 * A list of any length: only what is in sight exists. One tab stop; arrows, Page, Home and End move, Enter opens, Space selects, Ctrl+A selects all.
 * Rows are asked one by one (`rowAt`), so that pages may arrive later (`onRange`).
 */
export const DataTable = <Row,>(props: DataTableProps<Row>) => {
  const {
    label,
    columns,
    rowCount,
    rowAt,
    rowKey,
    rowLabel,
    onRange,
    sort = null,
    onSort,
    selection,
    onOpen,
    onPreview,
    openKey = null,
    empty,
    rowHeight = defaultRowHeight,
    listKey = '',
    keptAs = '',
  } = props
  const { t } = useTranslation()
  const scroller = useRef<HTMLDivElement>(null)
  const tableId = useId()
  const [activeIndex, setActiveIndex] = useKeptRow(keptAs)
  const [shownKey, setShownKey] = useState(listKey)
  if (shownKey !== listKey) {
    setShownKey(listKey)
    setActiveIndex(0)
  }
  const scrolledFor = useRef(listKey)
  useEffect(() => {
    if (scrolledFor.current !== listKey) scroller.current?.scrollTo({ top: 0 })
    scrolledFor.current = listKey
  }, [listKey])
  const active = Math.min(activeIndex, Math.max(0, rowCount - 1))
  const virtualizer = useVirtualizer({
    count: rowCount,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    // React 19 refuses to be flushed while it renders; eight rows more hide the frame that scrolling may be late by.
    useFlushSync: false,
    // The sticky header hides the top of the list.
    scrollPaddingStart: rowHeight,
  })
  const items = virtualizer.getVirtualItems()
  const first = items.at(0)?.index ?? 0
  const last = items.at(-1)?.index ?? 0

  useEffect(() => {
    if (rowCount > 0) onRange?.(first, last)
  }, [onRange, first, last, rowCount])

  const isFilled = rowCount > 0
  const takeUp = useEffectEvent((): void => {
    virtualizer.scrollToIndex(active)
    // Whoever came with a click or a key on something that is still there keeps the focus.
    if (document.activeElement?.matches('body, main') === true)
      scroller.current?.querySelector<HTMLElement>('[role=grid]')?.focus({ preventScroll: true })
  })
  useEffect(() => {
    if (keptAs !== '' && isFilled) takeUp()
  }, [keptAs, isFilled])

  const moveTo = (index: number): void => {
    const next = Math.max(0, Math.min(rowCount - 1, index))
    setActiveIndex(next)
    virtualizer.scrollToIndex(next)
    const row = rowAt(next)
    if (openKey !== null && row !== undefined) onPreview?.(row, next)
  }

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.target !== event.currentTarget || rowCount === 0) return
    const pageLength = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 2)
    const row = rowAt(active)
    if (event.key === 'ArrowDown') moveTo(active + 1)
    else if (event.key === 'ArrowUp') moveTo(active - 1)
    else if (event.key === 'PageDown') moveTo(active + pageLength)
    else if (event.key === 'PageUp') moveTo(active - pageLength)
    else if (event.key === 'Home') moveTo(0)
    else if (event.key === 'End') moveTo(rowCount - 1)
    else if (event.key === 'Enter' && row !== undefined) onOpen?.(row, active)
    else if (event.key === ' ' && row !== undefined) selection?.toggle(rowKey(row), active, event.shiftKey)
    else if (event.key === 'a' && (event.ctrlKey || event.metaKey) && selection !== undefined) selection.toggleAll()
    else return
    event.preventDefault()
  }

  // One listener for all rows: fewer closures while scrolling.
  const onClick = (event: MouseEvent<HTMLDivElement>): void => {
    const target = event.target
    if (!(target instanceof Element) || target.closest('a, button, input') !== null) return
    const element = target.closest<HTMLElement>('[data-index]')
    if (element === null) return
    const index = Number(element.dataset['index'])
    const row = rowAt(index)
    if (row === undefined) return
    setActiveIndex(index)
    if (selection !== undefined && (target.closest('[data-select]') !== null || event.ctrlKey || event.metaKey || event.shiftKey))
      selection.toggle(rowKey(row), index, event.shiftKey)
    else if (onPreview !== undefined && event.detail < 2) onPreview(row, index)
    else onOpen?.(row, index)
  }

  const widths = [
    ...(selection === undefined ? [] : ['36px']),
    ...columns.map(({ width }) => (typeof width === 'number' ? `${width}px` : `minmax(${width.min}px, ${width.share}fr)`)),
  ]
  const minWidth = columns.reduce((sum, { width }) => sum + (typeof width === 'number' ? width : width.min), selection === undefined ? 0 : 36)
  const style: CSSProperties & Record<`--${string}`, string> = { '--table-columns': widths.join(' '), '--table-row': `${rowHeight}px`, minWidth }

  return (
    <div ref={scroller} className={classes['scroller']}>
      <div
        className={classes['grid']}
        style={style}
        role="grid"
        aria-label={label}
        aria-rowcount={rowCount + 1}
        aria-colcount={widths.length}
        aria-multiselectable={selection !== undefined || undefined}
        aria-activedescendant={rowCount > 0 ? `${tableId}-${active}` : undefined}
        tabIndex={0}
        onKeyDown={onKeyDown}
        onClick={onClick}
        onMouseOver={sayWhatIsCut}
      >
        <DataTableHeader columns={columns} sort={sort} onSort={onSort} selection={selection} />
        <div className={classes['rows']} role="rowgroup" style={{ height: virtualizer.getTotalSize() }}>
          {items.map(({ index, start }) => {
            const row = rowAt(index)
            const key = row === undefined ? null : rowKey(row)
            return (
              <DataTableRow
                key={key ?? `waiting-${index}`}
                id={`${tableId}-${index}`}
                index={index}
                start={start}
                row={row}
                columns={columns}
                active={index === active}
                open={key !== null && key === openKey}
                selectable={selection !== undefined}
                selected={key !== null && selection?.has(key) === true}
                label={row === undefined ? t('loading') : rowLabel(row)}
              />
            )
          })}
        </div>
      </div>
      {rowCount === 0 && empty}
    </div>
  )
}
