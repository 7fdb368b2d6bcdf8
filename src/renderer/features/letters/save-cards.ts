import { getI18n } from 'react-i18next'
import type { SavedFile, SaveProblem } from '#bridge/writing'
import type { PersonId } from '#domain/id'
import type { IsoDate } from '#domain/period'
import type { Result } from '#domain/result'
import { saveList } from '#data/save-list'
import type { ExportingService } from '#data/services/exporting-service'
import { currentLanguage } from '#i18n/setup'

/** Saves the people as an address book, as the export of Personnes does; null when the user gave up. */
export const saveCards = async (
  exporting: ExportingService,
  ids: readonly PersonId[],
  today: IsoDate,
): Promise<Result<SavedFile, SaveProblem> | null> => {
  const t = getI18n().getFixedT(null, 'people')
  const saved = await saveList(
    exporting,
    window.desktop,
    {
      list: 'people',
      language: currentLanguage(),
      format: 'vcf',
      sheetName: t('title'),
      notes: [],
      ids,
      purpose: { kind: 'record' },
      columns: null,
      withSensitive: false,
    },
    { suggestedName: `${t('export.fileName', { date: today })}.vcf`, onProgress: () => undefined, signal: new AbortController().signal },
  )
  return saved.kind === 'given-up' ? null : saved.outcome
}
