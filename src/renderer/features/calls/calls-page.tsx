import { Button, UnstyledButton } from '@mantine/core'
import { IconPhoneCall } from '@tabler/icons-react'
import { useEffect, useEffectEvent, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { PersonId } from '#domain/id'
import type { CallLine } from '#data/call-list'
import { useLive } from '#data/use-live'
import { useFormat } from '#i18n/setup'
import { EmptyState } from '#ui/empty-state'
import { Page } from '#ui/page'
import { PersonName } from '#ui/person-name'
import { WithSidePanel } from '#ui/side-panel'
import { useToday } from '#ui/use-today'
import { Waiting } from '#ui/waiting'
import { CallPanel } from './call-panel.tsx'
import { CallRulesNote } from './call-rules-note.tsx'
import { callTables } from './call-tables.ts'
import { useReasonWords } from './reason-words.ts'
import classes from './calls.module.css'

const step = 10

/** À qui parler aujourd'hui: a short list, a reason a line; one key says how each call went and the next one opens. */
export const CallsPage = ({
  tabs,
  onOpenPerson,
  onSeePeople,
}: {
  readonly tabs: ReactNode
  readonly onOpenPerson: (id: PersonId) => void
  readonly onSeePeople: () => void
}) => {
  const { t } = useTranslation('calls')
  const today = useToday()
  const [count, setCount] = useState(step)
  const [openId, setOpenId] = useState<PersonId | null>(null)
  const list = useLive(callTables, ({ calls }) => calls.list(today, count), [today, count])
  const lines = list?.lines ?? []
  const position = lines.findIndex(({ person }) => person.id === openId)
  const open = lines[position]

  const moveTo = (index: number): void => {
    const line = lines[Math.max(0, Math.min(lines.length - 1, index))]
    if (line !== undefined) setOpenId(line.person.id)
  }
  const onKey = useEffectEvent((event: KeyboardEvent): void => {
    const isElsewhere =
      event.target instanceof Element && event.target.closest('input, textarea, select, details, [role=dialog], [role=listbox]') !== null
    if (isElsewhere || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === 'Escape' && open !== undefined) return setOpenId(null)
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
    event.preventDefault()
    moveTo(event.key === 'ArrowDown' ? position + 1 : position - 1)
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => onKey(event)
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])

  const isEmpty = list !== undefined && lines.length === 0
  return (
    <Page layout="fill" title={t('title')} subtitle={t('subtitle')} tabs={tabs}>
      <WithSidePanel
        panel={
          open !== undefined && (
            <CallPanel
              key={open.person.id}
              line={open}
              // The one who was just called leaves the list: the next takes her place, or the one before at the end.
              onLogged={() => setOpenId((lines[position + 1] ?? lines[position - 1])?.person.id ?? null)}
              onClose={() => setOpenId(null)}
              onOpenPerson={onOpenPerson}
            />
          )
        }
      >
        <div className={classes['scroll']}>
          {list === undefined && <Waiting />}
          {isEmpty && (
            <EmptyState
              icon={<IconPhoneCall />}
              title={t('empty.title')}
              text={t('empty.text')}
              action={<Button onClick={onSeePeople}>{t('empty.action')}</Button>}
            />
          )}
          <ul className={classes['list']} aria-label={t('list')} data-calls>
            {lines.map((line) => (
              <li key={line.person.id}>
                <CallButton line={line} isOpen={line === open} isNarrow={open !== undefined} onOpen={() => setOpenId(line.person.id)} />
              </li>
            ))}
          </ul>
          <div className={classes['after']}>
            {list?.hasMore === true && (
              <Button variant="default" onClick={() => setCount(count + step)}>
                {t('more')}
              </Button>
            )}
            {list !== undefined && <CallRulesNote />}
          </div>
        </div>
      </WithSidePanel>
    </Page>
  )
}

const CallButton = ({
  line,
  isOpen,
  isNarrow,
  onOpen,
}: {
  readonly line: CallLine
  readonly isOpen: boolean
  readonly isNarrow: boolean
  readonly onOpen: () => void
}) => {
  const format = useFormat()
  const words = useReasonWords(useToday())
  const [first, ...others] = line.reasons.map((reason) => words.reason(reason, line.person.id, line.about))
  return (
    <UnstyledButton className={classes['call'] ?? ''} aria-current={isOpen} onClick={onOpen}>
      <span className={classes['reasons']}>
        <span className={classes['callName']}>
          <PersonName person={line.person} order="spoken" />
        </span>
        <span className={classes['reason']}>{first}</span>
        {others.map((reason) => (
          <span key={reason} className={classes['others']}>
            {reason}
          </span>
        ))}
      </span>
      {!isNarrow && <span className={classes['reach']}>{line.phone === null ? (line.email ?? '') : format.phone(line.phone)}</span>}
    </UnstyledButton>
  )
}
