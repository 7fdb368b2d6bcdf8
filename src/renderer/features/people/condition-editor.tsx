import { Button, MultiSelect, NumberInput, Select, Stack, Text, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { knowables, type Knowable } from '#domain/people-filter'
import type { Channel, Gender } from '#domain/person'
import { CustomTestEditor } from './custom-test-editor.tsx'
import { DayInput } from './day-input.tsx'
import { PersonChoice } from './person-choice.tsx'
import { LifeConditionEditor } from './life-condition-editor.tsx'
import { NotSwitch, inPlace, type EditorProps } from './editor-parts.tsx'
import { RoleConditionEditor } from './role-condition-editor.tsx'

/** What opens under a part of the sentence: its choices, applied at once. */
export const ConditionEditor = ({ close, ...props }: EditorProps & { readonly close: () => void }) => {
  const { t } = useTranslation('people')
  return (
    <Stack gap="sm" w={280}>
      <Fields {...props} />
      <Button size="compact-sm" variant="default" onClick={close} style={{ alignSelf: 'flex-end' }}>
        {t('filters.done')}
      </Button>
    </Stack>
  )
}

const Fields = (props: EditorProps) => {
  const { condition, onChange, lists, names, today } = props
  const { t } = useTranslation('people')
  switch (condition.kind) {
    case 'role':
      return <RoleConditionEditor {...props} condition={condition} />
    case 'took-part':
      return (
        <>
          <NotSwitch value={condition.not} yes={t('filters.came')} no={t('filters.cameNot')} onChange={(not) => onChange({ ...condition, not })} />
          <Select
            label={t('filters.since')}
            comboboxProps={inPlace}
            data={[
              ...[3, 6, 12, 24, 36].map((months) => ({ value: String(months), label: t('filters.months', { count: months }) })),
              { value: 'date', label: t('filters.aDate') },
            ]}
            value={condition.since.kind === 'date' ? 'date' : String(condition.since.months)}
            onChange={(value) =>
              onChange({ ...condition, since: value === 'date' ? { kind: 'date', date: today } : { kind: 'months', months: Number(value) } })
            }
          />
          {condition.since.kind === 'date' && (
            <DayInput
              label={t('filters.date')}
              value={condition.since.date}
              onChange={(date) => onChange({ ...condition, since: { kind: 'date', date } })}
            />
          )}
          <Text size="xs" c="dimmed">
            {t('filters.tookPartRule')}
          </Text>
        </>
      )
    case 'tag':
      return (
        <>
          <NotSwitch value={condition.not} yes={t('filters.have')} no={t('filters.haveNot')} onChange={(not) => onChange({ ...condition, not })} />
          <Several label={t('filters.tag')} items={lists.tags} value={condition.tags} onChange={(tags) => onChange({ ...condition, tags })} />
        </>
      )
    case 'commune':
      return (
        <>
          <NotSwitch value={condition.not} yes={t('filters.inside')} no={t('filters.outside')} onChange={(not) => onChange({ ...condition, not })} />
          <TextInput
            label={t('filters.communeText')}
            data-autofocus
            value={condition.text}
            onChange={(event) => onChange({ ...condition, text: event.currentTarget.value })}
          />
        </>
      )
    case 'territory':
      return (
        <>
          <NotSwitch value={condition.not} yes={t('filters.inside')} no={t('filters.outside')} onChange={(not) => onChange({ ...condition, not })} />
          <Several
            label={t('filters.territory')}
            items={lists.territories}
            value={condition.territories}
            onChange={(territories) => onChange({ ...condition, territories })}
          />
        </>
      )
    case 'community':
      return (
        <>
          <NotSwitch
            value={condition.not}
            yes={t('filters.members')}
            no={t('filters.notMembers')}
            onChange={(not) => onChange({ ...condition, not })}
          />
          <Several
            label={t('filters.community')}
            items={lists.communities}
            value={condition.communities}
            onChange={(communities) => onChange({ ...condition, communities })}
          />
          <Select
            label={t('filters.moment')}
            comboboxProps={inPlace}
            data={(['today', 'on'] as const).map((kind) => ({ value: kind, label: t(`filters.moments.${kind}`) }))}
            value={condition.moment.kind}
            onChange={(kind) => onChange({ ...condition, moment: kind === 'on' ? { kind, date: today } : { kind: 'today' } })}
          />
          {condition.moment.kind === 'on' && (
            <DayInput
              label={t('filters.date')}
              value={condition.moment.date}
              onChange={(date) => onChange({ ...condition, moment: { kind: 'on', date } })}
            />
          )}
          <Text size="xs" c="dimmed">
            {t('filters.communityRule')}
          </Text>
        </>
      )
    case 'organisation':
      return (
        <>
          <NotSwitch value={condition.not} yes={t('filters.have')} no={t('filters.haveNot')} onChange={(not) => onChange({ ...condition, not })} />
          <Several
            label={t('filters.organisation')}
            items={lists.organisations}
            value={condition.organisations}
            onChange={(organisations) => onChange({ ...condition, organisations })}
          />
        </>
      )
    case 'age':
      return (
        <>
          <NumberInput
            label={t('filters.from')}
            min={0}
            max={120}
            value={condition.from ?? ''}
            onChange={(value) => onChange({ ...condition, from: numberOrNull(value) })}
          />
          <NumberInput
            label={t('filters.to')}
            min={0}
            max={120}
            value={condition.to ?? ''}
            onChange={(value) => onChange({ ...condition, to: numberOrNull(value) })}
          />
        </>
      )
    case 'gender':
      return (
        <MultiSelect
          label={t('filters.gender')}
          comboboxProps={inPlace}
          data={(['female', 'male', 'other'] as const).map((value) => ({ value, label: t(`words.gender.${value}`) }))}
          value={[...condition.genders]}
          onChange={(genders) => onChange({ ...condition, genders: genders as Gender[] })}
        />
      )
    case 'contactable':
      return (
        <>
          <NotSwitch value={condition.not} yes={t('filters.are')} no={t('filters.areNot')} onChange={(not) => onChange({ ...condition, not })} />
          <Select
            label={t('filters.channel')}
            comboboxProps={inPlace}
            data={(['email', 'phone', 'sms', 'post'] as const).map((value) => ({ value, label: t(`words.by.${value}`) }))}
            value={condition.channel}
            onChange={(channel) => onChange({ ...condition, channel: channel as Channel })}
          />
        </>
      )
    case 'known':
      return (
        <Select
          label={t('filters.what')}
          comboboxProps={inPlace}
          data={knowables.flatMap((what) => [
            { value: `without ${what}`, label: t(`words.without.${what}`) },
            { value: `with ${what}`, label: t(`words.with.${what}`) },
          ])}
          value={`${condition.not ? 'without' : 'with'} ${condition.what}`}
          onChange={(value) => {
            const [way, what] = (value ?? '').split(' ')
            onChange({ kind: 'known', what: what as Knowable, not: way === 'without' })
          }}
        />
      )
    case 'do-not-contact':
      return (
        <NotSwitch
          value={condition.not}
          yes={t('words.doNotContact')}
          no={t('words.notDoNotContact')}
          onChange={(not) => onChange({ ...condition, not })}
        />
      )
    case 'deceased':
      return (
        <NotSwitch value={condition.not} yes={t('words.deceased')} no={t('words.notDeceased')} onChange={(not) => onChange({ ...condition, not })} />
      )
    case 'tied-to':
      return (
        <>
          <NotSwitch value={condition.not} yes={t('filters.are')} no={t('filters.areNot')} onChange={(not) => onChange({ ...condition, not })} />
          <PersonChoice
            label={t('filters.tied-to')}
            value={condition.personId}
            today={today}
            onChange={(personId, name) => onChange({ ...condition, personId, name })}
          />
        </>
      )
    case 'isolated':
      return (
        <NotSwitch value={condition.not} yes={t('words.isolated')} no={t('words.notIsolated')} onChange={(not) => onChange({ ...condition, not })} />
      )
    case 'ties-at-least':
      return (
        <NumberInput
          label={t('filters.ties-at-least')}
          min={1}
          max={1000}
          value={condition.count}
          onChange={(value) => onChange({ ...condition, count: Math.max(1, numberOrNull(value) ?? 1) })}
        />
      )
    case 'import':
      return (
        <Select
          label={t('filters.import')}
          comboboxProps={inPlace}
          data={lists.imports.map(({ id, fileName }) => ({ value: id as string, label: fileName }))}
          value={condition.importId}
          onChange={(value) => {
            const chosen = lists.imports.find(({ id }) => id === value)
            if (chosen !== undefined) onChange({ ...condition, importId: chosen.id })
          }}
        />
      )
    case 'custom':
      return <CustomTestEditor condition={condition} onChange={onChange} lists={lists} names={names} today={today} />
    case 'attended':
    case 'silent':
    case 'skill':
    case 'consent':
    case 'lost-contact':
    case 'to-confirm':
    case 'open-task':
      return <LifeConditionEditor {...props} condition={condition} />
    case 'people':
      return <Text size="sm">{condition.title}</Text>
  }
}

const Several = <Id extends string>({
  label,
  items,
  value,
  onChange,
}: {
  readonly label: string
  readonly items: readonly { readonly id: Id; readonly name: string }[]
  readonly value: readonly Id[]
  readonly onChange: (ids: readonly Id[]) => void
}) => (
  <MultiSelect
    label={label}
    comboboxProps={inPlace}
    searchable
    data-autofocus
    data={items.map(({ id, name }) => ({ value: id as string, label: name }))}
    value={[...value]}
    onChange={(ids) => onChange(ids as Id[])}
  />
)

const numberOrNull = (value: string | number): number | null => (typeof value === 'number' ? value : null)
