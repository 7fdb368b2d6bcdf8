import type { UseFormReturnType } from '@mantine/form'
import { useState } from 'react'
import type { PartialDate } from '#domain/period'
import { PartialDateInput } from '#ui/partial-date-input'
import type { PersonDraft } from './person-draft.ts'

export type PersonFormApi = UseFormReturnType<PersonDraft>

/** A partial date of the form; it keeps its own copy, since the form itself does not draw again while one types. */
export const DateField = ({
  label,
  initial,
  onChange,
}: {
  readonly label: string
  readonly initial: PartialDate | null
  readonly onChange: (date: PartialDate | null) => void
}) => {
  const [value, setValue] = useState(initial)
  return (
    <PartialDateInput
      label={label}
      value={value}
      onChange={(date) => {
        setValue(date)
        onChange(date)
      }}
    />
  )
}
