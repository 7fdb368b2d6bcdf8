import { CloseButton, Combobox, TextInput, useCombobox } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PersonId } from '#domain/id'
import { fullName } from '#domain/person'
import { useLive } from '#data/use-live'
import { PersonName } from '#ui/person-name'
import { useToday } from '#ui/use-today'

const choices = 6

/** One person, or nobody, chosen by typing a name. */
export const PersonChoice = ({
  label,
  value,
  onChange,
}: {
  readonly label: string
  readonly value: PersonId | null
  readonly onChange: (id: PersonId | null) => void
}) => {
  const { t } = useTranslation('calls')
  const today = useToday()
  const [typed, setTyped] = useState<string | null>(null)
  const combobox = useCombobox()
  const chosen = useLive(['people'], async ({ people }) => (value === null ? null : await people.details(value)), [value])
  const name = chosen === undefined || chosen === null || value === null ? '' : fullName(chosen.person)
  const sought = typed?.trim() ?? ''
  const found = useLive(
    ['people'],
    async ({ people }) =>
      sought === '' ? [] : (await people.list({ search: sought, filter: [], sort: null, removed: false, today }, 0, choices)).rows,
    [sought, today],
  )
  return (
    <Combobox
      store={combobox}
      onOptionSubmit={(id) => {
        setTyped(null)
        combobox.closeDropdown()
        onChange(id as PersonId)
      }}
    >
      <Combobox.Target>
        <TextInput
          label={label}
          placeholder={t('personChoice.placeholder')}
          value={typed ?? name}
          autoComplete="off"
          rightSection={
            value === null ? null : (
              <CloseButton
                size="sm"
                aria-label={`${t('personChoice.clear')} : ${label}`}
                onClick={() => {
                  setTyped(null)
                  onChange(null)
                }}
              />
            )
          }
          onChange={(event) => {
            setTyped(event.currentTarget.value)
            combobox.openDropdown()
            combobox.selectFirstOption()
          }}
          onBlur={() => {
            combobox.closeDropdown()
            setTyped(null)
          }}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={sought === '' || found === undefined}>
        <Combobox.Options aria-label={label}>
          {found?.map((person) => (
            <Combobox.Option key={person.id} value={person.id}>
              <PersonName person={person} order="spoken" />
            </Combobox.Option>
          ))}
          {found?.length === 0 && <Combobox.Empty>{t('personChoice.none')}</Combobox.Empty>}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}
