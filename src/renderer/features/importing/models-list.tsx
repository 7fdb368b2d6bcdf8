import { Button } from '@mantine/core'
import { IconFileSpreadsheet } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { currentLanguage } from '#i18n/setup'
import { showToast } from '#ui/toast'
import { modelFields, models, type ModelName } from './model-fields.ts'
import { useSaveWords } from './use-save-words.ts'
import shared from './importing.module.css'
import classes from './start.module.css'

/** Empty workbooks with the right headers, to be filled in and imported. */
export const ModelsList = () => {
  const { t } = useTranslation(['importing', 'importTerms'])
  const saveWords = useSaveWords()
  const save = async (model: ModelName): Promise<void> => {
    const name = t(`models.${model}`)
    const columns = modelFields[model].map((field) => ({ header: t(`importTerms:modelHeaders.${field}`), kind: 'text' as const, width: 22 }))
    const started = await window.desktop.startTable({
      suggestedName: `${t('models.file', { model: name })}.xlsx`,
      format: 'xlsx',
      sheets: [{ name, notes: [], columns }],
      language: currentLanguage(),
    })
    if (started !== null) showToast(saveWords(await window.desktop.finishTable(started), 'models.saved'))
  }
  return (
    <section>
      <h2 className={classes['sectionTitle']}>{t('models.title')}</h2>
      <p className={shared['hint']}>{t('models.hint')}</p>
      <div className={shared['details']}>
        {models.map((model) => (
          <Button
            key={model}
            variant="default"
            size="compact-sm"
            leftSection={<IconFileSpreadsheet size={15} aria-hidden />}
            onClick={() => void save(model)}
          >
            {t(`models.${model}`)}
          </Button>
        ))}
      </div>
    </section>
  )
}
