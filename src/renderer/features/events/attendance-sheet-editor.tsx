import { ActionIcon, Anchor, NativeSelect, SegmentedControl } from '@mantine/core'
import { IconUsers, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { attendanceStatuses, type Attendance, type AttendanceStatus } from '#domain/attendance'
import { fullName } from '#domain/person'
import type { PersonId } from '#domain/id'
import type { EventWithSheet, SheetRow } from '#data/services/events-service'
import { useData } from '#data/use-data'
import { useFormat } from '#i18n/setup'
import { DataTable, type Column } from '#ui/data-table'
import { EmptyState } from '#ui/empty-state'
import { PersonName } from '#ui/person-name'
import { AddToSheet } from './add-to-sheet.tsx'
import { HoursInput } from './hours-input.tsx'
import { problemKey, sayProblem } from './write-problem.ts'
import styles from './events.module.css'

interface AttendanceSheetEditorProps {
  readonly found: EventWithSheet
  readonly onOpenPerson: (id: PersonId) => void
}

/** The sheet of one event: a box to tick people in, then one line a person. In the bin it is read, not written. */
export const AttendanceSheetEditor = ({ found: { event, rows, countByStatus }, onOpenPerson }: AttendanceSheetEditorProps) => {
  const { t } = useTranslation(['events', 'common'])
  const format = useFormat()
  const data = useData()
  const canWrite = event.deletedAt === null
  const [shown, setShown] = useState<AttendanceStatus | 'all'>('all')
  const note = async (personId: PersonId, attendance: Attendance | null): Promise<void> => {
    const written = await data.events.note(event.id, personId, attendance)
    if (!written.ok) sayProblem(t(`problems.${problemKey(written.error)}`))
  }
  const statusOptions = attendanceStatuses.map((value) => ({ value, label: t(`common:attendance.${value}`) }))
  const usedStatuses = attendanceStatuses.filter((status) => countByStatus[status] > 0)
  const visible = shown === 'all' || countByStatus[shown] === 0 ? rows : rows.filter(({ status }) => status === shown)

  const columns: readonly Column<SheetRow>[] = [
    {
      id: 'name',
      header: t('sheet.columns.name'),
      width: { min: 180, share: 2 },
      render: (row) => (
        <Anchor component="button" type="button" c="inherit" onClick={() => onOpenPerson(row.personId)}>
          <PersonName person={row} />
        </Anchor>
      ),
    },
    {
      id: 'status',
      header: t('sheet.columns.status'),
      width: { min: 140, share: 1 },
      render: (row) =>
        canWrite ? (
          <NativeSelect
            size="xs"
            variant="unstyled"
            aria-label={t('sheet.statusOf', { name: fullName(row) })}
            data={statusOptions}
            value={row.status}
            onChange={(change) => {
              const status = attendanceStatuses.find((value) => value === change.currentTarget.value)
              if (status !== undefined) void note(row.personId, { status, hours: row.hours })
            }}
          />
        ) : (
          t(`common:attendance.${row.status}`)
        ),
    },
    {
      id: 'hours',
      header: t('sheet.columns.hours'),
      width: 110,
      align: 'right',
      render: (row) =>
        canWrite ? (
          <HoursInput
            key={`${row.personId}-${row.hours ?? ''}`}
            label={t('sheet.hoursOf', { name: fullName(row) })}
            value={row.hours}
            onChange={(hours) => void note(row.personId, { status: row.status, hours })}
          />
        ) : row.hours === null ? (
          '–'
        ) : (
          format.hours(row.hours)
        ),
    },
  ]
  const takeOff: Column<SheetRow> = {
    id: 'off',
    header: '',
    width: 48,
    render: (row) => (
      <ActionIcon size="sm" aria-label={t('sheet.takeOff', { name: fullName(row) })} onClick={() => void note(row.personId, null)}>
        <IconX size={14} />
      </ActionIcon>
    ),
  }

  return (
    <section className={styles['sheet']} aria-label={t('sheet.title')}>
      {canWrite && <AddToSheet eventId={event.id} rows={rows} />}
      {usedStatuses.length > 1 && (
        <SegmentedControl
          size="xs"
          className={styles['statuses'] ?? ''}
          aria-label={t('sheet.filter')}
          value={shown}
          onChange={(value) => setShown(attendanceStatuses.find((status) => status === value) ?? 'all')}
          data={[
            { value: 'all', label: `${t('sheet.all')} ${rows.length}` },
            ...usedStatuses.map((status) => ({ value: status, label: `${t(`common:attendance.${status}`)} ${countByStatus[status]}` })),
          ]}
        />
      )}
      <DataTable
        label={t('sheet.label')}
        columns={canWrite ? [...columns, takeOff] : columns}
        rowCount={visible.length}
        rowAt={(index) => visible[index]}
        rowKey={({ personId }) => personId}
        rowLabel={fullName}
        onOpen={({ personId }) => onOpenPerson(personId)}
        empty={<EmptyState icon={<IconUsers />} title={t('sheet.empty')} text={canWrite ? t('sheet.emptyText') : undefined} />}
      />
    </section>
  )
}
