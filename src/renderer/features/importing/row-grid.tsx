import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useId, useRef, useState, type KeyboardEvent, type MouseEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { GridRow, ImportOverview, ImportTab } from '#data/importing-contract'
import { CellStatus } from './cell-status.tsx'
import { columnWidth } from './column-width.ts'
import { GridLine, type AfterCommit } from './grid-line.tsx'
import type { ImportFlow } from './import-flow.ts'
import { moveInGrid, nextToMend, type CellPlace } from './grid-moves.ts'
import { useImporting } from './use-importing.ts'
import { usePages } from './use-pages.ts'
import classes from './row-grid.module.css'

interface RowGridProps {
  readonly overview: ImportOverview
  readonly tab: ImportTab
  readonly version: number
  readonly flow: ImportFlow
}

const rowHeight = 32

/** Rows of the file as a spreadsheet: wrong cells in red with their reason, mended in place. */
export const RowGrid = ({ overview, tab, version, flow }: RowGridProps) => {
  const { t } = useTranslation('importing')
  const importing = useImporting()
  const { id, mapping } = overview
  const pages = usePages<GridRow>((from, count) => importing.rows({ id, tab, from, count }), version)
  const [chosen, setActive] = useState<CellPlace | null>(null)
  const [editing, setEditing] = useState(false)
  const scroller = useRef<HTMLDivElement>(null)
  const grid = useRef<HTMLDivElement>(null)
  const gridId = useId()
  const total = pages.total ?? 0
  const virtualizer = useVirtualizer({ count: total, getScrollElement: () => scroller.current, estimateSize: () => rowHeight, overscan: 8 })
  const lines = virtualizer.getVirtualItems()
  const first = lines[0]?.index ?? 0
  const last = lines.at(-1)?.index ?? 0
  const { onRange } = pages
  useEffect(() => {
    if (total > 0) onRange(first, last)
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- `onRange` is made anew at each render; only the range in sight matters
  }, [first, last, total])

  // Until a cell is chosen, the first one to mend is.
  const start: CellPlace = { index: 0, column: 0 }
  const active = chosen ?? nextToMend(pages.itemAt, total, { index: 0, column: -1 }, 1) ?? start
  const place: CellPlace = { index: Math.min(active.index, Math.max(0, total - 1)), column: active.column }
  const activeRow = pages.itemAt(place.index)
  const activeCell = activeRow?.cells[place.column]
  const cellId = ({ index, column }: CellPlace): string => `${gridId}-${index}-${column}`

  const goTo = (next: CellPlace, edit = false): void => {
    virtualizer.scrollToIndex(next.index)
    setActive(next)
    setEditing(edit)
    if (!edit) grid.current?.focus()
    requestAnimationFrame(() => document.getElementById(cellId(next))?.scrollIntoView({ block: 'nearest', inline: 'nearest' }))
  }
  const commit = (text: string, then: AfterCommit): void => {
    const column = mapping.columns[place.column]
    if (activeRow !== undefined && column !== undefined && text !== activeCell?.text)
      void flow.mend({ row: activeRow.row, column: column.index, text })
    if (then === 'away') return
    const next = then === 'stay' ? null : nextToMend(pages.itemAt, total, place, then === 'next' ? 1 : -1)
    if (next === null) goTo(place)
    else goTo(next, true)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (editing || event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === 'Enter' || event.key === 'F2') setEditing(activeCell !== undefined)
    else if (event.key === 'F8') {
      const next = nextToMend(pages.itemAt, total, place, event.shiftKey ? -1 : 1)
      if (next !== null) goTo(next)
    } else {
      const next = moveInGrid(event.key, place, { rows: total, columns: mapping.columns.length, page: Math.max(1, last - first - 2) })
      if (next === null) return
      goTo(next)
    }
    event.preventDefault()
  }
  const onClick = (event: MouseEvent): void => {
    const cell = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-column]') : null
    const line = cell?.closest<HTMLElement>('[data-index]')
    if (cell === null || line === null || line === undefined) return
    const next = { index: Number(line.dataset['index']), column: Number(cell.dataset['column']) }
    const again = next.index === place.index && next.column === place.column
    setActive(next)
    setEditing(again && event.detail > 1)
    if (!(again && event.detail > 1)) grid.current?.focus()
  }

  return (
    <div className={classes['frame']}>
      <div ref={scroller} className={classes['scroller']}>
        <div
          ref={grid}
          className={classes['grid']}
          role="grid"
          aria-label={t('check.grid')}
          aria-rowcount={total + 1}
          aria-colcount={mapping.columns.length + 1}
          aria-activedescendant={total > 0 ? cellId(place) : undefined}
          tabIndex={0}
          onKeyDown={onKeyDown}
          onClick={onClick}
        >
          <div className={classes['head']} role="row">
            <div className={classes['number']} role="columnheader" aria-label={t('check.fileRow')}>
              {t('check.row')}
            </div>
            {mapping.columns.map((column) => (
              <div
                key={column.index}
                className={classes['headCell']}
                style={{ flexBasis: columnWidth(column) }}
                role="columnheader"
                data-left-out={column.target === null || undefined}
                title={column.header}
              >
                {column.header}
              </div>
            ))}
          </div>
          <div className={classes['lines']} role="rowgroup" style={{ height: virtualizer.getTotalSize() }}>
            {lines.map(({ index, start }) => (
              <GridLine
                key={index}
                index={index}
                start={start}
                row={pages.itemAt(index)}
                columns={mapping.columns}
                gridId={gridId}
                activeColumn={index === place.index ? place.column : null}
                editing={editing && index === place.index}
                onCommit={commit}
                onGiveUp={() => goTo(place)}
              />
            ))}
          </div>
        </div>
      </div>
      <CellStatus
        row={activeRow}
        cell={activeCell}
        column={mapping.columns[place.column]}
        onNext={() => {
          const next = nextToMend(pages.itemAt, total, place, 1)
          if (next !== null) goTo(next, true)
        }}
      />
    </div>
  )
}
