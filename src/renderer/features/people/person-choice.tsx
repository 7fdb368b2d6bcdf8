import { Select } from '@mantine/core'
import { useState } from 'react'
import type { PersonId } from '#domain/id'
import type { IsoDate } from '#domain/period'
import { fullName } from '#domain/person'
import { useLive } from '#data/use-live'
import { inPlace } from './editor-parts.tsx'

interface PersonChoiceProps {
  readonly label: string
  readonly value: PersonId | null
  readonly today: IsoDate
  readonly onChange: (id: PersonId, name: string) => void
}

const mostShown = 12

/** Somebody, found by typing her name as in the list. */
export const PersonChoice = ({ label, value, today, onChange }: PersonChoiceProps) => {
  const [search, setSearch] = useState('')
  const found =
    useLive(
      ['people'],
      async ({ people, records }) => {
        const { rows } = await people.list({ search, filter: [], sort: null, removed: false, today }, 0, mostShown)
        const chosen = value === null ? null : await records.get('people', value)
        return [...(chosen === null ? [] : [chosen]), ...rows.filter(({ id }) => id !== value)]
      },
      [search, today, value],
    ) ?? []
  return (
    <Select
      label={label}
      comboboxProps={inPlace}
      searchable
      data-autofocus
      data={found.map((person) => ({ value: person.id as string, label: fullName(person) }))}
      filter={({ options }) => options}
      value={value}
      onChange={(id) => {
        const person = found.find((each) => each.id === id)
        if (person !== undefined) onChange(person.id, fullName(person))
      }}
      searchValue={search}
      onSearchChange={setSearch}
    />
  )
}
