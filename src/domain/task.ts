import type { CommunityId, ContactId, EventId, PersonId, TaskId } from '#domain/id'
import type { IsoDate } from '#domain/period'

/** Something to do by a day: the next step of a talk, a promise made to somebody, what follows an event, a step of a handover. */
export interface Task {
  readonly id: TaskId
  readonly title: string
  readonly dueOn: IsoDate | null
  readonly doneOn: IsoDate | null
  /** Promised to the person: kept or broken, it counts more than a reminder. */
  readonly isPromise: boolean
  /** Whom it is about. */
  readonly personId: PersonId | null
  /** Who will do it. */
  readonly ownerId: PersonId | null
  readonly contactId: ContactId | null
  readonly eventId: EventId | null
  readonly communityId: CommunityId | null
  readonly deletedAt: string | null
}

export const emptyTask = (id: TaskId): Task => ({
  id,
  title: '',
  dueOn: null,
  doneOn: null,
  isPromise: false,
  personId: null,
  ownerId: null,
  contactId: null,
  eventId: null,
  communityId: null,
  deletedAt: null,
})
