import { useNavigate } from '@tanstack/react-router'
import { CommunityTabs } from '#app/community-tabs'
import type { PersonId } from '#domain/id'
import { AmbassadorsPage } from '#features/ambassadors/ambassadors-page'
import { CommunitiesPage } from '#features/communities/communities-page'

/** Communautés. */
export const CommunitiesRoute = () => <CommunitiesPage tabs={<CommunityTabs />} />

/** Ambassadeurs. */
export const AmbassadorsRoute = () => {
  const navigate = useNavigate()
  return <AmbassadorsPage tabs={<CommunityTabs />} onOpenPerson={(id: PersonId) => void navigate({ to: '/people/$id', params: { id } })} />
}
