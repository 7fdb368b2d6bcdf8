import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { EventId, TaskId } from '#domain/id'
import { useLive } from '#data/use-live'
import { Section } from '#ui/section'
import { useToday } from '#ui/use-today'
import { TaskForm } from './task-form.tsx'
import { TaskRow } from './task-row.tsx'
import classes from './calls.module.css'

/** On an event's page: what follows it, since an event is not an end in itself. */
export const EventTasksSection = ({ eventId }: { readonly eventId: EventId }) => {
  const { t } = useTranslation('calls')
  const today = useToday()
  const [form, setForm] = useState<TaskId | 'new' | null>(null)
  const lines = useLive(['tasks', 'people', 'events'], ({ journal }) => journal.tasksOfEvent(eventId, today), [eventId, today])
  if (lines === undefined) return null
  return (
    <Section title={t('tasks.event.title')}>
      {lines.length === 0 && form === null && <p className={classes['quiet']}>{t('tasks.event.none')}</p>}
      <ul className={classes['lines']}>
        {lines.map((line) =>
          form === line.task.id ? (
            <li key={line.task.id}>
              <TaskForm task={line.task} onClose={() => setForm(null)} />
            </li>
          ) : (
            <TaskRow key={line.task.id} line={line} showsEvent={false} onEdit={() => setForm(line.task.id)} />
          ),
        )}
      </ul>
      {form === 'new' ? (
        <TaskForm task={null} eventId={eventId} onClose={() => setForm(null)} />
      ) : (
        <Button variant="default" size="compact-sm" mt={8} leftSection={<IconPlus size={14} />} onClick={() => setForm('new')}>
          {t('tasks.add')}
        </Button>
      )}
    </Section>
  )
}
