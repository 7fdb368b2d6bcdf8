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
import type { Facts } from '#domain/indicators/facts'
import { peopleBehind } from '#domain/indicators/people-behind'
import { eventsIn, periodTotals } from '#domain/indicators/period-totals'
import { photoAt } from '#domain/indicators/photo'
import { firstYearTable, yearStatesTable } from '#domain/indicators/year-states'
import { addMonths, type IsoDate, type Period } from '#domain/period'
import type { Person } from '#domain/person'
import { buildFunderReport, type FunderReport } from '#domain/report/funder-report'
import type { FunderReportOptions } from '#domain/report/report-options'
import { yearHolding, yearOfKey, type AssociationYear } from '#domain/year'
import { createFactsMirror } from '#data/facts-mirror'
import { createSettingsService } from '#data/services/settings-service'
import type { Store } from '#data/store'

/** The figures of Accueil: the running year beside the last one. */
export interface HomeFigures {
  readonly active: { readonly now: Figure; readonly yearAgo: Figure }
  readonly year: AssociationYear
  /** null: nothing was ever recorded. */
  readonly states: YearStatesRow | null
  readonly totals: PeriodTotals
  /** The year before, from its start to the same day: a running year is never compared with a whole one. */
  readonly totalsYearAgo: PeriodTotals
  readonly fading: FadingPeople
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
  /** People to call, with their records, most unusual silence first. */
  readonly fading: (today: IsoDate) => Promise<readonly FadingLine[]>
  /** « Voir la liste »: who a figure counted. */
  readonly people: (ref: FigureRef, today: IsoDate) => Promise<readonly PersonId[]>
  readonly events: (period: Period, today: IsoDate) => Promise<readonly EventId[]>
  readonly totals: (period: Period, today: IsoDate) => Promise<PeriodTotals>
  readonly report: (period: Period, options: FunderReportOptions, today: IsoDate) => Promise<FunderReport>
  /** The years with activity, oldest first: what a choice of years offers. */
  readonly years: (today: IsoDate) => Promise<readonly AssociationYear[]>
}

const mostMonths = 120

export const createFiguresService = (store: Store): FiguresService => {
  const settings = createSettingsService(store)
  const { facts: factsAsOf } = createFactsMirror(store, settings.get)
  let engagement: { readonly facts: Facts; readonly key: string; readonly figures: EngagementFigures } | null = null
  return {
    home: async (today) => {
      const facts = await factsAsOf(today)
      const year = yearHolding(facts.settings, today)
      const last = yearOfKey(facts.settings, year.key - 1)
      return {
        active: activeNowAndAYearAgo(facts),
        year,
        states: facts.index.from.length === 0 && !facts.settings.activeRule.role ? null : (yearStatesTable(facts).rows.at(-1) ?? null),
        totals: periodTotals(facts, year),
        totalsYearAgo: periodTotals(facts, { start: last.start, end: addMonths(today, -12) }),
        fading: fadingPeople(facts, today),
      }
    },
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
    fading: async (today) => {
      const { people } = fadingPeople(await factsAsOf(today), today)
      const records = await store.mirror.read('people')
      return people.flatMap((line): FadingLine[] => {
        const person = records.get(line.personId)
        return person === undefined ? [] : [{ ...line, person }]
      })
    },
    people: async (ref, today) => peopleBehind(await factsAsOf(today), ref),
    events: async (period, today) => eventsIn(await factsAsOf(today), period).map(({ id }) => id),
    totals: async (period, today) => periodTotals(await factsAsOf(today), period),
    report: async (period, options, today) => buildFunderReport(await factsAsOf(today), period, options),
    years: async (today) => activeYearsOf(await factsAsOf(today)).years,
  }
}
