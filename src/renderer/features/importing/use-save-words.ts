import { useTranslation } from 'react-i18next'
import type { SavedFile, SaveProblem } from '#bridge/writing'
import type { Result } from '#domain/result'
import type { Toast } from '#ui/toast'

/** What to tell after a file was saved, or was not. */
export const useSaveWords = (): ((saved: Result<SavedFile, SaveProblem>, done: 'receipt.rejectedSaved' | 'models.saved') => Toast) => {
  const { t } = useTranslation('importing')
  return (saved, done) =>
    saved.ok
      ? {
          message: t(done, { file: saved.value.fileName }),
          action: { label: t('receipt.reveal'), run: () => void window.desktop.revealSaved(saved.value) },
        }
      : { message: t('receipt.saveFailed', { reason: t(`saveProblems.${saved.error.kind}`) }), tone: 'problem' }
}
