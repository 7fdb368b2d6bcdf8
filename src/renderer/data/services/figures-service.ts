import type { EventId, PersonId } from '#domain/id'
import { activeMonths, activeNowAndAYearAgo } from '#domain/indicators/active-people'
import { activeYearsOf } from '#domain/indicators/active-years'
import { cohortTable } from '#domain/indicators/cohorts'
import { fadingPeople } from '#domain/indicators/fading'
import type {
  ActiveMonths,
  CohortTable,
  FadingPeople,
  FadingPerson,
  Figure,
  FigureRef,
  FirstYearTable,
  PeriodTotals,
  Photo,
  YearStatesRow,
  YearStatesTable,
} from '#domain/indicators/figure'
import { peopleWhere, type Facts } from '#domain/indicators/facts'
import { peopleBehind } from '#domain/indicators/people-behind'
import { eventsIn, periodTotals } from '#domain/indicators/period-totals'
import { placesOf } from '#domain/indicators/places'
import { photoAt } from '#domain/indicators/photo'
import { firstYearTable, yearStatesTable } from '#domain/indicators/year-states'
import { addMonths, type IsoDate, type Period } from '#domain/period'
import type { Person } from '#domain/person'
import { buildFunderReport, type FunderReport } from '#domain/report/funder-report'
import type { FunderReportOptions } from '#domain/report/report-options'
import { indexTerritories } from '#domain/territory'
import { yearHolding, yearOfKey, type AssociationYear } from '#domain/year'
import type { FactsMirror } from '#data/facts-mirror'
import { createSettingsService } from '#data/services/settings-service'
import type { Store } from '#data/store'

/** The figures of Accueil: the running year beside the last one. */
export interface HomeFigures {
  /** People there are, whatever they do. */
  readonly known: number
  readonly active: { readonly now: Figure; readonly yearAgo: Figure }
  readonly year: AssociationYear
  /** null: nothing was ever recorded. */
  readonly states: YearStatesRow | null
  readonly totals: PeriodTotals
  /** The year before, from its start to the same day: a running year is never compared with a whole one. */
  readonly totalsYearAgo: PeriodTotals
  readonly fading: FadingPeople
}
export interface FadingLines {
  readonly ids: readonly PersonId[]
  readonly first: readonly FadingLine[]
}
export interface FadingLine extends FadingPerson {
  readonly person: Person
}

/** The page « Engagement et rétention ». */
export interface EngagementFigures {
  readonly months: ActiveMonths
  readonly years: YearStatesTable
  readonly firstYears: FirstYearTable
  readonly cohorts: { readonly activity: CohortTable; readonly joining: CohortTable }
}

/** Figures for the screens. `today` is the window's local day: the data thread keeps no clock of its own. */
export interface FiguresService {
  readonly home: (today: IsoDate) => Promise<HomeFigures>
  /** `period` null: from the first recorded activity, at most the last ten years. */
  readonly engagement: (today: IsoDate, period: Period | null) => Promise<EngagementFigures>
  readonly photo: (on: IsoDate, today: IsoDate) => Promise<Photo>
  /** People to call, most unusual silence first: everybody's ids, and the first ones with their records. */
  readonly fading: (today: IsoDate, mostShown: number) => Promise<FadingLines>
  /** « Voir la liste »: who a figure counted. */
  readonly people: (ref: FigureRef, today: IsoDate) => Promise<readonly PersonId[]>
  readonly events: (period: Period, today: IsoDate) => Promise<readonly EventId[]>
  readonly totals: (period: Period, today: IsoDate) => Promise<PeriodTotals>
  readonly report: (period: Period, options: FunderReportOptions, today: IsoDate) => Promise<FunderReport>
  /** The years with activity, oldest first: what a choice of years offers. */
  readonly years: (today: IsoDate) => Promise<readonly AssociationYear[]>
}

const mostMonths = 120

export const createFiguresService = (store: Store, mirror: Pick<FactsMirror, 'facts'>): FiguresService => {
  const settings = createSettingsService(store)
  const factsAsOf = async (today: IsoDate): Promise<Facts> => mirror.facts(today, await settings.get())
  let home: { readonly facts: Facts; readonly figures: HomeFigures } | null = null
  let engagement: { readonly facts: Facts; readonly key: string; readonly figures: EngagementFigures } | null = null

  const homeOf = (facts: Facts, today: IsoDate): HomeFigures => {
    // The same facts are the same day.
    if (home?.facts === facts) return home.figures
    const year = yearHolding(facts.settings, today)
    const last = yearOfKey(facts.settings, year.key - 1)
    const figures: HomeFigures = {
      known: peopleWhere(facts, () => true).length,
      active: activeNowAndAYearAgo(facts),
      year,
      states: facts.index.from.length === 0 && !facts.settings.activeRule.role ? null : (yearStatesTable(facts).rows.at(-1) ?? null),
      totals: periodTotals(facts, year),
      totalsYearAgo: periodTotals(facts, { start: last.start, end: addMonths(today, -12) }),
      fading: fadingPeople(facts, today),
    }
    home = { facts, figures }
    return figures
  }

  const places = store.mirror.derive(['people', 'territories'], () =>
    placesOf(store.mirror.loaded('people').values(), indexTerritories(store.mirror.loaded('territories').values())),
  )
  let placed: Facts | null = null
  let unplaced: Facts | null = null
  /** Only figures by place need them; the same object as long as nothing changed, since what was computed is kept by it. */
  const placedFactsAsOf = async (today: IsoDate): Promise<Facts> => {
    const [facts, known] = [await factsAsOf(today), await places()]
    if (placed === null || unplaced !== facts || placed.places !== known) placed = { ...facts, places: known }
    unplaced = facts
    return placed
  }
  return {
    home: async (today) => homeOf(await factsAsOf(today), today),
    engagement: async (today, period) => {
      const facts = await factsAsOf(today)
      const first = activeYearsOf(facts).years[0]?.start ?? today
      const earliest = addMonths(today, 1 - mostMonths)
      const key = JSON.stringify(period)
      if (engagement?.facts === facts && engagement.key === key) return engagement.figures
      const figures: EngagementFigures = {
        months: activeMonths(facts, period ?? { start: first > earliest ? first : earliest, end: today }),
        years: yearStatesTable(facts),
        firstYears: firstYearTable(facts),
        cohorts: { activity: cohortTable(facts, 'activity'), joining: cohortTable(facts, 'joining') },
      }
      engagement = { facts, key, figures }
      return figures
    },
    photo: async (on, today) => photoAt(await factsAsOf(today), on),
    fading: async (today, mostShown) => {
      const { people } = homeOf(await factsAsOf(today), today).fading
      const shown = people.slice(0, mostShown)
      const records = await store.mirror.some(
        'people',
        shown.map(({ personId }) => personId),
      )
      const first = shown.flatMap((line): FadingLine[] => {
        const person = records.get(line.personId)
        return person === undefined ? [] : [{ ...line, person }]
      })
      return { ids: people.map(({ personId }) => personId), first }
    },
    people: async (ref, today) => peopleBehind(await (ref.kind === 'group' ? placedFactsAsOf(today) : factsAsOf(today)), ref),
    events: async (period, today) => eventsIn(await factsAsOf(today), period).map(({ id }) => id),
    totals: async (period, today) => periodTotals(await factsAsOf(today), period),
    report: async (period, options, today) => buildFunderReport(await placedFactsAsOf(today), period, options),
    years: async (today) => activeYearsOf(await factsAsOf(today)).years,
  }
}
