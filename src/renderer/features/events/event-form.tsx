import { Autocomplete, Button, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AssociationEvent } from '#domain/event'
import type { EventId } from '#domain/id'
import { isCertainlyBefore, type PartialDate } from '#domain/period'
import type { EventFields } from '#data/services/events-service'
import { useData } from '#data/use-data'
import { useLive } from '#data/use-live'
import { PartialDateInput } from '#ui/partial-date-input'
import { useLeaveQuestion } from '#ui/leave-question'
import { SidePanel } from '#ui/side-panel'
import { problemKey, sayProblem } from './write-problem.ts'
import styles from './events.module.css'

interface EventFormProps {
  /** null: a new one. */
  readonly event: AssociationEvent | null
  readonly onClose: () => void
  readonly onSaved: (id: EventId) => void
}

const formats = ['in-person', 'online', 'mixed'] as const

/** The panel where an event is created or changed. */
export const EventForm = ({ event, onClose, onSaved }: EventFormProps) => {
  const { t } = useTranslation(['events', 'common'])
  const data = useData()
  const kinds = useLive(['events'], (services) => services.events.kinds(), []) ?? []
  const [date, setDate] = useState<PartialDate | null>(event?.date ?? null)
  const [endDate, setEndDate] = useState<PartialDate | null>(event?.endDate ?? null)
  const formElement = useRef<HTMLFormElement>(null)
  const [isSaving, setSaving] = useState(false)
  const endIsWrong = date !== null && endDate !== null && isCertainlyBefore(endDate, date)
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: {
      name: event?.name ?? '',
      startTime: event?.startTime ?? '',
      kind: event?.kind ?? '',
      place: event?.place ?? '',
      format: event?.format ?? 'in-person',
      note: event?.note ?? '',
    },
    validate: {
      name: (name) => (name.trim() === '' ? t('form.nameMissing') : null),
      startTime: (time) => (time === '' || readTime(time) !== null ? null : t('form.startTimeWrong')),
    },
  })

  const save = async (values: typeof form.values): Promise<void> => {
    if (endIsWrong) return
    setSaving(true)
    const fields: EventFields = {
      ...values,
      name: values.name.trim(),
      kind: values.kind.trim(),
      place: values.place.trim(),
      startTime: readTime(values.startTime) ?? '',
      format: formats.find((format) => format === values.format) ?? 'in-person',
      date,
      endDate,
    }
    const saved = await data.events.save(event?.id ?? null, fields)
    setSaving(false)
    if (!saved.ok) return sayProblem(t(`problems.${problemKey(saved.error)}`))
    onClose()
    onSaved(saved.value)
  }

  const isDirty = (): boolean => form.isDirty() || date !== (event?.date ?? null) || endDate !== (event?.endDate ?? null)
  const { close, question } = useLeaveQuestion({ form: formElement, isDirty, onClose })
  const title = event === null ? t('form.newTitle') : t('form.editTitle')
  return (
    <SidePanel
      title={title}
      label={title}
      onClose={close}
      footer={
        question ?? (
          <>
            <Button variant="default" onClick={close}>
              {t('common:actions.cancel')}
            </Button>
            <Button type="submit" form="event-form" loading={isSaving}>
              {event === null ? t('form.create') : t('common:actions.save')}
            </Button>
          </>
        )
      }
    >
      <form id="event-form" ref={formElement} className={styles['form']} noValidate onSubmit={form.onSubmit((values) => void save(values))}>
        <TextInput label={t('form.name')} required data-autofocus key={form.key('name')} {...form.getInputProps('name')} />
        <PartialDateInput label={t('form.date')} value={date} onChange={setDate} />
        <TextInput
          label={t('form.startTime')}
          placeholder="18:30"
          maxLength={5}
          w={140}
          key={form.key('startTime')}
          {...form.getInputProps('startTime')}
        />
        <PartialDateInput label={t('form.endDate')} value={endDate} onChange={setEndDate} description={t('form.endDateHint')} />
        {endIsWrong && (
          <p role="alert" className={styles['wrong']}>
            {t('form.endBeforeStart')}
          </p>
        )}
        <Autocomplete
          label={t('form.kind')}
          description={t('form.kindHint')}
          data={[...kinds]}
          key={form.key('kind')}
          {...form.getInputProps('kind')}
        />
        <TextInput label={t('form.place')} key={form.key('place')} {...form.getInputProps('place')} />
        <NativeSelect
          label={t('form.format')}
          data={formats.map((value) => ({ value, label: t(`form.formats.${value}`) }))}
          key={form.key('format')}
          {...form.getInputProps('format')}
        />
        <Textarea label={t('form.note')} autosize minRows={3} key={form.key('note')} {...form.getInputProps('note')} />
      </form>
    </SidePanel>
  )
}

/** « 18:30 », « 18h30 » and « 18h » as `18:30`; null for anything else. */
const readTime = (text: string): string | null => {
  const match = /^\s*(\d{1,2})\s*[:hH]\s*(\d{2})?\s*$/.exec(text)
  const [hour, minute] = [Number(match?.[1] ?? Number.NaN), Number(match?.[2] ?? 0)]
  return hour <= 23 && minute <= 59 ? `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}` : null
}
