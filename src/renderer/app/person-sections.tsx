import { useNavigate } from '@tanstack/react-router'
import type { PersonId } from '#domain/id'
import { PersonJournalSection } from '#features/calls/person-journal-section'
import { MemberCommunitiesSection } from '#features/communities/member-communities-section'
import { PersonOffersSection } from '#features/offers/person-offers-section'
import { PersonHoldingsSection } from '#features/core/person-holdings-section'
import { PersonTiesSection } from '#features/ties/person-ties-section'

/** What other rooms of the product say of a person, below her own: one line a room. */
export const PersonSections = ({ personId }: { readonly personId: PersonId }) => {
  const navigate = useNavigate()
  return (
    <>
      <PersonJournalSection personId={personId} />
      <MemberCommunitiesSection member={personId} onOpenCommunity={(id) => void navigate({ to: '/communities/$id', params: { id } })} />
      <PersonHoldingsSection personId={personId} onOpenHandover={(id) => void navigate({ to: '/communities/handovers/$id', params: { id } })} />
      <PersonOffersSection personId={personId} />
      <PersonTiesSection personId={personId} onOpenPerson={(id) => void navigate({ to: '/people/$id', params: { id } })} />
    </>
  )
}
