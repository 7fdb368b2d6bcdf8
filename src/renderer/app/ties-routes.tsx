import { useNavigate } from '@tanstack/react-router'
import { CommunityTabs } from '#app/community-tabs'
import { TiesPage } from '#features/ties/ties-page'

/** Maillage. */
export const TiesRoute = () => {
  const navigate = useNavigate()
  return <TiesPage tabs={<CommunityTabs />} onOpenPerson={(id) => void navigate({ to: '/people/$id', params: { id } })} />
}
