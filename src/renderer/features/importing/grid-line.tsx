import { memo, useRef, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { GridCell, GridRow } from '#data/importing-contract'
import type { ColumnMapping } from '#domain/importing/mapping'
import { columnWidth } from './column-width.ts'
import { useNoteWords } from './use-note-words.ts'
import classes from './row-grid.module.css'

/** Where to go once a cell is mended; `away`: the user clicked elsewhere already. */
export type AfterCommit = 'stay' | 'next' | 'previous' | 'away'

interface GridLineProps {
  readonly index: number
  readonly start: number
  readonly row: GridRow | undefined
  readonly columns: readonly ColumnMapping[]
  readonly gridId: string
  readonly activeColumn: number | null
  readonly editing: boolean
  readonly onCommit: (text: string, then: AfterCommit) => void
  readonly onGiveUp: () => void
}

/** One row of the file. */
export const GridLine = memo(({ index, start, row, columns, gridId, activeColumn, editing, onCommit, onGiveUp }: GridLineProps) => {
  const { t } = useTranslation(['importing', 'importTerms'])
  const noteWords = useNoteWords()
  const reasonOf = ({ problem, note }: GridCell): string | undefined =>
    problem !== null ? t(`importTerms:problems.${problem.kind}`) : note !== null ? noteWords(note) : undefined
  return (
    <div
      className={classes['line']}
      role="row"
      aria-rowindex={index + 2}
      data-index={index}
      data-rejected={row?.rejected || undefined}
      style={{ transform: `translateY(${start}px)` }}
    >
      <div className={classes['number']} role="rowheader">
        {row === undefined ? '' : row.row + 1}
      </div>
      {columns.map((column, position) => {
        const cell = row?.cells[position]
        const isActive = position === activeColumn
        return (
          <div
            key={column.index}
            id={`${gridId}-${index}-${position}`}
            className={classes['cell']}
            style={{ flexBasis: columnWidth(column) }}
            role="gridcell"
            aria-invalid={(cell?.problem ?? null) !== null || undefined}
            data-column={position}
            data-active={isActive || undefined}
            data-problem={cell?.problem?.severity}
            data-mended={cell?.mended || undefined}
            data-left-out={column.target === null || undefined}
            title={cell === undefined ? undefined : reasonOf(cell)}
          >
            {isActive && editing && cell !== undefined ? (
              <CellEditor
                label={t('check.editCell', { column: column.header, row: (row?.row ?? 0) + 1 })}
                text={cell.text}
                onCommit={onCommit}
                onGiveUp={onGiveUp}
              />
            ) : (
              (cell?.text ?? '')
            )}
          </div>
        )
      })}
    </div>
  )
})

interface CellEditorProps {
  readonly label: string
  readonly text: string
  readonly onCommit: (text: string, then: AfterCommit) => void
  readonly onGiveUp: () => void
}

const CellEditor = ({ label, text, onCommit, onGiveUp }: CellEditorProps) => {
  // The browser also says « blur » when the editor goes away after Enter or Escape.
  const isDone = useRef(false)
  const finish = (act: () => void): void => {
    if (isDone.current) return
    isDone.current = true
    act()
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    event.stopPropagation()
    const { value } = event.currentTarget
    if (event.key === 'Enter') finish(() => onCommit(value, 'stay'))
    else if (event.key === 'Tab') finish(() => onCommit(value, event.shiftKey ? 'previous' : 'next'))
    else if (event.key === 'Escape') finish(onGiveUp)
    else return
    event.preventDefault()
  }
  return (
    <input
      className={classes['editor']}
      aria-label={label}
      defaultValue={text}
      autoFocus
      onFocus={(event) => event.currentTarget.select()}
      onKeyDown={onKeyDown}
      onBlur={(event) => {
        const { value } = event.currentTarget
        finish(() => onCommit(value, 'away'))
      }}
      onClick={(event) => event.stopPropagation()}
    />
  )
}
