import { useTranslation } from 'react-i18next'
import { EmptyState } from '#ui/empty-state'

/** An address that leads nowhere: an old link, a record removed for good. */
export const NotFound = () => {
  const { t } = useTranslation()
  return <EmptyState level={1} title={t('notFound.title')} text={t('notFound.text')} />
}
