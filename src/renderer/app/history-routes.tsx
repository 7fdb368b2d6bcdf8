import { useNavigate, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { OrganisationId } from '#domain/id'
import type { TableName } from '#domain/tables'
import { BinPage } from '#features/history/bin-page'
import { JournalPage } from '#features/history/journal-page'
import { RecordHistory } from '#features/history/record-history'
import { MemberCommunitiesSection } from '#features/communities/member-communities-section'
import { OrganisationPage } from '#features/organisations/organisation-page'
import { Section } from '#ui/section'
import { useGoBack } from './use-go-back.ts'

/** Journal. */
export const JournalRoute = () => {
  const navigate = useNavigate()
  const goBack = useGoBack('/')
  const open = (table: TableName, id: string): void => {
    if (table === 'people') void navigate({ to: '/people/$id', params: { id } })
    else if (table === 'organisations') void navigate({ to: '/organisations/$id', params: { id } })
    // A sheet has the id of its event.
    else void navigate({ to: '/events/$id', params: { id } })
  }
  return <JournalPage onBack={goBack} onOpen={open} opens={withPage} />
}
const withPage: ReadonlySet<TableName> = new Set(['people', 'events', 'attendance', 'organisations'])

/** Corbeille. */
export const BinRoute = () => <BinPage onBack={useGoBack('/')} />

/** One organisation; a key, so that the page of one never shows another. */
export const OrganisationRoute = () => {
  const { t } = useTranslation('history')
  const navigate = useNavigate()
  const { id } = useParams({ from: '/organisations/$id' })
  const goBack = useGoBack('/')
  return (
    <OrganisationPage
      key={id}
      id={id as string as OrganisationId}
      onBack={goBack}
      onEdit={() => void navigate({ to: '/settings/$section', params: { section: 'organisations' } })}
      onOpenPerson={(personId) => void navigate({ to: '/people/$id', params: { id: personId } })}
      sections={
        <>
          <MemberCommunitiesSection
            member={id as string as OrganisationId}
            onOpenCommunity={(community) => void navigate({ to: '/communities/$id', params: { id: community } })}
          />
          <Section title={t('ofRecord')}>
            <RecordHistory table="organisations" id={id} />
          </Section>
        </>
      }
    />
  )
}
