import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ApplyProblem, VerdictCounts } from '#data/importing-contract'
import { useFormat } from '#i18n/setup'
import { ProgressBar } from '#ui/progress-bar'
import type { Working } from './flow-state.ts'
import type { ImportFlow } from './import-flow.ts'
import classes from './importing.module.css'

interface ApplyBarProps {
  readonly counts: VerdictCounts
  readonly problem: ApplyProblem | null
  readonly working: Working | null
  readonly flow: ImportFlow
}

/** What pressing the button will do, in numbers; then how far it is. */
export const ApplyBar = ({ counts, problem, working, flow }: ApplyBarProps) => {
  const { t } = useTranslation(['importing', 'common'])
  const format = useFormat()
  if (working !== null) {
    const isWriting = working.stage === 'writing'
    return (
      <footer className={classes['actionsBar']}>
        <ProgressBar
          label={isWriting ? t('apply.locked') : t('apply.cancellable')}
          done={working.done}
          total={isWriting ? null : working.total}
          count={
            isWriting
              ? t('common:rows', { count: working.total })
              : t('reading.ofRows', { done: format.number(working.done), total: format.number(working.total) })
          }
          onCancel={isWriting ? undefined : () => void flow.cancelWork()}
        />
      </footer>
    )
  }
  const brings = counts.create + counts.change + counts.ambiguous - counts.undecided
  const reason =
    problem === null
      ? ''
      : t(problem.kind === 'disk-full' ? 'apply.failedFull' : problem.kind === 'read-only' ? 'apply.failedReadOnly' : 'apply.failedOther')
  return (
    <footer className={classes['actionsBar']}>
      {problem === null ? (
        <span className={classes['blocker']} role="status">
          {brings === 0 ? t('check.nothing') : t('apply.summary', { created: format.number(counts.create), changed: format.number(counts.change) })}
          {counts.rejected > 0 && <> {t('apply.rejected', { count: counts.rejected })}</>}
          {counts.undecided > 0 && <> {t('ambiguous.undecided', { count: counts.undecided })}</>}
        </span>
      ) : (
        <span className={classes['blocker']} role="alert" data-problem>
          {t('apply.failed', { reason })}
        </span>
      )}
      <Button variant="default" onClick={() => flow.backToColumns()}>
        {t('back')}
      </Button>
      {brings === 0 ? (
        <Button onClick={() => void flow.leave()}>{t('apply.finish')}</Button>
      ) : (
        <Button onClick={() => void flow.apply()}>{t('apply.button', { count: brings })}</Button>
      )}
    </footer>
  )
}
