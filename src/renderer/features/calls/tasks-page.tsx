import { Button, Checkbox, NativeSelect, SegmentedControl } from '@mantine/core'
import { IconChecklist, IconPlus } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { TaskId } from '#domain/id'
import { fullName } from '#domain/person'
import type { TaskList } from '#data/services/journal-service'
import { useLive } from '#data/use-live'
import { useFormat } from '#i18n/setup'
import { EmptyState } from '#ui/empty-state'
import { Page } from '#ui/page'
import { Toolbar } from '#ui/toolbar'
import { useKeptState } from '#ui/use-kept-state'
import { useToday } from '#ui/use-today'
import { TaskForm } from './task-form.tsx'
import { TaskRow } from './task-row.tsx'
import classes from './calls.module.css'

const step = 50
const anybody = 'anybody'
const nobody = 'nobody'

/** À faire: what was promised, decided or asked, the late ones first, each done with one click. */
export const TasksPage = ({ tabs }: { readonly tabs: ReactNode }) => {
  const { t } = useTranslation('calls')
  const { t: common } = useTranslation()
  const format = useFormat()
  const today = useToday()
  const [done, setDone] = useKeptState('calls.tasks.done', () => false)
  const [who, setWho] = useKeptState('calls.tasks.who', () => anybody)
  const [onlyPromises, setOnlyPromises] = useKeptState('calls.tasks.promises', () => false)
  const [form, setForm] = useState<TaskId | 'new' | null>(null)
  const [count, setCount] = useState(step)
  const list = useLive(['tasks', 'people', 'events'], ({ journal }) => journal.tasks(today, done), [today, done])
  const shown =
    list?.lines.filter(({ task }) => (!onlyPromises || task.isPromise) && (who === anybody || (task.ownerId ?? nobody) === (who as string))) ?? []
  const add = (
    <Button leftSection={<IconPlus size={16} />} onClick={() => setForm('new')}>
      {t('tasks.add')}
    </Button>
  )
  return (
    <Page
      title={t('tasks.title')}
      subtitle={t('tasks.subtitle')}
      tabs={tabs}
      actions={add}
      filters={
        <Toolbar label={t('tasks.show')}>
          <SegmentedControl
            aria-label={t('tasks.show')}
            value={String(done)}
            data={[
              { value: 'false', label: t('tasks.toDo') },
              { value: 'true', label: t('tasks.doneOnes') },
            ]}
            onChange={(value) => setDone(value === 'true')}
          />
          <NativeSelect
            aria-label={t('tasks.who')}
            value={who}
            data={[
              { value: anybody, label: `${t('tasks.who')} : ${t('tasks.anybody')}` },
              { value: nobody, label: t('tasks.nobody') },
              ...(list?.owners ?? [])
                .map((owner) => ({ value: owner.id as string, label: fullName(owner) }))
                .toSorted((left, right) => format.compare(left.label, right.label)),
            ]}
            onChange={(event) => setWho(event.currentTarget.value)}
          />
          <Checkbox label={t('tasks.onlyPromises')} checked={onlyPromises} onChange={(event) => setOnlyPromises(event.currentTarget.checked)} />
        </Toolbar>
      }
    >
      {list !== undefined && <Promises list={list} />}
      {form === 'new' && <TaskForm task={null} onClose={() => setForm(null)} />}
      {list !== undefined && shown.length === 0 && form !== 'new' && (
        <EmptyState
          icon={<IconChecklist />}
          title={list.lines.length === 0 ? t('tasks.none') : t('tasks.nothingFound')}
          text={list.lines.length === 0 ? t('tasks.noneText') : undefined}
        />
      )}
      <ul className={classes['lines']} aria-label={t('tasks.title')}>
        {shown.slice(0, count).map((line) =>
          form === line.task.id ? (
            <li key={line.task.id}>
              <TaskForm task={line.task} onClose={() => setForm(null)} />
            </li>
          ) : (
            <TaskRow key={line.task.id} line={line} onEdit={() => setForm(line.task.id)} />
          ),
        )}
      </ul>
      {shown.length > count && (
        <Button variant="default" mt="md" onClick={() => setCount(count + step)}>
          {t('more')} {common('progress', { done: format.number(count), total: format.number(shown.length) })}
        </Button>
      )}
    </Page>
  )
}

const Promises = ({ list: { promises } }: { readonly list: TaskList }) => {
  const { t } = useTranslation('calls')
  const { kept, keptLate, broken, open } = promises
  if (kept + keptLate + broken + open === 0) return null
  return (
    <section className={`${classes['card']} ${classes['rate']}`} aria-label={t('tasks.promises')}>
      <div className={classes['strip']}>
        <strong>{t('tasks.promises')}</strong>
        <span>{t('tasks.kept', { count: kept })}</span>
        <span>{t('tasks.keptLate', { count: keptLate })}</span>
        <span>{t('tasks.broken', { count: broken })}</span>
        <span>{t('tasks.open', { count: open })}</span>
      </div>
      <p className={classes['others']}>{t('tasks.promisesRule')}</p>
    </section>
  )
}
