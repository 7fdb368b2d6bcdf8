import { ActionIcon, Button, Checkbox, TextInput } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { builtInStepOf } from '#domain/core/handover-steps'
import type { PersonId } from '#domain/id'
import type { IsoDate } from '#domain/period'
import type { HandoverStep } from '#domain/responsibility'
import type { HandoverView } from '#data/services/handovers-service'
import { useFindPeople } from '#data/use-find-people'
import { useFormat } from '#i18n/setup'
import { PersonChoice } from '#ui/person-choice'
import classes from './core.module.css'

interface ChecklistProps {
  readonly steps: HandoverView['checklist']
  readonly today: IsoDate
  readonly isClosed: boolean
  readonly onChange: (stepId: string, fields: Partial<Omit<HandoverStep, 'id'>>) => void
  readonly onAdd: (name: string) => void
  readonly onDrop: (stepId: string) => void
}

/** The steps of a departure: done or not, with whom; one's own come after. */
export const HandoverChecklist = ({ steps, today, isClosed, onChange, onAdd, onDrop }: ChecklistProps) => {
  const { t } = useTranslation('core')
  const format = useFormat()
  const find = useFindPeople(today)
  const [own, setOwn] = useState('')
  const add = (event: FormEvent): void => {
    event.preventDefault()
    if (own.trim() === '') return
    onAdd(own.trim())
    setOwn('')
  }
  return (
    <>
      <ul className={classes['plain']}>
        {steps.map((step) => {
          const builtIn = builtInStepOf(step)
          const name = step.name ?? (builtIn === null ? '' : t(`handover.steps.${builtIn}`))
          return (
            <li key={step.id} className={classes['step']}>
              <Checkbox
                label={name}
                checked={step.doneOn !== null}
                disabled={isClosed}
                onChange={(event) => onChange(step.id, { doneOn: event.currentTarget.checked ? today : null })}
              />
              <PersonChoice
                size="xs"
                isLabelHidden
                label={t('handover.stepWith', { step: name })}
                placeholder={t('handover.withShort')}
                disabled={isClosed}
                value={step.toId === null ? null : { id: step.toId, name: step.to }}
                find={find}
                onChange={(person) => onChange(step.id, { toId: person === null ? null : (person.id satisfies PersonId) })}
              />
              <span className={classes['stepEnd']}>
                {step.doneOn === null ? '' : t('handover.stepDone', { date: format.shortDate(step.doneOn) })}
                {step.name !== null && !isClosed && (
                  <ActionIcon size="sm" aria-label={t('handover.dropStep', { step: name })} onClick={() => onDrop(step.id)}>
                    <IconX size={14} />
                  </ActionIcon>
                )}
              </span>
            </li>
          )
        })}
      </ul>
      {!isClosed && (
        <form className={classes['own']} onSubmit={add}>
          <TextInput label={t('handover.ownStep')} autoComplete="off" value={own} onChange={(event) => setOwn(event.currentTarget.value)} />
          <Button type="submit" variant="default" leftSection={<IconPlus size={14} />}>
            {t('handover.addStep')}
          </Button>
        </form>
      )}
    </>
  )
}
