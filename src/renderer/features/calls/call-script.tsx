import { Anchor, Button, Checkbox } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { areDetailsFresh } from '#domain/calls/call-list'
import type { TaskId } from '#domain/id'
import { fullName } from '#domain/person'
import type { CallLine } from '#data/call-list'
import type { CallScript } from '#data/services/calls-service'
import { useData } from '#data/use-data'
import { useLive } from '#data/use-live'
import { useRoleName } from '#i18n/role-name'
import { useFormat } from '#i18n/setup'
import { useReportWrite } from '#ui/report-write'
import { useToday } from '#ui/use-today'
import { ContactHead } from './contact-head.tsx'
import { NoteText } from './note-text.tsx'
import { ReachLines } from './reach-lines.tsx'
import { useReasonWords } from './reason-words.ts'
import classes from './calls.module.css'

const mostTalks = 3

/** What one has before one's eyes while calling: why, how to reach, a first sentence, what was said, what is still to do, what matters to her. */
export const CallScriptView = ({
  line,
  script,
  done,
  onDone,
}: {
  readonly line: CallLine
  readonly script: CallScript
  /** Tasks ticked during this talk. */
  readonly done: ReadonlySet<TaskId>
  readonly onDone: (id: TaskId, isDone: boolean) => void
}) => {
  const { t } = useTranslation('calls')
  const format = useFormat()
  const words = useReasonWords(useToday())
  const { person, journal, tasks } = script
  return (
    <>
      <Part title={t('panel.why')}>
        <ul className={classes['why']}>
          {line.reasons.map((reason, index) => (
            <li key={index}>
              {words.reason(reason, person.id, line.about)}
              <small>{words.rule(reason.kind)}</small>
            </li>
          ))}
        </ul>
      </Part>
      <Part title={t('panel.reach')}>
        <ReachLines person={person} />
        <DetailsState script={script} />
      </Part>
      <Part title={t('panel.opening')}>
        <blockquote className={classes['opening']}>{words.opening(line.reasons[0], person, line.about)}</blockquote>
      </Part>
      {tasks.length > 0 && (
        <Part title={t('panel.tasks')}>
          {tasks.map((task) => (
            <Checkbox
              key={task.id}
              my={4}
              checked={done.has(task.id)}
              label={`${task.title}${task.dueOn === null ? '' : ` (${t('tasks.due', { date: format.date(task.dueOn) })})`}`}
              description={task.isPromise ? t('tasks.promise') : undefined}
              onChange={(event) => onDone(task.id, event.currentTarget.checked)}
            />
          ))}
        </Part>
      )}
      <Part title={t('panel.last')}>
        {journal.length === 0 && <p className={classes['quiet']}>{t('panel.lastNone')}</p>}
        {journal.slice(0, mostTalks).map((contact) => (
          <div key={contact.id} className={classes['entry']}>
            <ContactHead contact={contact} />
            <NoteText note={contact.note} />
          </div>
        ))}
      </Part>
      <Cares script={script} />
    </>
  )
}

const DetailsState = ({ script: { person } }: { readonly script: CallScript }) => {
  const { t } = useTranslation('calls')
  const data = useData()
  const format = useFormat()
  const today = useToday()
  const report = useReportWrite()
  if (areDetailsFresh(person.confirmedOn, today) === true) return null
  return (
    <p className={`${classes['confirm']} ${classes['small']}`}>
      {person.confirmedOn === undefined || person.confirmedOn === null
        ? t('panel.neverConfirmed')
        : t('panel.toConfirm', { date: format.date(person.confirmedOn) })}
      <Button size="compact-xs" variant="default" onClick={() => void data.calls.confirmDetails(person.id, today).then((written) => report(written))}>
        {t('panel.confirm')}
      </Button>
    </p>
  )
}

const Cares = ({ script }: { readonly script: CallScript }) => {
  const { t } = useTranslation('calls')
  const format = useFormat()
  const roleName = useRoleName()
  const kinds = useLive(['roleKinds'], ({ records }) => records.all('roleKinds'), [])
  const { person, roles, events, ambassadorship, introduced } = script
  const roleNames = roles.map((id) => kinds?.find((kind) => kind.id === id)).map((kind) => (kind === undefined ? '' : roleName(kind)))
  const facts: readonly (readonly [string, ReactNode])[] = [
    [t('panel.roles'), format.list(roleNames.filter((name) => name !== ''))],
    [t('panel.skills'), format.list(person.skills ?? [])],
    [t('panel.sector'), person.sector ?? ''],
    [t('panel.expects'), ambassadorship?.whatsInIt ?? ''],
    [t('panel.events'), format.list(events.map(({ name, date }) => (date === null ? name : `${name} (${format.date(date)})`)))],
    [
      t('panel.introduced'),
      introduced.length === 0
        ? ''
        : introduced.map((other, index) => (
            <span key={other.id}>
              {index > 0 && ', '}
              <Anchor href={`#/people/${other.id}`}>{fullName(other)}</Anchor>
            </span>
          )),
    ],
  ]
  const known = facts.filter(([, value]) => value !== '')
  if (known.length === 0) return null
  return (
    <Part title={t('panel.cares')}>
      <dl className={classes['facts']}>
        {known.map(([label, value]) => (
          <div key={label} style={{ display: 'contents' }}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Part>
  )
}

const Part = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
  <section className={classes['part']} aria-label={title}>
    <h3 className={classes['partTitle']}>{title}</h3>
    {children}
  </section>
)
