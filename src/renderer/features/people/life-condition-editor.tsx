import { NumberInput, Select, TagsInput, Text, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { consentAnswers, type ConsentAnswer, type PeopleCondition } from '#domain/people-filter'
import { firstDay, lastDay } from '#domain/period'
import type { Channel } from '#domain/person'
import { useLive } from '#data/use-live'
import { PartialDateInput } from '#ui/partial-date-input'
import { NotSwitch, inPlace, type EditorProps } from './editor-parts.tsx'

type LifeCondition = Extract<PeopleCondition, { kind: 'attended' | 'silent' | 'skill' | 'consent' | 'lost-contact' | 'to-confirm' | 'open-task' }>

/** The parts of a sentence about what people did, said and know. */
export const LifeConditionEditor = ({ condition, onChange }: EditorProps<LifeCondition>) => {
  const { t } = useTranslation('people')
  const months = (value: number, change: (months: number) => void) => (
    <Select
      label={t('filters.sinceHowLong')}
      comboboxProps={inPlace}
      data={[3, 6, 12, 18, 24, 36].map((count) => ({ value: String(count), label: t('filters.months', { count }) }))}
      value={String(value)}
      onChange={(chosen) => change(Number(chosen ?? value))}
    />
  )
  switch (condition.kind) {
    case 'attended':
      return <AttendedEditor condition={condition} onChange={onChange} />
    case 'silent':
      return (
        <>
          {months(condition.months, (next) => onChange({ ...condition, months: next }))}
          <Text size="xs" c="dimmed">
            {t('filters.silentRule')}
          </Text>
        </>
      )
    case 'skill':
      return (
        <>
          <NotSwitch value={condition.not} yes={t('filters.have')} no={t('filters.haveNot')} onChange={(not) => onChange({ ...condition, not })} />
          <TextInput
            label={t('filters.skillText')}
            data-autofocus
            value={condition.text}
            onChange={(event) => onChange({ ...condition, text: event.currentTarget.value })}
          />
        </>
      )
    case 'consent':
      return (
        <>
          <Select
            label={t('filters.channel')}
            comboboxProps={inPlace}
            data={(['email', 'phone', 'sms', 'post'] as const).map((value) => ({ value, label: t(`words.by.${value}`) }))}
            value={condition.channel}
            onChange={(channel) => onChange({ ...condition, channel: channel as Channel })}
          />
          <Select
            label={t('filters.use')}
            comboboxProps={inPlace}
            data={[
              { value: '', label: t('filters.anyUse') },
              { value: 'news', label: t('filters.news') },
            ]}
            value={condition.use}
            onChange={(use) => onChange({ ...condition, use: use ?? '' })}
          />
          <Select
            label={t('filters.answer')}
            comboboxProps={inPlace}
            data={consentAnswers.map((value) => ({ value, label: t(`filters.answers.${value}`) }))}
            value={condition.answer}
            onChange={(answer) => onChange({ ...condition, answer: answer as ConsentAnswer })}
          />
        </>
      )
    case 'lost-contact':
      return (
        <NotSwitch
          value={condition.not}
          yes={t('words.lostContact')}
          no={t('words.notLostContact')}
          onChange={(not) => onChange({ ...condition, not })}
        />
      )
    case 'to-confirm':
      return (
        <>
          <NotSwitch
            value={condition.not}
            yes={t('filters.toBeDone')}
            no={t('filters.upToDate')}
            onChange={(not) => onChange({ ...condition, not })}
          />
          {months(condition.months, (next) => onChange({ ...condition, months: next }))}
        </>
      )
    case 'open-task':
      return (
        <>
          <NotSwitch value={condition.not} yes={t('filters.have')} no={t('filters.haveNot')} onChange={(not) => onChange({ ...condition, not })} />
          <Select
            label={t('filters.open-task')}
            comboboxProps={inPlace}
            data={[
              { value: 'all', label: t('filters.anyTask') },
              { value: 'promises', label: t('filters.promisesOnly') },
            ]}
            value={condition.promises ? 'promises' : 'all'}
            onChange={(value) => onChange({ ...condition, promises: value === 'promises' })}
          />
        </>
      )
  }
}

const AttendedEditor = ({
  condition,
  onChange,
}: {
  readonly condition: Extract<PeopleCondition, { kind: 'attended' }>
  readonly onChange: (condition: PeopleCondition) => void
}) => {
  const { t } = useTranslation('people')
  const kinds = useLive(['events'], ({ events }) => events.kinds(), []) ?? []
  return (
    <>
      <NotSwitch value={condition.not} yes={t('filters.came')} no={t('filters.cameNot')} onChange={(not) => onChange({ ...condition, not })} />
      <NumberInput
        label={t('filters.times')}
        min={1}
        max={999}
        value={condition.times}
        onChange={(times) => onChange({ ...condition, times: typeof times === 'number' ? Math.max(1, Math.round(times)) : 1 })}
      />
      <TagsInput
        label={t('filters.eventKinds')}
        placeholder={condition.kinds.length === 0 ? t('filters.anyKind') : ''}
        comboboxProps={inPlace}
        data={[...kinds]}
        value={[...condition.kinds]}
        onChange={(next) => onChange({ ...condition, kinds: next })}
      />
      <PartialDateInput
        label={t('filters.from')}
        value={condition.from}
        onChange={(date) => onChange({ ...condition, from: date === null ? null : firstDay(date) })}
      />
      <PartialDateInput
        label={t('filters.to')}
        value={condition.to}
        onChange={(date) => onChange({ ...condition, to: date === null ? null : lastDay(date) })}
      />
    </>
  )
}
