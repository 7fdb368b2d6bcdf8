import { MultiSelect, NumberInput, SegmentedControl, Select, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { customTestsByKind, type CustomTest, type PeopleCondition } from '#domain/people-filter'
import { PartialDateInput } from '#ui/partial-date-input'
import { newTest } from './condition-choices.ts'
import { inPlace, type EditorProps } from './editor-parts.tsx'

/** What is asked of a field of the association's own, by its kind. */
export const CustomTestEditor = ({ condition, onChange, lists, today }: EditorProps<Extract<PeopleCondition, { kind: 'custom' }>>) => {
  const { t } = useTranslation('people')
  const { t: common } = useTranslation()
  const field = lists.customFields.find(({ id }) => id === condition.field)
  if (field === undefined) return null
  const { test } = condition
  const change = (next: CustomTest): void => onChange({ ...condition, test: next })
  return (
    <>
      <Select
        label={field.name}
        comboboxProps={inPlace}
        data={customTestsByKind[field.kind].map((kind) => ({ value: kind, label: t(`filters.tests.${kind}`) }))}
        value={test.kind}
        onChange={(kind) => change(newTest(kind as CustomTest['kind'], today))}
      />
      {test.kind === 'contains' && (
        <TextInput
          aria-label={t('filters.text')}
          data-autofocus
          value={test.text}
          onChange={(event) => change({ ...test, text: event.currentTarget.value })}
        />
      )}
      {test.kind === 'one-of' && (
        <MultiSelect
          aria-label={field.name}
          comboboxProps={inPlace}
          data={[...field.choices]}
          value={[...test.choices]}
          onChange={(choices) => change({ ...test, choices })}
        />
      )}
      {test.kind === 'is' && (
        <SegmentedControl
          data={[
            { value: 'yes', label: common('yes') },
            { value: 'no', label: common('no') },
          ]}
          value={test.value ? 'yes' : 'no'}
          onChange={(value) => change({ ...test, value: value === 'yes' })}
        />
      )}
      {test.kind === 'number-between' && (
        <>
          <NumberInput
            label={t('filters.from')}
            value={test.from ?? ''}
            onChange={(from) => change({ ...test, from: typeof from === 'number' ? from : null })}
          />
          <NumberInput label={t('filters.to')} value={test.to ?? ''} onChange={(to) => change({ ...test, to: typeof to === 'number' ? to : null })} />
        </>
      )}
      {test.kind === 'date-between' && (
        <>
          <PartialDateInput label={t('filters.from')} value={test.from} onChange={(from) => change({ ...test, from })} />
          <PartialDateInput label={t('filters.to')} value={test.to} onChange={(to) => change({ ...test, to })} />
        </>
      )}
    </>
  )
}
