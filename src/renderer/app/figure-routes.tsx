import { useNavigate } from '@tanstack/react-router'
import { FirstCalls } from '#features/calls/first-calls'
import { EngagementPage } from '#features/engagement/engagement-page'
import { HomePage } from '#features/home/home-page'
import { ReportsPage } from '#features/reports/reports-page'

/** Accueil. */
export const HomeRoute = () => {
  const navigate = useNavigate()
  return (
    <HomePage
      calls={
        <FirstCalls onOpenPerson={(id) => void navigate({ to: '/people/$id', params: { id } })} onSeeAll={() => void navigate({ to: '/calls' })} />
      }
      onImport={() => void navigate({ to: '/import' })}
      onOpenPerson={(id) => void navigate({ to: '/people/$id', params: { id } })}
      onOpenEvent={(id) => void navigate({ to: '/events/$id', params: { id } })}
      onSeeEvents={() => void navigate({ to: '/events' })}
      onSeeCopies={() => void navigate({ to: '/settings/$section', params: { section: 'backups' } })}
    />
  )
}

/** Engagement et rétention. */
export const EngagementRoute = () => {
  const navigate = useNavigate()
  return (
    <EngagementPage
      onImport={() => void navigate({ to: '/import' })}
      onSetRule={() => void navigate({ to: '/settings/$section', params: { section: 'activity' } })}
    />
  )
}

/** Rapports. */
export const ReportsRoute = () => {
  const navigate = useNavigate()
  return <ReportsPage onImport={() => void navigate({ to: '/import' })} />
}
