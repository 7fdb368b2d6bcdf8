import { Button } from '@mantine/core'
import { IconFileSpreadsheet } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { ImportField } from '#domain/importing/mapping'
import { currentLanguage } from '#i18n/setup'
import { showToast } from '#ui/toast'
import { useSaveWords } from './use-save-words.ts'
import shared from './importing.module.css'
import classes from './start.module.css'

/** The columns of each empty model; their headers are the words of the fields, which the importer knows. */
export const modelFields = {
  people: [
    'lastName',
    'firstName',
    'birthDate',
    'gender',
    'email',
    'phone',
    'street',
    'postalCode',
    'city',
    'role',
    'roleStart',
    'roleEnd',
    'tag',
    'note',
  ],
  attendance: ['lastName', 'firstName', 'email', 'eventName', 'eventDate', 'attendance'],
  events: ['eventName', 'eventDate', 'eventKind', 'eventPlace', 'note'],
  hours: ['lastName', 'firstName', 'email', 'hoursDate', 'hours', 'hoursTask'],
  organisations: [
    'organisation',
    'organisationKind',
    'organisationNumber',
    'organisationEmail',
    'organisationPhone',
    'street',
    'postalCode',
    'city',
    'note',
  ],
} as const satisfies Readonly<Record<string, readonly ImportField[]>>
const models = ['people', 'attendance', 'events', 'hours', 'organisations'] as const

/** Empty workbooks with the right headers, to be filled in and imported. */
export const ModelsList = () => {
  const { t } = useTranslation(['importing', 'importTerms'])
  const saveWords = useSaveWords()
  const save = async (model: (typeof models)[number]): Promise<void> => {
    const name = t(`models.${model}`)
    const columns = modelFields[model].map((field) => ({ header: t(`importTerms:fields.${field}`), kind: 'text' as const, width: 22 }))
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
