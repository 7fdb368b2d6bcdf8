import { isMemberOn } from '#domain/communities/membership'
import type { PersonId } from '#domain/id'
import { everDay, type RoleDays } from '#domain/indicators/fact-columns'
import { staffFact } from '#domain/indicators/fact-index'
import { wantedKinds, type Facts } from '#domain/indicators/facts'
import { ageBands, type AgeBand } from '#domain/indicators/figure'
import { addMonths, addYears, ageRangeAt, dayNumberOf, dayNumberToDate, firstDay, monthsOf, partsOf, type IsoDate } from '#domain/period'
import type { Responsibility } from '#domain/responsibility'

/** Who is of the core; the page says these numbers. */
export const coreRule = { months: 12, fewestActive: 6, roles: ['board', 'ambassador'] } as const

export type CoreReason = 'active' | 'board' | 'ambassador' | 'responsibility'
export interface CorePerson {
  readonly personId: PersonId
  readonly because: readonly CoreReason[]
  /** Of the twelve calendar months that end with that of the day, those with a sign. */
  readonly activeMonths: number
}

/**
 * The core on a day: active in at least `fewestActive` of the twelve calendar months that end there (the running one included, by what the settings count as a
 * sign), or on the board, or ambassador, or in charge of a responsibility. Staff of that day are left out, and today the deceased (the date of a death is not kept).
 * A sign whose date is known by the year alone counts in no month. In the order of records.
 */
export const corePeopleOn = (facts: Facts, responsibilities: Iterable<Responsibility>, on: IsoDate): readonly CorePerson[] => {
  const day = dayNumberOf(on)
  const isPast = on < facts.asOf
  const inCharge = holdersOn(responsibilities, on)
  const monthsByPerson = activeMonthsOn(facts, on)
  const found: CorePerson[] = []
  for (const [index, person] of facts.columns.people.entries()) {
    if (person.isRemoved || (person.isDeceased && !isPast)) continue
    if (person.staff.some(({ from, to }) => from <= day && to >= day)) continue
    const activeMonths = monthsByPerson[index] ?? 0
    const because: readonly CoreReason[] = [
      ...(activeMonths >= coreRule.fewestActive ? (['active'] as const) : []),
      ...coreRule.roles.filter((kind) => person.roles.some((role) => (role.kind as string) === kind && isHeldOn(role, day, isPast))),
      ...(inCharge.has(person.id) ? (['responsibility'] as const) : []),
    ]
    if (because.length > 0) found.push({ personId: person.id, because, activeMonths })
  }
  return found
}

/** Everybody who holds a responsibility on a day, those in the bin left out. */
export const holdersOn = (responsibilities: Iterable<Responsibility>, on: IsoDate): ReadonlySet<PersonId> => {
  const found = new Set<PersonId>()
  for (const responsibility of responsibilities)
    if (responsibility.deletedAt === null) for (const id of currentHolders(responsibility, on)) found.add(id)
  return found
}

/** Who holds one responsibility on a day. */
export const currentHolders = ({ holders }: Pick<Responsibility, 'holders'>, on: IsoDate): readonly PersonId[] =>
  (Object.keys(holders) as PersonId[]).filter((id) => {
    const held = holders[id]
    return held !== undefined && isMemberOn(held, on)
  })

/** People by a band of age or of seniority; `band` null is « non renseigné ». */
export interface CoreGroup {
  readonly band: AgeBand | null
  readonly ids: readonly PersonId[]
}
export interface CoreFigures {
  readonly now: readonly CorePerson[]
  readonly yearAgo: readonly PersonId[]
  /** Of the core a year ago and no longer; those who died apart: they did not leave. */
  readonly left: readonly PersonId[]
  readonly died: readonly PersonId[]
  readonly joined: readonly PersonId[]
  /** Bands with nobody are left out. */
  readonly ages: readonly CoreGroup[]
  /** Whole years since the first thing known of each. */
  readonly tenures: readonly CoreGroup[]
}

/** Bounds in whole years, both included. */
export const tenureBands: readonly AgeBand[] = [
  { from: 0, to: 0 },
  { from: 1, to: 2 },
  { from: 3, to: 5 },
  { from: 6, to: 10 },
  { from: 11, to: null },
]

