import { useTranslation } from 'react-i18next'
import { useFormat } from '#i18n/setup'
import { ProgressBar } from '#ui/progress-bar'
import type { ReadingState } from './flow-state.ts'
import classes from './start.module.css'

interface ReadingStepProps {
  readonly fileName: string
  readonly reading: ReadingState
  readonly onCancel: () => void
}

/** How far the file is read, with a way out. */
export const ReadingStep = ({ fileName, reading: { stage, done, total }, onCancel }: ReadingStepProps) => {
  const { t } = useTranslation('importing')
  const format = useFormat()
  const count =
    stage === 'rows'
      ? t('reading.ofRows', { done: format.number(done), total: format.number(total ?? done) })
      : total === null && done > 0
        ? t('reading.inOneGo', { size: format.bytes(done) })
        : total === null || total === 0
          ? ''
          : format.percent(done / total)
  return (
    <div className={classes['reading']}>
      <ProgressBar
        label={stage === 'opening' ? t('reading.opening', { file: fileName }) : t(`reading.${stage}`)}
        done={done}
        total={total}
        count={count}
        onCancel={onCancel}
      />
    </div>
  )
}
