import { Button, Select, Switch, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { attendanceStatuses } from '#domain/attendance'
import type { ImportMapping } from '#domain/importing/mapping'
import { PartialDateInput } from '#ui/partial-date-input'
import classes from './columns.module.css'

interface GivenEventProps {
  readonly mapping: ImportMapping
  readonly onChange: (mapping: ImportMapping) => void
}

/** The one event that the whole file is about: a list of those who came, or a ticketing export. */
export const GivenEvent = ({ mapping, onChange }: GivenEventProps) => {
  const { t } = useTranslation(['importing', 'common'])
  const { givenEvent } = mapping
  if (givenEvent === null)
    return (
      <Switch
        className={classes['lasts']}
        label={t('columns.isOneEvent')}
        checked={false}
        onChange={() => onChange({ ...mapping, givenEvent: { id: null, name: '', date: null, status: 'present' } })}
      />
    )
  return (
    <div className={classes['sentence']}>
      <TextInput
        label={t('columns.givenEvent')}
        w={260}
        data-asks={givenEvent.name.trim() === '' || undefined}
        value={givenEvent.name}
        onChange={(event) => onChange({ ...mapping, givenEvent: { ...givenEvent, id: null, name: event.currentTarget.value } })}
      />
      <PartialDateInput
        label={t('columns.eventDate')}
        value={givenEvent.date}
        onChange={(date) => onChange({ ...mapping, givenEvent: { ...givenEvent, id: null, date } })}
      />
      <Select
        label={t('columns.givenStatus')}
        w={180}
        data={attendanceStatuses.map((status) => ({ value: status, label: t(`common:attendance.${status}`) }))}
        value={givenEvent.status}
        onChange={(value) => {
          const status = attendanceStatuses.find((known) => known === value)
          if (status !== undefined) onChange({ ...mapping, givenEvent: { ...givenEvent, status } })
        }}
      />
      <Button className={classes['lasts']} variant="subtle" size="compact-sm" onClick={() => onChange({ ...mapping, givenEvent: null })}>
        {t('columns.noEvent')}
      </Button>
    </div>
  )
}
