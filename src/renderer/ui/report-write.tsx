import { useTranslation } from 'react-i18next'
import { showToast } from '#ui/toast'

/** What every act on the data answers, as far as words go. */
export type WriteOutcome =
  | { readonly ok: true }
  | {
      readonly ok: false
      readonly error:
        | { readonly kind: 'conflict' }
        | { readonly kind: 'read-only'; readonly reason: string }
        | { readonly kind: 'storage'; readonly reason: string }
    }

/**
 * Says how a write went: nothing when all is well (or `done`, with « Annuler » when `undo` is given), what happened and what to do when it was refused.
 * Answers whether it was written.
 */
export const useReportWrite = (): ((outcome: WriteOutcome, told?: { readonly done: string; readonly undo?: () => void }) => boolean) => {
  const { t } = useTranslation()
  return (outcome, told) => {
    if (outcome.ok) {
      if (told !== undefined)
        showToast({ message: told.done, action: told.undo === undefined ? undefined : { label: t('actions.undo'), run: told.undo } })
      return true
    }
    const { error } = outcome
    if (error.kind === 'conflict') showToast({ message: t('notWritten.conflict'), tone: 'problem' })
    else
      showToast({
        message:
          error.reason === 'disk-full'
            ? t('notWritten.diskFull')
            : error.reason === 'elsewhere'
              ? t('notWritten.elsewhere')
              : t('notWritten.storage'),
        tone: 'problem',
      })
    return false
  }
}
