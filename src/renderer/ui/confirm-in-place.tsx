import { Button } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './confirm-in-place.module.css'

export interface ConfirmInPlaceProps {
  /** The button one sees first. */
  readonly label: string
  /** What will happen, asked in the same place. */
  readonly question: ReactNode
  /** The verb of the act: « Restaurer ». */
  readonly confirmLabel: string
  readonly onConfirm: () => void
  readonly tone?: 'plain' | 'danger'
  readonly disabled?: boolean
}

/** For the rare act that undo can't take back: the button asks, in its own place, without a dialog. */
export const ConfirmInPlace = ({ label, question, confirmLabel, onConfirm, tone = 'plain', disabled = false }: ConfirmInPlaceProps) => {
  const { t } = useTranslation()
  const [asking, setAsking] = useState(false)
  const colour = tone === 'danger' ? { color: 'red' } : {}
  if (!asking)
    return (
      <Button variant="default" disabled={disabled} onClick={() => setAsking(true)}>
        {label}
      </Button>
    )
  return (
    <div
      className={classes['confirm']}
      role="group"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        setAsking(false)
      }}
    >
      <span>{question}</span>
      <Button
        {...colour}
        data-autofocus
        autoFocus
        onClick={() => {
          setAsking(false)
          onConfirm()
        }}
      >
        {confirmLabel}
      </Button>
      <Button variant="default" onClick={() => setAsking(false)}>
        {t('actions.cancel')}
      </Button>
    </div>
  )
}
