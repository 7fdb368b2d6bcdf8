import type { ProgrammeId, TerritoryId } from '#domain/id'
import { offerCategories, type OfferCategory, type Offer } from '#domain/offer'
import { isCounted, type BalanceFigure } from '#domain/offers/offer-balance'
import type { ShownOfferState } from '#domain/offers/offer-matches'
import type { IsoDate } from '#domain/period'
import { searchable } from '#domain/searchable'
import type { OfferRow } from '#data/services/offers-service'

export const shownStates = ['open', 'matched', 'done', 'withdrawn', 'expired'] as const satisfies readonly ShownOfferState[]

/** What the list shows; null or '': whatever. */
export interface OfferFilter {
  readonly state: ShownOfferState | null
  readonly side: Offer['side'] | null
  readonly category: OfferCategory | null
  readonly place: TerritoryId | null
  readonly skill: string | null
  readonly programme: ProgrammeId | null
  /** What a number of the balance counted. */
  readonly figure: BalanceFigure | null
}
export type FilterField = keyof OfferFilter

export const noOfferFilter: OfferFilter = { state: null, side: null, category: null, place: null, skill: null, programme: null, figure: null }
export const firstOfferFilter: OfferFilter = { ...noOfferFilter, state: 'open' }

/** Whether a line is shown. A place holds all that lies inside it, and whatever can be done from afar. */
export const isShown = ({ offer, state, places }: OfferRow, filter: OfferFilter, today: IsoDate): boolean =>
  (filter.state === null || state === filter.state) &&
  (filter.side === null || offer.side === filter.side) &&
  (filter.category === null || offer.category === filter.category) &&
  (filter.place === null || offer.isRemote || places.includes(filter.place)) &&
  (filter.skill === null || offer.skills.some((skill) => searchable(skill).includes(searchable(filter.skill ?? '')))) &&
  (filter.programme === null || offer.programmeId === filter.programme) &&
  (filter.figure === null || isCounted(offer, filter.figure, today))

export const readCategory = (text: string): OfferCategory => offerCategories.find((known) => known === text) ?? 'other'

/** Euros typed by hand, « 24,50 »; null: nothing typed; NaN: not an amount. */
export const readEuros = (text: string): number | null => {
  const typed = text.replace(/[\s€]/gu, '').replace(',', '.')
  if (typed === '') return null
  return /^\d+(\.\d{1,2})?$/u.test(typed) ? Number(typed) : Number.NaN
}
