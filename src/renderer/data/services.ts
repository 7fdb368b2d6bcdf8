import { loadCommunes } from '#data/communes'
import { createChangesService, type ChangesService } from '#data/services/changes-service'
import { createEventsService, type EventsService } from '#data/services/events-service'
import { createFiguresService, type FiguresService } from '#data/services/figures-service'
import { createPeopleService, type PeopleService } from '#data/services/people-service'
import { createRecordsService, type RecordsService } from '#data/services/records-service'
import { createSettingsService, type SettingsService } from '#data/services/settings-service'
import type { Store } from '#data/store'
import type { UndoSteps } from '#data/undo-steps'

/**
 * Everything that a screen may ask of the data. Every function is async and takes and answers plain values: in the app they cross a thread.
 * (A callback must be wrapped in Comlink's `proxy`.)
 */
export interface Services {
  readonly changes: ChangesService
  readonly figures: FiguresService
  readonly events: EventsService
  readonly people: PeopleService
  readonly records: RecordsService
  readonly settings: SettingsService
}

export const createServices = (store: Store, steps: UndoSteps): Services => ({
  changes: createChangesService(store, steps),
  figures: createFiguresService(store),
  events: createEventsService(store),
  people: createPeopleService(store, loadCommunes),
  records: createRecordsService(store),
  settings: createSettingsService(store),
})
