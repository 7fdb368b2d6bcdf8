import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#i18n/setup'
import styles from './events.module.css'

interface HoursInputProps {
  readonly label: string
  readonly value: number | null
  /** Called when the field is left with something else in it. */
  readonly onChange: (hours: number | null) => void
}

/** Hours of one person; empty is « not noted ». Takes « 1,5 », « 1.5 » and « 1h30 ». */
export const HoursInput = ({ label, value, onChange }: HoursInputProps) => {
  const { t } = useTranslation(['events', 'common'])
  const format = useFormat()
  const [text, setText] = useState(value === null ? '' : format.number(value, 2))
  const hours = readHours(text)
  return (
    <TextInput
      size="xs"
      classNames={{ input: styles['hours'] ?? '' }}
      aria-label={label}
      value={text}
      placeholder="–"
      error={hours === undefined}
      title={hours === undefined ? t('sheet.hoursWrong') : undefined}
      onChange={(event) => setText(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.currentTarget.blur()
      }}
      onBlur={() => {
        if (hours !== undefined && hours !== value) onChange(hours)
      }}
    />
  )
}

/** Hours > 0, null for nothing, undefined for what can't be read. */
const readHours = (text: string): number | null | undefined => {
  if (text.trim() === '') return null
  const clock = /^\s*(\d{1,3})\s*h\s*(\d{2})?\s*$/i.exec(text)
  const hours = clock === null ? Number(text.replace(/\s/g, '').replace(',', '.')) : Number(clock[1]) + Number(clock[2] ?? 0) / 60
  return Number.isFinite(hours) && hours > 0 && hours < 1000 ? hours : undefined
}
