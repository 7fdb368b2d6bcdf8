import { Button } from '@mantine/core'
import { useRef, useState, type ReactNode, type RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './leave-question.module.css'

interface LeaveQuestionProps {
  readonly form: RefObject<HTMLFormElement | null>
  /** Whether something would be lost. */
  readonly isDirty: () => boolean
  readonly onClose: () => void
}

/**
 * Asks before a form that is not saved is closed. `close` is what Escape and « Annuler » do; `question`, when there is one, takes the place of the form's buttons.
 * Escape over the question is « no »: the field one was in has the keyboard again.
 */
export const useLeaveQuestion = ({ form, isDirty, onClose }: LeaveQuestionProps): { readonly close: () => void; readonly question: ReactNode } => {
  const { t } = useTranslation()
  const [asking, setAsking] = useState(false)
  const left = useRef<Element | null>(null)
  const stay = (): void => {
    setAsking(false)
    const field = left.current instanceof HTMLElement && form.current?.contains(left.current) === true ? left.current : null
    ;(field ?? form.current?.querySelector<HTMLElement>('[data-autofocus]'))?.focus()
  }
  const close = (): void => {
    if (asking) return stay()
    if (!isDirty()) return onClose()
    left.current = document.activeElement
    setAsking(true)
  }
  const question = asking ? (
    <div className={classes['leaving']} role="alertdialog" aria-label={t('unsaved.question')}>
      <span>{t('unsaved.question')}</span>
      <Button variant="default" onClick={onClose}>
        {t('unsaved.leave')}
      </Button>
      <Button autoFocus onClick={stay}>
        {t('unsaved.stay')}
      </Button>
    </div>
  ) : null
  return { close, question }
}
