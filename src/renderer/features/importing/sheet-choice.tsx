import { Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ImportOverview } from '#data/importing-contract'
import type { ImportSubject } from '#domain/importing/mapping'
import { useFormat } from '#i18n/setup'
import type { ImportFlow } from './import-flow.ts'

const subjects = ['people', 'events', 'organisations', 'hours'] as const satisfies readonly ImportSubject[]

/** Which sheet, and what each of its rows is about. */
export const SheetChoice = ({ overview, flow }: { readonly overview: ImportOverview; readonly flow: ImportFlow }) => {
  const { t } = useTranslation('importing')
  const format = useFormat()
  const { mapping, sheets } = overview
  const sheetOptions = sheets.flatMap(({ name, rows, hidden }, index) =>
    rows === 0
      ? []
      : [
          {
            value: String(index),
            label: `${t('columns.sheetOption', { name, rows: format.number(rows) })}${hidden ? ` · ${t('columns.sheetHidden')}` : ''}`,
          },
        ],
  )
  return (
    <>
      {sheetOptions.length > 1 && (
        <Select
          label={t('columns.sheet')}
          w={260}
          data={sheetOptions}
          value={String(overview.sheet)}
          onChange={(sheet) => sheet !== null && void flow.setSheet(Number(sheet))}
        />
      )}
      <Select
        label={t('columns.subject')}
        w={190}
        data={subjects.map((subject) => ({ value: subject, label: t(`columns.subjects.${subject}`) }))}
        value={mapping.subject}
        onChange={(value) => {
          const subject = subjects.find((known) => known === value)
          if (subject !== undefined) void flow.setMapping({ ...mapping, subject })
        }}
      />
    </>
  )
}
