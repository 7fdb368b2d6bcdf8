import { useNavigate } from '@tanstack/react-router'
import type { PersonId } from '#domain/id'
import { CallTabs } from '#app/call-tabs'
import { CallsPage } from '#features/calls/calls-page'
import { DetailsPage } from '#features/calls/details-page'
import { RegisterPage } from '#features/calls/register-page'
import { TasksPage } from '#features/calls/tasks-page'

const useOpenPerson = (): ((id: PersonId) => void) => {
  const navigate = useNavigate()
  return (id) => void navigate({ to: '/people/$id', params: { id } })
}

/** À qui parler aujourd'hui. */
export const CallsRoute = () => {
  const navigate = useNavigate()
  const openPerson = useOpenPerson()
  return <CallsPage tabs={<CallTabs />} onOpenPerson={openPerson} onSeePeople={() => void navigate({ to: '/people' })} />
}

/** À faire. */
export const TasksRoute = () => <TasksPage tabs={<CallTabs />} />

/** Témoignages et contributions. */
export const RegisterRoute = () => {
  const openPerson = useOpenPerson()
  return <RegisterPage tabs={<CallTabs />} onOpenPerson={openPerson} />
}

/** Coordonnées. */
export const DetailsRoute = () => <DetailsPage tabs={<CallTabs />} />
