import { Anchor } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PersonId, TaskId } from '#domain/id'
import { fullName } from '#domain/person'
import type { CallLine } from '#data/call-list'
import { useData } from '#data/use-data'
import { useLive } from '#data/use-live'
import { PersonName } from '#ui/person-name'
import { useReportWrite } from '#ui/report-write'
import { SidePanel } from '#ui/side-panel'
import { showToast } from '#ui/toast'
import { useToday } from '#ui/use-today'
import { CallScriptView } from './call-script.tsx'
import { OutcomeLog, type NotedTalk } from './outcome-log.tsx'
import classes from './calls.module.css'

/** Beside the list: the script of one call, and its log. `onLogged` moves on to the next person. */
export const CallPanel = ({
  line,
  onLogged,
  onClose,
  onOpenPerson,
}: {
  readonly line: CallLine
  readonly onLogged: () => void
  readonly onClose: () => void
  readonly onOpenPerson: (id: PersonId) => void
}) => {
  const { t } = useTranslation('calls')
  const { t: common } = useTranslation()
  const data = useData()
  const report = useReportWrite()
  const today = useToday()
  const [done, setDone] = useState<ReadonlySet<TaskId>>(new Set())
  const { person } = line
  const name = fullName(person)
  const script = useLive(
    ['people', 'contacts', 'tasks', 'ties', 'ambassadorships', 'events', 'attendance'],
    ({ calls }) => calls.script(person.id, today),
    [person.id, today],
  )

  const refuseAll = async (): Promise<void> => {
    report(await data.calls.setDoNotContact(person.id), { done: t('log.doNotContactDone', { name }), undo: () => void data.changes.undo() })
  }
  const log = async (talk: NotedTalk): Promise<void> => {
    const about = [...new Set(line.reasons.map(({ aboutId }) => aboutId))].filter((id) => id !== person.id)
    const written = await data.calls.log({ ...talk, personId: person.id, on: today, byId: null, done: [...done], about })
    const said = talk.outcome === 'stop' ? t('log.stopDone', { name }) : t('log.done', { name, outcome: t(`outcome.${talk.outcome}`) })
    if (!report(written, { done: said, undo: () => void data.changes.undo() })) return
    if (talk.outcome === 'stop')
      showToast({ message: t('log.stopQuestion', { name }), action: { label: t('log.doNotContact'), run: () => void refuseAll() } })
    onLogged()
  }

  return (
    <SidePanel
      title={<PersonName person={person} order="spoken" />}
      label={t('panel.label', { name: name === '' ? common('noName') : name })}
      width={460}
      takesFocus={false}
      onClose={onClose}
      footer={<OutcomeLog onLog={log} />}
    >
      <Anchor component="button" type="button" className={classes['openPerson'] ?? ''} onClick={() => onOpenPerson(person.id)}>
        {t('panel.open')}
      </Anchor>
      {script !== undefined && script !== null && (
        <CallScriptView
          line={line}
          script={script}
          done={done}
          onDone={(id, isDone) => {
            const next = new Set(done)
            if (isDone) next.add(id)
            else next.delete(id)
            setDone(next)
          }}
        />
      )}
    </SidePanel>
  )
}
