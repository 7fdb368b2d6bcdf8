import { Button, Checkbox, Popover, Stack, Text } from '@mantine/core'
import { IconColumns3 } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { PeopleColumn } from '#data/people-sort'
import { defaultColumns } from './list-state.ts'
import type { Lists, Names } from './lists.ts'
import { availableColumns, columnHeader } from './people-columns.tsx'

export interface ColumnPickerProps {
  readonly columns: readonly PeopleColumn[]
  readonly onChange: (columns: readonly PeopleColumn[]) => void
  readonly lists: Lists
  readonly names: Names
}

/** Which columns the list shows; the name always does. They keep one order, so that a list looks the same tomorrow. */
export const ColumnPicker = ({ columns, onChange, lists, names }: ColumnPickerProps) => {
  const { t } = useTranslation('people')
  const available = availableColumns(lists)
  return (
    <Popover position="bottom-end" trapFocus returnFocus>
      <Popover.Target>
        <Button variant="subtle" color="gray" leftSection={<IconColumns3 size={16} />}>
          {t('columnsButton')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown mah={440} style={{ overflowY: 'auto' }}>
        <Stack gap={8} role="group" aria-label={t('columnsHint')}>
          {available.map((column) => (
            <Checkbox
              key={column}
              size="xs"
              label={columnHeader(column, { t, names })}
              checked={columns.includes(column)}
              disabled={column === 'name'}
              onChange={(event) => {
                const wanted = new Set(columns)
                if (event.currentTarget.checked) wanted.add(column)
                else wanted.delete(column)
                onChange(available.filter((one) => wanted.has(one)))
              }}
            />
          ))}
          <Button variant="subtle" size="compact-sm" onClick={() => onChange(defaultColumns)}>
            <Text size="xs">{t('columnsReset')}</Text>
          </Button>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  )
}
