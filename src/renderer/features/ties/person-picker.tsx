import { Select } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PersonId } from '#domain/id'
import { fullName } from '#domain/person'
import { useLive } from '#data/use-live'
import { useToday } from '#ui/use-today'

interface PersonPickerProps {
  readonly label: string
  readonly placeholder?: string
  readonly value: PersonId | null
  readonly onChange: (id: PersonId | null) => void
  /** People who are no choice. */
  readonly except: readonly PersonId[]
  readonly error?: string | null
  readonly autoFocus?: boolean
}

const mostShown = 12

/** Somebody of the association, found by typing her name as in the list of people. */
export const PersonPicker = ({ label, placeholder = '', value, onChange, except, error = null, autoFocus = false }: PersonPickerProps) => {
  const { t } = useTranslation('ties')
  const { t: common } = useTranslation()
  const today = useToday()
  const [search, setSearch] = useState('')
  const found = useLive(
    ['people'],
    async ({ people, records }) => {
      const { rows } = await people.list({ search, filter: [], sort: null, removed: false, today }, 0, mostShown + except.length)
      const chosen = value === null ? null : await records.get('people', value)
      return [...(chosen === null ? [] : [chosen]), ...rows.filter(({ id }) => id !== value)].map(({ id, firstName, lastName }) => ({
        value: id as string,
        label: fullName({ firstName, lastName }),
      }))
    },
    [search, today, value],
  )
  return (
    <Select
      label={label}
      placeholder={placeholder}
      searchable
      clearable
      allowDeselect
      data-autofocus={autoFocus || undefined}
      error={error}
      nothingFoundMessage={t('form.nobody')}
      data={(found ?? [])
        .filter(({ value: id }) => !except.includes(id as PersonId))
        .slice(0, mostShown)
        .map((choice) => ({ ...choice, label: choice.label === '' ? common('noName') : choice.label }))}
      filter={({ options }) => options}
      value={value}
      onChange={(id) => onChange(id as PersonId | null)}
      searchValue={search}
      onSearchChange={setSearch}
    />
  )
}
