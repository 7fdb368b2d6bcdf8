import type { PersonId } from '#domain/id'
import { PersonCommunitiesSection } from '#features/communities/person-communities-section'

/** What other rooms of the product say of a person, below her own: one line a room. */
export const PersonSections = ({ personId }: { readonly personId: PersonId }) => <PersonCommunitiesSection personId={personId} />
