import { CloseButton, Combobox, TextInput, useCombobox } from '@mantine/core'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PersonId } from '#domain/id'
import classes from './person-choice.module.css'

/** Somebody who can be chosen. */
export interface PersonToChoose {
  readonly id: PersonId
  readonly name: string
  readonly detail?: string
}
export interface PersonChoiceProps {
  readonly label: string
  /** Spoken, not seen: the field stands in a line that says what it is for. */
  readonly isLabelHidden?: boolean
  readonly description?: string
  readonly placeholder?: string
  readonly value: PersonToChoose | null
  readonly onChange: (person: PersonToChoose | null) => void
  /** Those whose name has these letters, the nearest first. */
  readonly find: (typed: string) => Promise<readonly PersonToChoose[]>
  readonly size?: 'xs' | 'sm'
  readonly autoFocus?: boolean
  readonly disabled?: boolean
}

/** A field where one person is chosen by a few letters of her name; emptied, nobody is. */
export const PersonChoice = (props: PersonChoiceProps) => {
  const { label, isLabelHidden = false, description, placeholder, value, onChange, find, size = 'sm', autoFocus = false, disabled = false } = props
  const { t } = useTranslation()
  const [typed, setTyped] = useState<string | null>(null)
  const [found, setFound] = useState<readonly PersonToChoose[] | null>(null)
  const asked = useRef(0)
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() })
  const ask = async (text: string): Promise<void> => {
    asked.current += 1
    const turn = asked.current
    const people = text.trim() === '' ? null : await find(text.trim())
    // An answer that comes after a later question is dropped.
    if (turn === asked.current) setFound(people)
  }
  const choose = (person: PersonToChoose | null): void => {
    asked.current += 1
    setTyped(null)
    setFound(null)
    combobox.closeDropdown()
    onChange(person)
  }
  return (
    <Combobox store={combobox} onOptionSubmit={(id) => choose(found?.find((person) => person.id === id) ?? null)}>
      <Combobox.Target>
        <TextInput
          {...(isLabelHidden ? { 'aria-label': label } : { label })}
          {...(description === undefined ? {} : { description, inputWrapperOrder: ['label', 'input', 'description', 'error'] as const })}
          size={size}
          data-autofocus={autoFocus || undefined}
          placeholder={placeholder ?? t('personChoice.hint')}
          disabled={disabled}
          autoComplete="off"
          value={typed ?? value?.name ?? ''}
          rightSection={
            value !== null && !disabled ? <CloseButton size="xs" aria-label={t('personChoice.clear')} onClick={() => choose(null)} /> : null
          }
          onChange={(event) => {
            setTyped(event.currentTarget.value)
            combobox.openDropdown()
            combobox.selectFirstOption()
            void ask(event.currentTarget.value)
          }}
          onKeyDown={(event) => {
            // The first Escape closes the list only, not the panel around the field.
            if (event.key === 'Escape' && combobox.dropdownOpened) event.preventDefault()
          }}
          onBlur={() => {
            combobox.closeDropdown()
            if (typed?.trim() === '') choose(null)
            else setTyped(null)
          }}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={found === null}>
        <Combobox.Options>
          {found?.length === 0 && <Combobox.Empty>{t('personChoice.nobody')}</Combobox.Empty>}
          {found?.map((person, index) => (
            <Combobox.Option key={person.id} value={person.id} active={index === 0}>
              <span className={classes['name']}>{person.name === '' ? t('noName') : person.name}</span>
              {(person.detail ?? '') !== '' && <span className={classes['detail']}>{person.detail}</span>}
            </Combobox.Option>
          ))}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}
