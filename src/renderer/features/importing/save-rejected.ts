import { useTranslation } from 'react-i18next'
import type { ImportOverview } from '#data/importing-contract'
import { problemKinds } from '#domain/importing/draft'
import { currentLanguage } from '#i18n/setup'
import type { Toast } from '#ui/toast'
import { useImporting } from './use-importing.ts'
import { useSaveWords } from './use-save-words.ts'

const pageRows = 2_000

/** Saves the rows that were not taken, as the file had them, with a column that says why; answers what to tell, null when the user gave up. */
export const useSaveRejected = (): ((overview: ImportOverview) => Promise<Toast | null>) => {
  const { t } = useTranslation(['importing', 'importTerms'])
  const importing = useImporting()
  const saveWords = useSaveWords()
  return async ({ id, fileName }) => {
    const columns = await importing.rejectedColumns({ id, problemHeader: t('receipt.problemColumn') })
    const name = t('receipt.rejectedFile', { file: fileName.replace(/\.[^.]+$/u, '') })
    const save = await window.desktop.startTable({
      suggestedName: `${name}.xlsx`,
      format: 'xlsx',
      sheets: [{ name: t('receipt.rejectedSheet'), notes: [], columns }],
      language: currentLanguage(),
    })
    if (save === null) return null
    const words: Record<string, string> = { undecided: t('receipt.undecided'), skipped: t('ambiguous.skip') }
    for (const kind of problemKinds) words[kind] = t(`importTerms:problems.${kind}`)
    for (let from = 0; ; from += pageRows) {
      const rows = await importing.rejectedRows({ id, from, count: pageRows, words })
      if (rows === null) break
      await window.desktop.sendRows({ saveId: save.saveId, sheet: 0, rows })
    }
    return saveWords(await window.desktop.finishTable(save), 'receipt.rejectedSaved')
  }
}
