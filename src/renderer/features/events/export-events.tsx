import { Button, Menu } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { EventId } from '#domain/id'
import { saveList, type ListSaved } from '#data/save-list'
import { useData } from '#data/use-data'
import { currentLanguage } from '#i18n/setup'
import { showToast } from '#ui/toast'

interface ExportEventsProps {
  /** `events`: one line an event, with its counts; `attendance`: one line a person on the sheets. Both can be imported again. */
  readonly list: 'events' | 'attendance'
  readonly ids: readonly EventId[]
  readonly label: string
  /** Name of the file and of its sheet. */
  readonly name: string
}

const formats = ['xlsx', 'ods', 'csv'] as const

/** Saves events, or their attendance sheets, as a spreadsheet. */
export const ExportEvents = ({ list, ids, label, name }: ExportEventsProps) => {
  const { t } = useTranslation(['reports', 'people'])
  const data = useData()
  const say = (saved: ListSaved): void => {
    if (saved.kind === 'given-up') return
    const { outcome } = saved
    if (!outcome.ok) return showToast({ tone: 'problem', message: t(`saveProblems.${outcome.error.kind}`, { file: outcome.error.fileName }) })
    const file = outcome.value
    const show = { label: t('showFile'), run: () => void window.desktop.revealSaved(file) }
    showToast({ message: t('saved', { file: file.fileName, folder: file.folder }), action: show })
  }
  const save = async (format: (typeof formats)[number]): Promise<void> => {
    const request = { list, ids, format, language: currentLanguage(), sheetName: name, notes: [] }
    const options = { suggestedName: `${name}.${format}`, onProgress: () => undefined, signal: new AbortController().signal }
    say(await saveList(data.exporting, window.desktop, request, options))
  }
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="subtle" color="gray" leftSection={<IconDownload size={16} />} disabled={ids.length === 0}>
          {label}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {formats.map((format) => (
          <Menu.Item key={format} onClick={() => void save(format)}>
            {t(`people:export.formats.${format}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
