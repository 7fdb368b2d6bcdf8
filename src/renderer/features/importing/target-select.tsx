import { Select, type ComboboxItem, type ComboboxItemGroup } from '@mantine/core'
import { IconSelector } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import classes from './columns.module.css'

interface TargetSelectProps {
  readonly label: string
  readonly options: readonly ComboboxItemGroup<ComboboxItem>[]
  readonly value: string
  readonly onChange: (value: string) => void
}

/** What a column becomes. A plain button until it is opened: a sheet of eighty columns would take a second to draw as eighty lists. */
export const TargetSelect = ({ label, options, value, onChange }: TargetSelectProps) => {
  const [open, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const close = (): void => {
    setOpen(false)
    requestAnimationFrame(() => {
      // Not when the user went elsewhere by herself.
      if (document.activeElement === document.body) button.current?.focus()
    })
  }
  if (open) {
    return (
      <Select
        aria-label={label}
        data={options}
        value={value}
        searchable
        autoFocus
        defaultDropdownOpened
        maxDropdownHeight={360}
        onChange={(next) => next !== null && onChange(next)}
        onDropdownClose={close}
      />
    )
  }
  const words = options.flatMap(({ items }) => items).find((item) => item.value === value)?.label ?? ''
  return (
    <button
      ref={button}
      type="button"
      className={classes['targetButton']}
      aria-haspopup="listbox"
      aria-label={`${label} : ${words}`}
      onClick={() => setOpen(true)}
      onKeyDown={(event) => {
        if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
        event.preventDefault()
        setOpen(true)
      }}
    >
      <span>{words}</span>
      <IconSelector size={16} aria-hidden />
    </button>
  )
}
