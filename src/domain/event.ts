import type { EventId, TerritoryId } from '#domain/id'
import type { PartialDate } from '#domain/period'

/** Something the association held. Its attendance is the `AttendanceSheet` of the same id. */
export interface AssociationEvent {
  readonly id: EventId
  readonly name: string
  /** Usually a full day; imports may know the month only. null: unknown. */
  readonly date: PartialDate | null
  readonly endDate: PartialDate | null
  /** « 18:30 », or '' when not noted. */
  readonly startTime: string
  /** The user's word: atelier, dîner, permanence… */
  readonly kind: string
  readonly place: string
  readonly format: 'in-person' | 'online' | 'mixed'
  readonly territoryId: TerritoryId | null
  readonly externalIds: Readonly<Record<string, string>>
  readonly note: string
  readonly deletedAt: string | null
}

export const emptyEvent = (id: EventId): AssociationEvent => ({
  id,
  name: '',
  date: null,
  endDate: null,
  startTime: '',
  kind: '',
  place: '',
  format: 'in-person',
  territoryId: null,
  externalIds: {},
  note: '',
  deletedAt: null,
})
