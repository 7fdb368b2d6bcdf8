import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ImportOverview } from '#data/importing-contract'
import type { ImportRecord } from '#domain/import-record'
import { useLive } from '#data/use-live'
import type { ImportFlow } from './import-flow.ts'
import { ImportReceipt } from './import-receipt.tsx'
import { SaveRejected } from './save-rejected-button.tsx'
import { UndoImport } from './undo-import.tsx'
import classes from './importing.module.css'

interface ReceiptStepProps {
  readonly overview: ImportOverview
  readonly record: ImportRecord
  readonly hasMoreFiles: boolean
  readonly flow: ImportFlow
  readonly onSeePeople: () => void
}

/** What was done, in numbers, and what can follow: the rejected rows as a file, undo, the list. */
export const ReceiptStep = ({ overview, record, hasMoreFiles, flow, onSeePeople }: ReceiptStepProps) => {
  const { t } = useTranslation('importing')
  // Ctrl+Z takes it back as well, and Ctrl+Shift+Z brings it again.
  const stored = useLive(['imports'], (data) => data.records.get('imports', record.id), [record.id])
  const undone = (stored ?? record).undoneBy !== null
  const { counts } = record
  const isSame = counts.created + counts.changed + counts.eventsCreated + counts.attendances === 0
  const kept = counts.rejected + counts.ambiguousSkipped
  return (
    <div className={classes['receiptStep']}>
      <ImportReceipt record={record} title={undone ? t('earlier.undone') : isSame ? t('receipt.titleSame') : t('receipt.title')} />
      <div className={classes['receiptActions']}>
        {!undone && <Button onClick={onSeePeople}>{t('receipt.seePeople')}</Button>}
        {kept > 0 && <SaveRejected overview={overview} rejected={counts.rejected} />}
        <Button variant="default" onClick={() => void (hasMoreFiles ? flow.openNext() : flow.leave())}>
          {hasMoreFiles ? t('receipt.nextFile') : t('receipt.another')}
        </Button>
        {!undone && !isSame && <UndoImport record={record} />}
      </div>
    </div>
  )
}
