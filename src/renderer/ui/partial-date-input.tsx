import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PartialDate } from '#domain/period'
import { useFormat } from '#i18n/setup'
import { readPartialDate } from './partial-date.ts'

export interface PartialDateInputProps {
  readonly label: string
  readonly value: PartialDate | null
  /** Called when what is typed is a date, or nothing at all; never with a wrong one. */
  readonly onChange: (value: PartialDate | null) => void
  readonly description?: string
  readonly autoFocus?: boolean
}

/** A date of which one may know only the year or the month: takes 1998, 05/1998 or 12/05/1998 and shows what it understood. */
export const PartialDateInput = ({ label, value, onChange, description, autoFocus = false }: PartialDateInputProps) => {
  const { t } = useTranslation()
  const format = useFormat()
  const [typed, setTyped] = useState<string | null>(null)
  const [left, setLeft] = useState(true)
  const shown = typed ?? (value === null ? '' : format.shortDate(value))
  const read = readPartialDate(shown)
  const understood = read.kind === 'date' && typed !== null ? t('partialDate.understood', { date: format.date(read.date) }) : undefined
  return (
    <TextInput
      label={label}
      value={shown}
      placeholder={t('partialDate.example')}
      title={t('partialDate.hint')}
      description={understood ?? description}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      error={left && read.kind === 'wrong' ? t('partialDate.wrong') : undefined}
      autoComplete="off"
      data-autofocus={autoFocus || undefined}
      onFocus={() => setLeft(false)}
      onBlur={() => {
        setLeft(true)
        if (read.kind !== 'wrong') setTyped(null)
      }}
      onChange={(event) => {
        setTyped(event.currentTarget.value)
        const next = readPartialDate(event.currentTarget.value)
        if (next.kind === 'date') onChange(next.date)
        else if (next.kind === 'empty') onChange(null)
      }}
    />
  )
}
