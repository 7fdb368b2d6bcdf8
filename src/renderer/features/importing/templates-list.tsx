import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useLive } from '#data/use-live'
import { useFormat } from '#i18n/setup'
import { showToast } from '#ui/toast'
import { useImporting } from './use-importing.ts'
import shared from './importing.module.css'
import classes from './start.module.css'

/** The choices of earlier imports, found again by their headers; each can be forgotten. */
export const TemplatesList = () => {
  const { t } = useTranslation('importing')
  const format = useFormat()
  const importing = useImporting()
  const templates = useLive(['importTemplates'], (data) => data.importing.templates(), [])
  if (templates === undefined || templates.length === 0) return null
  const forget = async (id: string, name: string): Promise<void> => {
    await importing.forgetTemplate(id)
    showToast({ message: t('templates.forgotten', { name }) })
  }
  return (
    <section>
      <h2 className={classes['sectionTitle']}>{t('templates.title')}</h2>
      <p className={shared['hint']}>{t('templates.hint')}</p>
      <ul className={classes['plainList']}>
        {templates.map(({ id, name, mapping, usedAt }) => (
          <li key={id} className={classes['earlierLine']}>
            <span className={classes['earlierName']}>{name}</span>
            <span className={shared['hint']}>
              {t('templates.columns', { count: mapping.columns.length })} · {t('templates.used', { date: format.instant(usedAt) })}
            </span>
            <Button variant="subtle" size="compact-sm" aria-label={t('templates.forgetNamed', { name })} onClick={() => void forget(id, name)}>
              {t('templates.forget')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
