import { loadCommunes } from '#data/communes'
import { loadQpv } from '#data/qpv'
import type { FactsMirror } from '#data/facts-mirror'
import type { Host } from '#data/host'
import { createAmbassadorsService, type AmbassadorsService } from '#data/services/ambassadors-service'
import { createCallsService, type CallsService } from '#data/services/calls-service'
import { createChangesService, type ChangesService } from '#data/services/changes-service'
import { createCommunitiesService, type CommunitiesService } from '#data/services/communities-service'
import { createDuplicatesService, type DuplicatesService } from '#data/services/duplicates-service'
import { createCoreService, type CoreService } from '#data/services/core-service'
import { createCommunityMembersService, type CommunityMembersService } from '#data/services/community-members-service'
import { createEventsService, type EventsService } from '#data/services/events-service'
import { createExportingService, type ExportingService } from '#data/services/exporting-service'
import { createFinderService, type FinderService } from '#data/services/finder-service'
import { createFiguresService, type FiguresService } from '#data/services/figures-service'
import { createHandoversService, type HandoversService } from '#data/services/handovers-service'
import type { ImportingService } from '#data/importing-contract'
import { createHistoryService, type HistoryService } from '#data/services/history-service'
import { createImportingService } from '#data/services/importing-service'
import { createJournalService, type JournalService } from '#data/services/journal-service'
import { createLettersService, type LettersService } from '#data/services/letters-service'
import { createOrganisationsService, type OrganisationsService } from '#data/services/organisations-service'
import { createOffersService, type OffersService } from '#data/services/offers-service'
import { createPeopleService, type PeopleService } from '#data/services/people-service'
import { createRecordsService, type RecordsService } from '#data/services/records-service'
import { createSafetyService, type SafetyService, type SafetyServiceParts } from '#data/services/safety-service'
import { createSettingsService, type SettingsService } from '#data/services/settings-service'
import { createTerritoriesService, type TerritoriesService } from '#data/services/territories-service'
import { createTiesService, type TiesService } from '#data/services/ties-service'
import type { Store } from '#data/store'
import { createTiesMirror, meshFacts } from '#data/ties-mirror'
import type { UndoSteps } from '#data/undo-steps'

/**
 * Everything that a screen may ask of the data. Every function is async and takes and answers plain values: in the app they cross a thread.
 * (A callback must be wrapped in Comlink's `proxy`.)
 */
export interface Services {
  readonly ambassadors: AmbassadorsService
  readonly calls: CallsService
  readonly changes: ChangesService
  readonly communities: CommunitiesService
  readonly duplicates: DuplicatesService
  readonly core: CoreService
  readonly communityMembers: CommunityMembersService
  readonly events: EventsService
  readonly exporting: ExportingService
  readonly figures: FiguresService
  readonly handovers: HandoversService
  readonly importing: ImportingService
  readonly journal: JournalService
  readonly finder: FinderService
  readonly history: HistoryService
  readonly organisations: OrganisationsService
  readonly offers: OffersService
  readonly letters: LettersService
  readonly people: PeopleService
  readonly records: RecordsService
  readonly settings: SettingsService
  readonly safety: SafetyService
  readonly territories: TerritoriesService
  readonly ties: TiesService
}

/** What services are made of. `host.desktop` is main, through the window. */
export interface ServiceParts extends SafetyServiceParts {
  readonly store: Store
  readonly facts: FactsMirror
  readonly host: Host
  readonly steps: UndoSteps
}

export const createServices = (parts: ServiceParts): Services => {
  const mesh = createTiesMirror(parts.store, parts.facts)
  const people = createPeopleService(parts.store, parts.facts, loadCommunes, loadQpv, (today) => meshFacts(mesh, today))
  return {
    ambassadors: createAmbassadorsService(parts.store, parts.facts),
    calls: createCallsService(parts.store, parts.facts),
    changes: createChangesService(parts.store, parts.steps),
    communities: createCommunitiesService(parts.store),
    duplicates: createDuplicatesService(parts.store),
    core: createCoreService(parts.store, parts.facts),
    communityMembers: createCommunityMembersService(parts.store, parts.facts),
    events: createEventsService(parts.store, parts.facts),
    exporting: createExportingService(parts.store, parts.facts),
    figures: createFiguresService(parts.store, parts.facts),
    finder: createFinderService(parts.store, people),
    handovers: createHandoversService(parts.store, parts.facts),
    history: createHistoryService(parts.store),
    importing: createImportingService(parts.store),
    journal: createJournalService(parts.store),
    organisations: createOrganisationsService(parts.store),
    offers: createOffersService(parts.store),
    letters: createLettersService(parts.store, parts.facts),
    people,
    records: createRecordsService(parts.store),
    settings: createSettingsService(parts.store),
    safety: createSafetyService(parts),
    territories: createTerritoriesService(parts.store, loadCommunes, loadQpv),
    ties: createTiesService(parts.store, mesh),
  }
}
