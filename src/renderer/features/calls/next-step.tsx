import { Checkbox, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { firstDay } from '#domain/period'
import type { NextStep } from '#data/services/calls-service'
import { PartialDateInput } from '#ui/partial-date-input'
import classes from './calls.module.css'

export const noStep: NextStep = { title: '', dueOn: null, isPromise: false }

/** The line that says what was understood is there from the start: what stands below never moves under the mouse when the field is left. */
export const keptLine = '\u00A0'

/** What follows a talk: what, by when, and whether it was promised. */
export const NextStepFields = ({
  step,
  onChange,
  autoFocus = false,
}: {
  readonly step: NextStep
  readonly onChange: (step: NextStep) => void
  readonly autoFocus?: boolean
}) => {
  const { t } = useTranslation('calls')
  return (
    <div className={classes['fields']}>
      <TextInput
        label={t('log.nextTitle')}
        value={step.title}
        autoFocus={autoFocus}
        autoComplete="off"
        onChange={(event) => onChange({ ...step, title: event.currentTarget.value })}
      />
      <div className={classes['dateLine']}>
        <PartialDateInput
          label={t('log.nextDate')}
          description={keptLine}
          value={step.dueOn}
          onChange={(date) => onChange({ ...step, dueOn: date === null ? null : firstDay(date) })}
        />
        <Checkbox
          label={t('log.promise')}
          checked={step.isPromise}
          onChange={(event) => onChange({ ...step, isPromise: event.currentTarget.checked })}
        />
      </div>
    </div>
  )
}
