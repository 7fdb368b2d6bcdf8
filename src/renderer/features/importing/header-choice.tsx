import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportOverview } from '#data/importing-contract'
import { useFormat } from '#i18n/setup'
import type { ImportFlow } from './import-flow.ts'
import { SheetPreview } from './sheet-preview.tsx'
import shared from './importing.module.css'
import classes from './columns.module.css'

/** Which row holds the names of the columns, which rows are no data; the sheet itself on demand. */
export const HeaderChoice = ({ overview, flow }: { readonly overview: ImportOverview; readonly flow: ImportFlow }) => {
  const { t } = useTranslation(['importing', 'importTerms'])
  const format = useFormat()
  const [previewed, setPreviewed] = useState(false)
  const { headerRow, groupRow, skipped } = overview
  const headerWords =
    headerRow === null
      ? t('columns.withoutHeader')
      : groupRow === null
        ? t('columns.headerRow', { row: headerRow + 1 })
        : t('columns.headerRows', { rows: format.list([String(groupRow + 1), String(headerRow + 1)]) })
  return (
    <>
      <div className={classes['headerChoice']}>
        <span>{headerWords}</span>
        {skipped.length > 0 && (
          <span
            className={shared['hint']}
            title={skipped.map(({ row, why }) => `${t('check.rowNumber', { row: row + 1 })} : ${t(`importTerms:skipped.${why}`)}`).join('\n')}
          >
            {t('columns.ignored', { count: skipped.length })}
          </span>
        )}
        <Button variant="subtle" size="compact-sm" aria-expanded={previewed} onClick={() => setPreviewed(!previewed)}>
          {previewed ? t('columns.hidePreview') : t('columns.changeHeader')}
        </Button>
      </div>
      {previewed && <SheetPreview overview={overview} onHeader={(row) => void flow.setHeader(row)} />}
    </>
  )
}
