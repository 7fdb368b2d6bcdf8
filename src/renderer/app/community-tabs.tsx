import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { PageTabs } from '#ui/page-tabs'

/** The pages of the room « Communautés », in their order; each page of the room is given this line by its route. */
const pages = [
  { id: 'communities', path: '/communities' },
  { id: 'core', path: '/communities/core' },
  { id: 'ambassadors', path: '/communities/ambassadors' },
  { id: 'ties', path: '/communities/ties' },
  { id: 'offers', path: '/communities/offers' },
  { id: 'practices', path: '/communities/practices' },
] as const

export const CommunityTabs = () => {
  const { t } = useTranslation('shell')
  return (
    <PageTabs label={t('rooms.communities')}>
      {pages.map(({ id, path }) => (
        <Link key={id} to={path} activeOptions={{ exact: true }}>
          {t(`communityPages.${id}`)}
        </Link>
      ))}
    </PageTabs>
  )
}
