import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '#ui/empty-state'

/** An address that leads nowhere: an old link, a record removed for good; and the way out. */
export const NotFound = ({ action }: { readonly action: { readonly label: string; readonly onAct: () => void } }) => {
  const { t } = useTranslation()
  return (
    <EmptyState level={1} title={t('notFound.title')} text={t('notFound.text')} action={<Button onClick={action.onAct}>{action.label}</Button>} />
  )
}
