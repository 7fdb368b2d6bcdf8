import { Checkbox } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Task } from '#domain/task'
import { useFormat } from '#i18n/setup'
import { useToday } from '#ui/use-today'
import { useTaskActs } from './use-task-acts.ts'
import classes from './calls.module.css'

/** What is still to be done about one person, each done with one click. */
export const TaskLines = ({ tasks }: { readonly tasks: readonly Task[] }) => {
  const { t } = useTranslation('calls')
  const format = useFormat()
  const today = useToday()
  const { setDone } = useTaskActs()
  if (tasks.length === 0) return null
  return (
    <ul className={classes['lines']}>
      {tasks.map((task) => (
        <li key={task.id} className={classes['task']}>
          <Checkbox checked={false} aria-label={t('tasks.done', { title: task.title })} onChange={() => void setDone(task, true)} />
          <div className={`${classes['taskMain']} ${classes['taskLine']}`}>
            <span className={classes['taskTitle']}>{task.title}</span>
            {task.isPromise && (
              <span className={classes['mark']} data-tone="warn">
                {t('tasks.promise')}
              </span>
            )}
            {task.dueOn !== null && (
              <span className={classes['mark']} data-tone={task.dueOn < today ? 'bad' : undefined}>
                {t('tasks.due', { date: format.date(task.dueOn) })}
              </span>
            )}
          </div>
        </li>
      ))}
    </ul>
  )
}
