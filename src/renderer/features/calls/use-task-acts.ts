import { useTranslation } from 'react-i18next'
import type { Task } from '#domain/task'
import { useData } from '#data/use-data'
import { useReportWrite } from '#ui/report-write'
import { useToday } from '#ui/use-today'

interface TaskActs {
  readonly setDone: (task: Task, isDone: boolean) => Promise<void>
  readonly remove: (task: Task) => Promise<void>
}

/** Done with one click, or not after all; each says so and can be taken back. */
export const useTaskActs = (): TaskActs => {
  const { t } = useTranslation('calls')
  const data = useData()
  const report = useReportWrite()
  const today = useToday()
  const undo = (): void => void data.changes.undo()
  return {
    setDone: async (task, isDone) => {
      const said = t(isDone ? 'tasks.doneToast' : 'tasks.undoneToast', { title: task.title })
      report(await data.journal.setDone(task, isDone ? today : null), { done: said, undo })
    },
    remove: async (task) => {
      report(await data.journal.removeTask(task), { done: t('tasks.removed', { title: task.title }), undo })
    },
  }
}
