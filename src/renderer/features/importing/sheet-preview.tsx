import { Button } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportOverview } from '#data/importing-contract'
import { useImporting } from './use-importing.ts'
import shared from './importing.module.css'
import classes from './columns.module.css'

interface SheetPreviewProps {
  readonly overview: ImportOverview
  readonly onHeader: (headerRow: number | null) => void
}

const previewRows = 25

/** The sheet as it is in the file; a click on a row makes it the header. */
export const SheetPreview = ({ overview, onHeader }: SheetPreviewProps) => {
  const { t } = useTranslation('importing')
  const importing = useImporting()
  const [rows, setRows] = useState<readonly (readonly string[])[]>([])
  const { id, sheet, headerRow, groupRow } = overview

  useEffect(() => {
    let left = false
    void importing.peek({ id, from: 0, count: previewRows }).then((page) => {
      if (!left) setRows(page)
    })
    return () => {
      left = true
    }
  }, [importing, id, sheet])

  const width = Math.max(0, ...rows.map((row) => row.length))
  return (
    <div className={classes['preview']}>
      <p className={shared['hint']}>
        {t('columns.headerHelp')}{' '}
        <Button variant="subtle" size="compact-sm" onClick={() => onHeader(null)} disabled={headerRow === null}>
          {t('columns.noHeader')}
        </Button>
      </p>
      <div className={classes['previewScroll']} role="region" aria-label={t('columns.previewLabel')} tabIndex={0}>
        <table className={classes['previewTable']}>
          <tbody>
            {rows.map((row, index) => (
              <tr key={index} data-header={index === headerRow || index === groupRow || undefined} onClick={() => onHeader(index)}>
                <th scope="row">
                  <button type="button" aria-pressed={index === headerRow} aria-label={t('columns.useRow', { row: index + 1 })}>
                    {index + 1}
                  </button>
                </th>
                {Array.from({ length: width }, (_, column) => (
                  <td key={column}>{row[column] ?? ''}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  )
}
