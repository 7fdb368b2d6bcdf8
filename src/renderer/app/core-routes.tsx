import { useNavigate, useParams } from '@tanstack/react-router'
import { CommunityTabs } from '#app/community-tabs'
import type { HandoverId, PersonId } from '#domain/id'
import { CorePage } from '#features/core/core-page'
import { HandoverPage } from '#features/core/handover-page'
import { useGoBack } from './use-go-back.ts'

/** Noyau dur et relève. */
export const CoreRoute = () => {
  const navigate = useNavigate()
  return (
    <CorePage
      tabs={<CommunityTabs />}
      onOpenPerson={(id: PersonId) => void navigate({ to: '/people/$id', params: { id } })}
      onOpenHandover={(id: HandoverId) => void navigate({ to: '/communities/handovers/$id', params: { id } })}
    />
  )
}

/** The passation of one person; a key, so that the page of one never shows another. */
export const HandoverRoute = () => {
  const navigate = useNavigate()
  const { id } = useParams({ from: '/communities/handovers/$id' })
  const goBack = useGoBack('/communities/core')
  return (
    <HandoverPage
      key={id}
      id={id as string as HandoverId}
      onBack={goBack}
      onOpenPerson={(person: PersonId) => void navigate({ to: '/people/$id', params: { id: person } })}
    />
  )
}
