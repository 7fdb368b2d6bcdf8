import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { PageTabs } from '#ui/page-tabs'

/** The pages of the room « À qui parler », in their order; each page of the room is given this line by its route. */
const pages = [
  { id: 'calls', path: '/calls' },
  { id: 'tasks', path: '/calls/tasks' },
  { id: 'register', path: '/calls/register' },
  { id: 'details', path: '/calls/details' },
] as const

export const CallTabs = () => {
  const { t } = useTranslation('calls')
  return (
    <PageTabs label={t('title')}>
      {pages.map(({ id, path }) => (
        <Link key={id} to={path} activeOptions={{ exact: true }}>
          {t(`pages.${id}`)}
        </Link>
      ))}
    </PageTabs>
  )
}
