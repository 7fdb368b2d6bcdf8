import { Button, Checkbox, Popover, Radio, Select, Stack, Text } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TableFormat } from '#bridge/writing'
import type { PersonId } from '#domain/id'
import type { IsoDate } from '#domain/period'
import type { ExportPurpose } from '#data/export-contract'
import type { PeopleColumn } from '#data/people-sort'
import { saveList, type ListSaved } from '#data/save-list'
import { useData } from '#data/use-data'
import { currentLanguage, useFormat } from '#i18n/setup'
import { ProgressBar } from '#ui/progress-bar'
import { showToast } from '#ui/toast'
import { inPlace } from './editor-parts.tsx'
import { useLists } from './lists.ts'
import { exportedColumns } from './exported-columns.ts'

export interface ExportPeopleProps {
  /** Whom, in the order of the list; asked when the export starts. */
  readonly ids: () => Promise<readonly PersonId[]>
  readonly today: IsoDate
  /** The columns of the list, for who wants the file to look like it. */
  readonly columns: readonly PeopleColumn[]
  /** In a row of quiet buttons rather than in the bar of acts. */
  readonly quiet?: boolean
}

const formats = ['xlsx', 'ods', 'csv', 'vcf'] as const satisfies readonly TableFormat[]
const purposes = ['record', 'email', 'phone', 'post'] as const

/** Saves a list as a file: what for, in which format. Those who must not be contacted are left out of lists made for contacting, and it is said how many. */
export const ExportPeople = ({ ids, today, columns, quiet = false }: ExportPeopleProps) => {
  const { t } = useTranslation('people')
  const data = useData()
  const format = useFormat()
  const [opened, setOpened] = useState(false)
  const [purpose, setPurpose] = useState<(typeof purposes)[number]>('record')
  const [fileFormat, setFileFormat] = useState<TableFormat>('xlsx')
  const [wholeRecord, setWholeRecord] = useState(true)
  const [withSensitive, setWithSensitive] = useState(false)
  const [progress, setProgress] = useState<{ readonly done: number; readonly total: number } | null>(null)
  const sensitive = useLists().customFields.filter((field) => field.sensitive && !field.archived)
  const running = useRef<AbortController | null>(null)

  const say = (saved: ListSaved): void => {
    if (saved.kind === 'given-up') return
    if (!saved.outcome.ok)
      return showToast({ tone: 'problem', message: t(`export.problems.${saved.outcome.error.kind}`, { file: saved.outcome.error.fileName }) })
    const file = saved.outcome.value
    const leftOut = Object.values(saved.leftOut).reduce((sum, count) => sum + count, 0)
    const done = t('export.done', { count: saved.rowCount, file: file.fileName })
    showToast({
      message: leftOut === 0 ? done : `${done} ${t('export.leftOut', { count: leftOut })}`,
      action: { label: t('export.show'), run: () => void window.desktop.revealSaved(file) },
    })
  }
  const run = async (): Promise<void> => {
    const abort = new AbortController()
    running.current = abort
    const request = {
      list: 'people' as const,
      language: currentLanguage(),
      format: fileFormat,
      sheetName: t('title'),
      notes: fileFormat === 'xlsx' || fileFormat === 'ods' ? [t('export.note', { date: format.date(today) })] : [],
      ids: await ids(),
      purpose: purposeOf(purpose),
      columns: wholeRecord ? null : exportedColumns(columns),
      withSensitive: withSensitive && fileFormat !== 'vcf',
    }
    const saved = await saveList(data.exporting, window.desktop, request, {
      suggestedName: `${t('export.fileName', { date: today })}.${fileFormat}`,
      onProgress: (done, total) => setProgress({ done, total }),
      signal: abort.signal,
    })
    setProgress(null)
    setWithSensitive(false)
    running.current = null
    setOpened(false)
    say(saved)
  }

  return (
    <Popover opened={opened} onChange={setOpened} position={quiet ? 'bottom-end' : 'top-end'} trapFocus closeOnClickOutside={progress === null}>
      <Popover.Target>
        <Button {...(quiet ? quietLook : barLook)} leftSection={<IconDownload size={quiet ? 16 : 14} />} onClick={() => setOpened(!opened)}>
          {t('bar.export')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        {progress === null ? (
          <Stack gap="sm" w={300}>
            <Radio.Group label={t('export.purpose')} value={purpose} onChange={(value) => setPurpose(value as typeof purpose)}>
              <Stack gap={6} mt={6}>
                {purposes.map((value) => (
                  <Radio key={value} size="xs" value={value} label={t(`export.purposes.${value}`)} />
                ))}
              </Stack>
            </Radio.Group>
            {purpose !== 'record' && (
              <Text size="xs" c="dimmed">
                {t('export.respect')}
              </Text>
            )}
            <Select
              label={t('export.format')}
              comboboxProps={inPlace}
              data={formats.map((value) => ({ value, label: t(`export.formats.${value}`) }))}
              value={fileFormat}
              onChange={(value) => setFileFormat(value as TableFormat)}
            />
            {fileFormat !== 'vcf' && (
              <Radio.Group label={t('export.columns')} value={wholeRecord ? 'all' : 'shown'} onChange={(value) => setWholeRecord(value === 'all')}>
                <Stack gap={6} mt={6}>
                  <Radio size="xs" value="all" label={t('export.columnsAll')} />
                  <Radio size="xs" value="shown" label={t('export.columnsShown')} />
                </Stack>
              </Radio.Group>
            )}
            {sensitive.length > 0 && fileFormat !== 'vcf' && (
              <Checkbox
                size="xs"
                label={t('export.sensitive', { fields: format.list(sensitive.map(({ name }) => name)) })}
                checked={withSensitive}
                onChange={(event) => setWithSensitive(event.currentTarget.checked)}
              />
            )}
            <Button onClick={() => void run()}>{t('export.run')}</Button>
          </Stack>
        ) : (
          <ProgressBar label={t('export.running')} done={progress.done} total={progress.total} onCancel={() => running.current?.abort()} />
        )}
      </Popover.Dropdown>
    </Popover>
  )
}

const quietLook = { variant: 'subtle', color: 'gray' } as const
const barLook = { variant: 'default', size: 'xs' } as const

const purposeOf = (purpose: (typeof purposes)[number]): ExportPurpose =>
  purpose === 'record' ? { kind: 'record' } : { kind: 'contact', channel: purpose, use: 'news' }
