import { useTranslation } from 'react-i18next'
import type { JournalRow } from '#data/services/history-service'

/** What an act was, as one would tell it: « Saisie : 3 personnes », « Import de membres.xlsx ». */
export const useActWords = (): ((row: Pick<JournalRow, 'cause' | 'act'>) => string) => {
  const { t } = useTranslation(['history', 'shell'])
  return ({ cause, act }) => {
    const what = act.kind === 'import' ? t('shell:act.import', { file: act.fileName }) : t(`shell:act.${act.table}`, { count: act.count })
    switch (cause.kind) {
      case 'import':
        return t('cause.import', { file: cause.fileName })
      case 'merge':
        return t('cause.merge')
      case 'restore':
        return t('cause.restore', { name: cause.backupName })
      case 'undo':
        return t('cause.undo', { what })
      case 'form':
      case 'setup':
        return t('cause.form', { what })
    }
  }
}
