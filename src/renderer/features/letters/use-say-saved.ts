import { useTranslation } from 'react-i18next'
import type { SavedFile, SaveProblem } from '#bridge/writing'
import type { Result } from '#domain/result'
import { showToast } from '#ui/toast'

/** Says how the writing of a file ended; nothing when the user gave up. */
export const useSaySaved = (): ((saved: Result<SavedFile, SaveProblem> | null) => void) => {
  const { t } = useTranslation(['letters', 'people'])
  return (saved) => {
    if (saved === null) return
    if (!saved.ok) return showToast({ tone: 'problem', message: t(`people:export.problems.${saved.error.kind}`, { file: saved.error.fileName }) })
    const file = saved.value
    showToast({ message: t('saved', { file: file.fileName }), action: { label: t('show'), run: () => void window.desktop.revealSaved(file) } })
  }
}
