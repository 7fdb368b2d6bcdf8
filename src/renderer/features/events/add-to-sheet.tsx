import { Combobox, NativeSelect, TextInput, useCombobox } from '@mantine/core'
import { IconUserPlus } from '@tabler/icons-react'
import { useCallback, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { attendanceStatuses, type AttendanceStatus } from '#domain/attendance'
import type { EventId, PersonId } from '#domain/id'
import { fullName } from '#domain/person'
import type { SheetRow } from '#data/services/events-service'
import { useData } from '#data/use-data'
import { useLive } from '#data/use-live'
import { useCommand } from '#ui/commands'
import { PersonName } from '#ui/person-name'
import { useToday } from '#ui/use-today'
import { problemKey, sayProblem } from './write-problem.ts'
import styles from './events.module.css'

const newcomer = 'new'
const choices = 8

/** Search and tick: type a few letters, Enter, and the next name. Somebody unknown is created on the spot. */
export const AddToSheet = ({ eventId, rows }: { readonly eventId: EventId; readonly rows: readonly SheetRow[] }) => {
  const { t } = useTranslation(['events', 'common'])
  const data = useData()
  const today = useToday()
  const [search, setSearch] = useState('')
  const [status, setStatus] = useState<AttendanceStatus>('present')
  const [said, setSaid] = useState('')
  const input = useRef<HTMLInputElement>(null)
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() })
  useCommand(
    'search',
    useCallback(() => input.current?.focus(), []),
  )

  const query = search.trim()
  const found = useLive(
    ['people'],
    async (services) => (query === '' ? null : services.people.list({ search: query, filter: [], sort: null, removed: false, today }, 0, choices)),
    [query, today],
  )
  const statusByPerson = useMemo(() => new Map(rows.map((row) => [row.personId, row.status])), [rows])
  const statusWord = (value: AttendanceStatus): string => t(`common:attendance.${value}`)

  const add = async (option: string): Promise<void> => {
    const attendance = { status, hours: null }
    const person = found?.rows.find(({ id }) => id === option)
    if (option !== newcomer && person === undefined) return
    setSearch('')
    combobox.closeDropdown()
    const written =
      person === undefined
        ? await data.events.noteNewPerson(eventId, splitName(query), attendance)
        : await data.events.note(eventId, option as PersonId, { status, hours: rows.find(({ personId }) => personId === option)?.hours ?? null })
    if (!written.ok) return sayProblem(t(`problems.${problemKey(written.error)}`))
    setSaid(t('sheet.noted', { name: person === undefined ? query : fullName(person), status: statusWord(status) }))
    input.current?.focus()
  }

  return (
    <div className={styles['add']}>
      <Combobox store={combobox} onOptionSubmit={(option) => void add(option)}>
        <Combobox.Target>
          <TextInput
            ref={input}
            className={styles['addName'] ?? ''}
            label={t('sheet.add')}
            placeholder={t('sheet.addHint')}
            value={search}
            autoComplete="off"
            onChange={(event) => {
              setSearch(event.currentTarget.value)
              if (event.currentTarget.value.trim() === '') combobox.closeDropdown()
              else combobox.openDropdown()
              combobox.selectFirstOption()
            }}
            onFocus={() => {
              if (query !== '') combobox.openDropdown()
            }}
            onBlur={() => combobox.closeDropdown()}
          />
        </Combobox.Target>
        <Combobox.Dropdown hidden={query === '' || found === undefined || found === null}>
          <Combobox.Options>
            {found?.fuzzy === true && <div className={styles['hint']}>{t('sheet.closeTo')}</div>}
            {found?.count === 0 && <div className={styles['hint']}>{t('sheet.nobodyFound')}</div>}
            {found?.rows.map((person, position) => {
              const already = statusByPerson.get(person.id)
              return (
                <Combobox.Option key={person.id} value={person.id} active={position === 0}>
                  <div className={styles['option']}>
                    <PersonName person={person} />
                    <span className={styles['optionDetail']}>
                      {already === undefined
                        ? [person.city, person.email].filter((part) => part !== '').join(' · ')
                        : t('sheet.already', { status: statusWord(already) })}
                    </span>
                  </div>
                </Combobox.Option>
              )
            })}
            <Combobox.Option value={newcomer}>
              <div className={styles['option']}>
                <span className={styles['create']}>
                  <IconUserPlus size={16} aria-hidden />
                  {t('sheet.create', { name: query })}
                </span>
              </div>
            </Combobox.Option>
          </Combobox.Options>
        </Combobox.Dropdown>
      </Combobox>
      <NativeSelect
        label={t('sheet.as')}
        w={200}
        value={status}
        data={attendanceStatuses.map((value) => ({ value, label: statusWord(value) }))}
        onChange={(event) => setStatus(attendanceStatuses.find((value) => value === event.currentTarget.value) ?? 'present')}
      />
      <p className={styles['said']} role="status">
        {said}
      </p>
    </div>
  )
}

/** « Camille Durand »: the first word is the first name, the rest the last name; a single word is a first name. */
const splitName = (name: string): { readonly firstName: string; readonly lastName: string } => {
  const [first = '', ...rest] = name.split(/\s+/)
  return { firstName: first, lastName: rest.join(' ') }
}
