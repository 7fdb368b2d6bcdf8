import { Combobox, Textarea, useCombobox } from '@mantine/core'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { noteToTyped, typedToNote, type TypedNote } from '#domain/mentions'
import { fullName } from '#domain/person'
import { useLive } from '#data/use-live'
import { PersonName } from '#ui/person-name'
import { useToday } from '#ui/use-today'

const choices = 6
/** What is being named just before the caret: `@`, then letters and at most two spaces. */
const naming = /@([\p{L}'’-]+(?: [\p{L}'’-]+){0,2} ?)$/u

/** A note in which `@` names somebody: the list of names opens while one types, Enter takes the first. `value` is the note as it is kept, read once: give the field a key to show another one. */
export const NoteInput = ({
  label,
  value,
  onChange,
  placeholder,
  minRows = 2,
}: {
  readonly label: string
  readonly value: string
  readonly onChange: (note: string) => void
  readonly placeholder?: string
  readonly minRows?: number
}) => {
  const { t } = useTranslation('calls')
  const today = useToday()
  const area = useRef<HTMLTextAreaElement>(null)
  const [typed, setTyped] = useState<TypedNote>(() => noteToTyped(value))
  const [sought, setSought] = useState('')
  const combobox = useCombobox()
  const found = useLive(
    ['people'],
    async ({ people }) =>
      sought === '' ? [] : (await people.list({ search: sought, filter: [], sort: null, removed: false, today }, 0, choices)).rows,
    [sought, today],
  )

  const change = (next: TypedNote): void => {
    setTyped(next)
    onChange(typedToNote(next))
  }
  const look = (text: string, caret: number): void => {
    const name = (naming.exec(text.slice(0, caret))?.[1] ?? '').trim()
    setSought(name)
    if (name === '') combobox.closeDropdown()
    else {
      combobox.openDropdown()
      combobox.selectFirstOption()
    }
  }
  const choose = (id: string): void => {
    const person = found?.find((row) => row.id === id)
    const caret = area.current?.selectionStart ?? typed.text.length
    const at = typed.text.slice(0, caret).search(naming)
    combobox.closeDropdown()
    setSought('')
    if (person === undefined || at < 0) return
    const name = fullName(person)
    const after = typed.text.slice(caret)
    change({
      text: `${typed.text.slice(0, at)}@${name}${after.startsWith(' ') ? '' : ' '}${after}`,
      people: [...typed.people.filter((other) => other.name !== name), { name, id: person.id }],
    })
    area.current?.focus()
  }

  return (
    <Combobox store={combobox} onOptionSubmit={choose} position="top-start">
      <Combobox.Target>
        <Textarea
          ref={area}
          label={label}
          placeholder={placeholder}
          value={typed.text}
          autosize
          minRows={minRows}
          maxRows={6}
          onChange={(event) => {
            const { value: text, selectionStart } = event.currentTarget
            change({ text, people: typed.people })
            look(text, selectionStart)
          }}
          onBlur={() => combobox.closeDropdown()}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={sought === '' || found === undefined}>
        <Combobox.Options aria-label={t('mention.choose')}>
          {found?.map((person) => (
            <Combobox.Option key={person.id} value={person.id}>
              <PersonName person={person} order="spoken" />
            </Combobox.Option>
          ))}
          {found?.length === 0 && <Combobox.Empty>{t('mention.none')}</Combobox.Empty>}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}
