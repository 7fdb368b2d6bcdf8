import { ActionIcon, Button } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import type { PartialDate } from '#domain/period'
import { PartialDateInput } from '#ui/partial-date-input'
import type { PersonDraft } from './person-draft.ts'
import classes from './person-form.module.css'

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

/** A key of its own for each line: an index would give a line the text of its removed neighbour. */
export const freshKey = (): string => crypto.randomUUID()

export const AddButton = ({ label, onAdd }: { readonly label: string; readonly onAdd: () => void }) => (
  <Button variant="subtle" size="compact-sm" leftSection={<IconPlus size={14} />} onClick={onAdd}>
    {label}
  </Button>
)

export const RemoveButton = ({ label, onRemove }: { readonly label: string; readonly onRemove: () => void }) => (
  <ActionIcon className={classes['remove'] ?? ''} aria-label={label} onClick={onRemove}>
    <IconX size={16} />
  </ActionIcon>
)
