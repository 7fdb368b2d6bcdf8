import { useTranslation } from 'react-i18next'
import type { ChangeRow } from '#data/database'
import type { UndoProblem } from '#data/undo'
import { useData } from '#data/use-data'
import { showToast } from '#ui/toast'
import { actOf } from '#data/change-act'

/** Ctrl+Z and its opposite, over the session; says what was taken back, or why it could not be, with the choice. */
export const useUndo = (): { readonly undo: () => Promise<void>; readonly redo: () => Promise<void> } => {
  const { t } = useTranslation('shell')
  const data = useData()

  const words = (change: ChangeRow): string => {
    const act = actOf(change)
    return act.kind === 'import' ? t('act.import', { file: act.fileName }) : t(`act.${act.table}`, { count: act.count })
  }

  const tell = (
    step: 'undo' | 'redo',
    done: { readonly ok: true; readonly value: ChangeRow } | { readonly ok: false; readonly error: UndoProblem },
  ): void => {
    if (done.ok) {
      const what = words(done.value)
      showToast({ message: step === 'undo' ? t('undone', { what }) : t('redone', { what }) })
    } else if (done.error.kind === 'later-edits') {
      showToast({
        message: t('undoInTheWay', { count: done.error.conflicts.length }),
        tone: 'problem',
        action: { label: t('undoTheRest'), run: () => void data.changes[step]('skip').then((next) => tell(step, next)) },
      })
    } else if (done.error.kind === 'nothing-left') showToast({ message: t(step === 'undo' ? 'nothingToUndo' : 'nothingToRedo') })
    else showToast({ message: t('undoRefused'), tone: 'problem' })
  }

  return {
    undo: async () => tell('undo', await data.changes.undo()),
    redo: async () => tell('redo', await data.changes.redo()),
  }
}
