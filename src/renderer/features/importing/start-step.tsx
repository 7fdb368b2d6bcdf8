import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { DropZone } from './drop-zone.tsx'
import { EarlierImports } from './earlier-imports.tsx'
import type { ImportFlow } from './import-flow.ts'
import { ModelsList } from './models-list.tsx'
import { TemplatesList } from './templates-list.tsx'
import shared from './importing.module.css'
import classes from './start.module.css'

/** Where an import begins: files, a paste; below, what was imported before. */
export const StartStep = ({ cancelled, flow }: { readonly cancelled: boolean; readonly flow: ImportFlow }) => {
  const { t } = useTranslation('importing')
  const pastedName = t('start.pastedName')
  const onFiles = useCallback((files: readonly File[]) => void flow.take(files), [flow])
  const onPaste = useCallback((table: string) => void flow.paste(table, pastedName), [flow, pastedName])
  return (
    <div className={classes['start']}>
      {cancelled && (
        <p className={shared['hint']} role="status">
          {t('reading.cancelled')}
        </p>
      )}
      <DropZone onChoose={() => void flow.choose()} onFiles={onFiles} onPaste={onPaste} />
      <p className={classes['promise']}>{t('start.promise')}</p>
      <EarlierImports />
      <ModelsList />
      <TemplatesList />
    </div>
  )
}
