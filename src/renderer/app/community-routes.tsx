import { CommunityTabs } from '#app/community-tabs'
import { CommunitiesPage } from '#features/communities/communities-page'

/** Communautés. */
export const CommunitiesRoute = () => <CommunitiesPage tabs={<CommunityTabs />} />