export const coreFigures = (facts: Facts, responsibilities: readonly Responsibility[]): CoreFigures => {
  const now = corePeopleOn(facts, responsibilities, facts.asOf)
  const yearAgo = corePeopleOn(facts, responsibilities, addYears(facts.asOf, -1)).map(({ personId }) => personId)
  const isNow = new Set(now.map(({ personId }) => personId))
  const wasThen = new Set(yearAgo)
  const gone = yearAgo.filter((id) => !isNow.has(id))
  const indexOf = (id: PersonId): number => facts.columns.indexById.get(id) ?? -1
  const isDeceased = (id: PersonId): boolean => facts.columns.people[indexOf(id)]?.isDeceased === true
  const ids = now.map(({ personId }) => personId)
  return {
    now,
    yearAgo,
    left: gone.filter((id) => !isDeceased(id)),
    died: gone.filter(isDeceased),
    joined: ids.filter((id) => !wasThen.has(id)),
    ages: groupByBand(ids, ageBands, (id) => ageRangeAt(facts.columns.people[indexOf(id)]?.birthDate ?? null, facts.asOf)),
    tenures: groupByBand(ids, tenureBands, (id) => {
      const years = yearsSince(facts.index.knownSince[indexOf(id)] ?? everDay, facts.asOf)
      return years === null ? null : { min: years, max: years }
    }),
  }
}

const groupByBand = (
  ids: readonly PersonId[],
  bands: readonly AgeBand[],
  yearsOf: (id: PersonId) => { readonly min: number; readonly max: number } | null,
): readonly CoreGroup[] => {
  const bandOf = (id: PersonId): AgeBand | null => {
    const years = yearsOf(id)
    if (years === null) return null
    // Somebody whose birth date, known in part, spans two bands is in neither.
    return bands.find(({ from, to }) => years.min >= from && years.max <= (to ?? Infinity)) ?? null
  }
  const byBand = Map.groupBy(ids, bandOf)
  return [...bands, null].flatMap((band) => {
    const found = byBand.get(band)
    return found === undefined ? [] : [{ band, ids: found }]
  })
}

const yearsSince = (since: number, today: IsoDate): number | null => {
  if (since === everDay || since > dayNumberOf(today)) return null
  const range = ageRangeAt(dayNumberToDate(since), today)
  return range?.min ?? null
}

/** A role of unknown start was certainly held today if it did not end; of the past one cannot say. */
const isHeldOn = ({ startLatest, endEarliest }: RoleDays, day: number, isPast: boolean): boolean =>
  endEarliest >= day && (startLatest === everDay ? !isPast : startLatest <= day)

/** By index of person, how many of the twelve calendar months have a sign. */
const activeMonthsOn = (facts: Facts, on: IsoDate): Uint8Array => {
  const { year, month } = partsOf(on)
  const thisMonth = firstDay(`${String(year).padStart(4, '0')}-${String(month ?? 1).padStart(2, '0')}` as IsoDate)
  const starts = monthsOf({ start: addMonths(thisMonth, 1 - coreRule.months), end: on }).map((known) => dayNumberOf(firstDay(known)))
  const first = starts[0] ?? 0
  const last = dayNumberOf(on)
  const wanted = wantedKinds(facts)
  const { offsets, from, to, kind } = facts.index
  const counts = new Uint8Array(facts.columns.people.length)
  for (let person = 0; person < counts.length; person += 1) {
    let months = 0
    const end = offsets[person + 1] ?? 0
    for (let at = offsets[person] ?? 0; at < end; at += 1) {
      const bits = kind[at] ?? 0
      const latest = from[at] ?? 0
      if ((bits & wanted) === 0 || (bits & staffFact) !== 0 || latest < first || (to[at] ?? 0) > last) continue
      const slot = starts.findLastIndex((start) => start <= latest)
      const begins = starts[slot] ?? 0
      const after = starts[slot + 1]
      // « mars 2026 » is in its month even before the month is over; « 2026 » is in none.
      if ((to[at] ?? 0) >= begins && (after === undefined || latest < after)) months |= 1 << slot
    }
    counts[person] = bitsIn(months)
  }
  return counts
}

const bitsIn = (bits: number): number => {
  let count = 0
  for (let rest = bits; rest !== 0; rest &= rest - 1) count += 1
  return count
}
