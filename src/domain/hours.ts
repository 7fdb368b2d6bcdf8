import type { HoursId, PersonId } from '#domain/id'
import type { PartialDate } from '#domain/period'

/** Hours that somebody gave outside any event. */
export interface HoursGiven {
  readonly id: HoursId
  readonly personId: PersonId
  readonly date: PartialDate | null
  /** In hours, > 0; half hours are 0.5. */
  readonly hours: number
  readonly task: string
  readonly deletedAt: string | null
}
