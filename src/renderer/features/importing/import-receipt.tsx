import { useTranslation } from 'react-i18next'
import type { ImportRecord } from '#domain/import-record'
import { importSources, type ImportSource } from '#domain/importing/mapping'
import { useFormat } from '#i18n/setup'
import { Receipt, type ReceiptLine } from '#ui/receipt'
import classes from './importing.module.css'

/** The counts of an import, now or years later. */
export const ImportReceipt = ({ record, title }: { readonly record: ImportRecord; readonly title: string }) => {
  const { t } = useTranslation(['importing', 'importTerms'])
  const format = useFormat()
  const { counts } = record
  const line = (label: string, value: number, tone?: 'good' | 'warn' | 'bad'): ReceiptLine => ({
    label,
    value: format.number(value),
    ...(tone !== undefined && value > 0 ? { tone } : {}),
  })
  const lines: readonly ReceiptLine[] = [
    line(t('receipt.rows'), counts.rows),
    line(t('receipt.created'), counts.created, 'good'),
    line(t('receipt.changed'), counts.changed, 'good'),
    line(t('receipt.unchanged'), counts.same),
    ...(counts.eventsCreated > 0 ? [line(t('receipt.events'), counts.eventsCreated, 'good')] : []),
    ...(counts.attendances > 0 ? [line(t('receipt.attendances'), counts.attendances, 'good')] : []),
    line(t('receipt.skipped'), counts.ambiguousSkipped, 'warn'),
    line(t('receipt.rejected'), counts.rejected, 'bad'),
  ]
  const source = importSource(record.source)
  return (
    <div>
      <Receipt title={title} lines={lines} />
      <p className={classes['hint']}>
        {[
          t('receipt.from', { file: record.fileName, date: format.instant(record.at) }),
          record.sheet === '' ? '' : t('receipt.sheet', { sheet: record.sheet }),
          source === null ? '' : t(`importTerms:sources.${source}`),
        ]
          .filter((part) => part !== '')
          .join(' · ')}
      </p>
    </div>
  )
}

const importSource = (source: string | null): ImportSource | null => importSources.find((known) => known === source) ?? null
