import { offerCategories, type Offer, type OfferCategory } from '#domain/offer'
import type { IsoDate } from '#domain/period'
import { offerStateOn } from './offer-matches.ts'

/** What one figure of the balance counts; the list behind it keeps the lines for which `isCounted` holds. */
export const balanceFigures = ['offers', 'open-offers', 'needs', 'open-needs', 'matched'] as const
export type BalanceFigure = (typeof balanceFigures)[number]

export interface BalanceRow {
  readonly category: OfferCategory
  readonly counts: Readonly<Record<BalanceFigure, number>>
}

/** Whether a figure counts a line: never a withdrawn or removed one; a tie is counted once, by its offer. */
export const isCounted = (offer: Offer, figure: BalanceFigure, today: IsoDate): boolean => {
  if (offer.deletedAt !== null || offer.state === 'withdrawn') return false
  const isOpen = offerStateOn(offer, today) === 'open'
  switch (figure) {
    case 'offers':
      return offer.side === 'offer'
    case 'open-offers':
      return offer.side === 'offer' && isOpen
    case 'needs':
      return offer.side === 'need'
    case 'open-needs':
      return offer.side === 'need' && isOpen
    case 'matched':
      return offer.side === 'offer' && offer.matchedWithId !== null
  }
}

/** Offers against needs, category by category, in the order of categories; those with no line are left out. */
export const offerBalance = (offers: readonly Offer[], today: IsoDate): readonly BalanceRow[] =>
  offerCategories.flatMap((category) => {
    const lines = offers.filter((offer) => offer.category === category)
    const count = (figure: BalanceFigure): number => lines.filter((offer) => isCounted(offer, figure, today)).length
    const counts: Record<BalanceFigure, number> = {
      offers: count('offers'),
      'open-offers': count('open-offers'),
      needs: count('needs'),
      'open-needs': count('open-needs'),
      matched: count('matched'),
    }
    return counts.offers + counts.needs === 0 ? [] : [{ category, counts }]
  })
