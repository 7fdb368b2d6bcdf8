import { ActionIcon, Anchor, Checkbox } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { fullName } from '#domain/person'
import type { TaskLine } from '#data/services/journal-service'
import { useFormat } from '#i18n/setup'
import { useTaskActs } from './use-task-acts.ts'
import classes from './calls.module.css'

/** One thing to do: a tick, what, about whom, by whom, by when. */
export const TaskRow = ({
  line,
  showsEvent = true,
  onEdit,
}: {
  readonly line: TaskLine
  readonly showsEvent?: boolean
  readonly onEdit: () => void
}) => {
  const { t } = useTranslation('calls')
  const format = useFormat()
  const { setDone } = useTaskActs()
  const { task, state, person, owner, eventName } = line
  const isDone = task.doneOn !== null
  return (
    <li className={classes['task']}>
      <Checkbox
        checked={isDone}
        mt={2}
        aria-label={t(isDone ? 'tasks.notDone' : 'tasks.done', { title: task.title })}
        onChange={() => void setDone(task, !isDone)}
      />
      <div className={classes['taskMain']}>
        <div className={classes['taskLine']}>
          <span className={classes['taskTitle']}>{task.title}</span>
          {task.isPromise && (
            <span className={classes['mark']} data-tone="warn">
              {t('tasks.promise')}
            </span>
          )}
          {state === 'late' && (
            <span className={classes['mark']} data-tone="bad">
              {t('tasks.state.late')}
            </span>
          )}
        </div>
        <div className={`${classes['taskLine']} ${classes['quiet']}`}>
          {task.dueOn !== null && <span>{t('tasks.due', { date: format.date(task.dueOn) })}</span>}
          {task.doneOn !== null && <span>{t('tasks.doneOn', { date: format.date(task.doneOn) })}</span>}
          {person !== null && <Anchor href={`#/people/${person.id}`}>{fullName(person)}</Anchor>}
          {owner !== null && <span>{t('tasks.by', { name: fullName(owner) })}</span>}
          {showsEvent && task.eventId !== null && eventName !== '' && <Anchor href={`#/events/${task.eventId}`}>{eventName}</Anchor>}
        </div>
      </div>
      <ActionIcon aria-label={t('tasks.edit', { title: task.title })} onClick={onEdit}>
        <IconPencil size={16} />
      </ActionIcon>
    </li>
  )
}
