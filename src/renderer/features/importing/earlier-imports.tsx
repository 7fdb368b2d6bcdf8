import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportRecord } from '#domain/import-record'
import { useLive } from '#data/use-live'
import { useFormat } from '#i18n/setup'
import { Badge } from '#ui/badge'
import { ImportReceipt } from './import-receipt.tsx'
import { UndoImport } from './undo-import.tsx'
import shared from './importing.module.css'
import classes from './start.module.css'

/** Every import ever made, the latest first, with its receipt and the way to take it back. */
export const EarlierImports = () => {
  const { t } = useTranslation('importing')
  const imports = useLive(['imports'], (data) => data.importing.earlier(), [])
  return (
    <section>
      <h2 className={classes['sectionTitle']}>{t('earlier.title')}</h2>
      {imports?.length === 0 && <p className={shared['hint']}>{t('earlier.empty')}</p>}
      <ul className={classes['plainList']}>
        {imports?.map((record) => (
          <EarlierImport key={record.id} record={record} />
        ))}
      </ul>
    </section>
  )
}

const EarlierImport = ({ record }: { readonly record: ImportRecord }) => {
  const { t } = useTranslation('importing')
  const format = useFormat()
  const [open, setOpen] = useState(false)
  const { counts } = record
  const told = (['created', 'changed', 'rejected'] as const).filter((kind) => counts[kind] > 0)
  const summary = told.length === 0 ? [t('earlier.nothing')] : told.map((kind) => t(`earlier.${kind}`, { count: counts[kind] }))
  return (
    <li className={classes['earlier']} data-undone={record.undoneBy !== null || undefined}>
      <div className={classes['earlierLine']}>
        <span className={classes['earlierName']}>{record.fileName}</span>
        {record.undoneBy !== null && <Badge outline>{t('earlier.undone')}</Badge>}
        <span className={shared['hint']}>{[format.instant(record.at), ...summary].join(' · ')}</span>
        <Button variant="subtle" size="compact-sm" aria-expanded={open} onClick={() => setOpen(!open)}>
          {t('earlier.receipt')}
        </Button>
        {record.undoneBy === null && <UndoImport record={record} quiet onUndone={() => setOpen(false)} />}
      </div>
      {open && <ImportReceipt record={record} title={record.fileName} />}
    </li>
  )
}
