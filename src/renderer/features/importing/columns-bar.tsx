import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#i18n/setup'
import { ProgressBar } from '#ui/progress-bar'
import { hasPlace, type Blocker } from './blockers.ts'
import type { Working } from './flow-state.ts'
import type { ImportFlow } from './import-flow.ts'
import classes from './importing.module.css'

interface ColumnsBarProps {
  readonly dataRows: number
  /** What must be said first. */
  readonly blocker: Blocker | null
  readonly working: Working | null
  readonly flow: ImportFlow
  /** Brings what must be said first into sight. */
  readonly onShowAsked: () => void
}

/** The way on, or what stands in it; then how far the work is. */
export const ColumnsBar = ({ dataRows, blocker, working, flow, onShowAsked }: ColumnsBarProps) => {
  const { t } = useTranslation('importing')
  const format = useFormat()
  if (working !== null) {
    const label = working.stage === 'rows' || working.stage === 'matching' ? working.stage : 'judging'
    const count = t('reading.ofRows', { done: format.number(working.done), total: format.number(working.total) })
    return (
      <footer className={classes['actionsBar']}>
        <ProgressBar label={t(`reading.${label}`)} done={working.done} total={working.total} count={count} onCancel={() => void flow.cancelWork()} />
      </footer>
    )
  }
  return (
    <footer className={classes['actionsBar']}>
      <div className={classes['blocker']}>
        <span role="status">
          {blocker === null ? t('columns.rowsFound', { count: dataRows }) : t(`columns.${blocker.word}`, { header: blocker.header })}
        </span>{' '}
        {blocker !== null && hasPlace(blocker) && (
          <Button variant="subtle" size="compact-sm" onClick={onShowAsked}>
            {t('columns.showAsked')}
          </Button>
        )}
      </div>
      <Button variant="default" onClick={() => void flow.leave()}>
        {t('leave')}
      </Button>
      <Button disabled={blocker !== null || dataRows === 0} onClick={() => void flow.check()}>
        {t('columns.check')}
      </Button>
    </footer>
  )
}
