import { Button, Select } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportOverview } from '#data/importing-contract'
import type { ImportSubject } from '#domain/importing/mapping'
import { useFormat } from '#i18n/setup'
import { Badge } from '#ui/badge'
import type { ImportFlow } from './import-flow.ts'
import { SheetPreview } from './sheet-preview.tsx'
import classes from './importing.module.css'

const subjects = ['people', 'events', 'organisations', 'hours'] as const satisfies readonly ImportSubject[]

/** Where the table lies: which sheet, which header row, from which program, about what. */
export const SheetChoice = ({ overview, flow }: { readonly overview: ImportOverview; readonly flow: ImportFlow }) => {
  const { t } = useTranslation(['importing', 'importTerms'])
  const format = useFormat()
  const [previewed, setPreviewed] = useState(false)
  const { mapping, sheets, headerRow, groupRow, skipped } = overview
  const headerWords =
    headerRow === null
      ? t('columns.withoutHeader')
      : groupRow === null
        ? t('columns.headerRow', { row: headerRow + 1 })
        : t('columns.headerRows', { rows: format.list([String(groupRow + 1), String(headerRow + 1)]) })
  const sheetOptions = sheets.flatMap(({ name, rows, hidden }, index) =>
    rows === 0 ? [] : [{ value: String(index), label: `${t('columns.sheetOption', { name, rows: format.number(rows) })}${hidden ? ` · ${t('columns.sheetHidden')}` : ''}` }],
  )
  return (
    <section>
      <div className={classes['understood']}>
        {mapping.source !== null && <Badge tone="accent">{t('columns.recognised', { source: t(`importTerms:sources.${mapping.source}`) })}</Badge>}
        {overview.fromTemplate ? (
          <span>
            {t('columns.template')}{' '}
            <Button variant="subtle" size="compact-sm" onClick={() => void flow.guessAgain()}>
              {t('columns.forgetTemplate')}
            </Button>
          </span>
        ) : (
          mapping.source === null && <span>{t('columns.unrecognised')}</span>
        )}
      </div>
      <div className={classes['sentence']}>
        {sheetOptions.length > 1 && <Select label={t('columns.sheet')} w={280} data={sheetOptions} value={String(overview.sheet)} onChange={(sheet) => sheet !== null && void flow.setSheet(Number(sheet))} />}
        <Select
          label={t('columns.subject')}
          w={200}
          data={subjects.map((subject) => ({ value: subject, label: t(`columns.subjects.${subject}`) }))}
          value={mapping.subject}
          onChange={(value) => {
            const subject = subjects.find((known) => known === value)
            if (subject !== undefined) void flow.setMapping({ ...mapping, subject })
          }}
        />
        <div className={classes['headerChoice']}>
          <span>{headerWords}</span>
          {skipped.length > 0 && (
            <span className={classes['hint']} title={skipped.map(({ row, why }) => `${t('check.rowNumber', { row: row + 1 })} : ${t(`importTerms:skipped.${why}`)}`).join('\n')}>
              {t('columns.ignored', { count: skipped.length })}
            </span>
          )}
          <Button variant="subtle" size="compact-sm" aria-expanded={previewed} onClick={() => setPreviewed(!previewed)}>
            {previewed ? t('columns.hidePreview') : t('columns.changeHeader')}
          </Button>
        </div>
      </div>
      {previewed && <SheetPreview overview={overview} onHeader={(row) => void flow.setHeader(row)} />}
    </section>
  )
}
