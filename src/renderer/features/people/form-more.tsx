import { Autocomplete, Select, TagsInput, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomField } from '#domain/custom-field'
import type { Address, CustomValue } from '#domain/person'
import type { PartialDate } from '#domain/period'
import { indexTerritories, territoryOf } from '#domain/territory'
import { useLive } from '#data/use-live'
import { useFormat } from '#i18n/setup'
import { DateField, type PersonFormApi } from './form-fields.tsx'
import type { Lists } from './lists.ts'
import { readCustom } from './person-draft.ts'
import classes from './person-form.module.css'

export interface FormMoreProps {
  readonly form: PersonFormApi
  readonly lists: Lists
  /** As they are typed now: the territory may follow from them. */
  readonly addresses: readonly Address[]
  /** Tags by name: a new one is made when the form is saved. */
  readonly tagNames: readonly string[]
  readonly onTagNames: (names: readonly string[]) => void
}

/** Tags, arrival, number, the association's own fields, note. */
export const FormMore = ({ form, lists, addresses, tagNames, onTagNames }: FormMoreProps) => {
  const { t } = useTranslation('person')
  const known = useLive([], ({ people }) => people.skillsAndSectors(), []) ?? { skills: [], sectors: [] }
  const followed = territoryOf({ territoryId: null, addresses }, indexTerritories(lists.territories))
  const follows = lists.territories.find(({ id }) => id === followed)?.name
  return (
    <>
      <TagsInput
        label={t('form.tags')}
        data={lists.tags.filter(({ archived }) => !archived).map(({ name }) => name)}
        defaultValue={[...tagNames]}
        onChange={onTagNames}
      />
      <div className={classes['pair']}>
        <DateField label={t('form.joinedOn')} initial={form.getValues().joinedOn} onChange={(date) => form.setFieldValue('joinedOn', date)} />
        <TextInput label={t('form.memberNumber')} autoComplete="off" key={form.key('memberNumber')} {...form.getInputProps('memberNumber')} />
      </div>
      <TagsInput
        label={t('form.skills')}
        data={[...known.skills]}
        defaultValue={[...form.getValues().skills]}
        onChange={(skills) => form.setFieldValue('skills', skills)}
      />
      <Autocomplete label={t('form.sector')} data={[...known.sectors]} key={form.key('sector')} {...form.getInputProps('sector')} />
      {lists.territories.length > 0 && (
        <Select
          label={t('form.territory')}
          placeholder={follows === undefined ? t('form.noTerritory') : t('form.territoryFollows', { name: follows })}
          clearable
          searchable
          data={lists.territories.map(({ id, name }) => ({ value: id as string, label: name }))}
          key={form.key('territoryId')}
          {...form.getInputProps('territoryId')}
        />
      )}
      {lists.customFields
        .filter(({ archived }) => !archived)
        .map((field) => (
          <CustomInput
            key={field.id}
            field={field}
            initial={form.getValues().custom[field.id] ?? null}
            onChange={(value) => form.setFieldValue('custom', { ...form.getValues().custom, [field.id]: value })}
          />
        ))}
      <Textarea label={t('form.note')} autosize minRows={2} maxRows={10} key={form.key('note')} {...form.getInputProps('note')} />
    </>
  )
}

const CustomInput = ({
  field,
  initial,
  onChange,
}: {
  readonly field: CustomField
  readonly initial: CustomValue
  readonly onChange: (value: CustomValue) => void
}) => {
  const { t } = useTranslation('person')
  const { t: common } = useTranslation()
  const format = useFormat()
  const [wrong, setWrong] = useState(false)
  switch (field.kind) {
    case 'date':
      return (
        <DateField label={field.name} initial={typeof initial === 'string' && initial !== '' ? (initial as PartialDate) : null} onChange={onChange} />
      )
    case 'choice':
      return (
        <Select
          label={field.name}
          clearable
          data={[...field.choices]}
          defaultValue={typeof initial === 'string' ? initial : null}
          onChange={onChange}
        />
      )
    case 'boolean':
      return (
        <Select
          label={field.name}
          clearable
          data={[
            { value: 'yes', label: common('yes') },
            { value: 'no', label: common('no') },
          ]}
          defaultValue={initial === true ? 'yes' : initial === false ? 'no' : null}
          onChange={(value) => onChange(value === null ? null : value === 'yes')}
        />
      )
    case 'text':
    case 'number':
      return (
        <TextInput
          label={field.name}
          autoComplete="off"
          inputMode={field.kind === 'number' ? 'decimal' : 'text'}
          defaultValue={typeof initial === 'number' ? format.number(initial, 3) : typeof initial === 'string' ? initial : ''}
          error={wrong ? t('form.problems.number') : undefined}
          onChange={(event) => {
            const value = readCustom(event.currentTarget.value, field)
            setWrong(value === undefined)
            if (value !== undefined) onChange(value)
          }}
        />
      )
  }
}
