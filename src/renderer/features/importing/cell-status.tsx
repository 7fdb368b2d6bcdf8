import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { GridCell, GridRow } from '#data/importing-contract'
import type { ColumnMapping } from '#domain/importing/mapping'
import { useNoteWords } from './use-note-words.ts'
import classes from './row-grid.module.css'

interface CellStatusProps {
  readonly row: GridRow | undefined
  readonly cell: GridCell | undefined
  readonly column: ColumnMapping | undefined
  readonly onNext: () => void
}

/** Says in words what is wrong with the chosen cell, or how it was read; and how to mend it. */
export const CellStatus = ({ row, cell, column, onNext }: CellStatusProps) => {
  const { t } = useTranslation(['importing', 'importTerms'])
  const noteWords = useNoteWords()
  const rowProblem = row?.problems[0]
  const words =
    cell?.problem != null
      ? t(`importTerms:problems.${cell.problem.kind}`)
      : cell?.note != null
        ? noteWords(cell.note)
        : rowProblem !== undefined
          ? t(`importTerms:problems.${rowProblem.kind}`)
          : cell?.mended === true
            ? t('check.mended')
            : ''
  return (
    <div className={classes['status']}>
      <div className={classes['statusWords']} role="status">
        {row !== undefined && column !== undefined && (
          <>
            <strong>{t('check.editCell', { column: column.header, row: row.row + 1 })}</strong>
            {words !== '' && <span data-problem={cell?.problem != null || rowProblem !== undefined || undefined}>{words}</span>}
          </>
        )}
      </div>
      <span className={classes['keys']} title={t('check.keysHelp')}>
        {t('check.keysHelp')}
      </span>
      <Button variant="default" size="compact-sm" onClick={onNext}>
        {t('check.nextProblem')}
      </Button>
    </div>
  )
}
