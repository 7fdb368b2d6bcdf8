import { CloseButton, Combobox, TextInput, useCombobox } from '@mantine/core'
import { IconUserPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PersonId } from '#domain/id'
import { fullName } from '#domain/person'
import { useLive } from '#data/use-live'
import { PersonName } from '#ui/person-name'
import { useToday } from '#ui/use-today'
import classes from './communities.module.css'

interface PersonChoiceProps {
  readonly label: string
  readonly description?: string
  readonly placeholder?: string
  /** Name of the person chosen; '' when there is none. */
  readonly chosen: string
  readonly onChoose: (person: { readonly id: PersonId; readonly name: string } | null) => void
  /** Somebody whom nobody knows, from the name typed; left out where only known people make sense. */
  readonly onCreate?: (name: string) => void
  readonly autoFocus?: boolean
}

const newcomer = 'new'
const choices = 8

/** Finds somebody by a few letters of her name. */
export const PersonChoice = ({ label, description, placeholder, chosen, onChoose, onCreate, autoFocus = false }: PersonChoiceProps) => {
  const { t } = useTranslation('communities')
  const today = useToday()
  const [typed, setTyped] = useState<string | null>(null)
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() })
  const query = (typed ?? '').trim()
  const found = useLive(
    ['people'],
    async (services) => (query === '' ? null : services.people.list({ search: query, filter: [], sort: null, removed: false, today }, 0, choices)),
    [query, today],
  )
  const choose = (option: string): void => {
    combobox.closeDropdown()
    setTyped(null)
    if (option === newcomer) return onCreate?.(query)
    const person = found?.rows.find(({ id }) => id === option)
    if (person !== undefined) onChoose({ id: person.id, name: fullName(person) })
  }
  return (
    <Combobox store={combobox} onOptionSubmit={choose} withinPortal={false}>
      <Combobox.Target>
        <TextInput
          label={label}
          description={description}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          placeholder={placeholder ?? t('choice.person')}
          autoComplete="off"
          data-autofocus={autoFocus || undefined}
          value={typed ?? chosen}
          onChange={(event) => {
            setTyped(event.currentTarget.value)
            if (event.currentTarget.value.trim() === '') combobox.closeDropdown()
            else combobox.openDropdown()
            combobox.selectFirstOption()
          }}
          onBlur={() => {
            combobox.closeDropdown()
            // Emptied by hand: nobody. Otherwise what was typed named nobody, and the one chosen stays.
            if (typed?.trim() === '' && chosen !== '') onChoose(null)
            setTyped(null)
          }}
          rightSection={
            chosen === '' || typed !== null ? null : <CloseButton size="sm" aria-label={t('choice.nobody')} onClick={() => onChoose(null)} />
          }
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={query === '' || found === undefined || found === null}>
        <Combobox.Options>
          {found?.count === 0 && <div className={classes['hint']}>{t('choice.nobodyFound')}</div>}
          {found?.rows.map((person, position) => (
            <Combobox.Option key={person.id} value={person.id} active={position === 0}>
              <div className={classes['option']}>
                <PersonName person={person} />
                <span className={classes['optionDetail']}>{[person.city, person.email].filter((part) => part !== '').join(' · ')}</span>
              </div>
            </Combobox.Option>
          ))}
          {onCreate !== undefined && (
            <Combobox.Option value={newcomer}>
              <span className={classes['create']}>
                <IconUserPlus size={16} aria-hidden />
                {t('choice.create', { name: query })}
              </span>
            </Combobox.Option>
          )}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}

/** « Camille Durand »: the first word is the first name, the rest the last name; a single word is a first name. */
export const splitName = (name: string): { readonly firstName: string; readonly lastName: string } => {
  const [first = '', ...rest] = name.split(/\s+/)
  return { firstName: first, lastName: rest.join(' ') }
}
