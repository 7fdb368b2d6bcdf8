import { useNavigate, useParams } from '@tanstack/react-router'
import type { EventId, PersonId } from '#domain/id'
import { EventTasksSection } from '#features/calls/event-tasks-section'
import { EventPage } from '#features/events/event-page'
import { RecordHistory } from '#features/history/record-history'
import { EventsPage } from '#features/events/events-page'
import { useGoBack } from './use-go-back.ts'

/** Événements. */
export const EventsRoute = () => {
  const navigate = useNavigate()
  return <EventsPage onOpen={(id) => void navigate({ to: '/events/$id', params: { id } })} />
}

/** One event; a key, so that the page of one never shows another. */
export const EventRoute = () => {
  const navigate = useNavigate()
  const { id } = useParams({ from: '/events/$id' })
  const goBack = useGoBack('/events')
  return (
    <EventPage
      key={id}
      id={id as string as EventId}
      onBack={goBack}
      sections={<EventTasksSection eventId={id as string as EventId} />}
      history={<RecordHistory table="events" id={id} />}
      onOpenPerson={(personId: PersonId) => void navigate({ to: '/people/$id', params: { id: personId } })}
    />
  )
}
