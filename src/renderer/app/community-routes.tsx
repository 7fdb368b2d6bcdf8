import { useNavigate, useParams } from '@tanstack/react-router'
import type { CommunityId, PersonId } from '#domain/id'
import { CommunityTabs } from '#app/community-tabs'
import { AmbassadorsPage } from '#features/ambassadors/ambassadors-page'
import { CommunitiesPage } from '#features/communities/communities-page'
import { PracticesPage } from '#features/communities/practices-page'
import { CommunityPage } from '#features/communities/community-page'
import { OffersPage } from '#features/offers/offers-page'
import { useGoBack } from './use-go-back.ts'

/** Communautés. */
export const CommunitiesRoute = () => {
  const navigate = useNavigate()
  return <CommunitiesPage tabs={<CommunityTabs />} onOpen={(id) => void navigate({ to: '/communities/$id', params: { id } })} />
}

/** Ambassadeurs. */
export const AmbassadorsRoute = () => {
  const navigate = useNavigate()
  return <AmbassadorsPage tabs={<CommunityTabs />} onOpenPerson={(id: PersonId) => void navigate({ to: '/people/$id', params: { id } })} />
}

/** Expériences. */
export const PracticesRoute = () => <PracticesPage tabs={<CommunityTabs />} />

/** Offres et besoins. */
export const OffersRoute = () => {
  const navigate = useNavigate()
  return <OffersPage tabs={<CommunityTabs />} onOpenPerson={(id: PersonId) => void navigate({ to: '/people/$id', params: { id } })} />
}

/** One community; a key, so that the page of one never shows another. */
export const CommunityRoute = () => {
  const navigate = useNavigate()
  const { id } = useParams({ from: '/communities/$id' })
  const goBack = useGoBack('/communities')
  return (
    <CommunityPage
      key={id}
      id={id as string as CommunityId}
      onBack={goBack}
      onOpen={(other) => void navigate({ to: '/communities/$id', params: { id: other } })}
      onOpenPerson={(person) => void navigate({ to: '/people/$id', params: { id: person } })}
      onOpenEvent={(event) => void navigate({ to: '/events/$id', params: { id: event } })}
    />
  )
}
