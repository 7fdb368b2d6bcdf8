import { Button, NativeSelect } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { contactOutcomes, talkKinds, type ContactKind, type ContactOutcome } from '#domain/contact'
import type { NextStep } from '#data/services/calls-service'
import { NextStepFields, noStep } from './next-step.tsx'
import { NoteInput } from './note-input.tsx'
import classes from './calls.module.css'

/** What was noted of a talk, besides whom and when. */
export interface NotedTalk {
  readonly kind: ContactKind
  readonly outcome: ContactOutcome
  readonly note: string
  readonly next: NextStep | null
}

/** The ten-second log: one click or one key (1 to 5) says how it went; a note and a next step if there is more to say. */
export const OutcomeLog = ({ onLog }: { readonly onLog: (talk: NotedTalk) => Promise<void> }) => {
  const { t } = useTranslation('calls')
  const [kind, setKind] = useState<ContactKind>('call')
  const [note, setNote] = useState('')
  const [next, setNext] = useState<NextStep | null>(null)
  const isLogging = useRef(false)

  const log = async (outcome: ContactOutcome): Promise<void> => {
    if (isLogging.current) return
    isLogging.current = true
    await onLog({ kind, outcome, note, next })
    isLogging.current = false
  }
  const onKey = useEffectEvent((event: KeyboardEvent): void => {
    const outcome = contactOutcomes[Number(event.key) - 1]
    // A key held down must not log the next person too.
    if (outcome === undefined || event.repeat || event.ctrlKey || event.metaKey || event.altKey || isTypedIn(event.target)) return
    event.preventDefault()
    void log(outcome)
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => onKey(event)
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])

  return (
    <section className={classes['log']} aria-label={t('log.title')}>
      <div className={classes['logFields']}>
        <div className={classes['logTop']}>
          <NativeSelect
            aria-label={t('log.kind')}
            value={kind}
            data={talkKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
            onChange={(event) => setKind(talkKinds.find((one) => one === event.currentTarget.value) ?? 'call')}
          />
          {next === null && (
            <Button variant="subtle" size="compact-sm" leftSection={<IconPlus size={14} />} onClick={() => setNext(noStep)}>
              {t('log.addNext')}
            </Button>
          )}
        </div>
        <NoteInput label={t('log.note')} placeholder={t('log.noteHint')} value={note} onChange={setNote} minRows={1} />
        {next !== null && <NextStepFields step={next} onChange={setNext} autoFocus />}
      </div>
      <div className={classes['outcomes']} role="group" aria-label={t('log.keys')}>
        {contactOutcomes.map((outcome, index) => (
          <Button
            key={outcome}
            size="compact-md"
            justify="flex-start"
            px={8}
            variant={outcome === 'reached' ? 'filled' : 'default'}
            {...(outcome === 'stop' ? { color: 'red' } : {})}
            onClick={() => void log(outcome)}
          >
            <kbd aria-hidden>{index + 1}</kbd>
            {t(`outcome.${outcome}`)}
          </Button>
        ))}
      </div>
    </section>
  )
}

const isTypedIn = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('input:not([type=checkbox]), textarea, select, [role=dialog], [role=menu], [role=listbox]') !== null
