import type { OfferId, TerritoryId } from '#domain/id'
import type { Offer, OfferState } from '#domain/offer'
import { firstDay, lastDay, overlapOf, type IsoDate, type PartialDate } from '#domain/period'
import { searchable } from '#domain/searchable'

/** As it is said on a day: an open offer whose last day has passed is expired, without anybody writing so. */
export type ShownOfferState = OfferState | 'expired'

export const offerStateOn = ({ state, until }: Pick<Offer, 'state' | 'until'>, today: IsoDate): ShownOfferState =>
  state === 'open' && until !== null && lastDay(until) < today ? 'expired' : state

/** How the places of an offer and a need go together; `unknown`: one of them says none. */
export type PlaceFit = 'same' | 'inside' | 'remote' | 'unknown'

/** An offer for a need, or a need for an offer, and why. */
export interface OfferMatch {
  readonly id: OfferId
  readonly place: PlaceFit
  /** As the one that is looked at writes them. */
  readonly skills: readonly string[]
  /** The first of the two last days; null: neither ends. */
  readonly until: PartialDate | null
}

/** Lines that a place is or lies in, itself first. */
export type PlacesAround = (id: TerritoryId) => readonly TerritoryId[]

/**
 * The other side's lines that could answer this one: same category, both open that day, of somebody else, at places that are the same, one in the other, or remote on either side;
 * with at least one day in common; and, for skills, a skill in common where both name some. Most shared skills first, then the nearest place, then the first to end, then the oldest.
 * A is a match of B exactly when B is one of A; the order of `others` does not count.
 */
export const matchesOf = (line: Offer, others: Iterable<Offer>, placesAround: PlacesAround, today: IsoDate): readonly OfferMatch[] => {
  if (!isOpen(line, today)) return []
  const found: OfferMatch[] = []
  for (const other of others) {
    if (other.side === line.side || other.category !== line.category || !isOpen(other, today) || isOfSame(line, other)) continue
    if (overlapOf(periodOf(line), periodOf(other)) === null) continue
    const place = placeFit(line, other, placesAround)
    if (place === null) continue
    const theirs = new Set(other.skills.map(searchable))
    const skills = line.skills.filter((skill) => theirs.has(searchable(skill)))
    if (line.category === 'skill' && skills.length === 0 && line.skills.length > 0 && other.skills.length > 0) continue
    found.push({ id: other.id, place, skills, until: firstToEnd(line.until, other.until) })
  }
  return found.toSorted(
    (left, right) =>
      right.skills.length - left.skills.length ||
      placeOrder.indexOf(left.place) - placeOrder.indexOf(right.place) ||
      compareText(endOf(left.until), endOf(right.until)) ||
      compareText(left.id, right.id),
  )
}

const placeOrder: readonly PlaceFit[] = ['same', 'inside', 'remote', 'unknown']
const farAway = '9999-12-31' as IsoDate

const isOpen = (offer: Offer, today: IsoDate): boolean => offer.deletedAt === null && offerStateOn(offer, today) === 'open'

const isOfSame = (left: Offer, right: Offer): boolean =>
  (left.personId !== null && left.personId === right.personId) || (left.organisationId !== null && left.organisationId === right.organisationId)

const periodOf = ({ openedOn, until }: Offer) => ({ start: firstDay(openedOn), end: endOf(until) })
const endOf = (until: PartialDate | null): IsoDate => (until === null ? farAway : lastDay(until))
const firstToEnd = (left: PartialDate | null, right: PartialDate | null): PartialDate | null => (endOf(left) <= endOf(right) ? left : right)

const placeFit = (left: Offer, right: Offer, around: PlacesAround): PlaceFit | null => {
  if (left.territoryId !== null && right.territoryId !== null) {
    if (left.territoryId === right.territoryId) return 'same'
    if (around(left.territoryId).includes(right.territoryId) || around(right.territoryId).includes(left.territoryId)) return 'inside'
    return left.isRemote || right.isRemote ? 'remote' : null
  }
  return left.isRemote || right.isRemote ? 'remote' : 'unknown'
}

const compareText = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0)
