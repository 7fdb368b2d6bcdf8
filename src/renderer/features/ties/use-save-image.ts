import { useTranslation } from 'react-i18next'
import { showToast } from '#ui/toast'

/** Saves a picture under a title and says where it went. */
export const useSaveImage = (): ((title: string, bytes: Uint8Array) => Promise<void>) => {
  const { t } = useTranslation('ties')
  return async (title, bytes) => {
    const saved = await window.desktop.saveBytes({ suggestedName: `${title}.png`, bytes })
    if (saved === null) return
    if (!saved.ok) return showToast({ tone: 'problem', message: t('graph.saveFailed', { file: saved.error.fileName }) })
    const file = saved.value
    showToast({
      message: t('graph.saved', { file: file.fileName, folder: file.folder }),
      action: { label: t('graph.showFile'), run: () => void window.desktop.revealSaved(file) },
    })
  }
}
