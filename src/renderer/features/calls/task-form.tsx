import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { EventId, TaskId } from '#domain/id'
import { emptyTask, type Task } from '#domain/task'
import type { TaskFields } from '#data/services/journal-service'
import { useData } from '#data/use-data'
import { useReportWrite } from '#ui/report-write'
import { NextStepFields } from './next-step.tsx'
import { PersonChoice } from './person-choice.tsx'
import { useTaskActs } from './use-task-acts.ts'
import classes from './calls.module.css'

/** A thing to do, new (`task` null) or to be changed; `eventId`: what a new one follows. */
export const TaskForm = ({
  task,
  eventId = null,
  onClose,
}: {
  readonly task: Task | null
  readonly eventId?: EventId | null
  readonly onClose: () => void
}) => {
  const { t } = useTranslation('calls')
  const { t: common } = useTranslation()
  const data = useData()
  const report = useReportWrite()
  const { remove } = useTaskActs()
  const [fields, setFields] = useState<Task>(() => task ?? { ...emptyTask('' as TaskId), eventId })
  const title = fields.title.trim()

  const save = async (): Promise<void> => {
    if (title === '') return
    const { dueOn, doneOn, isPromise, personId, ownerId, contactId, communityId, eventId: event } = fields
    const kept: TaskFields = { title, dueOn, doneOn, isPromise, personId, ownerId, contactId, communityId, eventId: event }
    const written = await data.journal.saveTask(task, kept)
    if (report(written, { done: t('tasks.saved', { title }), undo: () => void data.changes.undo() })) onClose()
  }

  return (
    <form
      className={classes['form']}
      aria-label={t(task === null ? 'tasks.form.new' : 'tasks.form.edit')}
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <NextStepFields step={fields} onChange={(step) => setFields({ ...fields, ...step })} autoFocus />
      <div className={classes['formLine']}>
        <PersonChoice label={t('tasks.form.person')} value={fields.personId} onChange={(personId) => setFields({ ...fields, personId })} />
        <PersonChoice label={t('tasks.form.owner')} value={fields.ownerId} onChange={(ownerId) => setFields({ ...fields, ownerId })} />
      </div>
      <div className={classes['buttons']}>
        {task !== null && (
          <Button variant="subtle" color="red" mr="auto" onClick={() => void remove(task).then(onClose)}>
            {t('tasks.remove')}
          </Button>
        )}
        <Button variant="default" onClick={onClose}>
          {common('actions.cancel')}
        </Button>
        <Button type="submit" disabled={title === ''}>
          {common('actions.save')}
        </Button>
      </div>
    </form>
  )
}
