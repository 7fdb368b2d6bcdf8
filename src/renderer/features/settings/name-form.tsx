import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './record-lines.module.css'

export interface NameFormProps {
  readonly label: string
  readonly action: string
  readonly initial?: string
  /** Names that exist already, in lower case. */
  readonly taken: ReadonlySet<string>
  readonly onSave: (name: string) => void
  readonly onCancel?: () => void
}

/** One line to name a thing: Enter keeps, Escape gives up, a name can't be given twice. */
export const NameForm = ({ label, action, initial = '', taken, onSave, onCancel }: NameFormProps) => {
  const { t } = useTranslation(['settings', 'common'])
  const [name, setName] = useState(initial)
  const trimmed = name.trim()
  const isTaken = trimmed.toLocaleLowerCase() !== initial.toLocaleLowerCase() && taken.has(trimmed.toLocaleLowerCase())
  const save = (): void => {
    if (trimmed === '' || isTaken) return
    onSave(trimmed)
    setName('')
  }
  return (
    <form
      className={classes['form']}
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <TextInput
        className={classes['input'] ?? ''}
        aria-label={label}
        placeholder={label}
        value={name}
        maxLength={80}
        autoFocus={onCancel !== undefined}
        error={isTaken ? t('roles.taken') : undefined}
        onChange={(event) => setName(event.currentTarget.value)}
        onKeyDown={(event) => event.key === 'Escape' && onCancel?.()}
      />
      <Button type="submit" variant={onCancel === undefined ? 'default' : 'filled'} disabled={trimmed === '' || isTaken}>
        {action}
      </Button>
      {onCancel !== undefined && (
        <Button variant="default" onClick={onCancel}>
          {t('common:actions.cancel')}
        </Button>
      )}
    </form>
  )
}
